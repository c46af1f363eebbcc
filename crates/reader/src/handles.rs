//! What the words of a claim or an engagement can be known by in any language: treaties, bodies, numbered sessions and
//! terms of years.

use std::ops::Range;

use document::Shape;
use packs::{Form, Layer, Link, Mark, NumberKind, Occasion, Party, Relations, Topic, Turn, Value};

use crate::begins::Begins;
use crate::page::{Sentence, joined_years};

/// How many words of a session's name may stand between its number and its noun.
const NAME: u32 = 12;
/// No row of sessions is longer.
const MOST: u32 = 300;
/// No term of office or programme is longer, in years.
const TERM: i16 = 30;
/// No relations are marked that are older, in years.
const AGE: i16 = 200;

/// Topics that are no field of their own: of them relations are as a whole.
const WHOLE: [Topic; 5] = [Topic::Relations, Topic::Regional, Topic::Multilateral, Topic::Protocol, Topic::Visits];

/// A session of a row, as far as some words tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Session {
    /// The series, by its place in [`packs::World::series`].
    pub(crate) series: Option<u16>,
    /// Its number.
    pub(crate) number: Option<u16>,
}

impl Session {
    /// What it tells, and for the rest what another does.
    pub(crate) fn or(self, other: Self) -> Self {
        if self.series.is_none() && self.number.is_none() { other } else { self }
    }
}

/// What is named in some tokens: treaties, processes and measures, by their places in [`packs::World::named`], in the
/// order of the text.
pub(crate) fn instruments(sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<u16> {
    let mut found = Vec::new();
    for (_, named) in named(sentence, tokens) {
        if !sentence.page.world().named[usize::from(named)].body && !found.contains(&named) {
            found.push(named);
        }
    }
    found
}

/// A body that some words name: an organisation, or an organ of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// A party that is no state.
    Organisation(Party),
    /// By its place in [`packs::World::named`].
    Organ(u16),
}

/// The bodies that are named in some tokens, in the order of the text; an organisation in the name of
/// its organ or treaty is not among them.
pub(crate) fn bodies(sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<Body> {
    let world = sentence.page.world();
    let names: Vec<(Mark, u16)> = named(sentence, tokens.clone()).collect();
    let organs = names.iter().filter(|(_, named)| world.named[usize::from(*named)].body);
    let within = |mark: &Mark| names.iter().any(|(name, _)| name.start <= mark.start && mark.end <= name.end);
    let organisations = sentence.within(Layer::Names, tokens).filter_map(|(mark, value)| match value {
        Value::Party(party, Form::Name | Form::Genitive) if !world.is_state(*party) && !within(&mark) => {
            Some((mark.start, Body::Organisation(*party)))
        }
        _ => None,
    });
    let mut all: Vec<(u32, Body)> =
        organisations.chain(organs.map(|&(mark, named)| (mark.start, Body::Organ(named)))).collect();
    all.sort_by_key(|(at, _)| *at);
    let mut found = Vec::new();
    for (_, body) in all {
        if !found.contains(&body) {
            found.push(body);
        }
    }
    found
}

fn named(sentence: &Sentence<'_>, tokens: Range<u32>) -> impl Iterator<Item = (Mark, u16)> {
    sentence
        .within(Layer::Handles, tokens)
        .filter_map(|(mark, value)| if let Value::Named(named) = value { Some((mark, *named)) } else { None })
}

/// What relations come to by some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    pub(crate) comes: Comes,
    /// Whether the words only mark that it was reached years ago.
    pub(crate) marked: bool,
    /// Where they mark it with the years, the first: "50 years of diplomatic relations (1973–2023)".
    pub(crate) since: Option<i16>,
    /// Whose relations they are, as far as the words beside them say: "upgraded its relations with *Peru*".
    pub(crate) whose: Vec<Party>,
    /// The words that name them, and the verb.
    pub(crate) words: Range<u32>,
}

/// What relations come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Comes {
    /// A level, by its place in [`packs::World::relations`].
    Level(u16),
    /// What else becomes of them.
    Turn(Turn),
}

/// Between the words that raise relations, or mark that they were, and their level stand so many words at most.
const RAISED: u32 = 14;
/// Between the verb that begins relations, or breaks them off, and their name: "establish a".
const BEGUN: u32 = 3;
/// Between their name and such a verb, where whose they are stands between: "relations between Iran and Oman were severed".
const BETWEEN: u32 = 8;
/// So far before the verb stands what tells that it is not done: "threatened to sever".
const UNSETTLED: u32 = 4;
/// So far behind a level begins what it is limited to: "a partnership in the field of raw materials".
const FIELD: u32 = 3;
/// So far from the words of a level stand those whose it is.
const WHOSE: u32 = 6;

