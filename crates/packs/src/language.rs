//! One language: its files read into a lexicon, date shapes and habits.

mod compiler;

use document::LanguageHabits;
use rustc_hash::FxHashSet;

pub(crate) use self::compiler::{Compiler, FILES};
use crate::blob::{Reader, Writer};
use crate::codec::{read_cases, read_habits, write_cases, write_habits};
use crate::dates::DatePatterns;
use crate::display::DisplayNames;
use crate::entry::{Party, Rule};
use crate::lexicon::Lexicon;
use crate::model::{Model, Task};

/// The stemmers that a pack may name: those of Snowball, by their own names.
pub const STEMMERS: [&str; 18] = [
    "arabic",
    "danish",
    "dutch",
    "english",
    "finnish",
    "french",
    "german",
    "greek",
    "hungarian",
    "italian",
    "norwegian",
    "portuguese",
    "romanian",
    "russian",
    "spanish",
    "swedish",
    "tamil",
    "turkish",
];

/// The stemmer of a name.
fn stemmer(name: &str) -> Option<&'static str> {
    STEMMERS.into_iter().find(|stemmer| *stemmer == name)
}

/// A case of a pack: a text and what must be found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The text.
    pub text: String,
    /// What must be found, separated by `;`; empty where nothing may be.
    pub expected: String,
    /// Whether nothing may be found.
    pub nothing: bool,
    /// Where it stands.
    pub rule: Rule,
}

/// A sentence that shows a type of claim or a kind of engagement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// For which model it is.
    pub task: Task,
    /// Its class: a type of claim or a kind of engagement, or none.
    pub class: usize,
    /// Whether the sides say it together.
    pub joint: bool,
    /// The sentence.
    pub text: String,
}

/// A language, compiled.
#[derive(Debug, Default)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: String,
    /// Its name in English.
    pub name: String,
    /// Whether the subject may follow its verb.
    pub subject_after_verb: bool,
    /// Endings that make a genitive of a name (`s`, `'s`).
    pub genitive: Vec<String>,
    /// Whether the family name comes first.
    pub family_first: bool,
    /// Which of [`STEMMERS`] brings its words to their stems; none for a language whose words have no endings.
    pub stemmer: Option<&'static str>,
    /// Whether the number of a session stands behind its noun.
    pub number_after_noun: bool,
    /// The parties that mostly publish in it, likeliest first.
    pub home: Vec<Party>,
    /// All its phrases and those of the world.
    pub lexicon: Lexicon,
    /// The shapes of its dates.
    pub dates: DatePatterns,
    /// Which type of claim a stretch makes.
    pub model: Model,
    /// Which kind of engagement a sentence tells of where no trigger does.
    pub acts: Model,
    /// What its pack wants found and left alone.
    pub cases: Vec<Case>,
    /// Sentences that show a type of claim or a kind of engagement each.
    pub examples: Vec<Example>,
    /// The names under which it prints what has a code.
    pub names: DisplayNames,
    /// How papers are worded in it, as `messages.ftl` has it; empty where the pack has none.
    pub messages: String,
    /// The words of the pages that show the register, as `interface.ftl` has them; empty where the pack has none.
    pub interface: String,
    pub(crate) habits: LanguageHabits,
    function_words: FxHashSet<String>,
    families: FxHashSet<String>,
    /// Those that others have as often, which tell nothing.
    shared_families: FxHashSet<String>,
}

impl Language {
    /// Whether a word is one of the language's small words.
    pub fn is_function_word(&self, word: &str) -> bool {
        if word.bytes().any(|byte| byte.is_ascii_uppercase() || byte >= 0x80) {
            return self.function_words.contains(&word.to_lowercase());
        }
        self.function_words.contains(word)
    }

    /// Whether a name is one of somebody whose page it mostly is ([`Language::home`]), by its family name; `None` where the pack tells
    /// of none, where others have it as often, or of no more than one word.
    pub fn is_native(&self, name: &str) -> Option<bool> {
        let family = name.split_once(' ')?.0.to_lowercase();
        let tells = !self.families.is_empty() && !self.shared_families.contains(&family);
        tells.then(|| self.families.contains(&family))
    }

    /// Whether a word is such a family name.
    pub fn is_family(&self, word: &str) -> bool {
        !self.families.is_empty() && self.families.contains(&word.to_lowercase())
    }

    /// Writes what is neither phrases, dates nor weights.
    fn write(&self, out: &mut Writer) {
        out.text(&self.code);
        out.text(&self.name);
        out.flag(self.subject_after_verb);
        out.flag(self.number_after_noun);
        out.list(&self.genitive, |out, ending| out.text(ending));
        out.flag(self.family_first);
        out.text(self.stemmer.unwrap_or_default());
        out.list(&self.home, |out, party| out.number(party.0.into()));
        for families in [&self.families, &self.shared_families] {
            let mut families: Vec<&String> = families.iter().collect();
            families.sort_unstable();
            out.list(&families, |out, family| out.text(family));
        }
        write_cases(&self.cases, out);
        write_habits(&self.habits, out);
        self.names.write(out);
        out.text(&self.messages);
        out.text(&self.interface);
    }

    /// Reads a language as [`Compiler::finish`] writes it.
    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        let mut language = Self {
            code: from.string(),
            name: from.string(),
            subject_after_verb: from.flag(),
            number_after_noun: from.flag(),
            genitive: from.list(Reader::string),
            family_first: from.flag(),
            stemmer: stemmer(&from.string()),
            home: from.list(|from| Party(from.number() as u16)),
            families: from.list(Reader::string).into_iter().collect(),
            shared_families: from.list(Reader::string).into_iter().collect(),
            cases: read_cases(from),
            habits: read_habits(from),
            names: DisplayNames::read(from),
            messages: from.string(),
            interface: from.string(),
            lexicon: Lexicon::read(from),
            dates: DatePatterns::read(from),
            model: Model::read(from),
            acts: Model::read(from),
            ..Self::default()
        };
        language.function_words = language.habits.function_words.iter().cloned().collect();
        language
    }
}
