//! What the languages at hand do with blocks and sentences, as their packs say it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::address::host;
use crate::calendar::{Calendar, Era, Months};
use crate::cut::Cut;
use crate::script::{Script, script};
use crate::selector::Site;
use crate::tokenize;

/// What a line that begins with a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FurnitureKind {
    /// A line that is only this is page furniture.
    Line,
    /// A line that begins so is page furniture.
    Prefix,
    /// A line that begins so ends the story.
    End,
    /// Begins a source line.
    Source,
    /// Marks a photo caption.
    Caption,
}

/// The habits of one language, as its pack gives them.
#[derive(Clone, Debug, Default)]
pub struct LanguageHabits {
    /// ISO 639-1 code.
    pub language: String,
    /// The commonest small words, in lower case.
    pub function_words: Vec<String>,
    /// Words with a stop that end no sentence, as written (`Mr.`).
    pub abbreviations: Vec<String>,
    /// Phrases (in lower case, words with single spaces) and what a line with them is.
    pub furniture: Vec<(String, FurnitureKind)>,
    /// Whether a stop after a number makes an ordinal of it (`3. Juni`), and so ends no sentence.
    pub ordinal_stop: bool,
}

/// A set of languages: bit *n* is the language with index *n*.
pub(crate) type Languages = u64;

/// The habits of all languages at hand, ready for look-up.
///
/// The 64 languages that come first are looked up, further ones are left alone.
#[derive(Clone, Debug, Default)]
pub struct Habits {
    pub(crate) languages: Vec<LanguageHabits>,
    function_words: FxHashMap<Box<str>, Small>,
    longest_function_word: usize,
    /// Which words by length, first and last byte may be function words: most are not, and are told so at once.
    sieve: Sieve,
    /// Letters beyond ASCII and the languages in whose function words they stand.
    letters: FxHashMap<char, Languages>,
    /// The scripts of each language.
    scripts: Vec<Vec<Script>>,
    /// The longest function word of each language, without its accents.
    longest_bare: Vec<usize>,
    abbreviations: FxHashMap<Box<str>, Languages>,
    furniture: FxHashMap<Box<str>, Vec<Phrase>>,
    /// Sites by their hosts.
    sites: FxHashMap<String, Site>,
    /// What the months are called, also in other languages.
    pub(crate) calendar: Calendar,
}

/// The languages that have a small word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Small {
    /// Those among whose function words it is.
    pub(crate) own: Languages,
    /// Where it is of none, those among whose function words it is if these are written without accents.
    pub(crate) bare: Languages,
}

/// The words of a phrase after the first, and what the phrase says of a line.
#[derive(Clone, Debug)]
struct Phrase {
    rest: Vec<Box<str>>,
    kind: FurnitureKind,
}

impl Habits {
    /// Prepares the habits of some languages; their order is that of [`crate::Document::language_index`].
    pub fn new(languages: Vec<LanguageHabits>) -> Self {
        let mut habits = Self { languages, ..Self::default() };
        for (index, language) in habits.languages.iter().take(64).enumerate() {
            let bit = 1 << index;
            for word in &language.function_words {
                habits.function_words.entry(word.as_str().into()).or_default().own |= bit;
                habits.longest_function_word = habits.longest_function_word.max(word.len());
                habits.sieve.add(word);
            }
            for word in &language.abbreviations {
                *habits.abbreviations.entry(word.as_str().into()).or_default() |= bit;
            }
            for (phrase, kind) in &language.furniture {
                let mut words =
                    tokenize(phrase).into_iter().map(|token| phrase[token.start as usize..token.end as usize].into());
                if let Some(first) = words.next() {
                    habits.furniture.entry(first).or_default().push(Phrase { rest: words.collect(), kind: *kind });
                }
            }
        }
        habits.learn_bare_words();
        habits.learn_letters();
        habits
    }

    /// The same with what is known of some sites.
    #[must_use]
    pub fn with_sites(mut self, sites: impl IntoIterator<Item = Site>) -> Self {
        self.sites.extend(sites.into_iter().map(|site| (site.host.clone(), site)));
        self
    }

    /// The same with what the months are called in any language, and how years are counted.
    #[must_use]
    pub fn with_calendar(mut self, months: Vec<Months>, eras: Vec<Era>) -> Self {
        self.calendar = Calendar::new(months, eras);
        self
    }