/// What some tokens say that relations come to: "upgrade relations to a strategic partnership", "diplomatic relations were
/// established", "severed diplomatic relations", but not "elevate the strategic partnership", nor "a strategic partnership
/// on raw materials". Of several levels the highest, for a lower one is where they come from.
pub(crate) fn reached(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<Reached> {
    let said = sentence.within(Layer::Handles, tokens.clone()).filter_map(|(mark, value)| match value {
        Value::Relations(said) => Some((mark, *said)),
        _ => None,
    });
    let said: Vec<(Mark, Relations)> = said.collect();
    let found = said.iter().enumerate().filter_map(|(at, &(mark, what))| {
        let near = said[..at].iter().rev().take_while(|(other, _)| mark.start - other.end <= RAISED);
        let near: Vec<(Mark, Relations)> = near.copied().collect();
        let marked = near.iter().any(|(_, what)| *what == Relations::Marked);
        let (comes, verb) = match what {
            Relations::Turn(turn, true) => (Comes::Turn(turn), mark),
            Relations::Level(level, led) if !is_limited(sentence, level, mark) => {
                let verb = verb_of(sentence, (mark, led), &near, said.get(at + 1));
                (comes(level, verb.map(|(_, what)| what), marked)?, verb.map_or(mark, |(verb, _)| verb))
            }
            _ => return None,
        };
        let since = || span_of_years(sentence, tokens.clone(), AGE).map(|[first, _]| first);
        let words = verb.start.min(mark.start)..verb.end.max(mark.end);
        let whose = whose(sentence, words.clone(), &tokens);
        let reached = Reached { comes, marked, since: marked.then(since).flatten(), whose, words };
        (marked || is_done(sentence, verb, &tokens, &near)).then_some(reached)
    });
    found.max_by_key(|reached| reached.comes)
}

/// The verb before a level, the next first, or right behind it that says that relations come to it. `led`: a word leads to it.
fn verb_of(
    sentence: &Sentence<'_>,
    (mark, led): (Mark, bool),
    before: &[(Mark, Relations)],
    behind: Option<&(Mark, Relations)>,
) -> Option<(Mark, Relations)> {
    let begins = |what| matches!(what, Relations::Begun | Relations::Turn(_, false));
    let verb =
        before.iter().find(|(_, what)| !matches!(what, Relations::Level(..) | Relations::Unsettled | Relations::Field));
    // "Relations *between* Iran and Oman were severed".
    let apart = if sentence.link(mark.end, Link::With).is_some() { BETWEEN } else { BEGUN };
    let raises = verb.filter(|(_, what)| *what == Relations::Raised && led);
    let begun = || verb.filter(|(verb, what)| begins(*what) && mark.start - verb.end <= BEGUN);
    let follows = || behind.filter(|(verb, what)| begins(*what) && verb.start - mark.end <= apart);
    raises.or_else(begun).or_else(follows).copied()
}

/// What relations come to by a verb at a level: to diplomatic relations one also returns, or breaks them off.
fn comes(level: u16, verb: Option<Relations>, marked: bool) -> Option<Comes> {
    match verb {
        Some(Relations::Turn(turn, _)) if level == 0 => Some(Comes::Turn(turn)),
        Some(Relations::Turn(turn, _)) if turn != Turn::Restored => marked.then_some(Comes::Level(level)),
        Some(_) => Some(Comes::Level(level)),
        None => marked.then_some(Comes::Level(level)),
    }
}

/// Whether a verb tells of what is done or to be done, and not of what is denied or only threatened.
fn is_done(sentence: &Sentence<'_>, verb: Mark, tokens: &Range<u32>, near: &[(Mark, Relations)]) -> bool {
    let from = verb.start.saturating_sub(UNSETTLED).max(tokens.start);
    let denied = (from..verb.start).any(|at| sentence.link(at, Link::Not).is_some());
    !denied && !near.iter().any(|(mark, what)| *what == Relations::Unsettled && mark.end >= from)
}

/// Whether a level is only of some field, and not of the relations as a whole: "a strategic partnership *on raw materials*",
/// "an *energy* partnership".
fn is_limited(sentence: &Sentence<'_>, level: u16, mark: Mark) -> bool {
    let topic = |value: &Value| match value {
        Value::Topic(topics) => topics.iter().any(|topic| !WHOLE.contains(&topic)),
        _ => false,
    };
    let around = mark.start.saturating_sub(FIELD)..mark.end + 1;
    let mut beside = sentence.within(Layer::Topics, around);
    let beside = beside.any(|(at, value)| (at.end == mark.start || at.start == mark.end) && topic(value));
    let leads = |value: &Value| matches!(value, Value::Relations(Relations::Field));
    let led = sentence.at(Layer::Handles, mark.end).find(|(_, value)| leads(value)).map(|(link, _)| link.end);
    let follows = |from: u32| {
        let dated = sentence.dates().iter().any(|date| (mark.end..=from).contains(&date.start));
        !dated && sentence.within(Layer::Topics, from..from + FIELD).any(|(_, value)| topic(value))
    };
    sentence.page.world().sectoral != Some(level) && (beside || led.is_some_and(follows))
}

/// Whose relations some words are about: those named among them or with them, else with whom it is agreed; and, beside one
/// alone, who stands before.
fn whose(sentence: &Sentence<'_>, words: Range<u32>, tokens: &Range<u32>) -> Vec<Party> {
    let named = |tokens: Range<u32>| {
        sentence.within(Layer::Names, tokens).filter_map(|(_, value)| match value {
            Value::Party(party, Form::Name | Form::Genitive | Form::Adjective) => Some(*party),
            Value::City(city) => Some(sentence.page.world().cities[usize::from(*city)].country),
            _ => None,
        })
    };
    let leads =
        |at: u32| [Link::With, Link::From, Link::To, Link::In].iter().any(|&link| sentence.link(at, link).is_some());
    // The phrase itself may end with the small word.
    let led = leads(words.end) || leads(words.end - 1);
    let end = if led { (words.end + WHOSE).min(tokens.end) } else { words.end };
    let mut whose: Vec<Party> = Vec::new();
    let mut add = |tokens: Range<u32>| {
        for party in named(tokens) {
            if !whose.contains(&party) {
                whose.push(party);
            }
        }
        whose.len()
    };
    if add(words.start..end) == 0 {
        // "Signed *with the minister of Fiji* a communiqué establishing relations".
        let with = (tokens.start..words.start).rev().find(|&at| sentence.link(at, Link::With).is_some());
        with.into_iter().for_each(|at| _ = add(at..(at + WHOSE).min(words.start)));
    }
    let before = words.start.saturating_sub(WHOSE).max(tokens.start)..words.start;
    if let ([one], Some(subject)) = (whose.as_slice(), named(before).next_back())
        && *one != subject
    {
        whose.insert(0, subject);
    }
    whose
}

/// The term or period of years that some tokens name: "2026–2035", "from 2026 to 2035".
pub(crate) fn years(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<[i16; 2]> {
    span_of_years(sentence, tokens, TERM)
}

/// The years from which to which some tokens tell of something that lasts no longer than `most` years.
fn span_of_years(sentence: &Sentence<'_>, tokens: Range<u32>, most: i16) -> Option<[i16; 2]> {
    let plausible = |&[first, last]: &[i16; 2]| {
        (1900..=2100).contains(&first) && (1900..=2100).contains(&last) && first < last && last <= first + most
    };
    let of_dates = sentence.dates().iter().filter(|date| tokens.contains(&date.start)).filter_map(|date| {
        let parts = &date.parts;
        let ([Some(first), Some(last)], [None, None], [None, None]) = (parts.year, parts.month, parts.day) else {
            return None;
        };
        Some([first, last])
    });
    let numbers = tokens.clone().filter(|&at| sentence.token(at).shape == Shape::Number);
    let joined = numbers.filter_map(|at| joined_years(sentence.page.document, at, &tokens));
    of_dates.chain(joined).find(plausible)
}

/// The session of a row that some tokens name: the first with a number, else the first series.
pub(crate) fn session(sentence: &Sentence<'_>, tokens: Range<u32>) -> Session {
    let series = sentence.within(Layer::Occasions, tokens.clone()).filter_map(|(mark, value)| match value {
        Value::Occasion(Occasion::Series(series)) => Some((mark, *series)),
        _ => None,
    });
    let mut first = None;
    for (mark, series) in series {
        let number = glued(sentence, mark, series).or_else(|| number(sentence, mark, true, &tokens));
        if number.is_some() {
            return Session { series: Some(series), number };
        }
        first = first.or(Some((mark, series)));
    }
    let mut nouns = sentence.within(Layer::Handles, tokens.clone());
    let numbered = nouns.find_map(|(noun, value)| match value {
        Value::Session(first) => Some((noun, number(sentence, noun, *first, &tokens)?)),
        _ => None,
    });
    // "The 78th session of the General Assembly", but not "the third meeting on the sidelines of the ASEAN Summit".
    let of_row = |noun: Mark, series: Mark| (noun.end..series.start).all(|at| leads_on(sentence, at));
    match numbered {
        Some((noun, number)) => {
            let series = first.filter(|(mark, _)| noun.end <= mark.start && of_row(noun, *mark));
            Session { series: series.map(|(_, series)| series), number: Some(number) }
        }
        None => Session { series: first.map(|(_, series)| series), number: None },
    }
}

/// Whether a token leads from a noun of sessions to what it is a session of: "of", "in", an article or its number.
fn leads_on(sentence: &Sentence<'_>, at: u32) -> bool {
    let of = [Link::Of, Link::In].into_iter().any(|link| sentence.link(at, link).is_some());
    let small = || {
        let link = sentence.begins(at, Begins::layer(Layer::Links));
        !link && sentence.language.is_function_word(sentence.word(at))
    };
    let number = || sentence.token(at).shape == Shape::Number || sentence.begins(at, Begins::layer(Layer::Figures));
    of || number() || small()
}

/// "AMM-58", "COP30": the number that goes with the short name of a series.
fn glued(sentence: &Sentence<'_>, mark: Mark, series: u16) -> Option<u16> {
    // "G20" is no twentieth session.
    let name = &*sentence.page.world().series[usize::from(series)].name;
    let inside = (mark.end == mark.start + 1).then(|| sentence.word(mark.start).strip_prefix(name)).flatten();
    let at = if sentence.is(mark.end, "-") || sentence.is(mark.end, "–") { mark.end + 1 } else { mark.end };
    let behind = || figure(sentence, at, sentence.tokens.end);
    bounded(inside.and_then(|digits| digits.parse().ok())).or_else(behind)
}

/// The number that stands with a noun of sessions, before or behind it as the language has it. `first`: whether the first
/// that is so called is one of a row, though its number is a word; "their first meeting" seldom is.
fn number(sentence: &Sentence<'_>, noun: Mark, first: bool, tokens: &Range<u32>) -> Option<u16> {
    let (number, worded) = if sentence.language.number_after_noun {
        behind(sentence, noun, tokens)
    } else {
        before(sentence, noun, tokens)
    }?;
    let of_row = first || sentence.link(noun.end, Link::Of).is_some();
    (number > 1 || !worded || of_row).then_some(number)
}

/// "The 21st Vietnam–Cambodia Joint Committee meeting": the nearest number before the noun, with nothing between but its
/// name. Gives whether it is a word, too.
fn before(sentence: &Sentence<'_>, noun: Mark, tokens: &Range<u32>) -> Option<(u16, bool)> {
    let from = noun.start.saturating_sub(NAME).max(tokens.start);
    let (mark, value) = sentence.within(Layer::Figures, from..noun.end).rev().find(|(mark, value)| {
        mark.end <= noun.end && matches!(value, Value::Number(_, NumberKind::Ordinal | NumberKind::OrdinalSuffix))
    })?;
    let of_name = |at: u32| {
        let token = sentence.token(at);
        match token.shape {
            Shape::Punctuation => matches!(sentence.word(at), "-" | "–" | "'" | "’" | ":" | "+" | "/" | "&"),
            Shape::Capital | Shape::Upper | Shape::Number => true,
            Shape::Lower => {
                let small = sentence.language.is_function_word(sentence.word(at))
                    || sentence.begins(at, Begins::layer(Layer::Speech).or(Begins::layer(Layer::Verbs)));
                !small || sentence.link(at, Link::And).is_some() || sentence.is(at - 1, "'") || sentence.is(at - 1, "’")
            }
        }
    };
    if !(mark.end..noun.start).all(of_name) {
        return None;
    }
    match value {
        Value::Number(number, NumberKind::Ordinal) => Some((bounded(Some(*number as u32))?, true)),
        _ => Some((figure(sentence, mark.start.checked_sub(1).filter(|at| tokens.contains(at))?, noun.end)?, false)),
    }
}

/// "Kỳ họp Ủy ban hỗn hợp lần thứ 21": the first number behind the noun, right there or led by a word that makes an
/// ordinal. Gives whether it is a word, too.
fn behind(sentence: &Sentence<'_>, noun: Mark, tokens: &Range<u32>) -> Option<(u16, bool)> {
    let until = (noun.end + NAME).min(tokens.end);
    let sign = |at: &u32| {
        sentence.token(*at).shape != Shape::Punctuation || matches!(sentence.word(*at), "-" | "–" | "/" | "+" | "&")
    };
    let end = (noun.end..until).find(|at| !sign(at)).unwrap_or(until);
    // A noun that ends in such a word itself: "phiên họp lần thứ …".
    let led = sentence.within(Layer::Figures, noun.start..end).find_map(|(mark, value)| match value {
        Value::Number(number, NumberKind::Ordinal) => Some((bounded(Some(*number as u32))?, true)),
        Value::Number(_, NumberKind::OrdinalPrefix) => Some((figure(sentence, mark.end, tokens.end)?, false)),
        _ => None,
    });
    led.or_else(|| {
        // "Khóa họp 58 Hội đồng Nhân quyền", but not "hội nghị 3 bên".
        let next = noun.end + 1;
        let goes_on = tokens.contains(&next)
            && sentence.token(next).shape == Shape::Lower
            && !sentence.begins(next, Begins::layer(Layer::Links));
        Some((figure(sentence, noun.end, end).filter(|_| !goes_on)?, false))
    })
}

/// A number in digits at a token before `end` that is none of a date.
fn figure(sentence: &Sentence<'_>, at: u32, end: u32) -> Option<u16> {
    let dated = || sentence.dates().iter().any(|date| (date.start..date.end).contains(&at));
    let digits = at < end && sentence.tokens.contains(&at) && sentence.token(at).shape == Shape::Number;
    bounded(sentence.word(at.min(sentence.tokens.end - 1)).parse().ok().filter(|_| digits && !dated()))
}

fn bounded(number: Option<u32>) -> Option<u16> {
    number.filter(|number| (1..=MOST).contains(number)).map(|number| number as u16)
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{claims, phrases, read};
    use crate::reading::{Claim, Engagement};

    /// What the first claim of a text that has any handle is known by.
    fn handles(language: &str, text: &str) -> String {
        let list = |codes: &[String]| Some(codes.join(",")).filter(|codes| !codes.is_empty());
        let show = |claim: &Claim| {
            let session = claim.session.map(|number| number.to_string());
            let years = claim.years.map(|[first, last]| format!("{first}-{last}"));
            let all = [list(&claim.instruments), list(&claim.bodies), session, years];
            all.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let reading = read(phrases(), language, text);
        claims(&reading).map(show).find(|handles| !handles.is_empty()).unwrap_or_default()
    }

    fn check(cases: &[(&str, &str, &str)]) {
        for (language, text, expected) in cases {
            assert_eq!(handles(language, text), *expected, "{text}");
        }
    }

    const EN: &str =
        "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Badr al-Busaidi of Oman in Muscat. Mr Sabry";
    const SV: &str =
        "Utrikesminister Elina Valtonen från Finland träffade Omans utrikesminister Badr al-Busaidi i Muskat. Valtonen";
    const VI: &str =
        "Bộ trưởng Ngoại giao Bùi Thanh Sơn gặp Bộ trưởng Ngoại giao Oman Badr al-Busaidi. Bộ trưởng Bùi Thanh Sơn";

    /// Cases whose texts go on from a meeting told in their language.
    fn told(cases: &[(&str, &str, &str)]) {
        let texts = cases.iter().map(|(language, text, _)| format!("{} {text}", opening(language))).collect::<Vec<_>>();
        let cases = cases.iter().zip(&texts);
        check(&cases.map(|((language, _, expected), text)| (*language, text.as_str(), *expected)).collect::<Vec<_>>());
    }

    #[test]
    fn treaties_have_one_code_in_all_languages() {
        told(&[
            ("en", "asked Oman to ratify the EVIPA.", "EVIPA"),
            ("en", "asked Oman to ratify the EU-Vietnam Investment Protection Agreement.", "EVIPA"),
            ("sv", "bad Oman att ratificera avtalet om investeringsskydd mellan EU och Vietnam.", "EVIPA"),
            ("vi", "đề nghị Oman phê chuẩn Hiệp định Bảo hộ đầu tư Việt Nam - EU.", "EVIPA"),
            ("en", "stressed respect for the United Nations Convention on the Law of the Sea.", "UNCLOS"),
            ("sv", "underströk vikten av FN:s havsrättskonvention.", "UNCLOS"),
            ("vi", "khẳng định tầm quan trọng của Công ước Liên hợp quốc về Luật Biển 1982.", "UNCLOS"),
            ("en", "called on Oman to lift the yellow card on its seafood.", "IUU-yellow-card"),
            ("sv", "bad Oman att häva det gula kortet på fisk.", "IUU-yellow-card"),
            ("vi", "đề nghị Oman sớm gỡ bỏ thẻ vàng đối với thủy sản.", "IUU-yellow-card"),
            ("en", "asked Oman to sign an FTA.", ""),
            ("en", "thanked Oman for the yellow card in the match.", ""),
            ("sv", "bad Oman att skriva under konventionen.", ""),
            ("vi", "đề nghị Oman ký Hiệp định Bảo hộ đầu tư Việt Nam - Oman.", ""),
        ]);
    }

    /// Holds the levels of texts, each with its language and what they are, behind an opening.
    fn check_levels(cases: &[(&str, &str, &str)]) {
        for &(language, text, expected) in cases {
            assert_eq!(levels(language, &format!("{} {text}", opening(language))), expected, "{text}");
        }
    }

    fn opening(language: &str) -> &'static str {
        match language {
            "en" => EN,
            "sv" => SV,
            _ => VI,
        }
    }

    /// To which levels, and when, the claims of a text say that relations are raised.
    fn levels(language: &str, text: &str) -> String {
        let show = |claim: &Claim| {
            let date = claim.level_date.map(|date| date.to_string());
            Some([claim.level.clone()?, date.unwrap_or_default()].join(" ").trim_end().to_owned())
        };
        claims(&read(phrases(), language, text)).filter_map(show).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn relations_are_raised_to_a_level() {
        let cases = [
            (
                "en",
                "and Mr al-Busaidi agreed to upgrade relations to a strategic partnership.",
                "strategic-partnership",
            ),
            (
                "en",
                "proposed that ties be raised from a strategic partnership to a comprehensive strategic partnership by 2030.",
                "comprehensive-strategic-partnership 2030",
            ),
            ("en", "praised the strategic partnership established in 2014.", "strategic-partnership 2014"),
            ("en", "pledged to elevate the strategic partnership to new heights.", ""),
            ("en", "stressed the importance of the strategic partnership.", ""),
            ("en", "and Mr al-Busaidi agreed to mark the 50th anniversary of diplomatic relations.", ""),
            (
                "en",
                "and Mr al-Busaidi agreed to mark the 50th anniversary of diplomatic relations (1976-2026).",
                "diplomatic-relations 1976",
            ),
            ("sv", "föreslog att uppgradera förbindelserna till ett strategiskt partnerskap.", "strategic-partnership"),
            ("sv", "lovade att fördjupa det strategiska partnerskapet.", ""),
            (
                "vi",
                "đề nghị nâng cấp quan hệ hai nước lên Đối tác chiến lược toàn diện.",
                "comprehensive-strategic-partnership",
            ),
            ("vi", "đề nghị nâng tầm quan hệ Đối tác chiến lược lên tầm cao mới.", ""),
        ];
        check_levels(&cases);
    }

    #[test]
    fn relations_are_no_level_in_one_field() {
        let cases = [
            ("en", "and Mr al-Busaidi agreed to launch a strategic partnership on raw materials.", ""),
            (
                "en",
                "and Mr al-Busaidi agreed to upgrade ties to a strategic partnership in the field of agriculture.",
                "",
            ),
            (
                "en",
                "and Mr al-Busaidi agreed to upgrade ties to a strategic partnership in 2026.",
                "strategic-partnership 2026",
            ),
            ("sv", "föreslog att upprätta ett strategiskt partnerskap om råvaror.", ""),
            ("sv", "föreslog att upprätta ett strategiskt partnerskap i Muskat.", "strategic-partnership"),
            (
                "sv",
                "föreslog att upprätta ett sektoriellt strategiskt partnerskap inom utbildning.",
                "sectoral-strategic-partnership",
            ),
            ("vi", "đề nghị thiết lập đối tác chiến lược về chuyển đổi xanh.", ""),
            ("vi", "đề nghị thiết lập Đối tác Chiến lược Tài chính xanh.", ""),
        ];
        check_levels(&cases);
    }

    #[test]
    fn relations_are_broken_off_and_restored() {
        let cases = [
            ("en", "urged Oman to sever diplomatic relations with Fiji.", "broken-off OM+FJ"),
            ("en", "proposed to restore diplomatic relations.", "restored"),
            ("en", "regretted that relations with Fiji had been downgraded.", ""),
            ("en", "regretted that Fiji had recalled its ambassador from Oman.", "recalled FJ+OM"),
            ("en", "regretted that diplomatic relations with Fiji had been suspended.", "suspended FJ"),
            ("en", "stressed that Oman did not sever diplomatic relations with Fiji.", ""),
            ("en", "regretted that Oman had threatened to sever diplomatic relations with Fiji.", ""),
            (
                "en",
                "welcomed that Oman had upgraded its relations with Fiji to a strategic partnership.",
                "strategic-partnership OM+FJ",
            ),
            ("sv", "bad Oman att bryta de diplomatiska förbindelserna med Fiji.", "broken-off OM+FJ"),
            ("sv", "föreslog att återuppta de diplomatiska förbindelserna.", "restored"),
            ("sv", "beklagade att Fiji hade kallat hem sin ambassadör från Oman.", "recalled FJ+OM"),
            ("vi", "đề nghị Oman cắt đứt quan hệ ngoại giao với Fiji.", "broken-off OM+FJ"),
            ("vi", "đề nghị khôi phục quan hệ ngoại giao.", "restored"),
        ];
        for (language, text, expected) in cases {
            let reading = read(phrases(), language, &format!("{} {text}", opening(language)));
            let show = |claim: &Claim| Some(format!("{} {}", claim.level.clone()?, claim.level_parties.join("+")));
            let told = claims(&reading).filter_map(show).collect::<Vec<_>>().join(", ");
            assert_eq!(told.trim_end(), expected, "{text}");
        }
    }

    #[test]
    fn relations_are_broken_off_by_one() {
        let told = |language: &str, text: &str| {
            let reading = read(phrases(), language, text);
            let engagement: &Engagement = reading.engagements.first().expect("it is told");
            let level = engagement.level.clone().unwrap_or_default();
            format!("{} {} {level}", engagement.kind, engagement.parties.join(",")).trim_end().to_owned()
        };
        assert_eq!(
            told("en", "Fiji severed diplomatic relations with Oman on 4 May 2025."),
            "statement FJ,OM broken-off"
        );
        assert_eq!(told("en", "Fiji recalled its ambassador from Oman on 4 May 2025."), "event FJ,OM recalled");
        assert_eq!(told("sv", "Den 4 maj 2025 kallade Fiji hem sin ambassadör från Oman."), "event FJ,OM recalled");
        assert_eq!(
            told("sv", "Den 4 maj 2025 bröt Fiji de diplomatiska förbindelserna med Oman."),
            "statement FJ,OM broken-off"
        );
        assert_eq!(
            told("vi", "Ngày 4/5/2025, Fiji cắt đứt quan hệ ngoại giao với Oman."),
            "statement FJ,OM broken-off"
        );
    }

    #[test]
    fn relations_begin_with_what_is_signed() {
        let level = |text: &str| {
            let reading = read(phrases(), "en", text);
            let engagement: &Engagement = reading.engagements.first().expect("it is told");
            (engagement.kind.clone(), engagement.level.clone().unwrap_or_default())
        };
        let begun = "Oman and Fiji signed a communiqué establishing diplomatic relations on 4 May 2025.";
        let signed = "Oman and Fiji signed a memorandum on fisheries on 4 May 2025.";
        assert_eq!(level(begun), ("signing".to_owned(), "diplomatic-relations".to_owned()));
        assert_eq!(level(signed), ("signing".to_owned(), String::new()));
    }

    #[test]
    fn bodies_are_named_beside_those_who_speak() {
        told(&[
            ("en", "asked Oman to support his country's bid for a seat on the IMO Council.", "IMO-Council"),
            (
                "en",
                "asked Oman to support his candidate for the International Tribunal for the Law of the Sea.",
                "ITLOS",
            ),
            ("sv", "bad Oman stödja Finlands kandidatur till FN:s säkerhetsråd.", "UNSC"),
            ("vi", "đề nghị Oman ủng hộ Việt Nam ứng cử vào Hội đồng Nhân quyền Liên hợp quốc.", "UNHRC"),
            ("en", "thanked Oman for its support at the United Nations and in UNESCO.", "UN,UNESCO"),
            ("en", "thanked Oman for its support in the council.", ""),
            ("en", "thanked Oman, India and Norway for their support.", ""),
        ]);
        check(&[(
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka met Secretary-General Mark Rutte of NATO. Mr Sabry thanked NATO.",
            "",
        )]);
    }

    #[test]
    fn a_number_counts_only_with_a_noun_of_sessions() {
        told(&[
            ("en", "proposed to hold the 21st meeting of the Joint Committee in Colombo.", "21"),
            ("en", "proposed to hold the thirteenth round of political consultations in Colombo.", "13"),
            ("en", "proposed to hold the 3rd Sri Lanka-Oman Joint Commission meeting.", "3"),
            ("sv", "föreslog att det 21:a mötet i den gemensamma kommittén hålls i Helsingfors.", "21"),
            ("sv", "föreslog att det tionde politiska samrådet hålls i Helsingfors.", "10"),
            ("vi", "đề nghị tổ chức kỳ họp lần thứ 21 Ủy ban hỗn hợp.", "21"),
            ("vi", "đề nghị tổ chức Kỳ họp Ủy ban hỗn hợp lần thứ hai.", "2"),
            ("vi", "đề nghị ủng hộ tại Khóa họp 58 của Hội đồng Nhân quyền.", "UNHRC 58"),
            ("en", "thanked Oman for the 50th anniversary of relations.", ""),
            ("en", "called Oman the second largest partner of his country.", ""),
            ("en", "proposed to hold a meeting on 21 May in Colombo.", ""),
            ("en", "thanked Oman for the first meeting.", ""),
            ("en", "proposed to hold the first session of the committee in Colombo.", "1"),
            ("sv", "föreslog andra möten i Helsingfors.", ""),
            ("vi", "đề nghị tổ chức hội nghị 3 bên.", ""),
            ("en", "asked Oman to join the summit of the G20.", "G20"),
            ("en", "exchanged views with Oman on COP26.", "26"),
        ]);
    }

    #[test]
    fn a_term_is_two_years_in_order() {
        told(&[
            ("en", "asked Oman to support his candidate for the 2026–2035 term.", "2026-2035"),
            ("en", "asked Oman to support the plan from 2026 to 2030.", "2026-2030"),
            ("sv", "bad Oman stödja planen för perioden 2026-2030.", "2026-2030"),
            ("vi", "đề nghị Oman ủng hộ ứng viên nhiệm kỳ 2026-2035.", "2026-2035"),
            ("vi", "đề nghị Oman ủng hộ chương trình từ năm 2026 đến năm 2030.", "2026-2030"),
            ("en", "asked Oman to support his candidate in 2026.", ""),
            ("en", "asked Oman to settle the account 2035-2026.", ""),
            ("en", "asked Oman to call 2026-4410.", ""),
            ("en", "asked Oman to support the plan of 1901-2026.", ""),
        ]);
    }

    /// The sessions of all engagements of a text, each with its own and with that of its occasion.
    fn sessions(language: &str, text: &str) -> Vec<String> {
        let one = |series: &Option<String>, session: Option<u16>| match (series, session) {
            (Some(series), Some(session)) => format!("{series} {session}"),
            (Some(series), None) => series.clone(),
            (None, session) => session.map_or_else(|| "-".to_owned(), |session| session.to_string()),
        };
        let show = |told: &Engagement| {
            let (own, on) = (one(&told.series, told.session), one(&told.occasion_series, told.occasion_session));
            format!("{} {own} / {on}", told.kind)
        };
        read(phrases(), language, text).engagements.iter().filter(|told| !told.background).map(show).collect()
    }

    #[test]
    fn an_engagement_is_a_session_or_held_on_the_occasion_of_one() {
        let cases = [
            (
                "en",
                "Deputy Foreign Minister Andreas Kravik of Norway and Deputy Foreign Minister Le Thi Hoa of Vietnam held the tenth political \
                 consultation in Oslo.",
                "consultation 10 / -",
            ),
            (
                "en",
                "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Penny Wong of Australia on the sidelines of the 58th ASEAN \
                 Foreign Ministers' Meeting in Kuala Lumpur.",
                "meeting - / AMM 58",
            ),
            (
                "sv",
                "Utrikesminister Elina Valtonen från Finland träffade Omans utrikesminister Badr al-Busaidi i samband med det 58:e \
                 ASEAN-utrikesministermötet.",
                "meeting - / AMM 58",
            ),
            (
                "vi",
                "Bộ trưởng Ngoại giao Bùi Thanh Sơn gặp Bộ trưởng Ngoại giao Oman Badr al-Busaidi bên lề Hội nghị Bộ trưởng Ngoại giao ASEAN \
                 lần thứ 58.",
                "meeting - / AMM 58",
            ),
            (
                "en",
                "Foreign Minister Ali Sabry of Sri Lanka took part in the 78th session of the UN General Assembly in New York.",
                "conference UNGA 78 / -",
            ),
            (
                "sv",
                "Utrikesminister Elina Valtonen från Finland och Omans utrikesminister Badr al-Busaidi höll samtal och enades om att \
                 samordna sig inför det 21:a mötet i den gemensamma kommittén.",
                "meeting - / -",
            ),
            (
                "sv",
                "Utrikesminister Elina Valtonen från Finland deltog i G20-toppmötet i Johannesburg.",
                "conference G20-Summit / -",
            ),
            (
                "vi",
                "Thủ tướng Phạm Minh Chính dự Hội nghị thượng đỉnh G20 đầu tiên tại châu Phi.",
                "conference G20-Summit 1 / -",
            ),
            (
                "en",
                "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Badr al-Busaidi of Oman on 21 May.",
                "meeting - / -",
            ),
        ];
        for (language, text, expected) in cases {
            assert_eq!(sessions(language, text), [expected], "{text}");
        }
    }
}
