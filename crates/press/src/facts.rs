//! The sentence that says who met whom, where, when and on what occasion.

use document::PartialDate;
use packs::{Kind, Turn};
use register::{FieldValue, Participant};

use crate::levels::turn_arg;
use crate::outcomes::Outcome;
use crate::story::{Sides, Story, rank};
use crate::teller::{Teller, source_of};
use crate::words::{Arg, Args, Precise, Whose, strong};

/// Who makes a statement: somebody of another party may have spoken of ours.
fn speakers<'s, 'p>(sides: &'s Sides<'p>) -> &'s [&'p Participant] {
    if sides.ours.is_empty() { &sides.theirs } else { &sides.ours }
}

/// People, party by party as they came, each party's highest first: “Prime Minister A and Minister B”.
fn by_rank<'p>(people: &[&'p Participant]) -> Vec<&'p Participant> {
    let first = |person: &Participant| people.iter().position(|other| other.party == person.party);
    let mut sorted = people.to_vec();
    sorted.sort_by_key(|person| (first(person), rank(person)));
    sorted
}

/// So many people of one side are named.
const PEOPLE: usize = 4;
/// So many parties.
const PARTIES: usize = 5;

/// What happened, in one sentence.
pub(crate) struct Fact {
    /// The sentence.
    pub(crate) text: String,
    /// Whether it says hardly more than that somebody did something.
    pub(crate) bare: bool,
    /// Whether it does not even say where or on what occasion: “On 16 October he made a statement.”
    pub(crate) hollow: bool,
}

/// Kinds of which a sentence without another side says where they were.
const SOMEWHERE: [Kind; 4] = [Kind::Meeting, Kind::Consultation, Kind::Conference, Kind::Event];

