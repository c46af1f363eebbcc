//! The words that stand in phrases, each with its number, and how written words are brought to their spelling.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::blob::{Reader, Writer};
use crate::lexicon::UNKNOWN;

/// The longest word that is kept whole in its slot.
const SHORT: usize = 16;
/// Most words are no longer than that.
const TINY: usize = 8;
/// Bytes that the number takes in a slot, behind the word, which is padded with zeros.
const NUMBER: usize = 4;
/// Bytes of a slot of a longer word: its hash, its place and length in the pool, its number.
const LONG_SLOT: usize = 16;
/// The longest written word, in bytes, that is spelled without a buffer of its own.
const QUICK: usize = 32;
/// Where such a word is spelled; no character takes more than three times what it took.
pub(crate) type Spelled = [u8; QUICK * 3];
/// Characters up to here are looked up.
const TABLE: usize = 0x2070;
/// A character that one look-up does not spell.
const ASK: u16 = u16::MAX;

/// What each character is spelled as.
static SPELLED: LazyLock<[u16; TABLE]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let Some(character) = char::from_u32(code as u32) else { return ASK };
        let mut spelled = spelled(character);
        match (spelled.next(), spelled.next()) {
            (Some(one), None) => u16::try_from(u32::from(one)).unwrap_or(ASK),
            _ => ASK,
        }
    })
});

/// A character in small letters, quotes and dashes as the plain ones.
fn spelled(character: char) -> impl Iterator<Item = char> {
    match character {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '–' | '—' | '‑' | '‐' | '−' => '-',
        other => other,
    }
    .to_lowercase()
}

/// Brings words to the spelling of a language: small letters, plain quotes and dashes, and its own endings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spelling {
    endings: Vec<(String, String)>,
    /// Whether words are written apart, syllable by syllable.
    pub(crate) syllables: bool,
}

impl Spelling {
    pub(crate) fn new(endings: Vec<(String, String)>, syllables: bool) -> Self {
        Self { endings, syllables }
    }

    /// Whether the language has no endings of its own.
    pub(crate) fn is_plain(&self) -> bool {
        self.endings.is_empty()
    }

    /// A written word as it is spelled.
    pub(crate) fn of(&self, written: &str) -> String {
        self.ended(plain(written))
    }

    /// A word in small letters with the endings that the language keeps.
    fn ended(&self, mut word: String) -> String {
        if word.is_ascii() {
            return word;
        }
        if let Some((old, new)) = self.endings.iter().find(|(old, _)| word.ends_with(old.as_str())) {
            word.truncate(word.len() - old.len());
            word.push_str(new);
        }
        word
    }

    /// All words in small letters that are brought to a spelling.
    fn variants(&self, word: &str) -> Vec<String> {
        let others =
            self.endings.iter().filter_map(|(old, new)| Some(format!("{}{old}", word.strip_suffix(new.as_str())?)));
        let mut all: Vec<String> =
            std::iter::once(word.to_owned()).chain(others).filter(|one| self.ended(one.clone()) == word).collect();
        all.sort();
        all.dedup();
        all
    }

    pub(crate) fn write(&self, out: &mut Writer) {
        out.list(&self.endings, |out, (old, new)| {
            out.text(old);
            out.text(new);
        });
        out.flag(self.syllables);
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        Self { endings: from.list(|from| (from.string(), from.string())), syllables: from.flag() }
    }
}

/// A written word in small letters, with plain quotes and dashes.
fn plain(written: &str) -> String {
    if written.is_ascii() {
        return written.to_ascii_lowercase();
    }
    written.chars().flat_map(spelled).collect()
}

/// The numbers of all words that stand in phrases: three open hash tables by the length of words, at most two thirds full.
///
/// Words that the language's spelling brings to one are all in them, so that a look-up need not spell.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    tiny: Cow<'static, [u8]>,
    short: Cow<'static, [u8]>,
    long: Cow<'static, [u8]>,
    pool: Cow<'static, [u8]>,
    spelled: &'static [u16; TABLE],
}

