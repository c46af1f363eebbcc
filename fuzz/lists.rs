//! What must hold of whatever a source lists: it is one or is refused, and each address of it can be asked and is kept as it is asked.

use std::collections::BTreeSet;

use intake::follow::{canonical, discover};
use register::Source;
use url::Url;

/// Reads a list as that of a source.
pub fn read(source: &Source, body: &[u8]) {
    let address = Url::parse("https://mfa.example/news/").expect("it is one");
    let Ok(list) = discover(source, &address, body, "") else { return };
    let mut seen = BTreeSet::new();
    for found in &list.found {
        let again = canonical(found.address.as_str(), None);
        assert_eq!(again.as_ref(), Ok(&found.address));
        assert!(seen.insert(&found.address), "{} comes twice", found.address);
    }
    assert!(list.feeds.len() <= 20, "{} feeds", list.feeds.len());
}
