//! The text of a document with the words that entries rest on: cut into pieces, each with what lights it.

use std::ops::Range;

use document::{BlockKind, Document};
use reader::Span;

/// So much of a document is shown whole, in bytes.
const WHOLE: u32 = 48_000;
/// Beyond that, so much around words that something rests on.
const AROUND: u32 = 600;

/// Words of a document, and the entries that rest on them.
#[derive(Clone, Debug)]
pub(crate) struct Light {
    /// Where they stand, in the text as it came.
    pub(crate) span: Span,
    /// The number of the entry in the page.
    pub(crate) entry: usize,
}

/// A line or paragraph of a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LitBlock {
    /// `title`, `dateline`, `paragraph`, `caption`, `source`, `furniture` or `teaser`.
    pub(crate) kind: &'static str,
    /// Its text in pieces.
    pub(crate) pieces: Vec<Piece>,
}

/// A piece of a text that is lit alike.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Piece {
    /// The words; `None` where some are left out.
    pub(crate) text: Option<String>,
    /// The entries that rest on them.
    pub(crate) entries: Vec<usize>,
    /// Those whose words begin here.
    pub(crate) begins: Vec<usize>,
}

/// Cuts a document into its blocks and these into pieces. Of a long one only the beginning is shown, and what is lit.
pub(crate) fn lit(document: &Document, lights: &[Light]) -> Vec<LitBlock> {
    let mut left = WHOLE;
    let mut blocks: Vec<LitBlock> = Vec::new();
    for block in document.blocks() {
        let bytes = document.source_span(block.bytes.clone());
        let of_block: Vec<&Light> = lights.iter().filter(|light| touches(light.span, &bytes)).collect();
        let shown = shown(&bytes, &of_block, &mut left);
        if shown.is_empty() {
            let gone = |block: &LitBlock| block.pieces.iter().all(|piece| piece.text.is_none());
            if !blocks.last().is_some_and(gone) {
                blocks.push(LitBlock { kind: "left-out", pieces: vec![Piece::left_out()] });
            }
            continue;
        }
        blocks.push(LitBlock { kind: name(block.kind), pieces: pieces(document.source(), &bytes, &shown, &of_block) });
    }
    blocks
}

fn name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "title",
        BlockKind::Dateline => "dateline",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Caption => "caption",
        BlockKind::Source => "source",
        BlockKind::Furniture => "furniture",
        BlockKind::Teaser => "teaser",
    }
}

fn touches(span: Span, bytes: &Range<u32>) -> bool {
    span[0] < bytes.end && bytes.start < span[1]
}

/// Which stretches of a block are shown, in order and apart.
fn shown(bytes: &Range<u32>, lights: &[&Light], left: &mut u32) -> Vec<Range<u32>> {
    let head = (bytes.end - bytes.start).min(*left);
    *left -= head;
    let mut stretches: Vec<Range<u32>> = Vec::new();
    if head > 0 {
        stretches.push(bytes.start..bytes.start + head);
    }
    for light in lights {
        let from = light.span[0].saturating_sub(AROUND).max(bytes.start);
        stretches.push(from..light.span[1].saturating_add(AROUND).min(bytes.end));
    }
    stretches.sort_by_key(|stretch| stretch.start);
    let mut joined: Vec<Range<u32>> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if stretch.start <= last.end => last.end = last.end.max(stretch.end),
            _ => joined.push(stretch),
        }
    }
    joined
}

impl Piece {
    fn left_out() -> Self {
        Self { text: None, entries: Vec::new(), begins: Vec::new() }
    }
}

/// The pieces of a block: cut wherever words that are lit begin or end.
fn pieces(source: &str, bytes: &Range<u32>, shown: &[Range<u32>], lights: &[&Light]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = bytes.start;
    for stretch in shown {
        // What is cut is never cut within a letter.
        let from = source.floor_char_boundary(stretch.start as usize) as u32;
        let to = source.ceil_char_boundary(stretch.end as usize) as u32;
        if from > at {
            pieces.push(Piece::left_out());
        }
        let mut cuts: Vec<u32> =
            lights.iter().flat_map(|light| light.span).filter(|cut| (from..to).contains(cut)).collect();
        cuts.extend([from, to]);
        cuts.sort_unstable();
        cuts.dedup();
        for cut in cuts.windows(2) {
            let Some(text) = source.get(cut[0] as usize..cut[1] as usize) else { continue };
            let over = lights.iter().filter(|light| light.span[0] <= cut[0] && cut[1] <= light.span[1]);
            let entries = over.map(|light| light.entry).collect();
            // Words that go over several blocks begin in the first of them.
            let begin = lights.iter().filter(|light| light.span[0] == cut[0]).map(|light| light.entry).collect();
            pieces.push(Piece { text: Some(text.to_owned()), entries, begins: begin });
        }
        at = to;
    }
    if at < bytes.end {
        pieces.push(Piece::left_out());
    }
    pieces
}

#[cfg(test)]
mod tests {
    use document::Document;

    use super::{Light, LitBlock, lit};

    fn document(text: &str) -> Document {
        document::open("a.txt", text.as_bytes(), embedded::packs().habits(), &document::Settings::default()).unwrap()
    }

    fn show(blocks: &[LitBlock]) -> String {
        let piece = |piece: &super::Piece| match &piece.text {
            None => "…".to_owned(),
            Some(text) if piece.entries.is_empty() => text.chars().take(40).collect(),
            Some(text) => format!("[{:?} {text}]", piece.entries),
        };
        blocks.iter().map(|block| block.pieces.iter().map(piece).collect::<String>()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn words_that_lie_over_each_other_are_lit_by_both() {
        let text = "Minister Ngata met Minister Atieno in Quito and thanked her.";
        let light = |words: &str, entry| {
            let from = text.find(words).unwrap() as u32;
            Light { span: [from, from + words.len() as u32], entry }
        };
        let lights = [light("met Minister Atieno in Quito", 0), light("in Quito and thanked", 1)];
        assert_eq!(
            show(&lit(&document(text), &lights)),
            "Minister Ngata [[0] met Minister Atieno ][[0, 1] in Quito][[1]  and thanked] her."
        );
    }

    #[test]
    fn of_a_long_line_only_the_beginning_and_what_is_lit_is_shown() {
        let words = "Minister Ngata thanked Minister Atieno.";
        let text = format!("{}{words}{}", "é ".repeat(200_000), " é".repeat(2_000_000));
        let from = text.find(words).unwrap() as u32;
        let blocks = lit(&document(&text), &[Light { span: [from, from + words.len() as u32], entry: 3 }]);
        let size: usize = blocks
            .iter()
            .flat_map(|block| &block.pieces)
            .filter_map(|piece| piece.text.as_ref())
            .map(String::len)
            .sum();
        assert!(size < 60_000, "{size}");
        let shown = show(&blocks);
        assert!(shown.contains(&format!("[[3] {words}]")) && shown.ends_with('…'), "{shown}");
    }
}