impl Default for Words {
    fn default() -> Self {
        Self {
            tiny: Cow::default(),
            short: Cow::default(),
            long: Cow::default(),
            pool: Cow::default(),
            spelled: &SPELLED,
        }
    }
}

impl Words {
    /// Writes words, each with its number.
    pub(crate) fn write<'w>(words: impl Iterator<Item = (&'w str, u32)>, spelling: &Spelling, out: &mut Writer) {
        let all: Vec<(String, u32)> = words
            .flat_map(|(word, number)| spelling.variants(word).into_iter().map(move |variant| (variant, number)))
            .collect();
        let (short, long): (Vec<_>, Vec<_>) = all.iter().partition(|(word, _)| word.len() <= SHORT);
        let (tiny, short): (Vec<_>, Vec<_>) = short.into_iter().partition(|(word, _)| word.len() <= TINY);
        let slots = |words: &[&(String, u32)]| words.len() * 3 / 2 + 1;
        for (words, length) in [(tiny, TINY), (short, SHORT)] {
            let mut table = vec![0; slots(&words) * (length + NUMBER)];
            for (word, number) in words {
                let key = key(word.as_bytes());
                let slot = free(&mut table, hash(key), length + NUMBER, length);
                slot[..length].copy_from_slice(&key.to_le_bytes()[..length]);
                slot[length..].copy_from_slice(&number.to_le_bytes());
            }
            out.raw(&table);
        }
        let mut table = vec![0; slots(&long) * LONG_SLOT];
        let mut pool = Vec::new();
        for (word, number) in long {
            let hash = long_hash(word.as_bytes());
            let slot = free(&mut table, hash, LONG_SLOT, 12);
            for (place, value) in [hash as u32, pool.len() as u32, word.len() as u32, *number].into_iter().enumerate() {
                slot[place * 4..place * 4 + 4].copy_from_slice(&value.to_le_bytes());
            }
            pool.extend(word.as_bytes());
        }
        out.raw(&table);
        out.raw(&pool);
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        Self { tiny: from.raw(), short: from.raw(), long: from.raw(), pool: from.raw(), spelled: &SPELLED }
    }

    /// The number of the written word at `start..end` of a text, [`UNKNOWN`] where no phrase has it.
    #[inline]
    pub(crate) fn find(&self, text: &str, start: usize, end: usize) -> u32 {
        let bytes = &text.as_bytes()[start..];
        let length = end - start;
        if length == 0 || length > SHORT {
            return self.find_spelling(&text[start..end]);
        }
        let key = match bytes.first_chunk::<SHORT>() {
            Some(chunk) => u128::from_le_bytes(*chunk) & MASKS[length],
            None => key(&bytes[..length]),
        };
        if key & HIGH != 0 {
            return self.find_spelling(&text[start..end]);
        }
        self.find_key(small(key))
    }

    #[inline]
    fn find_key(&self, key: u128) -> u32 {
        if key >> (8 * TINY) == 0 {
            let read = |slot: &[u8]| u64::from_le_bytes(*slot.first_chunk().expect("a slot is longer")).into();
            return find_in(&self.tiny, TINY + NUMBER, key, read);
        }
        let read = |slot: &[u8]| u128::from_le_bytes(*slot.first_chunk().expect("a slot is longer"));
        find_in(&self.short, SHORT + NUMBER, key, read)
    }

    /// Spells a word into a buffer, as [`plain`] does; gives its length. `None` where it is longer than most or has a
    /// character that one look-up does not spell.
    pub(crate) fn spell(&self, written: &str, spelled: &mut Spelled) -> Option<usize> {
        if written.len() > QUICK {
            return None;
        }
        let mut length = 0;
        for character in written.chars() {
            let code = *self.spelled.get(character as usize).filter(|code| **code != ASK)?;
            match code {
                0..0x80 => {
                    spelled[length] = code as u8;
                    length += 1;
                }
                0x80..0x800 => {
                    spelled[length..length + 2]
                        .copy_from_slice(&[0xc0 | (code >> 6) as u8, 0x80 | (code & 0x3f) as u8]);
                    length += 2;
                }
                _ => {
                    spelled[length..length + 3].copy_from_slice(&[
                        0xe0 | (code >> 12) as u8,
                        0x80 | (code >> 6 & 0x3f) as u8,
                        0x80 | (code & 0x3f) as u8,
                    ]);
                    length += 3;
                }
            }
        }
        Some(length)
    }

    /// Finds a word that is long or not in ASCII.
    fn find_spelling(&self, written: &str) -> u32 {
        let mut spelled = [0; QUICK * 3];
        match self.spell(written, &mut spelled) {
            Some(length) if length > SHORT => self.find_spelled(&spelled[..length]),
            Some(_) => self.find_key(u128::from_le_bytes(*spelled.first_chunk().expect("it is longer"))),
            None => self.find_spelled(plain(written).as_bytes()),
        }
    }

    fn find_spelled(&self, word: &[u8]) -> u32 {
        if word.len() <= SHORT {
            return self.find_key(key(word));
        }
        let slots = self.long.len() / LONG_SLOT;
        if slots == 0 {
            return UNKNOWN;
        }
        let hash = long_hash(word);
        let mut at = place(hash, slots);
        loop {
            let slot = &self.long[at * LONG_SLOT..(at + 1) * LONG_SLOT];
            let value =
                |place: usize| u32::from_le_bytes(slot[place * 4..place * 4 + 4].try_into().expect("four were taken"));
            let (place, length, number) = (value(1) as usize, value(2) as usize, value(3));
            if number == UNKNOWN || (value(0) == hash as u32 && &self.pool[place..place + length] == word) {
                return number;
            }
            at = if at + 1 == slots { 0 } else { at + 1 };
        }
    }

    /// All words, spelled or not, with their numbers.
    pub(crate) fn all(&self) -> Vec<(String, u32)> {
        let number = |slot: &[u8]| u32::from_le_bytes(*slot.last_chunk().expect("a slot is longer"));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let short = [(&self.tiny, TINY), (&self.short, SHORT)].into_iter().flat_map(|(table, most)| {
            table.chunks_exact(most + NUMBER).map(move |slot| {
                let length = slot[..most].iter().position(|&byte| byte == 0).unwrap_or(most);
                (text(&slot[..length]), number(slot))
            })
        });
        let long = self.long.chunks_exact(LONG_SLOT).map(|slot| {
            let value = |place: usize| {
                u32::from_le_bytes(slot[place * 4..place * 4 + 4].try_into().expect("four were taken")) as usize
            };
            (text(&self.pool[value(1)..value(1) + value(2)]), number(slot))
        });
        short.chain(long).filter(|(_, number)| *number != UNKNOWN).collect()
    }
}

