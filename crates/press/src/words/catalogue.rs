//! The messages that every language has, and what goes into each.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use packs::{Kind, Language, OfficeKind, Packs, Topic};

/// The messages and what may be filled into each; what stands behind a question mark a language need not use.
///
/// The facts take whether they have a date (`dated`), for languages in which what stands first moves the verb.
const MESSAGES: &str = "\
month: number
date-day: day ?month ?number
date-day-year: day year ?month ?number
date-days: day day2 ?month ?number ?month2 ?number2
date-days-year: day day2 year ?month ?number ?month2 ?number2 ?year2
date-days-months: day day2 ?month ?number ?month2 ?number2
date-days-months-year: day day2 year ?month ?number ?month2 ?number2 ?year2
date-month: year ?month ?number ?day
date-range: from to
on-date: date
in-month: date
in-year: date
period-week: week dates
decimal-mark:
group-mark:
list-comma: list item
list-and: list item
list-and-long: list item
list-conjunction:
list-others: list
ordinal: ordinal ?n
scale-thousand: figure ?n
scale-million: figure ?n
scale-billion: figure ?n
scale-trillion: figure ?n
money: figure currency
percent: figure ?n
times: figure ?n
genitive: name ?ending
organisation: name
representatives: parties
person: office name ?genitive ?party ?code ?many
person-own: office name
person-of: name party
person-long: office name ?party ?bare
person-again: name ?office
alphabet:
offices: a b
investment-in: topics
in-place: place
at-occasion: occasion
same-day:
same-days:
dated-otherwise: when source
forum: name
session-of: name ?ordinal ?n
meeting-of: body
fact-meeting: when a b where occasion note ?dated
fact-meeting-alone: when a where occasion note ?dated
fact-call: when a b note ?dated
fact-call-alone: when a note ?dated
fact-visit: when a place occasion note ?dated
fact-visit-body: when a b occasion note ?dated
fact-visit-alone: when a occasion note ?dated
fact-consultation: when a b where occasion note ?dated
fact-consultation-session: when a b ordinal where note ?dated
fact-consultation-alone: when a where occasion note ?dated
fact-conference: when a name where note ?dated
fact-conference-some: when a b where occasion note ?dated
fact-conference-alone: when a where occasion note ?dated
fact-message: when a b note ?dated
fact-message-alone: when a note ?dated
fact-signing: when a what where occasion note ?dated
fact-level: when a level where occasion note ?begun ?dated
fact-turn: when a b note ?where ?occasion ?turn ?dated
fact-turn-joint: when a note ?where ?occasion ?turn ?dated
signed-document: ?joint
fact-statement: when a about where occasion note ?dated
stated-about: topics
fact-event: when a b where occasion note ?dated
fact-event-alone: when a where occasion note ?dated
fact-publication: when a note ?dated
they-two:
they-many:
they-again: ?n
it-again: ?who ?party ?organisation
agreement-field: who field ?count
agreement-named: who named ?count
agreement-session: who ordinal ?n ?count
agreement-relations: who ?count
agreement-visits: who ?count
agreement-regional: who ?count
agreement-level: who level ?begun ?count
raised-level: who whom level ?begun ?count
wish-level: who level ?begun ?count
turn: ?turn
turn-with: whom ?turn
turned: who whom ?turn ?count
turned-alone: who ?turn ?count
agreement-turn: who deed ?count
wish-turn: who deed ?count
wish-field: who field ?count
wish-named: who named ?count
wish-session: who ordinal ?n ?count
wish-relations: who ?count
wish-visits: who ?count
wish-regional: who ?count
target-trade: amount by
target-investment: amount by
target-other: field amount by
target-bare: amount by
target-by: date
support-candidacy: who whose body ?count
support-candidacy-years: who whose body years ?count
support-candidacy-noted: who whose body ?count
support-candidacy-noted-years: who whose body years ?count
support-field: who whom field ?count
support-named: who named ?count
support-alone: who field ?count
support-bare: who whom ?count
invitation: who guest ?count
next-session: ordinal when ?n
next-named: named when
next-about: about when
next-date: when
request: who whom about ?count
request-alone: who about ?count
request-named: who whom named ?count
request-named-alone: who named ?count
request-level: who whom level ?begun ?count
request-level-alone: who level ?begun ?count
request-turn: who whom deed ?count
request-turn-alone: who deed ?count
request-candidacy: who whom body ?count
request-candidacy-years: who whom body years ?count
hope: who field ?count
hope-named: who named ?count
pledge: who whom field ?count
pledge-alone: who field ?count
pledge-named: who named ?count
pledge-relations: who whom ?count
ready: who whom field ?count
ready-alone: who field ?count
ready-named: who named ?count
ready-relations: who whom ?count
position: who about ?count
assessment: who field ?count
assessment-relations: who ?count
courtesy: who whom ?count
courtesy-alone: who ?count
discussed: who about ?count
matter-level: parties level ?begun
matter-turn: parties ?turn
matter-candidacy: body
matter-candidacy-years: body years
matter-candidacy-of: whose body
matter-candidacy-of-years: whose body years
matter-target: amount parties
matter-target-alone: amount genitive
matter-session: ordinal parties ?n
matter-invitation: guest ?genitive ?host
matter-topic: parties ?topic ?field
matter-step: about parties
matter-step-alone: genitive
matter-other: parties
state-open:
state-acknowledged:
state-agreed:
state-delivered:
state-lapsed:
state-replaced:
matter-line: matter state last
matter-line-due: matter state last due
matter-due: matter due
coming-matter: date matter
dated-line: date sentence
digest-title:
digest-title-for: ?genitive ?party
section-leaders:
section-leaders-all:
section-minister:
section-ministers:
section-bilateral:
section-multilateral:
section-other:
section-coming:
pair: a b
empty-period:
upcoming: when kind parties ?way
upcoming-visit: when a place
upcoming-forum: when name
event-of: kind parties
event-dated: event date
category-due:
feed-subject: title query
notes-heading:
foot: engagements documents ?figure
foot-left-out: ?n ?figure
foot-gaps: names
brief-title: a b
brief-title-person: name
brief-subtitle: date
brief-who:
brief-last-met:
brief-relations:
brief-they-asked: b
brief-we-asked: a
brief-pledged: a
brief-they-pledged: b
brief-open:
brief-next:
brief-differs:
brief-no-contact: a b
brief-nothing: name
anniversary: date what parties ?years ?ordinal
anniversary-level: date level parties ?begun ?years ?ordinal
brief-level: level since ?begun
brief-turn: when ?turn
level-since: date ?precision
brief-over-time:
more-of-it: figure ?n
more-at-least: figure ?n
more-contacts: figure ?n
tenure: name office dates ?genitive ?party ?code ?many
became-of: state
spellings: names
differs-date: what values
differs-kind: what values
differs-country: what values
differs-city: what values
value-by: value source
what-of: kind parties
review-title:
review-title-for: ?genitive ?party
review-figures:
review-partners:
review-firsts:
review-agreements:
review-levels:
review-targets:
review-positions:
review-topics:
review-coverage:
column-kind:
column-number:
column-direction:
column-rank:
column-channel:
column-partner:
column-topic:
column-before:
column-now:
column-change:
column-what:
direction-out:
direction-in:
direction-other:
channel-party:
channel-government:
channel-parliament:
channel-people:
channel-business:
channel-other:
rank-other:
caption-kinds:
caption-directions:
caption-ranks:
caption-channels:
caption-partners:
caption-topics:
caption-coverage:
chart-months:
chart-months-alternative: month n
chart-partners:
chart-partners-alternative: party n
chart-network:
chart-network-alternative: a b n
chart-topics:
chart-topics-alternative: topic
chart-timeline:
chart-timeline-heard:
chart-timeline-due:
chart-timeline-alternative: from to ?n ?figure
coverage-engagements:
coverage-accounts:
coverage-silent:
coverage-disputes:
compare-title:
compare-facts:
compare-both:
compare-some:
compare-only: source
compare-differently:
compare-one-source:
says: source sentence
";

