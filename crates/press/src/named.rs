//! Names of people as a paper has them: one name a person, as documents of its language spell it.

use std::cmp::Reverse;

use register::people::{NameKey, Person};
use register::{Register, StoreError};

use crate::story::Story;
use crate::teller::Teller;
use crate::words::Words;

/// So many of the last mentions of a name tell how a language spells it.
const MENTIONS: usize = 40;
/// Words of so many letters or more are no initials: “JD Vance”, but “MOTEGI Toshimitsu”.
const LONG: usize = 3;

impl Teller<'_> {
    /// Names the people of a story as the paper names them: who is “To Lam” in one document and “Tô Lâm” in another is the same in all of
    /// it.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn name_people(&self, register: &Register, story: &mut Story) -> Result<(), StoreError> {
        for person in &mut story.engagement.people {
            let key = NameKey::new(person.party.as_deref(), &person.name).to_string();
            let known = self.names.borrow().get(&key).cloned();
            let name = match known {
                Some(name) => name,
                None => {
                    let bearer = register.store().person_of(&key)?;
                    let name = bearer.map(|bearer| name_of(register, self.words, &bearer)).transpose()?;
                    self.names.borrow_mut().insert(key, name.clone());
                    name
                }
            };
            person.name = name.unwrap_or_else(|| in_small(&person.name));
        }
        // Who is named by a part of the name too is one.
        let people = std::mem::take(&mut story.engagement.people);
        for person in people {
            let known = &mut story.engagement.people;
            match known.iter_mut().find(|known| known.name == person.name && known.party == person.party) {
                Some(known) => {
                    let new = person.offices.into_iter().filter(|office| !known.offices.contains(office));
                    known.offices.extend(new.collect::<Vec<_>>());
                }
                None => known.push(person),
            }
        }
        Ok(())
    }
}

/// The name of somebody, as documents in the language of a paper have it most often, else as all have it.
///
/// # Errors
///
/// Where the register fails.
pub(crate) fn name_of(register: &Register, words: &Words<'_>, person: &Person) -> Result<String, StoreError> {
    if person.spellings.len() < 2 {
        return Ok(in_small(&person.name));
    }
    let keys: Vec<NameKey> = person.names.iter().filter_map(|name| NameKey::parse(name)).collect();
    // A family name alone is no name of a person, where there is more. The longest one may have what was not theirs in it.
    let most = keys.iter().map(|key| key.words.len()).max().unwrap_or_default();
    let mut spelt = Spelt::default();
    let mut known: Option<Spelt> = None;
    for key in keys.into_iter().filter(|key| key.words.len() >= most.min(2)) {
        let key = NameKey { year: None, ..key };
        spelt.add(register.store().spelt(&key, words.code(), MENTIONS)?);
        let mut of_all = Spelt::default();
        of_all.add(register.store().name(&key)?.map(|facts| facts.spellings).unwrap_or_default());
        if known.as_ref().is_none_or(|known| known.times() < of_all.times()) {
            known = Some(of_all);
        }
    }
    let best = spelt.most_frequent().or_else(|| known?.with_most_marks());
    Ok(best.unwrap_or_else(|| in_small(&person.name)))
}

/// Spellings, and how often each is found.
#[derive(Default)]
struct Spelt(Vec<(String, u32)>);

impl Spelt {
    fn add(&mut self, spellings: Vec<(String, u32)>) {
        for (spelling, times) in spellings {
            let spelling = in_small(&spelling);
            match self.0.iter_mut().find(|(known, _)| *known == spelling) {
                Some((_, known)) => *known += times,
                None => self.0.push((spelling, times)),
            }
        }
    }

    fn times(&self) -> u32 {
        self.0.iter().map(|(_, times)| times).sum()
    }

    fn most_frequent(self) -> Option<String> {
        let best = self.0.into_iter().min_by_key(|(name, times)| (Reverse((*times, marks(name))), name.clone()));
        best.map(|(name, _)| name)
    }

    /// Those who write in marks know them.
    fn with_most_marks(self) -> Option<String> {
        let best = self.0.into_iter().min_by_key(|(name, times)| (Reverse((marks(name), *times)), name.clone()));
        best.map(|(name, _)| name)
    }
}

fn marks(name: &str) -> usize {
    name.chars().filter(|letter| !letter.is_ascii()).count()
}

/// A name in which the family name stands in capitals, as some ministries write it, with small letters: “Motegi Toshimitsu”.
fn in_small(name: &str) -> String {
    let has_small = |word: &str| word.chars().any(char::is_lowercase);
    if !name.split_whitespace().any(has_small) {
        return name.to_owned();
    }
    let small = |word: &str| match is_in_capitals(word) {
        true => lowered(word),
        false => word.to_owned(),
    };
    name.split_whitespace().map(small).collect::<Vec<_>>().join(" ")
}

/// Whether a word is in capitals, and neither initials nor the number of a king.
fn is_in_capitals(word: &str) -> bool {
    let letters = || word.chars().filter(|letter| letter.is_alphabetic());
    letters().count() >= LONG
        && letters().all(char::is_uppercase)
        && !word.contains('.')
        && !letters().all(|c| "IVX".contains(c))
}

/// A word with a capital at the head of each of its parts alone: “O'Brien-Smith”.
fn lowered(word: &str) -> String {
    let mut within = false;
    let letter = |c: char| {
        let kept = !std::mem::replace(&mut within, c.is_alphabetic());
        if kept { c.to_string() } else { c.to_lowercase().collect() }
    };
    word.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::in_small;

    #[test]
    fn family_names_in_capitals_get_small_letters() {
        let names = ["MOTEGI Toshimitsu", "Jean-Noël BARROT", "Mary O'BRIEN-SMITH", "Ä. ÖBERG Lee"];
        assert_eq!(
            names.map(in_small),
            ["Motegi Toshimitsu", "Jean-Noël Barrot", "Mary O'Brien-Smith", "Ä. Öberg Lee"]
        );
        for name in ["JD Vance", "Charles III", "Carl XVI Gustaf", "N.MODI Lee", "BRICS", "Trần Thanh Mẫn"] {
            assert_eq!(in_small(name), name);
        }
    }
}