/// The number of a word in a table with slots of some size, in which `read` reads the word.
#[inline]
fn find_in(table: &[u8], size: usize, key: u128, read: impl Fn(&[u8]) -> u128) -> u32 {
    let slots = table.len() / size;
    if slots == 0 {
        return UNKNOWN;
    }
    let mut at = place(hash(key), slots);
    loop {
        let slot = &table[at * size..at * size + size];
        let number = u32::from_le_bytes(*slot.last_chunk().expect("a slot is longer"));
        if number == UNKNOWN || read(slot) == key {
            return number;
        }
        at = if at + 1 == slots { 0 } else { at + 1 };
    }
}

/// For each length of a word the bytes that are its own.
const MASKS: [u128; SHORT + 1] = {
    let mut masks = [0; SHORT + 1];
    let mut length = 1;
    while length <= SHORT {
        masks[length] = u128::MAX >> (128 - 8 * length);
        length += 1;
    }
    masks
};

/// A byte in each place.
const fn each(byte: u8) -> u128 {
    u128::from_le_bytes([byte; SHORT])
}

const HIGH: u128 = each(0x80);

/// ASCII in small letters, sixteen bytes at a time.
#[inline]
fn small(key: u128) -> u128 {
    // No byte carries into the next: all are below 0x80.
    let from_a = key + each(0x80 - b'A');
    let beyond_z = key + each(0x7f - b'Z');
    key | (from_a & !beyond_z & HIGH) >> 2
}

