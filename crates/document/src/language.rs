//! Tells the language of a document and of its blocks.
//!
//! The script goes first, then the small words of the languages at hand. `whatlang` is asked only where
//! these settle nothing, on a bounded sample.

use std::ops::Range;

use crate::cut::Cut;
use crate::habits::Habits;
use crate::script::{Script, script};
use crate::{Settings, Shape};

/// Words of a document that are looked at, at most.
const SAMPLE: u32 = 800;
/// Words of one block that are looked at, at most.
const BLOCK_SAMPLE: u32 = 48;
/// Bytes that `whatlang` sees, at most.
const WHATLANG_SAMPLE: usize = 1500;
/// Languages that are counted.
const COUNTED: usize = 64;

/// The main language of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Main {
    /// Its code.
    pub(crate) code: Option<String>,
    /// Its index, where it is at hand.
    pub(crate) index: Option<u8>,
    /// Whether it is written without its accents.
    bare: bool,
}

/// What the words of some text speak for.
struct Tally {
    /// How many languages are counted.
    languages: usize,
    words: u32,
    /// Small letters only: words that are no names.
    plain: u32,
    /// Function words of each language, and words with letters that it alone has.
    hits: [u16; COUNTED],
    /// The same without accents.
    bare: [u16; COUNTED],
    /// Languages of which a letter was seen.
    letters: u64,
    /// Small words with letters that no language has.
    unknown: u32,
    /// Plain words by their length in bytes, all above together.
    lengths: [u16; 16],
    scripts: [(Script, u32); 4],
}

impl Tally {
    fn new(habits: &Habits) -> Self {
        Self {
            languages: habits.languages.len().clamp(1, COUNTED),
            words: 0,
            plain: 0,
            hits: [0; COUNTED],
            bare: [0; COUNTED],
            letters: 0,
            unknown: 0,
            lengths: [0; 16],
            scripts: [(Script::NONE, 0); 4],
        }
    }

    /// The script of most of it. Kana beside Han is Japanese: the rarer tells.
    fn script(&self) -> Script {
        let count = |wanted| self.scripts.iter().find(|(script, _)| *script == wanted).map_or(0, |&(_, count)| count);
        let most = self.scripts.iter().max_by_key(|(_, count)| *count).expect("there are four").0;
        if most == Script::HAN && count(Script::KANA) * 10 > count(Script::HAN) { Script::KANA } else { most }
    }

    fn best(&self, counts: &[u16; COUNTED]) -> (u8, u16) {
        // The first of the best, so that the order of the languages decides a tie.
        (0..self.languages as u8)
            .map(|index| (index, counts[usize::from(index)]))
            .rev()
            .max_by_key(|&(_, count)| count)
            .expect("there is one")
    }

    fn hits(&self, main: &Main) -> u16 {
        let Some(index) = main.index else { return 0 };
        let index = usize::from(index);
        self.hits[index] + if main.bare { self.bare[index] } else { 0 }
    }
}

/// Tells languages by the habits at hand.
pub(crate) struct Teller<'a> {
    cut: Cut<'a>,
    habits: &'a Habits,
    scratch: String,
}

impl<'a> Teller<'a> {
    /// Prepares to tell the languages of a text.
    pub(crate) fn new(cut: Cut<'a>, habits: &'a Habits) -> Self {
        Self { cut, habits, scratch: String::new() }
    }

