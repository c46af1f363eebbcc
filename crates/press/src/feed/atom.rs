//! A feed as Atom (RFC 4287).

use super::{Entry, Feed};
use crate::xml::Xml;

/// Writes a feed.
pub(super) fn write(feed: &Feed) -> String {
    let mut xml = Xml::with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.element("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &feed.language)], |xml| {
        xml.line();
        line(xml, "id", &[], &feed.id);
        line(xml, "title", &[], &feed.title);
        line(xml, "updated", &[], &feed.updated);
        // Somebody must have written it (section 4.1.1); who is quoted stands in the content.
        xml.element("author", &[], |xml| xml.words("name", &[], "chancery"));
        xml.line();
        line(xml, "generator", &[], "chancery");
        feed.entries.iter().for_each(|entry| self::entry(xml, entry));
    });
    xml.line();
    xml.finish()
}

fn entry(xml: &mut Xml, entry: &Entry) {
    xml.element("entry", &[], |xml| {
        xml.line();
        line(xml, "id", &[], &entry.id);
        line(xml, "title", &[], &entry.title);
        line(xml, "updated", &[], &entry.updated);
        line(xml, "published", &[], &entry.published);
        if let Some(address) = &entry.address {
            xml.empty("link", &[("rel", "alternate"), ("href", address)]);
            xml.line();
        }
        xml.empty("category", &[("term", entry.kind.as_str()), ("label", &entry.label)]);
        xml.line();
        line(xml, "summary", &[], &entry.summary);
        line(xml, "content", &[("type", "html")], &entry.content);
    });
    xml.line();
}

fn line(xml: &mut Xml, name: &str, attributes: &[(&str, &str)], text: &str) {
    xml.words(name, attributes, text);
    xml.line();
}