/// A word of at most sixteen bytes, padded with zeros.
fn key(word: &[u8]) -> u128 {
    let mut padded = [0; SHORT];
    padded[..word.len()].copy_from_slice(word);
    u128::from_le_bytes(padded)
}

#[inline]
fn hash(key: u128) -> u64 {
    let (low, high) = (key as u64, (key >> 64) as u64);
    let mixed = u128::from(low ^ 0x9e37_79b9_7f4a_7c15) * u128::from(high ^ 0xd6e8_feb8_6659_fd93);
    let folded = mixed as u64 ^ (mixed >> 64) as u64;
    folded ^ folded >> 29
}

/// The slot of a hash.
#[inline]
fn place(hash: u64, slots: usize) -> usize {
    ((u128::from(hash) * slots as u128) >> 64) as usize
}

fn long_hash(word: &[u8]) -> u64 {
    word.chunks(SHORT).fold(0, |so_far, chunk| hash(key(chunk) ^ u128::from(so_far)))
}

/// The first free slot for a hash; what is written at `number` of a slot is 0 where it is free.
fn free(table: &mut [u8], hash: u64, size: usize, number: usize) -> &mut [u8] {
    let slots = table.len() / size;
    let mut at = place(hash, slots);
    while table[at * size + number..at * size + number + 4] != [0; 4] {
        at = if at + 1 == slots { 0 } else { at + 1 };
    }
    &mut table[at * size..(at + 1) * size]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_as_they_are_written() {
        let spelling =
            Spelling::new(vec![("oà".to_owned(), "òa".to_owned()), ("kí".to_owned(), "ký".to_owned())], true);
        let words = [
            "met",
            "hòa",
            "ký",
            "'",
            "-",
            "gặp",
            "internationalization",
            "nghiêngnghiêngđđđ",
            "a",
            "abcdefghijklmnop",
            "i̇x",
        ];
        let mut out = Writer::default();
        Words::write(words.iter().zip(1..).map(|(word, number)| (*word, number)), &spelling, &mut out);
        let words = Words::read(&mut Reader::of(&out.bytes));
        let find = |word: &str| {
            let text = format!("«{word}»");
            let found = words.find(&text, 2, 2 + word.len());
            assert_eq!(found, words.find(word, 0, word.len()), "{word}");
            assert_eq!(found, words.find(&format!("{word} and much more text behind it"), 0, word.len()), "{word}");
            found
        };
        let rows = [
            ("met", 1),
            ("Met", 1),
            ("MET", 1),
            ("me", 0),
            ("mets", 0),
            ("hòa", 2),
            ("hoà", 2),
            ("HOÀ", 2),
            ("hoa", 0),
            ("Kí", 3),
            ("ký", 3),
            ("’", 4),
            ("`", 0),
            ("'", 4),
            ("—", 5),
            ("GẶP", 6),
            ("Internationalization", 7),
            ("internationalizatio", 0),
            ("NGHIÊNGNGHIÊNGĐĐĐ", 8),
            ("A", 9),
            ("ABCDEFGHIJKLMNOP", 10),
            ("İx", 11),
            ("王", 0),
            ("@", 0),
            ("[", 0),
            ("{", 0),
        ];
        for (word, number) in rows {
            assert_eq!(find(word), number, "{word}");
            let expected = words.all().into_iter().filter(|one| one.1 == number).any(|one| one.0 == spelling.of(word));
            assert_eq!(expected, number != 0, "{word}");
        }
    }

    #[test]
    fn makes_letters_small() {
        for byte in 0..0x80_u8 {
            assert_eq!(small(each(byte)), each(byte.to_ascii_lowercase()), "{byte}");
        }
    }
}
