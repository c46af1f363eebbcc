//! Whose diary a page is: a list of what somebody does, day by day, whose lines seldom say who does it.

use document::{BlockKind, Shape};
use packs::{DateMatch, Layer, Value, When};

use crate::dates::is_full;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::people::People;
use crate::scene::{Focus, Side, side};

/// So many days that head a line make a diary.
const DAYS: usize = 2;

/// How many tokens may stand beside the day on its line.
const BESIDE: u32 = 2;

/// So many tokens an hour has: "10.30".
const HOUR: u32 = 3;
/// So many bytes has the word before it at most: "Kl. 10.30".
const CLOCK: usize = 5;

/// Sentences as they count: a line of a diary, "15.00 Phone call with President X", ends without a stop and so looks like a
/// heading, but tells what is done.
pub(super) fn entries<'p>(sentences: Vec<Sentence<'p>>) -> Vec<Sentence<'p>> {
    let title = |sentence: &Sentence<'_>| sentence.block == BlockKind::Title && sentence.block_index > 0;
    let days: Vec<usize> = (0..sentences.len()).filter(|&index| heading_day(&sentences[index]).is_some()).collect();
    let timed = sentences.iter().filter(|sentence| title(sentence) && begins_with_hour(sentence)).count();
    if days.len() < DAYS && timed < DAYS {
        return sentences;
    }
    let tells = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.opens());
    let entry = |sentence: &Sentence<'_>| {
        let below = || days.first().is_some_and(|&day| day < sentence.index) && heading_day(sentence).is_none();
        let told = || sentence.marks(Layer::Triggers).any(|(_, value)| tells(value));
        title(sentence) && (begins_with_hour(sentence) || (below() && told()))
    };
    sentences
        .into_iter()
        .map(|sentence| if entry(&sentence) { sentence.in_block(BlockKind::Paragraph) } else { sentence })
        .collect()
}

/// Whether a line begins with the hour of a day: "10.30", "9:45", "Kl. 11.00".
fn begins_with_hour(sentence: &Sentence<'_>) -> bool {
    let first = sentence.tokens.start;
    let short = usize::from(sentence.word(first).len() <= CLOCK && sentence.token(first).shape != Shape::Number);
    let stop = usize::from(short == 1 && sentence.is(first + 1, "."));
    let start = first + (short + stop) as u32;
    let number = |at: u32, most: u8| {
        let word = sentence.word(at);
        word.len() <= 2 && word.parse::<u8>().is_ok_and(|number| number < most)
    };
    if sentence.tokens.end <= start + HOUR {
        return false;
    }
    let parted = (sentence.is(start + 1, ".") || sentence.is(start + 1, ":")) && number(start + 2, 60);
    number(start, 24) && parted && sentence.word(start + 2).len() == 2
}

/// Whose diary a page is, where it is one: whom its title names, else who is named first above its days; nobody where several
/// share it.
pub(super) fn owner(sentences: &[Sentence<'_>], found: &[Vec<Mention>], people: &People) -> Option<Side> {
    let mut days: Vec<&DateMatch> = sentences.iter().filter_map(heading_day).collect();
    days.dedup_by_key(|date| date.parts);
    if days.len() < DAYS {
        return None;
    }
    let first = days[0].start;
    let above =
        || sentences.iter().zip(found).filter(|(sentence, _)| sentence.in_story() && sentence.tokens.start < first);
    let titled = above().find_map(|(sentence, mentions)| {
        let title = matches!(sentence.block, BlockKind::Title | BlockKind::Dateline);
        named(sentence, mentions, people).filter(|_| title)
    });
    titled.or_else(|| {
        let person = above().flat_map(|(_, mentions)| mentions).find_map(|mention| match mention.who {
            Who::Person(person) => Some(person),
            _ => None,
        });
        Some(Side { people: person.into_iter().collect(), ..Side::default() })
    })
}

/// The one person whom a title names, or the holder of its one office: "The Prime Minister's week". Of an office that nobody
/// at home is named in, the page's own party.
fn named(sentence: &Sentence<'_>, mentions: &[Mention], people: &People) -> Option<Side> {
    let mut some = mentions.iter().filter(|mention| matches!(mention.who, Who::Person(_) | Who::Office(_)));
    let (one, None) = (some.next()?, some.next()) else { return None };
    let of = side(sentence, mentions, people, &Focus::default(), one.tokens.clone());
    let own = |person: &usize| people.all[*person].party == people.home;
    if matches!(one.who, Who::Person(_)) || of.people.iter().all(own) && !of.people.is_empty() {
        return Some(Side { people: of.people, ..Side::default() });
    }
    Some(Side { parties: people.home.into_iter().collect(), unnamed: true, ..Side::default() })
}

/// The day that heads a line, alone or before what is done on it.
fn heading_day<'s>(sentence: &'s Sentence<'_>) -> Option<&'s DateMatch> {
    // "*-* 2 May: meets …": behind the sign of a list.
    let first = sentence.tokens.start + u32::from(sentence.page.list_sign(sentence.tokens.start));
    let date = sentence.dates().first().filter(|date| date.start == first)?;
    let day = date.parts.day[0].is_some() || date.parts.weekday.is_some();
    let plain = matches!(date.when, When::Parts | When::Line | When::Weekday) && !is_full(date);
    // "On 2 May the Minister met …" is a story.
    let alone = sentence.tokens.len() as u32 <= date.end - date.start + BESIDE;
    let apart = alone || date.when == When::Line || sentence.is(date.end, ":");
    (day && plain && apart && sentence.in_story() && sentence.heads_block()).then_some(date)
}
