//! Bulletins that nobody wrote, as many as are wanted: what a register is measured on.
//!
//! Five years, day by day, in which the people of many states meet, call and visit each other. One to four bulletins tell of
//! each engagement, in one of the languages each, five engagements a bulletin; some get the day wrong or spell a name
//! otherwise. The same number gives the same bulletin.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::bulletins::{Language, States};
use crate::seeded::Seeded;

/// How many engagements a bulletin tells of.
pub(crate) const ACCOUNTS: usize = 5;
/// How many bulletins come out a day: 200,000 in five years.
const A_DAY: usize = 110;
/// The first day.
const FIRST: Date = Date::constant(2020, 1, 1);
/// How long somebody stays in office, in days.
const TENURE: usize = 700;
/// How many claims an account makes.
const CLAIMS: usize = 3;

/// Kinds of engagement; those that are more frequent stand more often.
const KINDS: [&str; 8] = ["meeting", "meeting", "meeting", "meeting", "call", "call", "visit", "consultation"];

/// A bulletin.
pub(crate) struct Bulletin {
    pub(crate) text: String,
    pub(crate) published: Date,
}

/// Writes bulletins.
pub(crate) struct Corpus {
    languages: Vec<Language>,
    states: States,
}

/// What took place.
struct Engagement {
    seed: u64,
    date: Date,
    kind: &'static str,
    /// Host and guest: the state, the office and the name.
    sides: [(usize, usize, String); 2],
    /// Which claims were made, and on which topic.
    claims: [(usize, usize); CLAIMS],
    number: usize,
}

impl Corpus {
    pub(crate) fn new((languages, states): (Vec<Language>, States)) -> Self {
        Self { languages, states }
    }

    /// So many bulletins from a number on, in the order of their days.
    pub(crate) fn bulletins(&self, from: usize, count: usize) -> impl Iterator<Item = Bulletin> + '_ {
        (from / A_DAY..).flat_map(|day| self.day(day)).skip(from % A_DAY).take(count)
    }

    /// A further bulletin of the day of another, which tells of the first engagements of that day.
    pub(crate) fn further(&self, of: usize) -> Bulletin {
        let (day, from) = (of / A_DAY, of % A_DAY);
        let told: Vec<Engagement> = (from..from + ACCOUNTS).map(|number| self.engagement(day, number)).collect();
        self.bulletin(1 << 40 | of, day, &told.iter().collect::<Vec<_>>())
    }

    /// The bulletins of a day, counted from the first.
    fn day(&self, day: usize) -> Vec<Bulletin> {
        let mut seeded = Seeded::new(1 << 40 | day as u64);
        let mut tellings: Vec<usize> = Vec::new();
        let mut engagements: Vec<Engagement> = Vec::new();
        while tellings.len() < A_DAY * ACCOUNTS {
            let times = 1 + seeded.below(4);
            tellings.extend(std::iter::repeat_n(engagements.len(), times));
            engagements.push(self.engagement(day, engagements.len()));
        }
        tellings.truncate(A_DAY * ACCOUNTS);
        // Dealt out in turn: one told four times stands in four bulletins.
        let mut dealt: Vec<Vec<usize>> = vec![Vec::new(); A_DAY];
        for (at, telling) in tellings.into_iter().enumerate() {
            dealt[at % A_DAY].push(telling);
        }
        let bulletin = |(at, told): (usize, &Vec<usize>)| {
            let told: Vec<&Engagement> = told.iter().map(|&telling| &engagements[telling]).collect();
            self.bulletin(day * A_DAY + at, day, &told)
        };
        dealt.iter().enumerate().map(bulletin).collect()
    }

    fn engagement(&self, day: usize, number: usize) -> Engagement {
        let seed = (day as u64) << 20 | number as u64;
        let mut seeded = Seeded::new(seed);
        let host = self.state(&mut seeded);
        let mut guest = self.state(&mut seeded);
        while guest == host {
            guest = self.state(&mut seeded);
        }
        let office = if seeded.percent(50) { 2 } else { seeded.below(5) };
        let claims = self.languages[0].all("claim").len();
        let topics = self.languages[0].only("topics").split('|').count();
        Engagement {
            seed,
            date: FIRST.saturating_add((day as i64).days()),
            kind: KINDS[seeded.below(KINDS.len())],
            sides: [host, guest].map(|state| (state, office, holder(state, office, day))),
            claims: std::array::from_fn(|_| (seeded.below(claims), seeded.below(topics))),
            number: 2 + seeded.below(40),
        }
    }

    /// A state; some are named far more often than others.
    fn state(&self, seeded: &mut Seeded) -> usize {
        let among = 1 + seeded.below(self.states.codes.len());
        seeded.below(among)
    }

    fn bulletin(&self, number: usize, day: usize, told: &[&Engagement]) -> Bulletin {
        let mut seeded = Seeded::new(1 << 50 | number as u64);
        let language = seeded.one(&self.languages);
        let published = FIRST.saturating_add((day as i64 + 1).days());
        let publisher = seeded.below(self.states.codes.len());
        let fill = |text: &str| {
            let date = language.date(published);
            let filled = text.replace("{number}", &number.to_string()).replace("{party}", &language.names[publisher]);
            filled.replace("{city}", &self.states.capitals[publisher]).replace("{date}", &date)
        };
        let mut text = fill(language.only("title")) + "\n\n" + &fill(language.only("dateline")) + "\n";
        for engagement in told {
            text.push('\n');
            self.tell(engagement, language, &mut seeded, &mut text);
            text.push('\n');
        }
        Bulletin { text, published }
    }

    fn tell(&self, engagement: &Engagement, language: &Language, seeded: &mut Seeded, text: &mut String) {
        let early = seeded.percent(3);
        let date = if early { engagement.date.saturating_sub(1.days()) } else { engagement.date };
        let people: Vec<(String, String)> = engagement
            .sides
            .iter()
            .map(|(state, office, name)| {
                let name = if seeded.percent(3) { misspelt(name) } else { name.clone() };
                let fill = |text: &str| {
                    let filled = text.replace("{office}", language.word("offices", *office)).replace("{name}", &name);
                    filled
                        .replace("{party}", &language.names[*state])
                        .replace("{genitive}", &language.genitives[*state])
                };
                (fill(language.only("person")), fill(language.only("officer")))
            })
            .collect();
        let parties = engagement.sides.each_ref().map(|(state, ..)| &language.names[*state]);
        let fill = |text: &str, topic: usize| {
            text.replace("{date}", &language.date(date))
                .replace("{city}", &self.states.capitals[engagement.sides[0].0])
                .replace("{host}", &people[0].0)
                .replace("{guest}", &people[1].0)
                .replace("{host name}", &people[0].1)
                .replace("{guest name}", &people[1].1)
                .replace("{host party}", parties[0])
                .replace("{guest party}", parties[1])
                .replace("{topic}", language.word("topics", topic))
                .replace("{amount}", &(5 * engagement.number).to_string())
                .replace("{number}", &engagement.number.to_string())
                .replace("{next year}", &(engagement.date.year() + 1).to_string())
        };
        // Writers of one language choose among few sentences, so that some accounts are copies.
        let opening = language.all(engagement.kind);
        text.push_str(&fill(&opening[(engagement.seed as usize + seeded.below(2)) % opening.len()], 0));
        for (at, (claim, topic)) in engagement.claims.iter().enumerate() {
            if at == 0 || seeded.percent(70) {
                text.push(' ');
                text.push_str(&fill(&language.all("claim")[*claim], *topic));
            }
        }
    }
}

