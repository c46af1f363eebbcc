//! The notes of a paper as footnotes.

use super::runs::{self, Look, paragraph};
use super::styles::Styles;
use super::{DECLARATION, NAMESPACES};
use crate::paper::{Note, Paper};
use crate::tidy::words;
use crate::xml::Xml;
use document::is_web;

/// The lines between text and notes, which every document has.
const LINES: &str = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>\
<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\n";

/// Writes the part.
pub(super) fn footnotes(paper: &Paper, styles: &Styles) -> String {
    let mut xml = Xml::with(DECLARATION);
    xml.element("w:footnotes", &NAMESPACES, |xml| {
        xml.markup(LINES);
        for (place, note) in paper.notes.iter().enumerate() {
            xml.element("w:footnote", &[("w:id", &(place + 1).to_string())], |xml| {
                paragraph(xml, Some(&styles.footnote_text), &paper.language, |xml| footnote(xml, note, paper, styles));
            });
        }
    });
    xml.finish()
}

fn footnote(xml: &mut Xml, note: &Note, paper: &Paper, styles: &Styles) {
    let plain = Look::plain(&paper.language);
    xml.element("w:r", &[], |xml| {
        runs::properties(xml, Look { style: Some(&styles.footnote_reference), ..plain }, false);
        xml.empty("w:footnoteRef", &[]);
    });
    runs::text(xml, " ", plain);
    // The quote is another's words in another's language: slanted letters need no marks of any language.
    let quote = Look { style: Some(&styles.quote), ..Look::plain(note.language.as_deref().unwrap_or(&paper.language)) };
    runs::text(xml, &words(&note.quote), quote);
    runs::text(xml, &format!(" {}. ", note.cited()), plain);
    if let Some(address) = &note.address {
        self::address(xml, address, Look { style: Some(&styles.link), ..plain }, plain);
        runs::text(xml, " ", plain);
    }
    runs::text(xml, &format!("[{}]", note.account), plain);
}

/// Adds an address, as a link where it is safe to follow and cannot end the field that it stands in.
fn address(xml: &mut Xml, address: &str, link: Look<'_>, plain: Look<'_>) {
    if is_web(address) && !address.contains(['"', '\\']) {
        let field = format!("HYPERLINK \"{address}\"");
        xml.element("w:fldSimple", &[("w:instr", &field)], |xml| runs::text(xml, address, link));
    } else {
        runs::text(xml, address, plain);
    }
}
