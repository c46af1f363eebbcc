//! Which kind of engagement a sentence tells of where no trigger does: the pack's model weighs its words.

use document::{BlockKind, Shape};
use packs::{CLASSES, ClaimType, Form, Kind, Layer, Level, NONE, Reference, Sign, Signal, Value, Weights};

use crate::begins::Begins;
use crate::drafts::{Draft, alike};
use crate::features::{holding, probability};
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::story::Story;

/// How certain the model must be to open an engagement.
const CERTAIN: f32 = 0.5;
/// A sentence of fewer tokens tells of nothing by itself.
const FEWEST: usize = 5;
/// How certain for a kind that it seldom tells rightly, or where those who meet already go on to speak.
const CERTAIN_AGAINST: f32 = 0.7;
/// How certain where those who meet speak, and only of themselves, or nobody is named who could hold or issue something.
const CERTAIN_SPOKEN: f32 = 0.9;
/// How certain where a phrase of the pack says that it only looks like one, or nobody is named.
const CERTAIN_LOOKS: f32 = 0.8;
/// So far below none a kind cannot be certain: all ten together are less likely than it, for e to this is more than ten.
const FAR: f32 = 2.5;

/// The kind that the words of a sentence tell of, and how certain it is that they tell of any.
pub(crate) fn guess(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    scores: &Weights,
) -> Option<(Kind, f32)> {
    let kind = likeliest_kind(scores);
    if scores[kind as usize] + FAR < scores[NONE] || denied(sentence, kind) {
        return None;
    }
    let certainty = 1.0 - probability(scores, NONE);
    let rare = matches!(kind, Kind::Publication | Kind::Consultation | Kind::Message);
    // "Congratulated both countries on signing the treaty": those who meet only speak of it.
    let spoken = kind != Kind::Statement;
    let goes_on = certainty >= CERTAIN && goes_on(story, sentence, mentions);
    // "More than 80 diplomats took part in the meeting": what nobody is named at is seldom an event of its own.
    let nobody = kind == Kind::Event && !mentions.iter().any(|mention| matches!(mention.who, Who::Person(_)));
    // Where nobody at all is named, little tells whose it would be.
    let unnamed = mentions.iter().all(|mention| mention.who == Who::Name);
    let wanted = match () {
        () if spoken && goes_on => CERTAIN_SPOKEN,
        () if kind == Kind::Meeting && met(story, mentions) => return None,
        () if kind == Kind::Message && said_there(story, sentence, mentions) => return None,
        () if unnamed && matches!(kind, Kind::Event | Kind::Publication) => CERTAIN_SPOKEN,
        () if nobody || looks(sentence) => CERTAIN_LOOKS,
        () if rare || goes_on || kind == Kind::Statement && there(story, mentions) => CERTAIN_AGAINST,
        () => CERTAIN,
    };
    (certainty >= wanted).then_some((kind, certainty))
}

fn likeliest_kind(scores: &Weights) -> Kind {
    Kind::ALL
        .iter()
        .copied()
        .fold(Kind::ALL[0], |best, kind| if scores[kind as usize] > scores[best as usize] { kind } else { best })
}

/// The kind that a sentence tells of if it tells of any, and how likely that is beside none.
pub(crate) fn likeliest(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<(Kind, f32)> {
    let scores = scores(story, sentence, mentions)?;
    let kind = likeliest_kind(&scores);
    (!denied(sentence, kind)).then(|| (kind, scores[kind as usize] - scores[NONE]))
}

/// "Is seeking *a meeting with* President X": whether a phrase of the pack says that what looks like one of a kind is none.
fn denied(sentence: &Sentence<'_>, kind: Kind) -> bool {
    let none = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.shape == packs::Shape::Drop && alike(trigger.kind, kind));
    sentence.marks(Layer::Triggers).any(|(_, value)| none(value))
}

/// How likely it is, by the words of a sentence, that it tells of a statement.
pub(crate) fn alone(scores: &Weights) -> f32 {
    probability(scores, Kind::Statement as usize)
}