impl Language {
    fn date(&self, date: Date) -> String {
        let month = self.word("months", date.month() as usize - 1);
        let filled = self.only("date").replace("{day}", &date.day().to_string());
        filled.replace("{month}", month).replace("{year}", &date.year().to_string())
    }
}

/// Who holds an office of a state on a day.
fn holder(state: usize, office: usize, day: usize) -> String {
    let began = Seeded::new((state << 8 | office) as u64).below(TENURE);
    let term = (day + began) / TENURE;
    let mut seeded = Seeded::new(1 << 60 | (state << 16 | office << 8 | term) as u64);
    let mut word = |syllables: usize| {
        let mut word = String::new();
        for _ in 0..syllables {
            word.push(*seeded.one(&['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z']));
            word.push(*seeded.one(&['a', 'e', 'i', 'o', 'u']));
        }
        word[..1].to_uppercase() + &word[1..]
    };
    let (given, family) = (word(3), word(4));
    format!("{given} {family}")
}

/// A name with one letter changed in its last word.
fn misspelt(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = letters.len() - 2;
    letters[at] = if letters[at] == 'k' { 'c' } else { 'k' };
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn writes_what_the_reader_reads() {
        let packs = embedded::packs();
        let folders = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let corpus = Corpus::new(crate::bulletins::load(&packs, &folders).unwrap());
        let (mut accounts, mut right) = (0, 0);
        let mut texts = BTreeSet::new();
        let bulletins = corpus.day(3);
        for bulletin in &bulletins {
            let document =
                document::open("bulletin", bulletin.text.as_bytes(), packs.habits(), &Default::default()).unwrap();
            let reading = reader::read(&packs, &document, &Default::default());
            assert!(reading.language.is_some(), "{}", bulletin.text);
            accounts += reading.engagements.len();
            right += reading.engagements.iter().filter(|e| e.parties.len() == 2 && !e.people.is_empty()).count();
            texts.insert(&bulletin.text);
        }
        assert_eq!((texts.len(), corpus.day(3)[7].text == bulletins[7].text), (A_DAY, true));
        let told = A_DAY * ACCOUNTS;
        assert!(
            accounts.abs_diff(told) * 10 < told && right * 10 > told * 9,
            "{accounts} accounts of {told}, {right} right"
        );
    }
}