/// Messages that a language may have for any code of the packs, with what their attributes may take.
const OPEN: [(&str, &str); 4] = [("party-", ""), ("series-", "ordinal n"), ("named-", ""), ("level-of-", "")];

/// For each message what a language must and what it may use.
pub(super) fn catalogue() -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
    let of = |args: &str| {
        let (may, must): (Vec<&str>, Vec<&str>) = args.split_whitespace().partition(|arg| arg.starts_with('?'));
        let owned = |args: Vec<&str>| args.into_iter().map(|arg| arg.trim_start_matches('?').to_owned()).collect();
        (owned(must), owned(may))
    };
    let listed = MESSAGES.lines().filter_map(|line| line.split_once(':'));
    let mut all: BTreeMap<_, _> = listed.map(|(id, args)| (id.to_owned(), of(args))).collect();
    all.extend(Topic::ALL.iter().map(|topic| (format!("topic-{}", topic.as_str()), of(""))));
    all.extend(Kind::ALL.iter().map(|kind| (format!("kind-{}", kind.as_str()), of(""))));
    all.extend(OfficeKind::ALL.iter().map(|office| (format!("office-{}", office.as_str()), of("?party ?realm"))));
    all
}

/// What is wrong with the messages of a language: what is missing, unknown, there twice, or takes what it is not given.
pub fn check(packs: &Packs, language: &Language) -> Vec<String> {
    checked(packs, language).err().unwrap_or_default()
}

