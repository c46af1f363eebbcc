//! What each library takes out of a page.

use std::error::Error;
use std::fs;
use std::path::Path;

use document::{BlockKind, Format, Settings};
use packs::Packs;

use crate::layout::Layout;

/// What was taken out of a page; `None` and empty where the library has no such thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    pub(crate) title: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) canonical: Option<String>,
    pub(crate) alternates: Option<Vec<(String, String)>>,
    /// The main text, line by line.
    pub(crate) lines: Vec<String>,
    pub(crate) captions: Option<Vec<String>>,
}

/// A library: takes something out of any page.
pub(crate) type Library<'a> = Box<dyn Fn(&Layout) -> Taken + 'a>;

/// The libraries at hand by name, chancery first.
pub(crate) fn libraries(packs: &Packs) -> Vec<(&'static str, Library<'_>)> {
    #[cfg_attr(not(feature = "yardsticks"), expect(unused_mut, reason = "only yardsticks are added"))]
    let mut libraries: Vec<(&'static str, Library<'_>)> =
        vec![("chancery", Box::new(move |layout| by_chancery(packs, layout)))];
    #[cfg(feature = "yardsticks")]
    {
        libraries.push(("dom_smoothie", Box::new(yardsticks::by_dom_smoothie)));
        libraries.push(("trafilatura", Box::new(yardsticks::by_trafilatura)));
    }
    libraries
}

/// The blocks of a page, one a line, with what they are.
pub(crate) fn blocks(packs: &Packs, path: &Path) -> Result<String, Box<dyn Error>> {
    let name = path.to_string_lossy();
    let document = document::open(&name, &fs::read(path)?, packs.habits(), &Settings::default())?;
    let blocks = document.blocks().iter();
    let said =
        [document.title(), document.byline(), document.language(), document.canonical()].map(Option::unwrap_or_default);
    let head = format!("{}\n{:?} {:?}\n", said.join(" / "), document.published(), document.told());
    Ok(head
        + &blocks
            .map(|block| format!("{:?}: {}\n", block.kind, document.quote(block.bytes.clone())))
            .collect::<String>())
}

/// What chancery takes out of a page: `document` and, for its date, `reader`.
pub(crate) fn by_chancery(packs: &Packs, layout: &Layout) -> Taken {
    let settings =
        Settings { format: Some(Format::Html), address: layout.expected.address.clone(), ..Settings::default() };
    let Ok(document) = document::open(&layout.name, &layout.html, packs.habits(), &settings) else {
        return Taken::default();
    };
    let reading = reader::read(packs, &document, &reader::Settings::default());
    let of = |kinds: &[BlockKind]| {
        let blocks = document.blocks().iter().filter(|block| kinds.contains(&block.kind));
        blocks.map(|block| document.quote(block.bytes.clone()).to_owned()).collect::<Vec<_>>()
    };
    let day = reading.published.filter(|published| published.start == published.end);
    Taken {
        title: document.title().map(str::to_owned),
        date: day.map(|published| published.start.to_string()),
        language: document.language().map(str::to_owned),
        byline: document.byline().map(str::to_owned),
        canonical: document.canonical().map(str::to_owned),
        alternates: Some(document.alternates().to_vec()),
        lines: of(&[BlockKind::Title, BlockKind::Paragraph]),
        captions: Some(of(&[BlockKind::Caption])),
    }
}

#[cfg(feature = "yardsticks")]
mod yardsticks {
    use dom_smoothie::{Config, Readability, TextMode};

    use super::Taken;
    use crate::layout::Layout;

    /// The page as text: the libraries read UTF-8 alone, so they are given what chancery decodes.
    fn text(layout: &Layout) -> String {
        let head = String::from_utf8_lossy(&layout.html[..layout.html.len().min(2000)]).to_ascii_lowercase();
        let label = ["windows-1258", "iso-8859-1"].into_iter().find(|label| head.contains(&format!("charset={label}")));
        match label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes())) {
            Some(encoding) => encoding.decode(&layout.html).0.into_owned(),
            None => String::from_utf8_lossy(&layout.html).into_owned(),
        }
    }

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn by_dom_smoothie(layout: &Layout) -> Taken {
        let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
        let article = Readability::new(text(layout), layout.expected.address.as_deref(), Some(config))
            .and_then(|mut readability| readability.parse());
        let Ok(article) = article else { return Taken::default() };
        Taken {
            title: Some(article.title.to_string()).filter(|title| !title.is_empty()),
            date: article.published_time.and_then(|time| Some(time.get(..10)?.to_owned())),
            language: article.lang,
            byline: article.byline,
            canonical: article.url,
            alternates: None,
            lines: lines(&article.text_content),
            captions: None,
        }
    }

    pub(super) fn by_trafilatura(layout: &Layout) -> Taken {
        let options = trafilatura::Options::default().with_fallback(true);
        let Ok(result) = trafilatura::extract(&text(layout), &options) else { return Taken::default() };
        let metadata = result.metadata;
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        Taken {
            title: filled(metadata.title),
            date: metadata.date.map(|date| date.format("%Y-%m-%d").to_string()),
            language: filled(metadata.language),
            byline: filled(metadata.author),
            canonical: filled(metadata.url),
            alternates: None,
            lines: lines(&result.content_text),
            captions: None,
        }
    }
}
