//! A query as the index takes it.

use std::collections::BTreeMap;
use std::ops::Bound;

use packs::Topic;
use register::matters::State;
use register::{Day, day};
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query as Lookup, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use crate::entries::name_words;
use crate::fields::Fields;
use crate::query::{Clause, Filter, Query, Sought};
use crate::words::{normal, plain, words};

/// So many other words may stand between those of a person's name.
const GAPS: u32 = 8;

/// A query as the index of a kind of entry takes it, for which `searcher` is. Kinds of entry are left aside.
pub(crate) fn lookup(fields: &Fields, searcher: &Searcher, query: &Query, today: Day) -> Box<dyn Lookup> {
    Compiler { fields, searcher, today }.all(&query.clauses)
}

struct Compiler<'a> {
    fields: &'a Fields,
    searcher: &'a Searcher,
    today: Day,
}

impl Compiler<'_> {
    fn all(&self, clauses: &[Clause]) -> Box<dyn Lookup> {
        let mut parts: Vec<(Occur, Box<dyn Lookup>)> = Vec::new();
        // Of what an entry has one of, one of several values is enough.
        let mut either: BTreeMap<&str, Vec<Box<dyn Lookup>>> = BTreeMap::new();
        for clause in clauses {
            let lookup = match &clause.sought {
                Sought::Filter(Filter::In(_)) => continue,
                Sought::Filter(filter) => self.filter(filter),
                Sought::Word(text) | Sought::Phrase(text) => self.text(text),
                Sought::Topical(text, topic) => self.topical(text, *topic),
            };
            let Some(lookup) = lookup else { continue };
            match (&clause.sought, clause.without) {
                (_, true) => parts.push((Occur::MustNot, steady(lookup))),
                (Sought::Filter(filter), false) => match one_of_a_kind(filter) {
                    Some(kind) => either.entry(kind).or_default().push(lookup),
                    None => parts.push((Occur::Must, lookup)),
                },
                (_, false) => parts.push((Occur::Must, lookup)),
            }
        }
        for mut lookups in either.into_values() {
            let lookup = if lookups.len() > 1 { Box::new(BooleanQuery::union(lookups)) } else { lookups.remove(0) };
            parts.push((Occur::Must, lookup));
        }
        if parts.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            parts.push((Occur::Must, Box::new(AllQuery)));
        }
        if parts.len() == 1 { parts.remove(0).1 } else { Box::new(BooleanQuery::new(parts)) }
    }

    /// A text in any of the languages, or without marks; `None` where it has no words.
    ///
    /// What fits in several ways counts for each: the very words before those that fit only without their marks.
    fn text(&self, text: &str) -> Option<Box<dyn Lookup>> {
        let text = normal(text);
        let plain = words(&mut plain(), &text);
        if plain.is_empty() {
            return None;
        }
        let unmarked = plain.join(" ");
        let mut ways: Vec<Box<dyn Lookup>> = Vec::new();
        for tongue in &self.fields.tongues {
            let mut analyzer = tongue.analyzer();
            let (marked, unmarked) = (words(&mut analyzer, &text), words(&mut analyzer, &unmarked));
            if marked != unmarked {
                ways.extend(self.words(tongue.field, marked, 0));
            }
            ways.extend(self.words(tongue.field, unmarked, 0));
        }
        ways.extend(self.words(self.fields.plain, plain, 0));
        Some(match ways.len() {
            0 => Box::new(EmptyQuery),
            1 => ways.remove(0),
            _ => Box::new(BooleanQuery::union(ways)),
        })
    }

    /// What says the name of a topic, or is about it: the words themselves come first.
    fn topical(&self, text: &str, topic: Topic) -> Option<Box<dyn Lookup>> {
        let about = self.filter(&Filter::Topic(topic))?;
        Some(match self.text(text) {
            Some(said) => Box::new(BooleanQuery::union(vec![said, about])),
            None => about,
        })
    }

    /// Words in their order in a field; `None` where one of them stands nowhere.
    fn words(&self, field: Field, words: Vec<String>, gaps: u32) -> Option<Box<dyn Lookup>> {
        let terms: Vec<Term> = words.iter().map(|word| Term::from_field_text(field, word)).collect();
        // What a dictionary does not have costs nothing more.
        if terms.iter().any(|term| self.searcher.doc_freq(term).is_ok_and(|n| n == 0)) {
            return None;
        }
        let lookup: Box<dyn Lookup> = match <[Term; 1]>::try_from(terms) {
            Ok([term]) => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
            Err(terms) if terms.is_empty() => return None,
            Err(terms) => {
                let mut phrase = PhraseQuery::new(terms);
                phrase.set_slop(gaps);
                Box::new(phrase)
            }
        };
        Some(lookup)
    }

    /// What an entry must be. Filters say nothing of how well it fits.
    fn filter(&self, filter: &Filter) -> Option<Box<dyn Lookup>> {
        let fields = self.fields;
        let lookup: Box<dyn Lookup> = match filter {
            Filter::Party(code) => whole(fields.party, code),
            Filter::Actor(code) => whole(fields.actor, code),
            Filter::Addressee(code) => whole(fields.addressee, code),
            Filter::Country(code) => whole(fields.country, code),
            Filter::City(name) => whole(fields.city, name),
            Filter::Kind(kind) => whole(fields.kind, kind.as_str()),
            Filter::Topic(topic) => whole(fields.topic, topic.as_str()),
            Filter::Claim(claim) => whole(fields.claim, claim.as_str()),
            Filter::Language(code) => whole(fields.language, code),
            Filter::Disputed => whole(fields.is, "disputed"),
            Filter::Background => whole(fields.is, "background"),
            Filter::From(date) => days(fields.end, Bound::Included(day(date.first_day())), Bound::Unbounded),
            Filter::To(date) => days(fields.start, Bound::Unbounded, Bound::Included(day(date.last_day()))),
            Filter::State(state) => self.state(*state),
            Filter::Person(name) => {
                let words = name_words(name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
                self.words(fields.person, words, GAPS).unwrap_or(Box::new(EmptyQuery))
            }
            Filter::Source(name) => {
                let words = words(&mut plain(), &normal(name));
                self.words(fields.source, words, 0).unwrap_or(Box::new(EmptyQuery))
            }
            Filter::In(_) => return None,
        };
        Some(Box::new(ConstScoreQuery::new(lookup, 0.0)))
    }

    /// Matters that stand so today.
    fn state(&self, state: State) -> Box<dyn Lookup> {
        let lapsed = || days(self.fields.lapses, Bound::Unbounded, Bound::Excluded(self.today));
        let kept = whole(self.fields.state, state.as_str());
        match state {
            State::Lapsed => Box::new(BooleanQuery::union(vec![kept, lapsed()])),
            _ => Box::new(BooleanQuery::new(vec![(Occur::Must, kept), (Occur::MustNot, lapsed())])),
        }
    }
}

/// A query that may be asked of entries behind its last: a lone phrase that is left out is, and tantivy 0.27 takes that amiss.
/// The union of a query with itself is not.
fn steady(lookup: Box<dyn Lookup>) -> Box<dyn Lookup> {
    Box::new(BooleanQuery::union(vec![lookup.box_clone(), lookup]))
}

/// What fields of which an entry has one value have in common.
fn one_of_a_kind(filter: &Filter) -> Option<&'static str> {
    match filter {
        Filter::Kind(_) => Some("kind"),
        Filter::Country(_) => Some("country"),
        Filter::City(_) => Some("city"),
        Filter::Language(_) => Some("lang"),
        Filter::Source(_) => Some("source"),
        Filter::State(_) => Some("state"),
        _ => None,
    }
}

fn whole(field: Field, value: &str) -> Box<dyn Lookup> {
    Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic))
}

fn days(field: Field, from: Bound<Day>, to: Bound<Day>) -> Box<dyn Lookup> {
    let term = |day: Day| Term::from_field_i64(field, day.into());
    match (from, to) {
        (Bound::Unbounded, Bound::Unbounded) => Box::new(AllQuery),
        (from, to) => Box::new(RangeQuery::new(from.map(term), to.map(term))),
    }
}