/// The messages of a language, else what is wrong with them.
pub(super) fn checked(packs: &Packs, language: &Language) -> Result<FluentResource, Vec<String>> {
    if language.messages.is_empty() {
        return Err(vec!["is missing; copy packs/en/messages.ftl and translate it".to_owned()]);
    }
    let resource = parsed(&language.messages)?;
    let known = catalogue();
    let mut problems = Vec::new();
    let mut there = BTreeSet::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        if !there.insert(id) {
            problems.push(format!("`{id}` is there twice"));
        }
        let used: BTreeSet<&str> = message.value.iter().flat_map(variables).collect();
        let attributes = message.attributes.iter().flat_map(|attribute| variables(&attribute.value));
        match known.get(id) {
            Some((must, may)) => {
                let is_known = |name: &&str| !must.contains(*name) && !may.contains(*name);
                problems.extend(
                    used.iter().filter(|name| is_known(name)).map(|name| format!("`{id}` is given no ${name}")),
                );
                let forgotten = must.iter().filter(|name| !used.contains(name.as_str()));
                problems.extend(forgotten.map(|name| format!("`{id}` leaves out ${name}")));
            }
            None => problems.extend(open(packs, id, used.into_iter().chain(attributes))),
        }
        if id.starts_with("kind-") && !message.attributes.iter().any(|attribute| attribute.id.name == "one") {
            problems.push(format!("`{id}` has no `.one`, the word for one of them"));
        }
    }
    problems.extend(known.keys().filter(|id| !there.contains(id.as_str())).map(|id| format!("`{id}` is missing")));
    if problems.is_empty() { Ok(resource) } else { Err(problems) }
}

/// The messages of a text; where it cannot be read, what is wrong with which line.
pub(super) fn parsed(text: &str) -> Result<FluentResource, Vec<String>> {
    FluentResource::try_new(text.to_owned()).map_err(|(resource, errors)| {
        let line = |at: usize| resource.source()[..at].lines().count().max(1);
        errors.iter().map(|error| format!("line {}: {error}", line(error.pos.start))).collect()
    })
}

/// What is wrong with a message that is not of the list.
fn open<'a>(packs: &Packs, id: &str, used: impl Iterator<Item = &'a str>) -> Vec<String> {
    let group = OPEN.iter().find_map(|(prefix, args)| Some((*prefix, id.strip_prefix(prefix)?, *args)));
    let Some((prefix, code, args)) = group else { return vec![format!("`{id}` is no message of any paper")] };
    let world = &packs.world;
    let has_code = match prefix {
        "party-" => world.party(code).is_some(),
        "series-" => world.series.iter().any(|series| series.name == code),
        "level-of-" => world.relations.iter().any(|level| level == code),
        _ => world.party(code).is_some() || world.named.iter().any(|named| named.code == code),
    };
    if !has_code {
        return vec![format!("`{id}`: nothing has the code `{code}`")];
    }
    let wrong = used.filter(|name| !args.split(' ').any(|arg| arg == *name));
    wrong.map(|name| format!("`{id}` is given no ${name}")).collect()
}

/// The names of all that a pattern has filled in.
pub(super) fn variables<'s>(pattern: &Pattern<&'s str>) -> Vec<&'s str> {
    let placed = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression } => Some(expression),
        PatternElement::TextElement { .. } => None,
    });
    placed.flat_map(of_expression).collect()
}

fn of_expression<'s>(expression: &Expression<&'s str>) -> Vec<&'s str> {
    match expression {
        Expression::Inline(inline) => of_inline(inline),
        Expression::Select { selector, variants } => {
            let inside = variants.iter().flat_map(|variant| variables(&variant.value));
            of_inline(selector).into_iter().chain(inside).collect()
        }
    }
}

fn of_inline<'s>(inline: &InlineExpression<&'s str>) -> Vec<&'s str> {
    let of_call = |arguments: &CallArguments<&'s str>| {
        let named = arguments.named.iter().map(|argument| &argument.value);
        arguments.positional.iter().chain(named).flat_map(of_inline).collect()
    };
    match inline {
        InlineExpression::VariableReference { id } => vec![id.name],
        InlineExpression::Placeable { expression } => of_expression(expression),
        InlineExpression::FunctionReference { arguments, .. } => of_call(arguments),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => of_call(arguments),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_message() {
        let packs = embedded::packs();
        for language in &packs.languages {
            assert_eq!(check(&packs, language), Vec::<String>::new(), "{}", language.code);
        }
    }

    #[test]
    fn no_message_is_unused() {
        let mut sources = String::new();
        let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                match path.is_dir() {
                    true => folders.push(path),
                    false if path.ends_with("catalogue.rs") => {}
                    false => sources += &std::fs::read_to_string(path).unwrap(),
                }
            }
        }
        let ids = MESSAGES.lines().filter_map(|line| line.split_once(':')).map(|(id, _)| id);
        let unused: Vec<&str> = ids
            // Put together from the names of states.
            .filter(|id| !id.starts_with("state-"))
            .filter(|id| !sources.contains(&format!("\"{id}\"")))
            .collect();
        assert_eq!(unused, Vec::<&str>::new());
    }
}
