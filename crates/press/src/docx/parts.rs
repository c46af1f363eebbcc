//! Parts of a document as they came: found, read and added to.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::NAMESPACES;
use super::package::Parts;
use crate::direction::runs_left;
use crate::print::PrintError;

/// The most that a template may hold when unpacked, in bytes.
const MOST: u64 = 64 << 20;

fn wrong(why: impl ToString) -> PrintError {
    PrintError::Template(why.to_string())
}

/// Unpacks a file.
pub(super) fn unpack(file: &[u8]) -> Result<Parts, PrintError> {
    let mut zip = ZipArchive::new(Cursor::new(file)).map_err(wrong)?;
    let mut parts = Parts::new();
    let mut left = MOST;
    for place in 0..zip.len() {
        let entry = zip.by_index(place).map_err(wrong)?;
        if entry.is_dir() {
            continue;
        }
        let (name, mut bytes) = (entry.name().map_err(wrong)?.into_owned(), Vec::new());
        let read = entry.take(left + 1).read_to_end(&mut bytes).map_err(wrong)? as u64;
        left = left.checked_sub(read).ok_or_else(|| wrong("it holds more than 64 MB"))?;
        put(&mut parts, &name, bytes);
    }
    Ok(parts)
}

/// Puts a part in the place of that with its name, else behind the others.
pub(super) fn put(parts: &mut Parts, name: &str, bytes: Vec<u8>) {
    match parts.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) => *known = bytes,
        None => parts.push((name.to_owned(), bytes)),
    }
}

/// The text of a part, without a byte order mark: the reader of XML passes over it without counting it among its places.
pub(super) fn text<'a>(parts: &'a Parts, name: &str) -> Result<&'a str, PrintError> {
    let (_, bytes) = parts.iter().find(|(known, _)| known == name).ok_or_else(|| wrong(format!("it has no {name}")))?;
    let text = std::str::from_utf8(bytes).map_err(|_| wrong(format!("{name} is not UTF-8")))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The name of the part that says to what others a part is related.
pub(super) fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{name}.rels")
}

/// The target of the first relation of a kind.
pub(super) fn related(relations: &str, kind: &str) -> Option<String> {
    let mut reader = Reader::from_str(relations);
    loop {
        match reader.read_event().ok()? {
            Event::Empty(tag) | Event::Start(tag)
                if attribute(&tag, "Type").is_some_and(|of| of.rsplit('/').next() == Some(kind)) =>
            {
                return attribute(&tag, "Target");
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The name of a part that another names.
pub(super) fn resolve(from: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    if folder.is_empty() { target.to_owned() } else { format!("{folder}/{target}") }
}

/// The value of an attribute, by its name without prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    // Looking for one that stands there twice would take time with the square of their number.
    let found =
        tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The namespaces of a main part that ours lacks, and its last page set-up as it stands.
pub(super) fn frame(document: &str) -> Result<(Vec<(String, String)>, String), PrintError> {
    let mut reader = Reader::from_str(document);
    let (mut namespaces, mut page, mut begun, mut depth) = (Vec::new(), String::new(), 0, 0);
    loop {
        let before = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(wrong)?;
        let after = reader.buffer_position() as usize;
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    namespaces = further_namespaces(&tag);
                }
                if depth == 2 && tag.local_name().as_ref() == "sectPr" {
                    begun = before;
                }
                depth += 1;
            }
            Event::End(tag) => {
                depth -= 1;
                if depth == 2 && tag.local_name().as_ref() == "sectPr" {
                    page = document[begun..after].to_owned();
                }
            }
            Event::Empty(tag) if depth == 2 && tag.local_name().as_ref() == "sectPr" => {
                page = document[before..after].to_owned();
            }
            Event::Eof => return Ok((namespaces, page)),
            _ => {}
        }
    }
}

fn further_namespaces(root: &BytesStart<'_>) -> Vec<(String, String)> {
    let (mut attributes, mut seen) = (root.attributes(), BTreeSet::new());
    let pairs = attributes.with_checks(false).flatten().filter_map(|attribute| {
        let key = attribute.key.as_ref().to_owned();
        Some((key, attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()))
    });
    pairs
        .filter(|(key, _)| key.starts_with("xmlns:") || key == "mc:Ignorable")
        .filter(|(key, _)| NAMESPACES.iter().all(|(known, _)| known != key))
        // One that stands there twice would make a document that nobody opens.
        .filter(|(key, _)| seen.insert(key.clone()))
        .collect()
}

/// How wide the text of a page set-up is, in twentieths of a point.
pub(super) fn text_width(page: &str) -> Option<f64> {
    let mut reader = Reader::from_str(page);
    let (mut width, mut margins) = (None, None);
    while let Ok(event) = reader.read_event() {
        let (Event::Empty(tag) | Event::Start(tag)) = event else { if event == Event::Eof { break } else { continue } };
        let number = |name: &str| attribute(&tag, name)?.parse::<f64>().ok();
        match tag.local_name().as_ref() {
            "pgSz" => width = number("w"),
            "pgMar" => margins = Some(number("left")? + number("right")?),
            _ => {}
        }
    }
    Some(width? - margins?).filter(|width| *width > 1000.0)
}

/// Adds markup before the end of the root.
pub(super) fn before_end(text: &str, root: &str, markup: &str) -> String {
    let end = format!("</{root}>");
    match text.rfind(&end) {
        Some(place) => format!("{}{markup}{}", &text[..place], &text[place..]),
        // The root is empty and closed at once.
        None => match text.rfind("/>") {
            Some(place) => format!("{}>{markup}{end}", &text[..place]),
            None => text.to_owned(),
        },
    }
}

/// Says of pictures and notes what they are.
pub(super) fn with_types(types: &str, notes: &str) -> String {
    let mut new = String::new();
    for (extension, kind) in [("png", "image/png"), ("svg", "image/svg+xml")] {
        if !types.to_ascii_lowercase().contains(&format!("extension=\"{extension}\"")) {
            new.push_str(&format!("<Default Extension=\"{extension}\" ContentType=\"{kind}\"/>"));
        }
    }
    if !types.contains(&format!("\"/{notes}\"")) {
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml";
        new.push_str(&format!("<Override PartName=\"/{notes}\" ContentType=\"{kind}\"/>"));
    }
    before_end(types, "Types", &new)
}

/// Says in which language a document is where a run does not.
pub(super) fn with_language(styles: &str, language: &str) -> String {
    let key = if runs_left(language) { "w:bidi" } else { "w:val" };
    styles.replacen("</w:rPr></w:rPrDefault>", &format!("<w:lang {key}=\"{language}\"/></w:rPr></w:rPrDefault>"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_any_number_of_attributes_once_each() {
        let many: String = (0..200_000).map(|n| format!(" xmlns:n{n}='urn:{n}'")).collect();
        let document = format!("<w:document{many} xmlns:n7='urn:other' w:x=''><w:body/></w:document>");
        let (namespaces, page) = frame(&document).expect("it can be read");
        assert_eq!((namespaces.len(), &*page), (200_000, ""));
        assert_eq!(namespaces[7], ("xmlns:n7".to_owned(), "urn:7".to_owned()));
        let relations =
            format!("<Relationships><Relationship{many} Type='urn:x/styles' Target='a.xml'/></Relationships>");
        assert_eq!(related(&relations, "styles").as_deref(), Some("a.xml"));
    }
}
