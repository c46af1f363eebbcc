//! An engagement or a matter as calendars and feeds show it: a title, what is told, and the words that this rests on.

use packs::Kind;
use register::Register;
use register::matters::Matter;

use crate::digest::Least;
use crate::error::PressError;
use crate::paper::{Note, NoteId, Sentence};
use crate::story::Story;
use crate::teller::Teller;
use crate::words::{Arg, Precise, clean};

/// So many parties stand in a title.
const PARTIES: usize = 4;

/// What is told of an entry.
pub(crate) struct Told {
    /// What it is: `Japan: meeting`.
    pub(crate) title: String,
    /// Sentences.
    pub(crate) text: Vec<String>,
    /// What they rest on.
    pub(crate) notes: Vec<Note>,
}

impl Teller<'_> {
    /// What is told of a story, with so many sentences on what came of it; `None` where nobody is known to have taken part.
    pub(crate) fn told(&mut self, story: &Story, most: usize) -> Option<Told> {
        self.begin_part();
        let title = self.event(story.kind()?, &story.engagement.parties, story.forum());
        let sentences = self.paragraph(story, most, Least::Anything)?;
        Some(self.collected(title, &sentences))
    }

    /// How a matter that falls due was left, by the last word on it.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn told_matter(&mut self, register: &Register, matter: &Matter) -> Result<Told, PressError> {
        let name = self.matter_name(register, matter)?;
        let title = match matter.due {
            Some(due) => {
                let args = vec![("matter", name.clone().into()), ("due", self.due(due).into())];
                self.words.sentence("matter-due", args)
            }
            None => self.words.heading(&name),
        };
        let last = self.words.date(register::date(matter.last).into(), None);
        let args =
            vec![("matter", name.into()), ("state", self.words.state(matter.state).into()), ("last", last.into())];
        let stands = self.words.sentence("matter-line", args);
        let notes = self.matter_notes(register, matter)?;
        let title = title.trim_end_matches('.').to_owned();
        Ok(self.collected(title, &[crate::teller::sentence(&stands, notes)]))
    }

    /// An engagement in a few words: between whom, or with whom where somebody's view is taken, and what it is.
    pub(crate) fn event(&self, kind: Kind, parties: &[String], forum: Option<(String, Option<u16>)>) -> String {
        if let Some((series, session)) = forum.filter(|_| kind == Kind::Conference) {
            return self.words.heading(&self.words.forum(&series, session));
        }
        let word = self.words.kind_of_one(kind);
        let others: Vec<String> = parties.iter().filter(|party| Some(*party) != self.view.as_ref()).cloned().collect();
        if others.is_empty() {
            return self.words.heading(&word);
        }
        let parties = self.words.parties(&others, PARTIES);
        self.words.sentence("event-of", vec![("kind", word.into()), ("parties", parties.into())])
    }

    /// A title with the days behind it.
    pub(crate) fn dated_event(&self, title: &str, dates: Precise) -> String {
        let date = self.words.date(dates, None);
        self.words.sentence("event-dated", vec![("event", Arg::from(title)), ("date", date.into())])
    }

    fn collected(&self, title: String, sentences: &[Sentence]) -> Told {
        let mut notes: Vec<Note> = Vec::new();
        for NoteId(place) in sentences.iter().flat_map(|sentence| &sentence.notes) {
            let Some(note) = self.builder.notes().get(*place) else { continue };
            // What copies have in the same words is quoted once.
            if notes.iter().all(|known| known.quote != note.quote) {
                notes.push(note.clone());
            }
        }
        Told { title, text: sentences.iter().map(Sentence::text).collect(), notes }
    }
}

impl Note {
    /// Who published it and when, fit for a line of its own.
    pub(crate) fn origin(&self) -> String {
        clean(&self.cited())
    }

    /// Where it stands on the web, if that can be followed: one address, without anything that ends a line or an attribute.
    pub(crate) fn web_address(&self) -> Option<&str> {
        let address = self.address.as_deref().filter(|address| document::is_web(address))?;
        let fits = |byte: u8| byte.is_ascii_graphic() && !b"<>\"\\^`{|}".contains(&byte);
        address.bytes().all(fits).then_some(address)
    }
}