impl Teller<'_> {
    /// What happened; `None` where nobody is known to have taken part.
    pub(crate) fn fact(&mut self, story: &Story, outcomes: &[Outcome]) -> Option<Fact> {
        self.begin_story();
        let view = self.view.clone();
        let sides = story.sides(self.packs(), view.as_deref());
        let kind = story.kind()?;
        let turned = story.turned().and_then(Turn::parse).and_then(|turn| self.turned(story, turn));
        let (id, mut args) = match (kind, turned) {
            (_, Some(turned)) => turned,
            (kind, None) => self.by_kind(kind, story, &sides, outcomes)?,
        };
        let about = args.iter().any(|(name, arg)| *name == "about" && !arg.is_empty());
        let bare = id.ends_with("-alone") || id == "fact-publication" || (id == "fact-statement" && !about);
        let circumstances = self.circumstances(story);
        let says = |name: &str| circumstances.iter().any(|(known, arg)| *known == name && !arg.is_empty());
        let hollow = bare && !says("occasion") && !(says("where") && SOMEWHERE.contains(&kind));
        args.extend(circumstances);
        Some(Fact { text: self.words.sentence(id, args), bare, hollow })
    }

    /// What an engagement of a kind was, as a message and what it takes.
    fn by_kind(
        &mut self,
        kind: Kind,
        story: &Story,
        sides: &Sides<'_>,
        outcomes: &[Outcome],
    ) -> Option<(&'static str, Args<'static>)> {
        Some(match kind {
            Kind::Visit => self.visit(story, sides)?,
            Kind::Conference => self.conference(story, sides)?,
            Kind::Signing => self.signing(story, outcomes)?,
            Kind::Message => self.message(story, sides)?,
            Kind::Statement => self.statement(story, sides, outcomes)?,
            Kind::Publication => ("fact-publication", vec![("a", self.our_side(sides, false)?.into())]),
            Kind::Consultation => self.consultation(story, sides)?,
            Kind::Meeting => self.between(sides, "fact-meeting", "fact-meeting-alone")?,
            Kind::Call => self.between(sides, "fact-call", "fact-call-alone")?,
            Kind::Event => self.between(sides, "fact-event", "fact-event-alone")?,
        })
    }

    /// What became of relations by an act: one breaks them off, both restore them.
    fn turned(&self, story: &Story, turn: Turn) -> Option<(&'static str, Args<'static>)> {
        let parties = &story.engagement.parties;
        let (one, others) = parties.split_first().filter(|(_, others)| !others.is_empty())?;
        let signed = story.kind() == Some(Kind::Signing);
        Some(if signed || !turn.is_fall() {
            ("fact-turn-joint", vec![turn_arg(turn), ("a", self.words.parties(&self.seen(parties), PARTIES).into())])
        } else {
            let b = self.words.parties(others, PARTIES);
            ("fact-turn", vec![turn_arg(turn), ("a", self.words.party(one).into()), ("b", b.into())])
        })
    }

    /// When and where it was, on what occasion, and who dates it otherwise.
    fn circumstances(&mut self, story: &Story) -> Args<'static> {
        let same = self.has_same_days(story.dates());
        let when = story.dates().map(|dates| match same {
            true if dates.from == dates.to => self.words.word("same-day"),
            true => self.words.word("same-days"),
            false => self.words.when(dates, self.year),
        });
        let city = story.engagement.city.as_ref().map(|city| self.words.city(city));
        let place = city.map(|place| self.words.say("in-place", vec![("place", place.into())]));
        let occasion = story.most(|account| Some((account.occasion_series.clone()?, account.occasion_session)));
        let occasion = occasion.map(|(series, session)| self.words.forum(&series, session));
        let again = self.is_same_occasion(occasion.as_ref());
        // What was told of the last story is not told of this one again.
        let occasion = occasion.filter(|_| !again);
        let occasion = occasion.map(|occasion| self.words.say("at-occasion", vec![("occasion", occasion.into())]));
        vec![
            ("dated", when.is_some().into()),
            ("when", when.unwrap_or_default().into()),
            ("where", place.unwrap_or_default().into()),
            ("occasion", occasion.unwrap_or_default().into()),
            ("note", self.otherwise(story).into()),
        ]
    }

    /// Days that other accounts give.
    fn otherwise(&self, story: &Story) -> String {
        let dispute = story.engagement.open_disputes().find(|dispute| dispute.field == "date");
        let others = dispute.into_iter().flat_map(|dispute| dispute.values.iter().skip(1));
        let told: Vec<String> = others
            .filter_map(|said| {
                let Ok(FieldValue::Date(Some((from, to)))) = FieldValue::parse("date", &said.value) else {
                    return None;
                };
                let when = self.words.when(Precise { from, to }, self.year);
                let source = source_of(&story.accounts, &said.accounts);
                Some(self.words.say("dated-otherwise", vec![("when", when.into()), ("source", source.into())]))
            })
            .collect();
        told.join(" ")
    }

    /// Two sides, or one alone.
    fn between(
        &mut self,
        sides: &Sides<'_>,
        both: &'static str,
        alone: &'static str,
    ) -> Option<(&'static str, Args<'static>)> {
        let speaks = !matches!(both, "fact-consultation" | "fact-message");
        let a = self.our_side(sides, speaks)?;
        Some(match self.their_side(sides, speaks || !sides.theirs.is_empty()) {
            Some(b) => (both, vec![("a", a.into()), ("b", b.into())]),
            None => (alone, vec![("a", a.into())]),
        })
    }

    fn consultation(&mut self, story: &Story, sides: &Sides<'_>) -> Option<(&'static str, Args<'static>)> {
        let (id, mut args) = self.between(sides, "fact-consultation", "fact-consultation-alone")?;
        match story.most(|account| account.session) {
            Some(n) if id == "fact-consultation" => {
                args.push(("ordinal", self.words.ordinal(n).into()));
                Some(("fact-consultation-session", args))
            }
            _ => Some((id, args)),
        }
    }

    fn visit(&mut self, story: &Story, sides: &Sides<'_>) -> Option<(&'static str, Args<'static>)> {
        let Some((guest, host)) = story.visit(self.packs()) else {
            return Some(("fact-visit-alone", vec![("a", self.our_side(sides, true)?.into())]));
        };
        let people: Vec<&Participant> = sides
            .ours
            .iter()
            .chain(&sides.theirs)
            .copied()
            .filter(|person| person.party.as_ref() == Some(&guest))
            .collect();
        let guests = self.people(&people);
        let guests = guests
            .unwrap_or_else(|| self.words.say("representatives", vec![("parties", self.words.party(&guest).into())]));
        Some(match host {
            Some(host) => ("fact-visit", vec![("a", guests.into()), ("place", self.words.party(&host).into())]),
            None => match sides.others.iter().filter(|code| **code != guest).cloned().collect::<Vec<_>>() {
                bodies if bodies.is_empty() => ("fact-visit-alone", vec![("a", guests.into())]),
                bodies => {
                    let bodies = self.words.parties(&bodies, PARTIES);
                    ("fact-visit-body", vec![("a", guests.into()), ("b", bodies.into())])
                }
            },
        })
    }

    fn conference(&mut self, story: &Story, sides: &Sides<'_>) -> Option<(&'static str, Args<'static>)> {
        let Some((series, session)) = story.forum() else {
            return self.between(sides, "fact-conference-some", "fact-conference-alone");
        };
        let mut who = vec![self.our_side(sides, false)?];
        // Of a session of many only whoever is named is told beside ours.
        who.extend(self.people(&sides.theirs));
        let a = self.words.list(&who);
        Some(("fact-conference", vec![("a", a.into()), ("name", self.words.forum(&series, session).into())]))
    }

    fn signing(&mut self, story: &Story, outcomes: &[Outcome]) -> Option<(&'static str, Args<'static>)> {
        let parties = &story.engagement.parties;
        if parties.is_empty() {
            return None;
        }
        let a = ("a", Arg::from(self.words.parties(&self.seen(parties), PARTIES)));
        if let Some(level) = story.turned() {
            let [level, begun] = self.words.level(level);
            return Some(("fact-level", vec![a, level, begun]));
        }
        let what = self.signed(parties, outcomes);
        Some(("fact-signing", vec![a, ("what", what.into())]))
    }

    /// What was signed: what has a name, else that it is a document.
    fn signed(&self, parties: &[String], outcomes: &[Outcome]) -> String {
        let mut named: Vec<String> = Vec::new();
        for code in outcomes.iter().flat_map(|outcome| &outcome.instruments) {
            let name = self.words.instrument(code);
            if !named.contains(&name) {
                named.push(name);
            }
        }
        match named.as_slice() {
            [] => self.words.say("signed-document", vec![("joint", (parties.len() > 1).into())]),
            named => self.words.list(named),
        }
    }

    /// That what was signed has been so for some years on a day.
    pub(crate) fn anniversary(&self, story: &Story, falls: PartialDate, years: i16) -> Option<String> {
        let parties = &story.engagement.parties;
        let what = self.signed(parties, story.outcomes(self.packs()));
        let args: Args<'_> = vec![
            ("date", self.words.date(falls.into(), self.year).into()),
            ("years", Arg::Number(f64::from(years))),
            ("ordinal", self.words.ordinal(years.unsigned_abs()).into()),
            ("what", what.into()),
            ("parties", self.words.parties(&self.seen(parties), PARTIES).into()),
        ];
        (!parties.is_empty()).then(|| self.words.sentence("anniversary", args))
    }

    fn message(&mut self, story: &Story, sides: &Sides<'_>) -> Option<(&'static str, Args<'static>)> {
        let sender = story.most(|account| {
            let said = account.claims.iter().find(|claim| claim.actors.len() == 1).map(|claim| claim.actors[0].clone());
            said.filter(|party| account.parties.contains(party)).or_else(|| account.parties.first().cloned())
        });
        if sender.as_ref().is_none_or(|sender| *sender == sides.lead) {
            return self.between(sides, "fact-message", "fact-message-alone");
        }
        let (b, a) = (self.our_side(sides, false)?, self.their_side(sides, !sides.theirs.is_empty()));
        Some(match a {
            Some(a) => ("fact-message", vec![("a", a.into()), ("b", b.into())]),
            None => ("fact-message-alone", vec![("a", b.into())]),
        })
    }

    fn statement(
        &mut self,
        story: &Story,
        sides: &Sides<'_>,
        outcomes: &[Outcome],
    ) -> Option<(&'static str, Args<'static>)> {
        let first = story.most(|account| account.parties.first().cloned());
        let a = match self.people(speakers(sides)) {
            Some(people) => people,
            None => self.words.party(&first?),
        };
        let about = self.spoken_of(&self.stated(story, outcomes));
        let about = about.map(|about| self.words.say("stated-about", vec![("topics", about.into())]));
        Some(("fact-statement", vec![("a", a.into()), ("about", about.unwrap_or_default().into())]))
    }

    /// The views that whoever makes a statement speaks about: its sentence tells of them, so that none needs one of its own. “She spoke
    /// about trade”, rather than “She made a statement. Norway set out its views on trade.”
    pub(crate) fn stated<'o>(&self, story: &Story, outcomes: &'o [Outcome]) -> Vec<&'o Outcome> {
        if story.kind() != Some(Kind::Statement) || story.turned().is_some() {
            return Vec::new();
        }
        let sides = story.sides(self.packs(), self.view.as_deref());
        let of = speakers(&sides).iter().find_map(|person| person.party.as_deref()).unwrap_or(&sides.lead);
        let views = || outcomes.iter().filter(|outcome| outcome.is_view());
        let own: Vec<&Outcome> = views().filter(|outcome| outcome.actors.iter().all(|actor| actor == of)).collect();
        match outcomes.iter().any(Outcome::is_telling) {
            false if own.is_empty() => views().collect(),
            _ => own,
        }
    }

    /// What some views are about together: the treaties that they name, else their topics.
    fn spoken_of(&self, views: &[&Outcome]) -> Option<String> {
        let (first, others) = views.split_first()?;
        let mut all = (*first).clone();
        others.iter().for_each(|other| all.join((*other).clone()));
        self.about(&all)
    }

    /// The people of our side, else our party. `speaks`: whether only somebody who speaks for it can do it.
    fn our_side(&mut self, sides: &Sides<'_>, speaks: bool) -> Option<String> {
        match self.people(&sides.ours) {
            Some(people) => Some(people),
            None if sides.lead.is_empty() => None,
            None => {
                let party = self.party(&sides.lead);
                Some(self.speaking(party, speaks))
            }
        }
    }

    /// Parties as they do something: states do not meet, those who speak for them do.
    fn speaking(&self, parties: String, speaks: bool) -> String {
        if speaks { self.words.say("representatives", vec![("parties", parties.into())]) } else { parties }
    }

    /// The people of the others and the states for which nobody is named; `None` where there is neither. `speaks`: whether
    /// only somebody who speaks for a party can do it.
    fn their_side(&mut self, sides: &Sides<'_>, speaks: bool) -> Option<String> {
        let people = self.people(&sides.theirs);
        let nameless = (!sides.nameless.is_empty()).then(|| {
            let parties = match sides.nameless.as_slice() {
                [one] => self.party(one),
                many => self.words.parties(many, PARTIES),
            };
            self.speaking(parties, speaks)
        });
        match (people, nameless) {
            (Some(people), Some(parties)) => Some(self.words.list(&[people, parties])),
            (people, parties) => people.or(parties),
        }
    }

    /// A party, stressed where it stands for the first time.
    fn party(&mut self, code: &str) -> String {
        let name = self.words.party(code);
        if self.is_first(code) { strong(&name) } else { name }
    }

    /// People with their offices; `None` where there are none.
    fn people(&mut self, people: &[&Participant]) -> Option<String> {
        let mut named: Vec<String> = Vec::new();
        let people = by_rank(people);
        // Whose party the list has named last: “Ghana's President A and Foreign Minister B”.
        let mut last: Option<String> = None;
        for person in people.iter().filter(|person| !person.name.trim().is_empty()) {
            let party = person.party.as_deref();
            let own = party.is_some() && party == self.view.as_deref();
            let again = self.is_known(person);
            let whose = match own {
                true if self.is_untitled(&person.name) => Whose::Own,
                _ if own || again => Whose::Again,
                _ if party.is_some() && party == last.as_deref() => Whose::Own,
                _ => Whose::Told,
            };
            last = person.party.clone().filter(|_| whose != Whose::Again);
            let stressed = self.is_first(&person.name);
            named.push(self.words.person(&person.name, party, &person.offices, whose, stressed));
        }
        (!named.is_empty()).then(|| self.words.short_list(&named, PEOPLE))
    }

    /// What is expected, in a few words: `25–26 October: meeting with Cambodia`, `2 May: Ghana's President A visits Japan`. `None` for what
    /// nobody looks forward to.
    pub(crate) fn upcoming(&mut self, story: &Story) -> Option<String> {
        self.begin_part();
        self.begin_story();
        let kind = story.kind().filter(|kind| !matches!(kind, Kind::Statement | Kind::Message | Kind::Publication))?;
        let when = ("when", Arg::from(self.words.date(story.dates()?, self.year)));
        if let Some((series, session)) = story.forum().filter(|_| kind == Kind::Conference) {
            let name = self.words.forum(&series, session);
            return Some(self.words.sentence("upcoming-forum", vec![when, ("name", name.into())]));
        }
        let view = self.view.clone();
        let sides = story.sides(self.packs(), view.as_deref());
        if kind == Kind::Visit
            && let Some(("fact-visit", mut args)) = self.visit(story, &sides)
        {
            args.push(when);
            return Some(self.words.sentence("upcoming-visit", args));
        }
        let seen = view.is_some() && !sides.others.is_empty();
        let parties = if seen { &sides.others } else { &story.engagement.parties };
        let way = match parties.len() {
            0 => return None,
            _ if seen => "with",
            1 => "of",
            _ => "between",
        };
        let args: Args<'_> = vec![
            when,
            ("kind", self.words.kind_of_one(kind).into()),
            ("parties", self.words.parties(parties, PARTIES).into()),
            ("way", way.into()),
        ];
        Some(self.words.sentence("upcoming", args))
    }
}