    /// The main language of a text whose blocks have these tokens; `declared` is what its page says.
    pub(crate) fn main(&mut self, blocks: &[Range<u32>], settings: &Settings, declared: Option<&str>) -> Main {
        if let Some(code) = settings.language.as_deref() {
            return self.known(code);
        }
        let mut tally = Tally::new(self.habits);
        for least in [8, 1] {
            for tokens in blocks.iter().filter(|tokens| tokens.len() >= least) {
                self.count(tokens.clone(), BLOCK_SAMPLE * 2, &mut tally);
                if tally.words >= SAMPLE || self.is_plain(&tally) {
                    break;
                }
            }
            if tally.words > 0 {
                break;
            }
        }
        if tally.words == 0 {
            return Main::default();
        }
        let (index, hits) = tally.best(&tally.hits);
        let share = |hits: u16| f32::from(hits) / tally.words as f32;
        // Running text has a third of such words, its nearest relatives half of them.
        // A relative of it has letters that it has not.
        let relative = tally.unknown >= 2 && tally.unknown * 20 > tally.plain;
        // No relative has two of three words that are no names.
        let clear = hits >= 20 && u32::from(hits) * 3 > tally.plain * 2;
        if clear || (hits >= 3 && share(hits) > 0.27 && !relative) {
            return self.covered(index, false);
        }
        if let Some(code) = declared {
            let known = self.known(code);
            if known.index.is_none_or(|index| tally.hits[usize::from(index)] * 2 >= hits) {
                return known;
            }
        }
        let (bare, bare_hits) = tally.best(&tally.bare);
        if bare_hits >= 3
            && share(bare_hits + tally.hits[usize::from(bare)]) > 0.18
            && bare_hits * 2 > hits
            && self.short_enough(bare, &tally)
        {
            return self.covered(bare, true);
        }
        if let Some((code, sure)) = self.ask_whatlang(blocks, tally.words) {
            let known = self.known(code);
            let fits = known.index.is_none_or(|index| tally.hits[usize::from(index)] * 2 >= hits);
            if (sure && fits) || (relative && known.index.is_none()) || (hits < 2 && tally.words > 12) {
                return known;
            }
        }
        if hits > 0 && (share(hits) > 0.08 || tally.words < 12) {
            return self.covered(index, false);
        }
        // Names alone: the one language at hand that is written so.
        let script = tally.script();
        let mut written =
            (0..self.habits.languages.len().min(COUNTED)).filter(|&index| self.habits.writes(index, script));
        match (written.next(), written.next()) {
            (Some(index), None) => self.covered(index as u8, false),
            (Some(index), Some(_)) if tally.letters & (1 << index) != 0 && tally.letters.is_power_of_two() => {
                self.covered(index as u8, false)
            }
            _ => {
                let lone = (tally.letters.is_power_of_two()).then(|| tally.letters.trailing_zeros() as u8);
                lone.map_or_else(Main::default, |index| self.covered(index, false))
            }
        }
    }

    /// Whether one language has so many words that no more need be counted.
    fn is_plain(&self, tally: &Tally) -> bool {
        let (index, hits) = tally.best(&tally.hits);
        tally.words >= 160
            && u32::from(hits) * 3 > tally.words
            && tally.hits[..tally.languages]
                .iter()
                .enumerate()
                .all(|(other, &count)| other == usize::from(index) || count * 2 < hits)
    }

    /// The language of one block, where one at hand fits.
    pub(crate) fn block(&mut self, tokens: Range<u32>, main: &Main) -> Option<u8> {
        if tokens.len() < 3 || self.habits.languages.is_empty() {
            return main.index;
        }
        let mut tally = Tally::new(self.habits);
        let end = tokens.end;
        let first = self.count(tokens, BLOCK_SAMPLE / 4, &mut tally);
        let own = tally.hits(main);
        let clear = |tally: &Tally, own: u16| own >= 3 && tally.best(&tally.hits).1 <= own;
        if !clear(&tally, own) {
            self.count(first..end, BLOCK_SAMPLE, &mut tally);
        }
        let own = tally.hits(main);
        let (index, hits) = tally.best(&tally.hits);
        if Some(index) == main.index || hits <= own {
            return main.index;
        }
        let script = tally.script();
        let strange = main.index.is_some_and(|main| !self.habits.writes(usize::from(main), script));
        // A language that has letters of its own and shows none of them in a line of some length is not there.
        let without_letters = own == 0
            && main.index.is_some_and(|main| {
                self.habits.has_letters(usize::from(main)) && tally.letters & (1 << main) == 0 && !strange
            });
        let share = f32::from(hits) / tally.words.max(1) as f32;
        let flips = match main.index {
            None => hits >= 2 && share > 0.2,
            Some(_) if strange => true,
            Some(_) if hits >= 2 => hits > own * 2 && share > 0.1,
            Some(_) => without_letters && tally.words >= 6 && share > 0.08,
        };
        if flips { Some(index) } else { main.index }
    }

    /// Counts at most `most` words; gives the token after the last looked at.
    fn count(&mut self, tokens: Range<u32>, most: u32, tally: &mut Tally) -> u32 {
        let enough = tally.words + most;
        for at in tokens.clone() {
            if !self.cut.is_word(at) {
                continue;
            }
            if tally.words >= enough {
                return at;
            }
            self.word(at, tally);
        }
        tokens.end
    }

    fn word(&mut self, at: u32, tally: &mut Tally) {
        let word = self.cut.word(at);
        let first = word.chars().next().expect("a token is not empty");
        let script = script(first);
        if let Some(place) = tally.scripts.iter().position(|(known, count)| *known == script || *count == 0) {
            tally.scripts[place] = (
                script,
                tally.scripts[place].1 + if script.is_spaced() { 1 } else { word.chars().take(64).count() as u32 },
            );
        }
        if !script.is_spaced() {
            return self.run(word, tally);
        }
        tally.words += 1;
        let shape = self.cut.shape(at);
        let small = self.habits.small_word(word, &mut self.scratch);
        let mut hits = small.own;
        if shape == Shape::Lower {
            tally.plain += 1;
            tally.lengths[word.len().min(15)] += 1;
        }
        if hits != 0 {
            tally.letters |= if word.is_ascii() { 0 } else { hits };
        } else if !word.is_ascii() {
            let letters = self.habits.letters(word);
            tally.letters |= letters;
            tally.unknown += u32::from(letters == 0 && shape == Shape::Lower);
            if shape == Shape::Lower && letters.is_power_of_two() {
                hits = letters;
            }
        } else {
            add(&mut tally.bare, small.bare);
        }
        add(&mut tally.hits, hits);
    }

