//! Lists of sources as readers of feeds exchange them: OPML 2.0 (<http://opml.org/spec2.opml>).

use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use register::{Source, SourceKind};

/// So many sources are taken of one file.
const MOST: usize = 10_000;

/// A source that such a file names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// What it is called there.
    pub name: String,
    /// Where its list stands.
    pub address: String,
    /// How what it publishes is found.
    pub kind: SourceKind,
    /// Which links lead to what is published.
    pub links: Option<String>,
    /// How the addresses begin that are taken.
    pub below: Option<String>,
    /// How often it is asked, in seconds.
    pub every_s: Option<u32>,
}

/// Why a file is no such list.
#[derive(Debug, thiserror::Error)]
#[error("is no OPML ({0}); export it again from where it comes from")]
pub struct NoOpml(String);

/// The sources that a file names, in its order; groups of them are opened.
///
/// # Errors
///
/// Where it is no OPML.
pub fn outlines(file: &[u8]) -> Result<Vec<Outline>, NoOpml> {
    let mut reader = Reader::from_reader(file);
    let (mut outlines, mut is_opml, mut buffer) = (Vec::new(), false, Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| NoOpml(error.to_string()))? {
            Event::Start(start) | Event::Empty(start) => match start.local_name().as_ref() {
                "opml" => is_opml = true,
                "outline" if is_opml && outlines.len() < MOST => outlines.extend(outline(&start)),
                _ => {}
            },
            Event::Eof if is_opml => return Ok(outlines),
            Event::Eof => return Err(NoOpml("it has no element `opml`".to_owned())),
            _ => {}
        }
    }
}

fn outline(start: &BytesStart<'_>) -> Option<Outline> {
    let mut outline = Outline { kind: SourceKind::Feed, ..Outline::default() };
    let mut title = None;
    // Looking for doubles takes time with the square of them.
    for attribute in start.attributes().with_checks(false).flatten() {
        let Ok(value) = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) else { continue };
        let value = value.trim().to_owned();
        if value.is_empty() {
            continue;
        }
        match attribute.key.local_name().as_ref() {
            "xmlUrl" => outline.address = value,
            "text" => outline.name = value,
            "title" => title = Some(value),
            // Of our own: other programs leave it alone.
            "kind" => outline.kind = value.parse().unwrap_or_default(),
            "links" => outline.links = Some(value),
            "below" => outline.below = Some(value),
            "every" => outline.every_s = value.parse().ok(),
            _ => {}
        }
    }
    outline.name = title.unwrap_or(outline.name);
    (!outline.address.is_empty()).then_some(outline)
}

/// Sources as such a file. What only this program knows of them stands in attributes of its own.
pub fn opml(sources: &[Source]) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let written = (|| {
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let opml = BytesStart::new("opml").with_attributes([("version", "2.0"), ("xmlns:chancery", NAMES)]);
        writer.write_event(Event::Start(opml))?;
        writer.write_event(Event::Start(BytesStart::new("head")))?;
        writer.write_event(Event::Start(BytesStart::new("title")))?;
        writer.write_event(Event::Text(BytesText::new("Sources of Chancery")))?;
        writer.write_event(Event::End(BytesEnd::new("title")))?;
        writer.write_event(Event::End(BytesEnd::new("head")))?;
        writer.write_event(Event::Start(BytesStart::new("body")))?;
        for source in sources {
            writer.write_event(Event::Empty(element(source)))?;
        }
        writer.write_event(Event::End(BytesEnd::new("body")))?;
        writer.write_event(Event::End(BytesEnd::new("opml")))
    })();
    let written: std::io::Result<()> = written;
    written.expect("memory takes all that is written");
    let mut text = String::from_utf8(writer.into_inner()).expect("it is written from text");
    text.push('\n');
    text
}

/// The names that are only of this program.
const NAMES: &str = "urn:chancery:sources";

fn element(source: &Source) -> BytesStart<'static> {
    let mut element = BytesStart::new("outline");
    let every = source.every_s.to_string();
    element.push_attribute(("type", "rss"));
    element.push_attribute(("text", source.name.as_str()));
    element.push_attribute(("xmlUrl", source.address.as_str()));
    element.push_attribute(("chancery:kind", source.kind.as_str()));
    element.push_attribute(("chancery:every", every.as_str()));
    for (name, value) in [("chancery:links", &source.links), ("chancery:below", &source.below)] {
        if let Some(value) = value {
            element.push_attribute((name, value.as_str()));
        }
    }
    element
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_readers_of_feeds_write() {
        let file = "<?xml version='1.0'?><opml version='1.1'><head><title>Mine</title></head><body><outline text='Ministries'>\
            <outline type='rss' text='A &amp; B' title='' xmlUrl='https://a.example/rss?x=1&amp;y=2' htmlUrl='https://a.example/'/>\
            <outline text='no feed'/></outline><outline text='x' title='C' xmlUrl='https://c.example/atom'></outline></body></opml>";
        let outlines = outlines(file.as_bytes()).expect("it is one");
        let told: Vec<_> = outlines.iter().map(|outline| (outline.name.as_str(), outline.address.as_str())).collect();
        assert_eq!(told, [("A & B", "https://a.example/rss?x=1&y=2"), ("C", "https://c.example/atom")]);
        assert!(self::outlines(b"<html></html>").is_err() && self::outlines(b"<opml><body></opml>").is_err());
    }

    #[test]
    fn reads_any_number_of_attributes() {
        let attributes: String = (0..200_000).map(|n| format!(" a{n}=''")).collect();
        let file = format!("<opml><outline{attributes} xmlUrl='https://a.example/'/></opml>");
        assert_eq!(outlines(file.as_bytes()).expect("it is one").len(), 1);
    }

    #[test]
    fn comes_back_as_it_went() {
        let source = Source {
            id: "a".to_owned(),
            name: "Ministry \"<&>\" of A".to_owned(),
            address: "https://a.example/news?x=1&y=2".to_owned(),
            kind: SourceKind::Listing,
            links: Some("main > a[href*='x']".to_owned()),
            below: Some("https://a.example/".to_owned()),
            every_s: 900,
            ..Source::default()
        };
        let back = outlines(opml(std::slice::from_ref(&source)).as_bytes()).expect("it is one").remove(0);
        let expected = Outline {
            name: source.name,
            address: source.address,
            kind: source.kind,
            links: source.links,
            below: source.below,
            every_s: Some(900),
        };
        assert_eq!(back, expected);
    }
}