/// What the pack's model says of a sentence, if it can say anything.
pub(crate) fn scores(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<Weights> {
    let model = &sentence.language.acts;
    let invites = || {
        sentence.marks(Layer::Speech).any(|(_, value)| matches!(value, Value::Speech(speech) if speech.claim == ClaimType::Invitation && speech.level == Some(Level::Act)))
    };
    if model.is_empty()
        || sentence.block != BlockKind::Paragraph
        || sentence.is(sentence.tokens.end - 1, "?")
        || sentence.tokens.len() < FEWEST
        || is_byline(sentence)
        || sentence.greets()
        || invites()
    {
        return None;
    }
    let mut scores = story.kept.weighed.acts(sentence, mentions, signals(story, sentence, mentions));
    // There are fewer kinds than classes.
    scores[Kind::ALL.len()..CLASSES - 1].fill(f32::MIN / 2.0);
    Some(scores)
}

/// Whether a meeting is spoken of, and nobody is named but those who met: "Minister X *is on his way to* the forum".
fn met(story: &Story<'_, '_>, mentions: &[Mention]) -> bool {
    let Some(current) = story.current.map(|current| &story.drafts[current]) else { return false };
    matches!(current.kind, Kind::Meeting | Kind::Call) && !names_others(current, mentions)
}

/// "On this occasion the Speaker *conveyed the regards of* President X to Prime Minister Y": whether what is sent is said to
/// whoever is met by one of those who meet.
fn said_there(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> bool {
    let Some(current) = story.current.map(|current| &story.drafts[current]) else { return false };
    // "*The Deputy Minister* offered condolences to Ambassador X": a word that refers back is one of them.
    let theirs = |mention: &Mention| match mention.who {
        Who::Person(person) => Some(current.people.contains(&person)),
        Who::Office(_) | Who::Reference(Reference::He | Reference::She, _) => Some(mention.party.is_none()),
        _ => None,
    };
    matches!(current.kind, Kind::Meeting | Kind::Call | Kind::Consultation | Kind::Event)
        && sentence.dates().is_empty()
        && mentions.iter().find_map(theirs) == Some(true)
}

/// Whether the first who is named is of a party that takes part in the talks or the gathering spoken of.
fn there(story: &Story<'_, '_>, mentions: &[Mention]) -> bool {
    let Some(current) = story.current.map(|current| &story.drafts[current]) else { return false };
    let party = |mention: &Mention| match mention.who {
        Who::Person(person) => Some(story.people.all[person].party),
        _ => None,
    };
    !current.background
        && !matches!(current.kind, Kind::Statement | Kind::Publication | Kind::Message)
        && mentions.iter().find_map(party).flatten().is_some_and(|party| current.parties.contains(&party))
}

/// Whether somebody is named who takes no part in an engagement.
fn names_others(draft: &Draft, mentions: &[Mention]) -> bool {
    mentions.iter().any(|mention| matches!(mention.who, Who::Person(person) if !draft.people.contains(&person)))
}

/// "Quỳnh Vũ (từ Geneva)": whether a line without a stop is nothing but names and small words.
fn is_byline(sentence: &Sentence<'_>) -> bool {
    let word = |at: u32| sentence.token(at).shape == Shape::Lower && !sentence.begins(at, Begins::layer(Layer::Links));
    !sentence.is(sentence.tokens.end - 1, ".") && !sentence.tokens.clone().any(word)
}

/// Whether a speech verb stands in a sentence, and nobody but those in the engagement spoken of.
fn goes_on(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> bool {
    let Some(current) = story.current.map(|current| &story.drafts[current]) else { return false };
    let speaks = sentence.marks(Layer::Speech).any(
        |(_, value)| matches!(value, Value::Speech(speech) if matches!(speech.level, Some(Level::Act | Level::Report))),
    );
    speaks && !names_others(current, mentions)
}

/// Whether something in a sentence looks like a trigger and is none ("cancelled a visit").
fn looks(sentence: &Sentence<'_>) -> bool {
    sentence.marks(Layer::Triggers).any(|(_, value)| matches!(value, Value::Trigger(trigger) if !trigger.opens()))
}

/// What the rules say of a sentence.
pub(crate) fn signals<S: FromIterator<Signal>>(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
) -> S {
    let person = |mention: &Mention| if let Who::Person(person) = mention.who { Some(person) } else { None };
    let newcomer = mentions
        .iter()
        .filter_map(person)
        .any(|person| !story.drafts[story.recent()].iter().any(|draft| draft.people.contains(&person)));
    let home = story.people.home;
    let foreign = mentions
        .iter()
        .filter_map(person)
        .any(|person| story.people.all[person].party.is_some_and(|party| Some(party) != home));
    let nobody =
        !mentions.iter().any(|mention| matches!(mention.who, Who::Person(_) | Who::Office(_) | Who::Reference(..)));
    let speech = sentence.marks(Layer::Speech).find_map(|(_, value)| match value {
        Value::Speech(speech) if speech.level.is_some_and(|level| level != packs::Level::Drop) => {
            Some(Signal::Rule(speech.level, speech.claim))
        }
        _ => None,
    });
    let first =
        sentence.page.document.blocks()[sentence.block_index as usize].sentences.start as usize == sentence.index;
    let amid = story.current.map(|current| &story.drafts[current]).filter(|draft| !draft.background);
    let known = amid.is_some_and(|draft| mentions.iter().filter_map(person).any(|one| draft.people.contains(&one)));
    let mut parties = mentions.iter().filter_map(person).filter_map(|person| story.people.all[person].party);
    let both = parties.next().is_some_and(|first| parties.any(|other| other != first));
    let acts = |mention: &&Mention| !matches!(mention.who, Who::Name | Who::Party(Form::Adjective));
    let head = sentence.dateline_end();
    let leads = mentions.iter().find(acts).is_some_and(|mention| mention.tokens.start <= head + 1);
    let quoted = sentence.token(sentence.tokens.start).shape == Shape::Punctuation;
    let signs = [
        (true, Sign::Always),
        (both, Sign::Both),
        (known, Sign::Known),
        (leads, Sign::Leads),
        (quoted, Sign::Quoted),
        (newcomer, Sign::Newcomer),
        (foreign, Sign::Foreign),
        (nobody, Sign::Nobody),
        (looks(sentence), Sign::Looks),
        (first, Sign::First),
        (!sentence.dates().is_empty(), Sign::Dated),
        (speech.is_none(), Sign::Bare),
    ];
    let opens = sentence.marks(Layer::Triggers).filter_map(|(_, value)| match value {
        Value::Trigger(trigger) if trigger.opens() => Some(Signal::Opens(trigger.kind)),
        _ => None,
    });
    let amid = amid.map(|draft| Signal::Amid(draft.kind));
    holding(signs).chain(speech).chain(opens.take(2)).chain(amid).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use packs::Packs;

    use crate::fixtures::read;

    /// The packs with a model that finds an engagement of a kind in every sentence of a language.
    fn sure(language: &str, kind: &str) -> Packs {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs"));
        let mut files = packs::files(root).expect("the packs are there");
        let own = format!("{language}/acts-model.tsv");
        files.retain(|file| !file.path.ends_with("model.tsv") || file.path.ends_with(&own));
        let model = files.iter_mut().find(|file| file.path.ends_with(&own)).expect("the language has one");
        model.text = format!("feature\tclass\tweight\nsignal always\t{kind}\t9\n");
        Packs::from_files(&files).expect("the packs load")
    }

    #[test]
    fn what_the_pack_says_is_none_the_model_opens_neither() {
        let packs = sure("en", "meeting");
        let kinds = |text: &str| read(&packs, "en", text).engagements.len();
        let with = "President Rosa Quispe of Peru on trade and on fish this week.";
        assert_eq!(kinds(&format!("Prime Minister Ali Hamid of Malaysia is seeking a meeting with {with}")), 0);
        assert_eq!(kinds(&format!("Prime Minister Ali Hamid of Malaysia spent an evening beside {with}")), 1);
    }

    #[test]
    fn what_is_conveyed_in_talks_is_no_message_of_its_own() {
        let packs = sure("vi", "message");
        let kinds = |text: &str| -> Vec<String> {
            read(&packs, "vi", text).engagements.into_iter().map(|told| told.kind).collect()
        };
        let met = "Ngày 3/5/2025, Bộ trưởng Lê Văn Hòa tiếp Đại sứ Ghana Kofi Mensah.";
        let conveyed = "Ông Lê Văn Hòa chuyển lời thăm hỏi của Thủ tướng Phạm Văn Nam tới Tổng thống Ghana Ama Osei.";
        assert_eq!(kinds(&format!("{met}\n\n{conveyed}")), ["meeting"]);
        // Another sends it.
        let sent = "Ông Phạm Văn Nam chuyển lời thăm hỏi tới Tổng thống Ghana Ama Osei.";
        assert_eq!(kinds(&format!("{met}\n\n{sent}")), ["meeting", "message"]);
    }

    #[test]
    fn who_invites_does_not_travel() {
        let packs = sure("sv", "visit");
        let text = "Stockholm, 19 mars 2026\n\nI måndags besökte Ghanas minister Ama Osei Sverige. Allt ingick i hennes rundtur på inbjudan av \
                    generaldirektör Olle Berg.";
        let told = read(&packs, "sv", text).engagements;
        assert!(told.iter().all(|told| told.people.iter().all(|one| one.name != "Olle Berg")), "{told:#?}");
    }

    #[test]
    fn one_alone_of_another_party_met_the_pages_own() {
        let packs = sure("sv", "meeting");
        let parties = |told: &str| -> Vec<String> {
            let told = read(&packs, "sv", &format!("STOCKHOLM, 12 mars 2026\n\n{told}")).engagements;
            told.into_iter().flat_map(|told| told.parties).collect()
        };
        assert_eq!(parties("Ghanas minister Ama Osei drack kaffe på Sveriges slott."), ["GH", "SE"]);
        // Nobody from elsewhere is there.
        assert_eq!(parties("Sveriges minister Eva Lund drack kaffe på slottet."), [""; 0]);
    }

    #[test]
    fn a_title_alone_tells_of_a_journey() {
        let kinds = |title: &str, text: &str| -> Vec<String> {
            let text = format!("{title}\n\nStockholm, 12 mars 2026\n\n{text}");
            read(crate::fixtures::phrases(), "sv", &text).engagements.into_iter().map(|told| told.kind).collect()
        };
        let met = "Utrikesminister Eva Lund träffade i går Albaniens premiärminister Edi Hoxha. De talade om handel.";
        assert_eq!(kinds("Utrikesminister Eva Lund på blixtvisit i Tirana", met), ["visit", "meeting"]);
        assert_eq!(kinds("Utrikesminister Eva Lund om samarbetet med Albanien", met), ["meeting"]);
    }
}