    /// A run of characters without spaces: its small words are one or two characters.
    fn run(&mut self, word: &str, tally: &mut Tally) {
        let mut places = word.char_indices().map(|(at, _)| at).take(64).peekable();
        let mut count = 0;
        while let Some(at) = places.next() {
            count += 1;
            let end = |place: Option<usize>| place.unwrap_or(word.len());
            let one = end(places.peek().copied());
            let mut hits = self.habits.function_word(&word[at..one], &mut self.scratch);
            if let Some(next) = word[one..].chars().next() {
                hits |= self.habits.function_word(&word[at..one + next.len_utf8()], &mut self.scratch);
            }
            add(&mut tally.hits, hits);
        }
        tally.words += u32::div_ceil(count, 4);
    }

    /// Whether a text has as few long words as a language whose words are short.
    fn short_enough(&self, index: u8, tally: &Tally) -> bool {
        let longest = self.habits.longest_bare(usize::from(index)) + 1;
        let long: u32 = tally.lengths.iter().skip(longest + 1).map(|&count| u32::from(count)).sum();
        long * 10 <= tally.plain
    }

    fn covered(&self, index: u8, bare: bool) -> Main {
        Main { code: Some(self.habits.languages[usize::from(index)].language.clone()), index: Some(index), bare }
    }

    fn known(&self, code: &str) -> Main {
        match self.habits.index(code) {
            Some(index) => self.covered(index, false),
            None => {
                let code = code.split(['-', '_']).next().unwrap_or(code).trim().to_ascii_lowercase();
                Main { code: Some(code).filter(|code| !code.is_empty()), index: None, bare: false }
            }
        }
    }

    /// What `whatlang` says, and whether it is sure.
    fn ask_whatlang(&self, blocks: &[Range<u32>], words: u32) -> Option<(&'static str, bool)> {
        if words < 3 {
            return None;
        }
        let mut sample = String::new();
        let least = if blocks.iter().any(|tokens| tokens.len() >= 12) { 12 } else { 1 };
        for tokens in blocks.iter().filter(|tokens| tokens.len() >= least) {
            let bytes = self.cut.bytes(tokens);
            let text = &self.cut.text[bytes.start as usize..bytes.end as usize];
            sample.push_str(&text[..text.floor_char_boundary(WHATLANG_SAMPLE / 3)]);
            sample.push('\n');
            if sample.len() > WHATLANG_SAMPLE {
                break;
            }
        }
        let told = whatlang::detect(&sample)?;
        Some((two_letters(told.lang())?, told.is_reliable() && words >= 20))
    }
}

fn add(counts: &mut [u16; COUNTED], mut languages: u64) {
    while languages != 0 {
        let count = &mut counts[languages.trailing_zeros() as usize];
        *count = count.saturating_add(1);
        languages &= languages - 1;
    }
}

/// The code of ISO 639-1.
fn two_letters(language: whatlang::Lang) -> Option<&'static str> {
    const CODES: &str = "afr af aka ak amh am ara ar aze az bel be ben bn bul bg cat ca ces cs cmn zh dan da deu de ell el eng en epo eo est et \
        fin fi fra fr guj gu heb he hin hi hrv hr hun hu hye hy ind id ita it jav jv jpn ja kan kn kat ka khm km kor ko lat la lav lv lit lt \
        mal ml mar mr mkd mk mya my nep ne nld nl nob nb ori or pan pa pes fa pol pl por pt ron ro rus ru sin si slk sk slv sl sna sn spa es \
        srp sr swe sv tam ta tel te tgl tl tha th tuk tk tur tr ukr uk urd ur uzb uz vie vi yid yi zul zu cym cy";
    let mut codes = CODES.split_ascii_whitespace();
    codes.by_ref().find(|code| *code == language.code())?;
    codes.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_codes_of_all_languages() {
        for language in whatlang::Lang::all() {
            assert_eq!(two_letters(*language).map(str::len), Some(2), "{language:?}");
        }
    }
}

#[cfg(test)]
mod of_documents {
    use crate::habits::tests::habits;
    use crate::{Settings, open};

    const ENGLISH: &str = "The minister met with his colleague in the capital on Monday, and they discussed the trade of the two countries at length.";
    const VIETNAMESE: &str = "Bộ trưởng Ngoại giao đã có cuộc gặp với người đồng cấp tại Hà Nội và trao đổi về hợp tác giữa hai nước trong những năm qua.";

