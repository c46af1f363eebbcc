//! The styles of a document, by the names that do not change with a word processor's language.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::parts::{attribute, before_end};
use crate::paper::Paper;
use crate::print::PrintError;

/// The identifiers of the styles that are used.
pub(super) struct Styles {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) headings: [String; 3],
    pub(super) bullet: String,
    pub(super) caption: String,
    pub(super) footnote_text: String,
    pub(super) footnote_reference: String,
    pub(super) strong: String,
    pub(super) quote: String,
    pub(super) link: String,
    pub(super) table: String,
    /// Whether points of a list bring their own sign, since the house has no style for them.
    pub(super) bare_bullet: bool,
    /// Whether they are those of a house.
    pub(super) of_house: bool,
}

/// The program's own.
const OWN: &str = include_str!("styles.xml");

/// How large letters of a brief are for the usual sizes, in half points, the smallest first: what was
/// made smaller is not made so again.
const CLOSER_LETTERS: [(u8, u8); 6] = [(17, 14), (19, 16), (22, 18), (24, 20), (28, 22), (40, 32)];
/// What stands between paragraphs and lines of a brief for what usually does, the smallest first for the same reason.
const CLOSER_GAPS: [(&str, &str); 7] = [
    ("w:after=\"20\" w:line=\"240\"", "w:after=\"0\" w:line=\"240\""),
    ("w:after=\"120\" w:line=\"276\"", "w:after=\"50\" w:line=\"245\""),
    ("w:spacing w:after=\"240\"", "w:spacing w:after=\"100\""),
    ("w:before=\"320\" w:after=\"100\"", "w:before=\"120\" w:after=\"40\""),
    ("w:spacing w:after=\"60\"", "w:spacing w:after=\"20\""),
    ("w:before=\"200\" w:after=\"80\"", "w:before=\"100\" w:after=\"40\""),
    ("w:before=\"30\" w:after=\"30\"", "w:before=\"10\" w:after=\"10\""),
];

/// The styles of the program's own document. A brief, which has to fit on few pages, is set closer.
pub(super) fn own(paper: &Paper) -> String {
    if paper.kind != "brief" {
        return OWN.to_owned();
    }
    let size = |half_points: &u8| format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>");
    let letters = CLOSER_LETTERS.iter().map(|(usual, closer)| (size(usual), size(closer)));
    let gaps = CLOSER_GAPS.iter().map(|(usual, closer)| ((*usual).to_owned(), (*closer).to_owned()));
    letters.chain(gaps).fold(OWN.to_owned(), |styles, (usual, closer)| {
        debug_assert!(styles.contains(&usual), "{usual}");
        styles.replace(&usual, &closer)
    })
}

impl Styles {
    /// Those of the program's own document.
    pub(super) fn own() -> Self {
        Self::from(&mut |name| own_id(name).to_owned())
    }

    /// Those of a house, and its styles with those that it lacked.
    pub(super) fn of_house(text: &str) -> Result<(Self, String), PrintError> {
        let known = names(text)?;
        let plain = known.get("normal").cloned().unwrap_or_default();
        let mut added = String::new();
        let styles = Self::from(&mut |name| {
            if let Some(id) = known.get(name) {
                return id.clone();
            }
            let (id, new) = (own_id(name), format!("Press{}", own_id(name)));
            let definition = OWN.lines().find(|line| line.contains(&format!("w:styleId=\"{id}\""))).unwrap_or_default();
            let definition = definition
                .replace(&format!("w:styleId=\"{id}\""), &format!("w:styleId=\"{new}\""))
                .replace("<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "")
                .replace("w:val=\"Normal\"", &format!("w:val=\"{plain}\""));
            added.push_str(&definition);
            new
        });
        let bare_bullet = !known.contains_key("list bullet");
        Ok((Self { bare_bullet, of_house: true, ..styles }, before_end(text, "w:styles", &added)))
    }

    fn from(id: &mut dyn FnMut(&str) -> String) -> Self {
        Self {
            title: id("title"),
            subtitle: id("subtitle"),
            headings: [id("heading 1"), id("heading 2"), id("heading 3")],
            bullet: id("list bullet"),
            caption: id("caption"),
            footnote_text: id("footnote text"),
            footnote_reference: id("footnote reference"),
            strong: id("strong"),
            quote: id("quote char"),
            link: id("hyperlink"),
            table: id("table grid"),
            bare_bullet: false,
            of_house: false,
        }
    }
}

/// The identifier of a style in the program's own document.
fn own_id(name: &str) -> &'static str {
    match name {
        "title" => "Title",
        "subtitle" => "Subtitle",
        "heading 1" => "Heading1",
        "heading 2" => "Heading2",
        "heading 3" => "Heading3",
        "list bullet" => "ListBullet",
        "caption" => "Caption",
        "footnote text" => "FootnoteText",
        "footnote reference" => "FootnoteReference",
        "strong" => "Strong",
        "quote char" => "QuoteChar",
        "hyperlink" => "Hyperlink",
        _ => "TableGrid",
    }
}

/// The identifiers of a document's styles by their names in lower case.
fn names(text: &str) -> Result<HashMap<String, String>, PrintError> {
    let mut reader = Reader::from_str(text);
    let (mut names, mut id) = (HashMap::new(), None);
    loop {
        let event = reader.read_event().map_err(|error| PrintError::Template(error.to_string()))?;
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "style" => id = attribute(&tag, "styleId"),
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "name" => {
                if let (Some(id), Some(name)) = (id.take(), attribute(&tag, "val")) {
                    names.insert(name.to_lowercase(), id);
                }
            }
            Event::Eof => return Ok(names),
            _ => {}
        }
    }
}
