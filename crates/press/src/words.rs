//! How papers and pages are worded in a language: the messages of its pack, filled in.
//!
//! In goes the name of a message and what belongs into it; out comes the text. What a language does differently (order, plurals,
//! genitives, dates) stands in its `messages.ftl` and nowhere else: a further language is a further file. Pages that show the
//! register have the words of `interface.ftl` beside them.

mod catalogue;
mod dates;
mod figures;
mod interface;
mod matters;
mod names;
mod text;

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentNumberType};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use packs::{Language, Packs};
use unic_langid::LanguageIdentifier;

use crate::error::PressError;
use crate::paper::Sentence;

pub use catalogue::check as check_messages;
pub use dates::Precise;
pub use interface::check as check_interface;
pub(crate) use names::{VAGUE, Whose, one_of_many};
pub use text::clean;
pub(crate) use text::{runs, strong};

/// What goes into a message.
pub enum Arg {
    /// A text.
    Text(String),
    /// A number that chooses between singular and plural; printed as it is.
    Number(f64),
    /// A number that chooses between endings of ordinals.
    Ordinal(f64),
}

impl Arg {
    /// Whether it is a text without words.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<bool> for Arg {
    fn from(flag: bool) -> Self {
        Self::Text(if flag { "yes" } else { "no" }.to_owned())
    }
}

impl Arg {
    fn value(self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::String(text.into()),
            Self::Number(value) => FluentValue::Number(FluentNumber::new(value, FluentNumberOptions::default())),
            Self::Ordinal(value) => {
                let options = FluentNumberOptions { r#type: FluentNumberType::Ordinal, ..Default::default() };
                FluentValue::Number(FluentNumber::new(value, options))
            }
        }
    }
}

/// What is filled into a message, by the names that it has there.
pub type Args<'a> = Vec<(&'a str, Arg)>;

/// How much more there is, or that there is so much at least.
pub(crate) const MORE: &str = "more-of-it";
pub(crate) const MORE_AT_LEAST: &str = "more-at-least";

/// The words of one language. Several threads may ask for them at once.
pub struct Words<'a> {
    /// All packs, for what no language owns.
    pub packs: &'a Packs,
    language: &'a Language,
    bundle: FluentBundle<FluentResource>,
    /// Codes that were printed for want of a name.
    gaps: Mutex<BTreeSet<String>>,
}

impl<'a> Words<'a> {
    /// The words of a language by its code.
    ///
    /// # Errors
    ///
    /// Where no pack is of it, and where its messages are broken or lack one.
    pub fn new(packs: &'a Packs, code: &str) -> Result<Self, PressError> {
        Self::with(packs, code, |_| None)
    }

    /// The words of a language by its code, those of the pages among them.
    ///
    /// # Errors
    ///
    /// Where no pack is of it, and where its messages or its words of the pages are broken or lack one.
    pub fn of_pages(packs: &'a Packs, code: &str) -> Result<Self, PressError> {
        Self::with(packs, code, |language| Some(interface::checked(packs, language)))
    }

    /// The words of a language with more of them, or with what is wrong with these.
    fn with(
        packs: &'a Packs,
        code: &str,
        more: impl FnOnce(&Language) -> Option<Result<FluentResource, Vec<String>>>,
    ) -> Result<Self, PressError> {
        let there = || packs.languages.iter().map(|language| language.code.as_str()).collect::<Vec<_>>().join(", ");
        let found = packs.languages.iter().find(|language| language.code == code);
        let language = found.ok_or_else(|| PressError::Language { asked: code.to_owned(), there: there() })?;
        let plurals: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![plurals]);
        bundle.set_use_isolating(false);
        let papers = ("messages.ftl", catalogue::checked(packs, language));
        let pages = more(language).map(|pages| ("interface.ftl", pages));
        for (file, checked) in std::iter::once(papers).chain(pages) {
            let told = |errors: Vec<FluentError>| errors.iter().map(ToString::to_string).collect();
            let added = checked.and_then(|resource| bundle.add_resource(resource).map_err(told));
            added.map_err(|problems: Vec<String>| PressError::Messages {
                language: code.to_owned(),
                file,
                problems: problems.into_iter().take(3).collect::<Vec<String>>().join("; "),
            })?;
        }
        Ok(Self { packs, language, bundle, gaps: Mutex::default() })
    }

    /// The code of the language.
    pub fn code(&self) -> &'a str {
        &self.language.code
    }

    /// A message, filled in. Spaces that an empty part leaves behind are taken out.
    pub fn say(&self, id: &str, args: Args<'_>) -> String {
        self.try_say(id, None, args).unwrap_or_else(|| id.to_owned())
    }

    /// A message without parts.
    pub fn word(&self, id: &str) -> String {
        self.say(id, Vec::new())
    }

    /// A message as it stands: marks within numbers are no leftovers.
    fn mark(&self, id: &str) -> String {
        self.fill(id, None, Vec::new()).unwrap_or_default()
    }

    /// A message or an attribute of one, which the language may lack.
    fn try_say(&self, id: &str, attribute: Option<&str>, args: Args<'_>) -> Option<String> {
        self.fill(id, attribute, args).map(|text| text::tidy(&text))
    }

    fn fill(&self, id: &str, attribute: Option<&str>, args: Args<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut filled = FluentArgs::new();
        args.into_iter().for_each(|(name, arg)| filled.set(name, arg.value()));
        // What could go wrong here was told when the messages were checked; what cannot be filled stays as it is written.
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned())
    }

    /// A name as a heading: with a capital.
    pub fn heading(&self, text: &str) -> String {
        text::capitalised(text)
    }

    /// A message as a sentence: with a capital.
    pub fn sentence(&self, id: &str, args: Args<'_>) -> String {
        text::capitalised(&self.say(id, args))
    }

    /// That there is so much more than is told, by a message that says so; nothing where there is no more.
    pub(crate) fn more(&self, message: &str, n: usize) -> Option<Sentence> {
        let args = vec![("n", n.into()), ("figure", self.count(n).into())];
        (n > 0).then(|| Sentence::plain(self.sentence(message, args)))
    }

    /// Codes that were printed for want of a name in the language.
    pub(crate) fn gaps(&self) -> Vec<String> {
        self.gaps.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