    /// What is known of the site of an address, by the nearest host: `example.org` also of `www.example.org`.
    pub(crate) fn site(&self, address: &str) -> Option<&Site> {
        if self.sites.is_empty() {
            return None;
        }
        let host = host(address)?;
        let hosts = std::iter::successors(Some(host.as_str()), |host| host.split_once('.').map(|(_, parent)| parent));
        hosts.take(16).find_map(|host| self.sites.get(host))
    }

    fn learn_letters(&mut self) {
        for (index, language) in self.languages.iter().take(64).enumerate() {
            let mut scripts = Vec::new();
            for letter in
                language.function_words.iter().flat_map(|word| word.chars()).filter(|letter| letter.is_alphabetic())
            {
                let script = script(letter);
                if !scripts.contains(&script) {
                    scripts.push(script);
                }
                if !letter.is_ascii() && script.is_spaced() {
                    for case in [Some(letter), letter.to_uppercase().next()].into_iter().flatten() {
                        *self.letters.entry(case).or_default() |= 1 << index;
                    }
                }
            }
            self.scripts.push(scripts);
            self.longest_bare.push(
                language
                    .function_words
                    .iter()
                    .filter(|word| !word.is_ascii())
                    .map(|word| plain(word).len())
                    .max()
                    .unwrap_or(0),
            );
        }
    }

    fn learn_bare_words(&mut self) {
        for (index, language) in self.languages.iter().take(64).enumerate() {
            for word in language.function_words.iter().filter(|word| !word.is_ascii()) {
                let plain = plain(word);
                if plain.is_ascii() && plain.len() > 1 {
                    self.sieve.add(&plain);
                    let small = self.function_words.entry(plain.into()).or_default();
                    small.bare |= if small.own == 0 { 1 << index } else { 0 };
                }
            }
        }
    }

    /// The languages that have a word, in any case, among their function words; `scratch` is overwritten.
    pub(crate) fn function_word(&self, word: &str, scratch: &mut String) -> Languages {
        self.small_word(word, scratch).own
    }

    /// The languages that have a word, in any case, among their function words, with their accents or without;
    /// `scratch` is overwritten.
    pub(crate) fn small_word(&self, word: &str, scratch: &mut String) -> Small {
        if word.len() > self.longest_function_word || !self.sieve.may_hold(word) {
            return Small::default();
        }
        self.function_words.get(lower(word, scratch)).copied().unwrap_or_default()
    }

    /// The languages that have all the letters beyond ASCII of a word in their function words.
    pub(crate) fn letters(&self, word: &str) -> Languages {
        let known = |letter: char| self.letters.get(&letter).copied().unwrap_or(0);
        word.chars().filter(|letter| !letter.is_ascii()).map(known).fold(Languages::MAX, |all, one| all & one)
    }

    /// Whether a language has letters beyond ASCII.
    pub(crate) fn has_letters(&self, index: usize) -> bool {
        self.longest_bare[index] > 0
    }

    /// The longest function word of a language, in bytes, without its accents.
    pub(crate) fn longest_bare(&self, index: usize) -> usize {
        self.longest_bare[index]
    }

    /// Whether a language is written in a script.
    pub(crate) fn writes(&self, index: usize, script: Script) -> bool {
        self.scripts[index].contains(&script)
    }

    /// The languages in which a word with its stop ends no sentence.
    pub(crate) fn abbreviation(&self, word: &str) -> Languages {
        self.abbreviations.get(word).copied().unwrap_or(0)
    }

    /// The longest phrase of a kind that begins at a token: the token after it.
    pub(crate) fn phrase(
        &self,
        cut: &Cut<'_>,
        at: u32,
        end: u32,
        kind: FurnitureKind,
        scratch: &mut String,
    ) -> Option<u32> {
        let phrases = self.furniture.get(lower(cut.word(at), scratch))?;
        let mut longest = None;
        for phrase in phrases.iter().filter(|phrase| phrase.kind == kind) {
            let after = at + 1 + phrase.rest.len() as u32;
            let fits = after <= end
                && (at + 1..).zip(&phrase.rest).all(|(token, word)| lower(cut.word(token), scratch) == &**word);
            if fits && longest.is_none_or(|longest| after > longest) {
                longest = Some(after);
            }
        }
        longest
    }

    /// The index of a language by its code, as `sv` or with more after it (`sv-FI`).
    pub(crate) fn index(&self, code: &str) -> Option<u8> {
        let code = code.split(['-', '_']).next().unwrap_or(code);
        let index = self.languages.iter().take(64).position(|language| language.language.eq_ignore_ascii_case(code))?;
        Some(index as u8)
    }
}

/// A set of bits by the length and the ends of words.
#[derive(Clone, Debug)]
struct Sieve(Box<[u64; 64]>);

