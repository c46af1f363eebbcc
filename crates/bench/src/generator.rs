//! Documents that nobody wrote, as many as are wanted and no two alike.
//!
//! The sentences are those by which the packs show what they mean (`examples.tsv`, `cases.txt`). Who is named in them,
//! which parties, cities and days, is drawn anew: parties and cities from the packs' own phrases, names of people glued
//! of halves of cities. The same seed gives the same documents.

use document::{Shape, tokenize};
use packs::{Form, Language, Layer, Lexicon, Marks, UNKNOWN, Value};

use crate::seeded::Seeded;

/// How long a document is, in bytes.
pub(crate) const LENGTH: usize = 6000;
/// How many of a hundred sentences tell of an engagement; the rest say something.
const OPENINGS: usize = 15;
/// How many people a document names.
const CAST: usize = 6;

/// A stretch of a sentence.
enum Piece {
    Plain(String),
    Party(Form),
    City,
    Name,
    Number(u32),
}

type Template = Vec<Piece>;

/// Writes documents in one language.
pub(crate) struct Generator {
    /// Sentences that tell of an engagement.
    openings: Vec<Template>,
    /// Sentences that say something.
    sayings: Vec<Template>,
    /// The names, genitives, adjectives and demonyms of each party.
    parties: Vec<[Vec<String>; 4]>,
    cities: Vec<String>,
}

impl Generator {
    pub(crate) fn new(language: &Language) -> Self {
        let mut parties: Vec<(u16, [Vec<String>; 4])> = Vec::new();
        let mut cities = Vec::new();
        for (phrase, entry) in language.lexicon.phrases() {
            let phrase = phrase.replace(" ' ", "'").replace(" - ", "-").replace(" : ", ":");
            match &language.lexicon.entry(entry).value {
                Value::Party(party, form) => {
                    let place = parties.iter().position(|(known, _)| *known == party.0).unwrap_or_else(|| {
                        parties.push((party.0, <[Vec<String>; 4]>::default()));
                        parties.len() - 1
                    });
                    parties[place].1[*form as usize].push(phrase);
                }
                Value::City(_) => cities.push(phrase),
                _ => {}
            }
        }
        let template = |text: &str| template(text, &language.lexicon);
        let openings = language.cases.iter().filter(|case| !case.nothing).map(|case| template(&case.text)).collect();
        let sayings = language.examples.iter().map(|example| template(&example.text)).collect();
        Self { openings, sayings, parties: parties.into_iter().map(|(_, forms)| forms).collect(), cities }
    }

    /// The document of a seed.
    pub(crate) fn document(&self, seed: u64) -> String {
        let mut seeded = Seeded::new(seed);
        let cast: Vec<String> = (0..CAST).map(|_| self.name(&mut seeded)).collect();
        let hosts: [usize; 2] = std::array::from_fn(|_| seeded.below(self.parties.len()));
        let mut out = String::with_capacity(LENGTH + 1000);
        self.write(seeded.below(self.openings.len()), true, &cast, hosts, &mut seeded, &mut out);
        out.truncate(out.trim_end().trim_end_matches(['.', '!', '?']).len());
        out.push_str("\n\n");
        while out.len() < LENGTH {
            let opens = seeded.percent(OPENINGS);
            let all = if opens { &self.openings } else { &self.sayings };
            self.write(seeded.below(all.len()), opens, &cast, hosts, &mut seeded, &mut out);
            out.push_str(if seeded.percent(30) { "\n\n" } else { " " });
        }
        out
    }

    fn write(
        &self,
        template: usize,
        opens: bool,
        cast: &[String],
        hosts: [usize; 2],
        seeded: &mut Seeded,
        out: &mut String,
    ) {
        let all = if opens { &self.openings } else { &self.sayings };
        for piece in &all[template] {
            match piece {
                Piece::Plain(text) => out.push_str(text),
                Piece::Party(form) => {
                    let party = if seeded.percent(70) { *seeded.one(&hosts) } else { seeded.below(self.parties.len()) };
                    let forms = &self.parties[party];
                    let list =
                        [*form as usize, 0, 1, 2, 3].into_iter().map(|form| &forms[form]).find(|list| !list.is_empty());
                    list.into_iter().for_each(|list| out.push_str(seeded.one(list).as_str()));
                }
                Piece::City => out.push_str(seeded.one(&self.cities).as_str()),
                Piece::Name => out.push_str(seeded.one(cast).as_str()),
                Piece::Number(limit) => out.push_str(&(1 + seeded.below(*limit as usize)).to_string()),
            }
        }
    }

    /// A name of two or three words, each of halves of cities.
    fn name(&self, seeded: &mut Seeded) -> String {
        let words = 2 + usize::from(seeded.percent(30));
        let half = |city: &str, first: bool| {
            let word: Vec<char> = city.split(' ').next().unwrap_or_default().chars().collect();
            let (head, tail) = word.split_at(word.len().div_ceil(2));
            if first { head.iter().collect::<String>() } else { tail.iter().collect::<String>().to_lowercase() }
        };
        let word = |_| half(seeded.one(&self.cities).as_str(), true) + &half(seeded.one(&self.cities).as_str(), false);
        (0..words).map(word).collect::<Vec<_>>().join(" ")
    }
}

/// A sentence with places for what is drawn anew.
fn template(text: &str, lexicon: &Lexicon) -> Template {
    let tokens = tokenize(text);
    let mut words = vec![UNKNOWN; tokens.len()];
    lexicon.number(text, &tokens, &mut words);
    let mut marks = Marks::default();
    lexicon.scan(text, &tokens, &words, 0..tokens.len() as u32, &mut marks);
    let mut pieces: Template = Vec::new();
    let mut at = 0;
    let is_name = |at: usize| at > 0 && words[at] == UNKNOWN && tokens[at].shape == Shape::Capital;
    while at < tokens.len() {
        if tokens[at].spaced && at > 0 {
            plain(&mut pieces, " ");
        }
        let named = marks.at(Layer::Names, at as u32).iter().find_map(|mark| match lexicon.of(*mark).value {
            Value::Party(_, form) => Some((Piece::Party(form), mark.end as usize)),
            Value::City(_) => Some((Piece::City, mark.end as usize)),
            _ => None,
        });
        if let Some((piece, end)) = named {
            pieces.push(piece);
            at = end;
        } else if is_name(at) {
            pieces.push(Piece::Name);
            at = (at..tokens.len()).find(|&at| !is_name(at)).unwrap_or(tokens.len());
        } else {
            let written = &text[tokens[at].start as usize..tokens[at].end as usize];
            match written.parse::<u32>() {
                Ok(number @ 1..=999) => pieces.push(Piece::Number(if number <= 12 { 12 } else { number.max(28) })),
                _ => plain(&mut pieces, written),
            }
            at += 1;
        }
    }
    pieces
}

fn plain(pieces: &mut Template, text: &str) {
    if let Some(Piece::Plain(last)) = pieces.last_mut() {
        last.push_str(text);
    } else {
        pieces.push(Piece::Plain(text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn writes_the_same_for_a_seed_and_nothing_twice() {
        let packs = packs::Packs::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")).unwrap();
        for language in &packs.languages {
            let generator = Generator::new(language);
            let mut documents: Vec<String> = (0..50).map(|seed| generator.document(seed)).collect();
            assert_eq!(documents[7], generator.document(7));
            assert!(documents.iter().all(|document| (LENGTH..2 * LENGTH).contains(&document.len())));
            documents.sort();
            documents.dedup();
            assert_eq!(documents.len(), 50);
        }
    }
}
