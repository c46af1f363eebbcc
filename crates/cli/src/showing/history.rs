//! What changed an entry, and when.

use register::{Change, Register};

use crate::register_arguments::moment;
use crate::rendering::{INDENT, Page, hanging};
use crate::ruling_words;

/// A line a change. `id` is the entry's own name: changes under another are told with it.
pub(crate) fn history(register: &Register, changes: &[Change], id: &str, page: &Page) -> String {
    let mut out = format!("\n    {}\n", page.paint.cyan("history"));
    if changes.is_empty() {
        out += "      nothing yet\n";
    }
    for change in changes {
        let of = if change.id == id { String::new() } else { format!(" (as {})", change.id) };
        let cause = ruling_words::cause(register, &change.cause);
        let line = format!("{}{of}, by {cause}", change.what);
        out += &hanging(&moment(change.at_ms), &line, INDENT + 2, page);
    }
    out
}
