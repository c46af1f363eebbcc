//! A query as people type it: `"energy transition" party:JP -kind:call from:2025-07`.

use std::fmt;
use std::ops::Range;

use document::PartialDate;
use packs::{ClaimType, Kind, Packs, Topic};
use register::matters::State;
use unicode_normalization::UnicodeNormalization as _;

use crate::query::{Clause, Entry, Filter, Query, Sought};

/// The longest query, in bytes, and the most parts that it may have.
const LONGEST: usize = 4096;
const MOST: usize = 64;

/// The fields, as they are written.
const FIELDS: [&str; 17] = [
    "party",
    "kind",
    "from",
    "to",
    "topic",
    "type",
    "claim",
    "person",
    "country",
    "city",
    "lang",
    "source",
    "is",
    "in",
    "state",
    "actor",
    "addressee",
];

/// A query that cannot be understood, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// The query.
    pub query: String,
    /// The bytes of it that are wrong.
    pub at: Range<usize>,
    /// What is wrong.
    pub problem: String,
    /// What to write instead.
    pub mend: String,
}

impl std::error::Error for QueryError {}

impl fmt::Display for QueryError {
    /// Three lines: what is wrong, the query, and a mark under the place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
        let before = self.query[..self.at.start].chars().count();
        let marked = self.query[self.at.clone()].chars().count().max(1);
        writeln!(f, "{}; {}", self.problem, self.mend)?;
        writeln!(f, "  {}", shown(&self.query))?;
        write!(f, "  {}{}", " ".repeat(before), "^".repeat(marked))
    }
}

impl Query {
    /// Reads a query.
    ///
    /// Words, "phrases" and `field:value`, each with `-` before it where it must not be there. Parties and cities are named
    /// by code or in any language of the packs.
    ///
    /// # Errors
    ///
    /// A field or value that is not known, or a quote that does not end.
    pub fn parse(text: &str, packs: &Packs) -> Result<Self, QueryError> {
        let text: String = text.nfc().collect();
        let wrong = |at, problem: &str, mend: &str| {
            Err(QueryError { query: text.clone(), at, problem: problem.to_owned(), mend: mend.to_owned() })
        };
        if text.len() > LONGEST {
            let at = text.floor_char_boundary(LONGEST)..text.len();
            return wrong(at, "the query is too long", "look for fewer words");
        }
        let mut parser = Parser { text: &text, at: 0, packs };
        let mut query = Self::default();
        while let Some(clause) = parser.clause()? {
            if query.clauses.len() == MOST {
                return wrong(parser.at..text.len(), "the query has too many parts", "look for fewer words");
            }
            query.clauses.push(clause);
        }
        Ok(query)
    }
}

/// A field or value that is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{problem}; {mend}")]
pub struct FilterError {
    /// What is wrong.
    pub problem: String,
    /// What to write instead.
    pub mend: String,
}

