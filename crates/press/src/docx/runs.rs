//! Words of one look as runs: each with its language, and with the way that its letters run.

use super::styles::Styles;
use crate::direction::{runs_left, stretches};
use crate::paper::Run;
use crate::xml::Xml;

/// How a run looks.
#[derive(Clone, Copy, Default)]
pub(super) struct Look<'a> {
    /// The identifier of a style of characters.
    pub(super) style: Option<&'a str>,
    /// The language.
    pub(super) language: &'a str,
    /// How large its letters are, in half points, where it is not as the style says.
    pub(super) size: Option<u32>,
}

impl<'a> Look<'a> {
    /// Of no style of its own.
    pub(super) fn plain(language: &'a str) -> Self {
        Self { language, ..Self::default() }
    }
}

/// Adds a text.
pub(super) fn text(xml: &mut Xml, text: &str, look: Look<'_>) {
    for (left, stretch) in stretches(text) {
        xml.element("w:r", &[], |xml| {
            properties(xml, look, left);
            words(xml, stretch);
        });
    }
}

/// Adds words of a sentence.
pub(super) fn run(xml: &mut Xml, run: &Run, styles: &Styles, of_paper: &str) {
    let style = run.strong.then_some(styles.strong.as_str());
    text(xml, &run.text, Look { style, ..Look::plain(run.language.as_deref().unwrap_or(of_paper)) });
}

/// Adds the words within a run.
pub(super) fn words(xml: &mut Xml, text: &str) {
    xml.words("w:t", &[("xml:space", "preserve")], text);
}

/// Adds what a run looks like.
pub(super) fn properties(xml: &mut Xml, look: Look<'_>, left: bool) {
    xml.element("w:rPr", &[], |xml| {
        if let Some(style) = look.style {
            xml.empty("w:rStyle", &[("w:val", style)]);
        }
        if let Some(size) = look.size.map(|size| size.to_string()) {
            xml.empty("w:sz", &[("w:val", &size)]);
            xml.empty("w:szCs", &[("w:val", &size)]);
        }
        if left {
            xml.empty("w:rtl", &[]);
        }
        let key = if runs_left(look.language) { "w:bidi" } else { "w:val" };
        xml.empty("w:lang", &[(key, look.language)]);
    });
}

/// Adds a paragraph of a style.
pub(super) fn paragraph(xml: &mut Xml, style: Option<&str>, of_paper: &str, inside: impl FnOnce(&mut Xml)) {
    paragraph_with(xml, style, of_paper, "", inside);
}

/// Adds a paragraph of a style, with further markup of its looks.
pub(super) fn paragraph_with(
    xml: &mut Xml,
    style: Option<&str>,
    of_paper: &str,
    more: &str,
    inside: impl FnOnce(&mut Xml),
) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            if let Some(style) = style {
                xml.empty("w:pStyle", &[("w:val", style)]);
            }
            let (keep, rest) = more.strip_prefix(KEEP_NEXT).map_or(("", more), |rest| (KEEP_NEXT, rest));
            xml.markup(keep);
            if runs_left(of_paper) {
                xml.empty("w:bidi", &[]);
            }
            xml.markup(rest);
        });
        inside(xml);
    });
    xml.line();
}

/// Keeps a paragraph on one page with the next.
pub(super) const KEEP_NEXT: &str = "<w:keepNext/>";
/// Sets a paragraph to the end of its line.
pub(super) const TO_END: &str = "<w:jc w:val=\"end\"/>";
