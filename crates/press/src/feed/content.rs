//! What stands in an entry of a feed, as HTML: what is told, then the quotes that it rests on, with who published them.

use crate::direction::runs_left;
use crate::paper::Note;
use crate::told::Told;
use crate::xml::Xml;

/// The content of an entry. Whatever comes from outside is escaped.
pub(super) fn html(told: &Told) -> String {
    let mut html = Xml::default();
    html.words("p", &[], &told.text.join(" "));
    told.notes.iter().for_each(|note| quote(&mut html, note));
    html.finish()
}

fn quote(html: &mut Xml, note: &Note) {
    let mut attributes: Vec<(&str, &str)> = Vec::new();
    let language = note.language.as_deref().and_then(crate::tidy::language);
    if let Some(language) = &language {
        attributes.extend([("lang", language.as_str()), ("dir", if runs_left(language) { "rtl" } else { "ltr" })]);
    }
    html.element("blockquote", &[], |html| {
        html.words("p", &attributes, &crate::words::clean(&note.quote));
        html.element("footer", &[], |html| match note.web_address() {
            Some(address) => html.words("a", &[("href", address), ("rel", "noreferrer")], &note.origin()),
            None => html.text(&note.origin()),
        });
    });
}
