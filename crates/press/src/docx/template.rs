//! What a document is built on: the house's own file, or a plain one.

use super::package::Parts;
use super::pictures::Picture;
use super::styles::{self, Styles};
use super::{DECLARATION, parts};
use crate::paper::Paper;
use crate::print::PrintError;
use crate::xml::Xml;

/// A document without its words: what is kept of a template.
pub(super) struct House {
    parts: Parts,
    /// The name of the main part.
    main: String,
    /// The identifiers of its styles.
    pub(super) styles: Styles,
    /// Its page set-up, headers and footers: the element `w:sectPr` as it stands.
    pub(super) page: String,
    /// The namespaces that `page` may use.
    pub(super) namespaces: Vec<(String, String)>,
    /// How wide its text is, in twentieths of a point.
    pub(super) text_width: f64,
}

/// A4 with margins of two centimetres and a footer.
const PAGE: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
<w:pgMar w:top=\"1304\" w:right=\"1134\" w:bottom=\"1304\" w:left=\"1134\" w:header=\"709\" w:footer=\"624\" w:gutter=\"0\"/></w:sectPr>";
const TEXT_WIDTH: f64 = 9638.0;
/// The same for a brief, with margins above and below of 16 millimetres.
const BRIEF_PAGE: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
<w:pgMar w:top=\"907\" w:right=\"1134\" w:bottom=\"907\" w:left=\"1134\" w:header=\"454\" w:footer=\"397\" w:gutter=\"0\"/></w:sectPr>";

const TYPES: &str = "[Content_Types].xml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

impl House {
    /// The program's own plain document.
    pub(super) fn own(paper: &Paper) -> Self {
        let part = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        let parts = vec![
            part(TYPES, include_str!("types.xml")),
            part("_rels/.rels", include_str!("relations.xml")),
            part("docProps/core.xml", ""),
            part("word/document.xml", ""),
            part("word/_rels/document.xml.rels", include_str!("document-relations.xml")),
            part("word/styles.xml", &parts::with_language(&styles::own(paper), &paper.language)),
            part("word/settings.xml", include_str!("settings.xml")),
            part("word/numbering.xml", include_str!("numbering.xml")),
            part("word/footer.xml", include_str!("footer.xml")),
        ];
        Self {
            parts,
            main: "word/document.xml".to_owned(),
            styles: Styles::own(),
            page: if paper.kind == "brief" { BRIEF_PAGE } else { PAGE }.to_owned(),
            namespaces: Vec::new(),
            text_width: TEXT_WIDTH,
        }
    }

    /// Opens a template.
    pub(super) fn open(file: &[u8]) -> Result<Self, PrintError> {
        let mut parts = parts::unpack(file)?;
        let types = parts::text(&parts, TYPES)?.to_owned();
        if types.contains("macroEnabled") {
            return Err(PrintError::Template("it holds macros".to_owned()));
        }
        let main = parts::related(parts::text(&parts, "_rels/.rels")?, "officeDocument")
            .map(|target| parts::resolve("", &target))
            .ok_or_else(|| PrintError::Template("it names no document".to_owned()))?;
        let document = parts::text(&parts, &main)?;
        let (namespaces, page) = parts::frame(document)?;
        let text_width = parts::text_width(&page).unwrap_or(TEXT_WIDTH);
        let relations = parts::text(&parts, &parts::relations_of(&main))?;
        let name =
            parts::related(relations, "styles").map_or("word/styles.xml".to_owned(), |t| parts::resolve(&main, &t));
        let (styles, text) = Styles::of_house(parts::text(&parts, &name)?)?;
        parts::put(&mut parts, &name, text.into_bytes());
        // A template of Word says that it is one; what is printed is a document.
        let types = types.replace("wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml");
        parts::put(&mut parts, TYPES, types.into_bytes());
        let page = if page.is_empty() {
            PAGE.replace("<w:footerReference w:type=\"default\" r:id=\"rId4\"/>", "")
        } else {
            page
        };
        Ok(Self { parts, main, styles, page, namespaces, text_width })
    }

    /// The whole document.
    pub(super) fn finish(
        mut self,
        paper: &Paper,
        document: String,
        notes: String,
        pictures: Vec<Picture>,
    ) -> Result<Parts, PrintError> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let relations_name = parts::relations_of(&self.main);
        let relations = parts::text(&self.parts, &relations_name)?.to_owned();
        let mut new = Xml::default();
        let mut relate = |id: &str, kind: &str, target: &str| {
            let kind = format!("{RELATIONS}/{kind}");
            new.empty("Relationship", &[("Id", id), ("Type", &kind), ("Target", target)]);
        };
        let notes_name = parts::related(&relations, "footnotes").map(|target| parts::resolve(&self.main, &target));
        if notes_name.is_none() {
            relate("rPressNotes", "footnotes", "footnotes.xml");
        }
        for picture in &pictures {
            let [png, svg] = picture.relations();
            relate(&png, "image", &format!("media/chart{}.png", picture.number));
            relate(&svg, "image", &format!("media/chart{}.svg", picture.number));
        }
        let relations = parts::before_end(&relations, "Relationships", &new.finish());
        let named_notes = notes_name.unwrap_or_else(|| format!("{folder}/footnotes.xml"));
        let types = parts::with_types(parts::text(&self.parts, TYPES)?, &named_notes);
        parts::put(&mut self.parts, TYPES, types.into_bytes());
        parts::put(&mut self.parts, &relations_name, relations.into_bytes());
        parts::put(&mut self.parts, &self.main, document.into_bytes());
        parts::put(&mut self.parts, &named_notes, notes.into_bytes());
        if self.parts.iter().any(|(name, _)| name == CORE) {
            parts::put(&mut self.parts, CORE, core(paper).into_bytes());
        }
        for picture in pictures {
            let name = format!("{folder}/media/chart{}", picture.number);
            parts::put(&mut self.parts, &format!("{name}.png"), picture.png);
            parts::put(&mut self.parts, &format!("{name}.svg"), picture.svg.into_bytes());
        }
        Ok(self.parts)
    }
}

const CORE: &str = "docProps/core.xml";

/// Writes the properties: title, subject, language.
fn core(paper: &Paper) -> String {
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    let mut xml = Xml::with(DECLARATION);
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.words("dc:title", &[], &paper.title);
        xml.words("dc:subject", &[], paper.subtitle.as_deref().unwrap_or_default());
        xml.words("dc:language", &[], &paper.language);
        xml.words("cp:category", &[], &paper.kind);
    });
    xml.finish()
}
