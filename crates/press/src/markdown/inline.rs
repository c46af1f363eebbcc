//! A paragraph of Markdown in, its sentences out: each ends with its notes.

use comrak::nodes::{Node, NodeValue};

use crate::paper::{NoteId, Run, Sentence};
use crate::tidy::{language, words};

/// What a paragraph says, and the notes in it.
#[derive(Default)]
pub(super) struct Inlines {
    /// In the order of reading.
    pieces: Vec<Piece>,
}

enum Piece {
    Words(Run),
    Note(NoteId),
    Plain,
}

/// Sentences of a paragraph; those that rest on nothing, though nobody said that they may, also stand in the second list.
pub(super) type Sentences = (Vec<Sentence>, Vec<String>);

impl Inlines {
    /// Reads what stands in a node. `note` gives the place of a note by its name.
    pub(super) fn of(node: Node<'_>, note: &mut dyn FnMut(&str) -> Option<NoteId>) -> Self {
        let mut inlines = Self::default();
        let mut look = Look::default();
        for child in node.children() {
            inlines.take(child, &mut look, note);
        }
        inlines
    }

    fn take(&mut self, node: Node<'_>, look: &mut Look, note: &mut dyn FnMut(&str) -> Option<NoteId>) {
        match &node.data().value {
            NodeValue::Text(text) => self.words(text, look),
            NodeValue::Code(code) => self.words(&code.literal, look),
            NodeValue::SoftBreak | NodeValue::LineBreak => self.words(" ", look),
            NodeValue::HtmlInline(html) => match tag(html) {
                Tag::Language(language) => look.languages.push(language),
                Tag::EndLanguage => _ = look.languages.pop(),
                Tag::Strong => look.strong += 1,
                Tag::EndStrong => look.strong = look.strong.saturating_sub(1),
                Tag::Plain => self.pieces.push(Piece::Plain),
                Tag::Comment => {}
                // Whatever else looks like markup is what a person wrote.
                Tag::Quote(_) | Tag::EndQuote | Tag::Other => self.words(html, look),
            },
            NodeValue::FootnoteReference(reference) => self.pieces.extend(note(&reference.name).map(Piece::Note)),
            NodeValue::Strong => {
                look.strong += 1;
                node.children().for_each(|child| self.take(child, look, note));
                look.strong -= 1;
            }
            _ => node.children().for_each(|child| self.take(child, look, note)),
        }
    }

    fn words(&mut self, text: &str, look: &Look) {
        let language = look.languages.last().cloned().flatten();
        self.pieces.push(Piece::Words(Run { text: text.to_owned(), strong: look.strong > 0, language }));
    }

    /// Its words without their looks.
    pub(super) fn text(&self) -> String {
        let words_of = |piece: &Piece| match piece {
            Piece::Words(run) => run.text.clone(),
            Piece::Note(_) | Piece::Plain => String::new(),
        };
        words(&self.pieces.iter().map(words_of).collect::<String>())
    }

    /// Its notes, in order.
    pub(super) fn notes(&self) -> Vec<NoteId> {
        let note = |piece: &Piece| if let Piece::Note(note) = piece { Some(*note) } else { None };
        self.pieces.iter().filter_map(note).collect()
    }

    /// Parts it into sentences.
    pub(super) fn sentences(self) -> Sentences {
        let mut parting = Parting::default();
        for piece in self.pieces {
            match piece {
                Piece::Words(run) => parting.words(run),
                Piece::Note(note) => parting.notes.push(note),
                Piece::Plain => {
                    parting.plain = true;
                    parting.end();
                }
            }
        }
        parting.end();
        (parting.sentences, parting.unbacked)
    }
}

/// How the words are to look at some point.
#[derive(Default)]
struct Look {
    strong: usize,
    languages: Vec<Option<String>>,
}

/// Sentences as they come.
#[derive(Default)]
struct Parting {
    sentences: Vec<Sentence>,
    unbacked: Vec<String>,
    runs: Vec<Run>,
    notes: Vec<NoteId>,
    plain: bool,
}

impl Parting {
    fn words(&mut self, mut run: Run) {
        if !self.notes.is_empty() {
            // Someone set the note before the full stop: that still belongs to the sentence.
            let close = run.text.find(char::is_whitespace).unwrap_or(run.text.len());
            if !run.text[..close].contains(char::is_alphanumeric) {
                self.runs.push(Run { text: run.text.drain(..close).collect(), ..run.clone() });
            }
            if run.text.is_empty() {
                return;
            }
            self.end();
        }
        self.runs.push(run);
    }

    /// Ends a sentence. One without words is none.
    fn end(&mut self) {
        let said = self.runs.iter().any(|run| !run.text.trim().is_empty());
        let (runs, notes) = (std::mem::take(&mut self.runs), std::mem::take(&mut self.notes));
        let plain = std::mem::take(&mut self.plain);
        if !said {
            return;
        }
        let sentence = Sentence { plain: notes.is_empty(), runs, notes };
        if sentence.plain && !plain {
            self.unbacked.push(words(&sentence.text()));
        }
        self.sentences.push(sentence);
    }
}

/// Markup of HTML that papers use in their Markdown.
#[derive(Debug, PartialEq)]
pub(super) enum Tag {
    Language(Option<String>),
    EndLanguage,
    Strong,
    EndStrong,
    Quote(Option<String>),
    EndQuote,
    Plain,
    Comment,
    Other,
}

/// Which it is.
pub(super) fn tag(html: &str) -> Tag {
    if let Some(comment) = html.strip_prefix("<!--") {
        return if comment.trim_end_matches("-->").trim() == "plain" { Tag::Plain } else { Tag::Comment };
    }
    let of = || html.split_once("lang=\"").and_then(|(_, rest)| language(rest.split_once('"')?.0));
    match html {
        "</span>" => Tag::EndLanguage,
        "<strong>" => Tag::Strong,
        "</strong>" => Tag::EndStrong,
        "</q>" => Tag::EndQuote,
        _ if html.starts_with("<span lang=") => Tag::Language(of()),
        _ if html == "<q>" || html.starts_with("<q lang=") => Tag::Quote(of()),
        _ => Tag::Other,
    }
}
