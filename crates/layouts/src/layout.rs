//! A page and what should come out of it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// What should come out of a page, as its file says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    /// The title, without the name of the site.
    pub(crate) title: String,
    /// The day of publication, as `2025-07-10`.
    pub(crate) date: Option<String>,
    /// ISO 639-1 code of the text's language, whatever the page says.
    pub(crate) language: String,
    /// Who wrote it.
    pub(crate) byline: Option<String>,
    /// Where it was fetched, where the page cannot be understood without.
    pub(crate) address: Option<String>,
    /// The address that the page calls its own, made whole.
    pub(crate) canonical: Option<String>,
    /// Addresses of the same in other languages, by language.
    pub(crate) alternates: BTreeMap<String, String>,
    /// The paragraphs and headings of the main text, without the title.
    pub(crate) text: Vec<String>,
    /// What stands under pictures.
    pub(crate) captions: Vec<String>,
    /// Lines that may come out or not: signatures, sources, boxes of facts.
    pub(crate) either: Vec<String>,
    /// What must not come out.
    pub(crate) not: Vec<String>,
    /// Whether the page tells a story; `false` of lists of links.
    #[serde(default = "yes")]
    pub(crate) article: bool,
}

fn yes() -> bool {
    true
}

/// A page of the set.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(crate) name: String,
    pub(crate) html: Vec<u8>,
    /// Whether it was kept aside: what is wrong with it is not told, so that nothing is mended for it.
    pub(crate) aside: bool,
    pub(crate) expected: Expected,
}

/// The layouts of a folder, in the order of their names.
pub(crate) fn read(folder: &Path) -> Result<Vec<Layout>, Box<dyn Error>> {
    let mut layouts = Vec::new();
    let aside = folder.ends_with("aside");
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let beside = path.with_extension("json");
        let text = fs::read_to_string(&beside).map_err(|error| format!("{}: {error}", beside.display()))?;
        let expected = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", beside.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        layouts.push(Layout { name, html: fs::read(&path)?, aside, expected });
    }
    layouts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(layouts)
}