impl Default for Sieve {
    fn default() -> Self {
        Self(Box::new([0; 64]))
    }
}

impl Sieve {
    fn add(&mut self, word: &str) {
        let bit = Self::bit(word);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    fn may_hold(&self, word: &str) -> bool {
        let bit = Self::bit(word);
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The same for a word in any case: of letters beyond ASCII only that they are.
    fn bit(word: &str) -> usize {
        let end = |byte: Option<&u8>| usize::from(byte.map_or(0, |&byte| if byte < 0x80 { byte | 0x20 } else { 0x80 }));
        let bytes = word.as_bytes();
        (end(bytes.first()) * 61 + end(bytes.last()) * 7 + bytes.len() * 1009) % 4096
    }
}

/// A word without its accents.
fn plain(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// The small letters of Latin, Greek and Cyrillic; 0 where one is none or two.
static LOWER: LazyLock<[u16; 0x530]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let mut small = char::from_u32(code as u32).into_iter().flat_map(char::to_lowercase);
        match (small.next(), small.next()) {
            (Some(small), None) => u16::try_from(u32::from(small)).unwrap_or(0),
            _ => 0,
        }
    })
});

/// The small letter of a letter, where one look tells it.
pub fn small(letter: char) -> Option<char> {
    match letter {
        '\0'..'\u{530}' => char::from_u32(LOWER[letter as usize].into()).filter(|&small| small != '\0'),
        // The accented letters of Vietnamese stand in pairs, capital first.
        '\u{1ea0}'..='\u{1eff}' => char::from_u32(u32::from(letter) | 1),
        _ => None,
    }
}

/// A word in lower case; `scratch` is overwritten.
pub fn lower<'a>(word: &'a str, scratch: &'a mut String) -> &'a str {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return word;
    }
    scratch.clear();
    if word.is_ascii() {
        scratch.push_str(word);
        scratch.make_ascii_lowercase();
    } else {
        for letter in word.chars() {
            match small(letter) {
                Some(small) => scratch.push(small),
                None => scratch.extend(letter.to_lowercase()),
            }
        }
    }
    scratch
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Small habits of a few languages.
    pub(crate) fn habits() -> Habits {
        use FurnitureKind::{Caption, End, Line, Prefix, Source};
        let language = |language: &str,
                        words: &str,
                        abbreviations: &str,
                        furniture: &[(&str, FurnitureKind)],
                        ordinal_stop| LanguageHabits {
            language: language.to_owned(),
            function_words: words.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
            abbreviations: abbreviations.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
            furniture: furniture.iter().map(|(phrase, kind)| ((*phrase).to_owned(), *kind)).collect(),
            ordinal_stop,
        };
        Habits::new(vec![
            language(
                "en",
                "a about after also an and are as at be been but by do for from had has have he her his i in into is it its may of on or our \
                 she that the their they this to was we were which who will with you",
                "Mr. Mrs. Dr. Jr. H.E. e.g. etc. p.m. a.m. No. Gen.",
                &[
                    ("print", Line),
                    ("share", Line),
                    ("facebook", Line),
                    ("twitter", Line),
                    ("copy link", Line),
                    ("we use cookies", Prefix),
                    ("related stories", End),
                    ("read more", End),
                    ("source:", Source),
                    ("photo:", Caption),
                    ("tags", End),
                ],
                false,
            ),
            language(
                "sv",
                "att av de den det efter en ett från för genom han har hon i inte med men och om på sin som till under var vid är",
                "bl.a. Bl.a. kl. t.ex. f.d.",
                &[
                    ("kommentar", Line),
                    ("foto:", Caption),
                    ("källa:", Source),
                    ("läs mer", End),
                    ("relaterat", End),
                    ("dela", Line),
                ],
                false,
            ),
            language(
                "vi",
                "của và các cho là với trong đã được này có không tại những về đến từ khi ông để đối ở một như bà hai",
                "TS. PGS. TP.",
                &[
                    ("zalo", Line),
                    ("ảnh:", Caption),
                    ("nguồn:", Source),
                    ("theo ttxvn", Source),
                    ("tin liên quan", End),
                    ("sự kiện", End),
                ],
                false,
            ),
            language(
                "de",
                "am an auf das dem den der die ein er es für ging im in ist mit sich und von war zu",
                "Dr. z.B.",
                &[],
                true,
            ),
            language("zh", "的 了 在 是 和 我 他 有 这 为", "", &[], false),
            language("ja", "の は を に が と で も した する", "", &[], false),
        ])
    }
}