impl FilterError {
    fn new(problem: String, mend: impl Into<String>) -> Self {
        Self { problem, mend: mend.into() }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    packs: &'a Packs,
}

/// What opens a quotation, and what ends it: people type straight quotes, and paste curly ones.
const OPENING: [char; 4] = ['"', '“', '”', '„'];
const CLOSING: [char; 3] = ['"', '“', '”'];

/// Signs that are taken for a minus.
const WITHOUT: [char; 2] = ['-', '−'];

impl Parser<'_> {
    /// The next clause; `None` at the end.
    fn clause(&mut self) -> Result<Option<Clause>, QueryError> {
        loop {
            self.at += self.rest().len() - self.rest().trim_start().len();
            let Some(first) = self.rest().chars().next() else { return Ok(None) };
            let without = WITHOUT.contains(&first);
            if without {
                self.at += first.len_utf8();
            }
            let sought = match self.field() {
                Some((field, at)) => Some(Sought::Filter(self.filter(field, at)?)),
                None => self.sought()?,
            };
            // Signs alone say nothing.
            if let Some(sought) = sought {
                return Ok(Some(Clause { without, sought }));
            }
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// A word that a colon follows, and where it stands.
    fn field(&mut self) -> Option<(String, Range<usize>)> {
        let name: String = self.rest().chars().take_while(char::is_ascii_alphabetic).collect();
        let colon = !name.is_empty() && self.rest()[name.len()..].starts_with(':');
        colon.then(|| {
            let at = self.at..self.at + name.len();
            self.at = at.end + 1;
            (name.to_ascii_lowercase(), at)
        })
    }

    /// A word or phrase; `None` where it has no letters.
    fn sought(&mut self) -> Result<Option<Sought>, QueryError> {
        let quoted = self.rest().starts_with(OPENING);
        let (text, _) = self.value()?;
        let says = text.chars().any(char::is_alphanumeric);
        Ok(says.then(|| match self.packs.topic_named(&text) {
            Some(topic) => Sought::Topical(text, topic),
            None if quoted => Sought::Phrase(text),
            None => Sought::Word(text),
        }))
    }

    /// What stands in quotes, or up to the next space.
    fn value(&mut self) -> Result<(String, Range<usize>), QueryError> {
        let begin = self.at;
        if let Some(quote) = self.rest().chars().next().filter(|c| OPENING.contains(c)) {
            let from = begin + quote.len_utf8();
            let Some(length) = self.text[from..].find(CLOSING) else {
                return Err(self.wrong(begin..self.text.len(), "a quotation does not end", "end it with \""));
            };
            let close = self.text[from + length..].chars().next().map_or(0, char::len_utf8);
            self.at = from + length + close;
            return Ok((self.text[from..from + length].to_owned(), begin..self.at));
        }
        let length = self.rest().find(char::is_whitespace).unwrap_or(self.rest().len());
        self.at += length;
        Ok((self.text[begin..self.at].to_owned(), begin..self.at))
    }

    fn wrong(&self, at: Range<usize>, problem: impl Into<String>, mend: impl Into<String>) -> QueryError {
        QueryError { query: self.text.to_owned(), at, problem: problem.into(), mend: mend.into() }
    }

    fn filter(&mut self, field: String, at: Range<usize>) -> Result<Filter, QueryError> {
        if !FIELDS.contains(&&*field) {
            let FilterError { problem, mend } = unknown(&field);
            return Err(self.wrong(at, problem, mend));
        }
        let (value, place) = self.value()?;
        let value = value.trim();
        let whole = at.start..place.end;
        if value.is_empty() {
            return Err(self.wrong(
                whole,
                format!("`{field}:` says nothing"),
                "write a value behind it, without a space",
            ));
        }
        Filter::parse(&field, value, self.packs).map_err(|error| self.wrong(place, error.problem, error.mend))
    }
}

impl Filter {
    /// The filter of a field of the query language and a value: `party` and `Japan`.
    ///
    /// # Errors
    ///
    /// Where either is not known.
    pub fn parse(field: &str, value: &str, packs: &Packs) -> Result<Self, FilterError> {
        let small = value.to_lowercase();
        match field {
            "party" => party(value, packs).map(Self::Party),
            "actor" => party(value, packs).map(Self::Actor),
            "addressee" => party(value, packs).map(Self::Addressee),
            "country" => party(value, packs).map(Self::Country),
            "city" => Ok(Self::City(packs.city_named(value).map_or(value, |city| &city.name).to_owned())),
            "kind" => one_of(&small, Kind::parse, Kind::ALL, Kind::as_str).map(Self::Kind),
            "topic" => one_of(&small, Topic::parse, Topic::ALL, Topic::as_str).map(Self::Topic),
            "type" | "claim" => one_of(&small, ClaimType::parse, ClaimType::ALL, ClaimType::as_str).map(Self::Claim),
            "state" => one_of(&small, State::parse, &State::ALL, State::as_str).map(Self::State),
            "in" => one_of(&small, Entry::parse, &Entry::ALL, Entry::as_str).map(Self::In),
            "from" => date(value).map(Self::From),
            "to" => date(value).map(Self::To),
            "lang" => Ok(Self::Language(small)),
            "source" => says(value).map(Self::Source),
            "person" => says(value).map(Self::Person),
            "is" if small == "disputed" => Ok(Self::Disputed),
            "is" if small == "background" => Ok(Self::Background),
            "is" => Err(FilterError::new(format!("nothing is `{value}`"), "write is:disputed or is:background")),
            _ => Err(unknown(field)),
        }
    }
}

fn unknown(field: &str) -> FilterError {
    let fields = FIELDS.map(|field| format!("{field}:")).join(" ");
    let mend = format!("there are {fields}; in quotes it is looked for as text");
    FilterError::new(format!("there is no field `{field}`"), mend)
}

fn party(value: &str, packs: &Packs) -> Result<String, FilterError> {
    let party = packs.party_named(value).map(|party| packs.world.code(party).to_owned());
    let mend = "write its code (JP) or its name in quotes (\"New Zealand\")";
    party.ok_or_else(|| FilterError::new(format!("no party is named `{value}`"), mend))
}

fn one_of<T: Copy>(
    value: &str,
    parse: impl Fn(&str) -> Option<T>,
    all: &[T],
    word: impl Fn(T) -> &'static str,
) -> Result<T, FilterError> {
    parse(value).ok_or_else(|| {
        let words: Vec<&str> = all.iter().map(|&one| word(one)).collect();
        FilterError::new(format!("`{value}` is not known here"), format!("write one of {}", words.join(", ")))
    })
}

fn date(value: &str) -> Result<PartialDate, FilterError> {
    value.parse().map_err(|_| FilterError::new(format!("`{value}` is not a date"), "write 2025, 2025-07 or 2025-07-10"))
}

/// A value that has letters.
fn says(value: &str) -> Result<String, FilterError> {
    let says = value.chars().any(char::is_alphanumeric);
    says.then(|| value.to_owned()).ok_or_else(|| FilterError::new(format!("`{value}` says nothing"), "write a name"))
}
