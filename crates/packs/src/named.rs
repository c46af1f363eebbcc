//! What a name that somebody types means, in whichever language they name it.

use std::iter;

use document::tokenize;
use unicode_normalization::UnicodeNormalization as _;

use crate::entry::{Form, Layer, Party, Value};
use crate::language::Language;
use crate::lexicon::{Marks, UNKNOWN};
use crate::{City, Packs, Topic};

impl Packs {
    /// The party of a code, or of a name in any language: `JP`, `Japan`, `Förenta staterna`, `Việt Nam`.
    ///
    /// Case does not matter where only one case means a party. Of what a word may mean a name comes before an adjective or
    /// the people's name, and an earlier language before a later one.
    pub fn party_named(&self, name: &str) -> Option<Party> {
        let name: String = name.trim().nfc().collect();
        let coded = || self.world.parties.iter().position(|party| party.code.eq_ignore_ascii_case(&name));
        let by_code = self.world.party(&name).or_else(|| coded().map(|at| Party(at as u16)));
        by_code.or_else(|| {
            self.meant(&name, |value| match value {
                Value::Party(party, Form::Name) => Some(*party),
                _ => None,
            })
            .or_else(|| {
                self.meant(&name, |value| match value {
                    Value::Party(party, _) => Some(*party),
                    _ => None,
                })
            })
        })
    }

    /// The topic of a code, or of a name that a pack words papers with: `energy`, `energi`, `năng lượng`.
    pub fn topic_named(&self, name: &str) -> Option<Topic> {
        let name = name.trim().nfc().collect::<String>().to_lowercase();
        let worded = || {
            let lines = self.languages.iter().flat_map(|language| language.messages.lines());
            let topics = lines.filter_map(|line| line.strip_prefix("topic-")?.split_once('='));
            topics.filter(|(_, worded)| worded.trim() == name).find_map(|(code, _)| Topic::parse(code.trim()))
        };
        Topic::parse(&name).or_else(worded)
    }

    /// The city of a name in any language: `Copenhagen`, `Köpenhamn`.
    pub fn city_named(&self, name: &str) -> Option<&City> {
        let name: String = name.trim().nfc().collect();
        let exact = self.world.cities.iter().find(|city| city.name == name);
        exact.or_else(|| {
            let city = self.meant(&name, |value| match value {
                Value::City(city) => Some(*city),
                _ => None,
            })?;
            self.world.cities.get(usize::from(city))
        })
    }

    /// What a phrase, taken as a whole, means in the first language in which `of` can use it: as it is written, else with
    /// the capitals that it may lack.
    fn meant<T>(&self, phrase: &str, of: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let ways = [phrase.to_owned(), phrase.to_uppercase(), capitalised(phrase)];
        ways.iter().find_map(|phrase| self.languages.iter().find_map(|language| whole(language, phrase, &of)))
    }
}

/// What a phrase means in a language, if all of it is one name.
fn whole<T>(language: &Language, phrase: &str, of: impl Fn(&Value) -> Option<T>) -> Option<T> {
    let tokens = tokenize(phrase);
    let all = 0..tokens.len() as u32;
    let mut words = vec![UNKNOWN; tokens.len()];
    language.lexicon.number(phrase, &tokens, &mut words);
    let mut marks = Marks::default();
    language.lexicon.scan(phrase, &tokens, &words, all.clone(), &mut marks);
    let whole = marks.all(Layer::Names).iter().filter(|mark| mark.start == 0 && mark.end == all.end && mark.tail == 0);
    whole.map(|mark| &language.lexicon.of(*mark).value).find_map(of)
}

fn capitalised(phrase: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(iter::from_fn(|| letters.next())).collect::<String>()
    };
    phrase.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