    /// The language of a text, and a letter for that of each block.
    fn told(text: &str, language: Option<&str>) -> (Option<String>, String) {
        let settings = Settings { language: language.map(str::to_owned), ..Settings::default() };
        let document = open("x", text.as_bytes(), &habits(), &settings).unwrap();
        let letter = |index: Option<u8>| index.map_or('?', |index| ['e', 's', 'v', 'd', 'z', 'j'][usize::from(index)]);
        (document.language().map(str::to_owned), document.blocks().iter().map(|block| letter(block.language)).collect())
    }

    #[test]
    fn tells_languages() {
        let swedish = "Utrikesministern träffade sin kollega i huvudstaden på måndagen och de diskuterade handeln mellan länderna. Det är bra att vi har en dialog, sade han.";
        let german = "Der Minister traf sich am Montag mit seinem Kollegen, und sie sprachen über den Handel der beiden Staaten. Das ist gut für die Wirtschaft.";
        let french = "Le ministre a rencontré son homologue lundi dans la capitale, et ils ont discuté du commerce entre les deux pays et de la situation dans la région.";
        let spanish = "El ministro se reunió el lunes con su homólogo en la capital para conversar sobre el comercio entre los dos países y la situación de la región.";
        let polish = "Minister spotkał się w poniedziałek ze swoim odpowiednikiem w stolicy i rozmawiali o handlu między oboma krajami oraz o sytuacji w regionie.";
        let norwegian = "Utenriksministeren møtte sin kollega i hovedstaden på mandag, og de drøftet handelen mellom landene. Det er viktig at vi snakker sammen, sa hun etter møtet.";
        let russian =
            "Министр иностранных дел встретился со своим коллегой в столице и обсудил торговлю между странами.";
        let bare = "Bo truong Ngoai giao da co cuoc gap voi nguoi dong cap tai Ha Noi va trao doi ve hop tac giua hai nuoc trong nhung nam qua. Ong da cam on.";
        let chinese = "外交部长王毅在北京会见了来访的外国客人，双方就共同关心的问题交换了意见。他说这是为了和平。";
        let japanese = "外務大臣は北京で中国の外交部長と会談し、意見を交換した。";
        let arabic = "التقى وزير الخارجية نظيره في العاصمة يوم الاثنين وناقشا التجارة بين البلدين.";
        let rows = [
            (ENGLISH, "en"),
            (VIETNAMESE, "vi"),
            (swedish, "sv"),
            (german, "de"),
            (french, "fr"),
            (spanish, "es"),
            (polish, "pl"),
            (norwegian, "no"),
            (russian, "ru"),
            (bare, "vi"),
            (chinese, "zh"),
            (japanese, "ja"),
            (arabic, "ar"),
            ("Bộ trưởng đến Hà Nội", "vi"),
            ("He met with her in Oslo", "en"),
        ];
        for (text, expected) in rows {
            let told = told(text, None).0;
            let told = told.as_deref().map(|code| if code == "nb" { "no" } else { code });
            assert_eq!(told, Some(expected), "{text}");
        }
        assert_eq!(told("12 (3)", None).0, None);
    }

    #[test]
    fn tells_blocks_apart() {
        let rows = [
            (
                format!("Secretary Rubio's Call with Turkish Foreign Minister Fidan\n\n{VIETNAMESE}\n{VIETNAMESE}"),
                "evv",
            ),
            (format!("{VIETNAMESE}\n{ENGLISH}\n{VIETNAMESE}"), "vev"),
            (format!("{ENGLISH}\n{VIETNAMESE}\n{ENGLISH}\n{ENGLISH}"), "evee"),
            // Names do not make a language.
            (format!("{ENGLISH}\nBùi Thanh Sơn, Phạm Minh Chính, Tô Lâm\n{ENGLISH}"), "eee"),
            (format!("{ENGLISH}\nForeign Minister Bùi Thanh Sơn arrived\n{ENGLISH}"), "eee"),
            (format!("{VIETNAMESE}\nThủ tướng Anwar Ibrahim\nThe New York Times\n{VIETNAMESE}"), "vvvv"),
            (format!("{ENGLISH}\n外交部长王毅在北京会见了来访的外国客人，这是为了和平。\n{ENGLISH}"), "eze"),
        ];
        for (text, expected) in rows {
            assert_eq!(told(&text, None).1, expected, "{text}");
        }
    }

    #[test]
    fn obeys_settings() {
        assert_eq!(told(ENGLISH, Some("sv")), (Some("sv".to_owned()), "e".to_owned()));
        assert_eq!(told("Oslo Rom", Some("sv-FI")), (Some("sv".to_owned()), "s".to_owned()));
        assert_eq!(told("Oslo Rom", Some("is")), (Some("is".to_owned()), "?".to_owned()));
    }
}
