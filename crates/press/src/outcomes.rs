//! What came of an engagement: its claims, joined where they say the same, each as a sentence.

use document::PartialDate;
use packs::{ClaimType, Kind, Packs, Topic, Turn};
use reader::Claim;
use register::{Account, Engagement};

use crate::levels::turn_arg;
use crate::paper::{NoteId, Sentence};
use crate::story::Story;
use crate::teller::{Teller, sentence};
use crate::words::{Arg, Args, Precise};

/// What was said, as one or several claims say it.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub(crate) kind: ClaimType,
    /// Whether it is said with weight: agreed rather than wished, promised rather than offered.
    pub(crate) firm: bool,
    pub(crate) actors: Vec<String>,
    pub(crate) addressees: Vec<String>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) instruments: Vec<String>,
    /// The level to which relations are raised, or what else becomes of them.
    pub(crate) level: Option<String>,
    /// With whom, where it is with others than those who say it or to whom.
    pub(crate) level_with: Vec<String>,
    /// The body for which somebody stands, and the years.
    pub(crate) candidacy: Option<(String, Option<[i16; 2]>)>,
    pub(crate) session: Option<u16>,
    pub(crate) amount: Option<(f64, String)>,
    /// The day or year of a target or next step.
    pub(crate) due: Option<PartialDate>,
    pub(crate) invited: Vec<String>,
    /// The accounts, by their places, and their words.
    pub(crate) told: Vec<(usize, String)>,
}

/// From this strength on, something is agreed, asked or promised; below, it is wished or offered.
const FIRM: u8 = 4;
/// Claims of less certainty are left out, unless they name a treaty, a sum, a session or a guest.
const CERTAIN: f32 = 0.5;
/// One sentence rests on so many quotes.
const QUOTES: usize = 3;

/// In which order outcomes are told: what binds first, what is polite last.
const ORDER: [(ClaimType, bool); 16] = [
    (ClaimType::Agreement, true),
    (ClaimType::Target, true),
    (ClaimType::Target, false),
    (ClaimType::Support, true),
    (ClaimType::Support, false),
    (ClaimType::Invitation, true),
    (ClaimType::Invitation, false),
    (ClaimType::NextStep, true),
    (ClaimType::NextStep, false),
    (ClaimType::Request, true),
    (ClaimType::Pledge, true),
    (ClaimType::Request, false),
    (ClaimType::Pledge, false),
    (ClaimType::Agreement, false),
    (ClaimType::Position, true),
    (ClaimType::Position, false),
];

impl Outcome {
    /// The outcome of one claim of an engagement that began on a day; `None` where it is too uncertain or says nothing that can be told.
    pub(crate) fn of(packs: &Packs, claim: &Claim, began: Option<PartialDate>, account: usize) -> Option<Self> {
        let kind = ClaimType::parse(&claim.kind)?;
        let topics: Vec<Topic> = claim.topics.iter().filter_map(|topic| Topic::parse(topic)).collect();
        let stands = matches!(kind, ClaimType::Support | ClaimType::Request | ClaimType::Pledge);
        let body = claim.bodies.iter().find(|body| is_organ(packs, body));
        let candidacy = body.filter(|_| stands && (claim.years.is_some() || kind == ClaimType::Support));
        let amount = claim.amount.zip(claim.unit.clone());
        let due = claim.date.or_else(|| claim.by.as_ref()?.parse().ok());
        // What was due before they met is not to come.
        let is_past = |due: PartialDate| began.is_some_and(|began| due.last_day() < began.first_day());
        if kind == ClaimType::NextStep && due.is_some_and(is_past) {
            return None;
        }
        let outcome = Self {
            kind,
            firm: claim.strength >= FIRM,
            actors: distinct(&claim.actors),
            addressees: claim.addressees.iter().filter(|party| !claim.actors.contains(party)).cloned().collect(),
            topics,
            instruments: distinct(&claim.instruments),
            level: claim.level.clone().filter(|_| is_new(claim.level_date, began)),
            level_with: claim.level_parties.iter().filter(|party| is_other(claim, party)).cloned().collect(),
            candidacy: candidacy.map(|body| (body.clone(), claim.years)),
            session: claim.session.filter(|_| matches!(kind, ClaimType::Agreement | ClaimType::NextStep)),
            amount: amount.filter(|_| kind == ClaimType::Target),
            due: due.filter(|_| matches!(kind, ClaimType::Target | ClaimType::NextStep)),
            invited: distinct(&claim.invited),
            told: vec![(account, claim.evidence.clone())],
        };
        let sure = claim.certainty >= CERTAIN || outcome.is_handled();
        (sure && outcome.says_something()).then_some(outcome)
    }

    /// Whether it names what every language knows by a code or a number.
    fn is_handled(&self) -> bool {
        self.candidacy.is_some()
            || self.amount.is_some()
            || self.session.is_some()
            || self.level.is_some()
            || !self.instruments.is_empty()
            || (self.kind == ClaimType::Invitation && !self.invited.is_empty())
    }

    /// What it says beyond the engagement itself, if anything: nobody prepares the session at which it is said.
    fn beside(mut self, engagement: &reader::Engagement) -> Option<Self> {
        let held = [engagement.session, engagement.occasion_session];
        self.session = self.session.filter(|n| !held.contains(&Some(*n)));
        self.says_something().then_some(self)
    }

    /// Whether it is a next step of which only the day is known.
    fn is_bare_step(&self) -> bool {
        self.kind == ClaimType::NextStep && !self.is_handled() && !self.has_matter()
    }

    fn says_something(&self) -> bool {
        match self.kind {
            ClaimType::Target => self.amount.is_some(),
            ClaimType::Invitation => !self.invited.is_empty() && !self.actors.is_empty(),
            // "The next step concerns regional affairs" says nothing.
            ClaimType::NextStep => {
                self.is_handled() || self.has_matter() || self.due.is_some_and(|due| due.months().is_some())
            }
            ClaimType::Courtesy => !self.actors.is_empty(),
            _ => !self.actors.is_empty() && (self.is_handled() || !self.topics.is_empty()),
        }
    }

    /// Whether it is about more than relations as such.
    pub(crate) fn has_matter(&self) -> bool {
        self.topics.iter().any(|topic| !crate::words::VAGUE.contains(topic) && *topic != Topic::Visits)
    }

    /// Whether it is a view, and no deed: what whoever makes a statement speaks about.
    pub(crate) fn is_view(&self) -> bool {
        let kinds = [ClaimType::Position, ClaimType::Assessment, ClaimType::Topic];
        let named = !self.topics.is_empty() || !self.instruments.is_empty();
        kinds.contains(&self.kind) && self.level.is_none() && named
    }

    /// Whether its sentence begins with those who say it: "The target is …" does not.
    fn has_subject(&self) -> bool {
        !matches!(self.kind, ClaimType::Target | ClaimType::NextStep)
    }

    /// Whether it says no more than that relations are to be deepened.
    fn is_of_relations(&self) -> bool {
        let bare = self.level.is_none() && self.instruments.is_empty() && self.session.is_none() && !self.has_matter();
        self.kind == ClaimType::Agreement && bare && self.topics.contains(&Topic::Relations)
    }

    /// Where it stands among others; `None` for what is told only where there is nothing else.
    fn place(&self) -> Option<usize> {
        if self.kind == ClaimType::Position && self.instruments.is_empty() && !self.has_matter() {
            return None;
        }
        ORDER.iter().position(|(kind, firm)| *kind == self.kind && *firm == self.firm)
    }

    /// Whether it is more than talk and politeness.
    pub(crate) fn is_telling(&self) -> bool {
        self.place().is_some()
    }

    /// Whether both may be one sentence.
    fn joins(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.firm == other.firm
            && same(&self.actors, &other.actors)
            && (same(&self.addressees, &other.addressees) || self.kind == ClaimType::Invitation)
            && self.candidacy == other.candidacy
            && self.session == other.session
            && self.level == other.level
            && self.level_with == other.level_with
            && self.amount == other.amount
            && self.instruments.is_empty() == other.instruments.is_empty()
            && (self.due == other.due || self.amount.is_some())
    }

    pub(crate) fn join(&mut self, other: Self) {
        fn add<T: PartialEq>(to: &mut Vec<T>, more: Vec<T>) {
            for one in more {
                if !to.contains(&one) {
                    to.push(one);
                }
            }
        }
        add(&mut self.topics, other.topics);
        add(&mut self.instruments, other.instruments);
        add(&mut self.invited, other.invited);
        add(&mut self.told, other.told);
        self.due = self.due.or(other.due);
    }
}

/// Whether the same stand in two lists, in whichever order.
fn same(a: &[String], b: &[String]) -> bool {
    let (mut a, mut b) = (a.to_vec(), b.to_vec());
    a.sort_unstable();
    b.sort_unstable();
    a == b
}

/// Whether a claim is neither said by a party nor said to it.
fn is_other(claim: &Claim, party: &String) -> bool {
    !claim.actors.contains(party) && !claim.addressees.contains(party)
}

/// Whether a level of relations was not reached before: "to mark 50 years of relations (1975–2025)" raises none.
fn is_new(reached: Option<PartialDate>, began: Option<PartialDate>) -> bool {
    reached.is_none_or(|reached| began.is_some_and(|began| began.first_day() <= reached.last_day()))
}

/// Whether a code is of a body for which one stands, and not of an organisation of which one is a member.
pub(crate) fn is_organ(packs: &Packs, code: &str) -> bool {
    let world = &packs.world;
    let named = world.named.iter().any(|named| named.code == code && named.body);
    let alone = |party| {
        // What has members or forums of its own is more than a body.
        !world.is_state(party)
            && world.info(party).members.is_empty()
            && !world.series.iter().any(|series| series.organisation == Some(party))
    };
    named || world.party(code).is_some_and(alone)
}

/// What is asked, of somebody: of two, whoever asks asks the other.
fn asked(engagement: &Engagement, outcome: &Outcome) -> Outcome {
    let mut outcome = outcome.clone();
    if let ([asking], [a, b]) = (outcome.actors.as_slice(), engagement.parties.as_slice())
        && outcome.addressees.is_empty()
    {
        let other = if asking == a { b } else { a };
        outcome.addressees.extend((asking != other).then(|| other.clone()));
    }
    outcome
}

/// Whether all who took part say it, two at least.
fn all_say(engagement: &Engagement, actors: &[String]) -> bool {
    engagement.parties.len() > 1 && engagement.parties.iter().all(|party| actors.contains(party))
}

fn distinct(codes: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for code in codes {
        if !out.contains(code) {
            out.push(code.clone());
        }
    }
    out
}

/// What came of an engagement by all its accounts, in the order in which it is told.
pub(crate) fn outcomes(packs: &Packs, accounts: &[Account]) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (at, account) in accounts.iter().enumerate() {
        let engagement = &account.engagement;
        let told = engagement.claims.iter().filter_map(|claim| Outcome::of(packs, claim, engagement.start, at));
        for outcome in told.filter_map(|outcome| outcome.beside(engagement)) {
            match outcomes.iter_mut().find(|known| known.joins(&outcome)) {
                Some(known) => known.join(outcome),
                None => outcomes.push(outcome),
            }
        }
    }
    outcomes.sort_by_key(|outcome| outcome.place().unwrap_or(ORDER.len()));
    outcomes
}

impl Teller<'_> {
    /// The outcomes of a story as sentences, so many at most; talk and politeness only where there is nothing else.
    pub(crate) fn outcomes(&mut self, story: &Story, outcomes: &[&Outcome], most: usize) -> Vec<Sentence> {
        let telling = outcomes.iter().any(|outcome| outcome.is_telling());
        let mut told: Vec<Sentence> = Vec::new();
        // What was signed stands in the sentence before.
        let signed = story.kind() == Some(Kind::Signing);
        let signed = outcomes.iter().filter(|_| signed).flat_map(|outcome| &outcome.instruments);
        let mut named: Vec<&String> = signed.collect();
        // Whom the sentence before begins with.
        let mut before: Option<&[String]> = None;
        // The level to which relations were raised, in the sentence before or by the act itself.
        let mut raised = story.turned();
        let steps = outcomes.iter().any(|outcome| outcome.kind == ClaimType::NextStep && !outcome.is_bare_step());
        for outcome in outcomes.iter().filter(|outcome| outcome.is_telling() == telling) {
            // “The next step is expected in May. The next step concerns trade.”
            if steps && outcome.is_bare_step() {
                continue;
            }
            if told.len() == if telling { most } else { 1 } {
                break;
            }
            // What was said of a treaty once is not said of it again in other words.
            if !outcome.instruments.is_empty() && outcome.instruments.iter().all(|code| named.contains(&code)) {
                continue;
            }
            // Whoever raises relations wishes to raise and to deepen them.
            let level = outcome.level.as_deref();
            if raised.is_some() && (level == raised || outcome.is_of_relations()) {
                continue;
            }
            let again = before.is_some_and(|before| same(before, &outcome.actors));
            let Some(text) = self.outcome(&story.engagement, outcome, again) else { continue };
            named.extend(&outcome.instruments);
            if told.iter().any(|sentence| sentence.text() == text) {
                continue;
            }
            before = outcome.has_subject().then_some(&outcome.actors[..]);
            raised = raised.or(level.filter(|_| self.raises(outcome)));
            let notes = self.outcome_notes(&story.accounts, outcome);
            told.push(sentence(&text, notes));
        }
        told
    }

    /// The notes of an outcome.
    pub(crate) fn outcome_notes(&mut self, accounts: &[Account], outcome: &Outcome) -> Vec<NoteId> {
        let mut notes = Vec::new();
        for (at, quote) in outcome.told.iter().take(QUOTES) {
            let note = self.note(&accounts[*at], quote);
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }

    /// The sentence of an outcome. `again`: the one before has the same subject.
    pub(crate) fn outcome(&self, engagement: &Engagement, outcome: &Outcome, again: bool) -> Option<String> {
        let (id, mut args) = match outcome.kind {
            _ if self.raises(outcome) => self.level(engagement, outcome)?,
            ClaimType::Agreement => self.agreement(outcome)?,
            ClaimType::Target => self.target(outcome)?,
            ClaimType::Support => self.support(outcome)?,
            ClaimType::Invitation => self.invitation(outcome),
            ClaimType::NextStep => self.next_step(outcome)?,
            ClaimType::Request => self.request(engagement, outcome)?,
            ClaimType::Pledge => self.pledge(outcome)?,
            ClaimType::Position => ("position", vec![("about", self.about(outcome)?.into())]),
            ClaimType::Assessment => match outcome.has_matter() {
                true => ("assessment", vec![("field", self.words.fields(&outcome.topics).into())]),
                false => ("assessment-relations", Vec::new()),
            },
            ClaimType::Topic => ("discussed", vec![("about", self.about(outcome)?.into())]),
            ClaimType::Courtesy => self.to_whom("courtesy", "courtesy-alone", outcome, Vec::new()),
        };
        args.push(("who", self.who(engagement, &outcome.actors, again).into()));
        args.push(("count", outcome.actors.len().into()));
        Some(self.words.sentence(id, args))
    }

    /// Who says it: *the two sides*, where it is all who took part, and *it* or *they*, where the sentence before says who.
    fn who(&self, engagement: &Engagement, actors: &[String], again: bool) -> String {
        match actors {
            [one] if again => self.words.it_again(one),
            _ if again => self.words.say("they-again", vec![("n", actors.len().into())]),
            _ if !all_say(engagement, actors) => self.words.parties(&self.seen(actors), 4),
            _ if engagement.parties.len() == 2 => self.words.word("they-two"),
            _ => self.words.word("they-many"),
        }
    }

    /// What it is about: the treaties that it names, else its topics.
    pub(crate) fn about(&self, outcome: &Outcome) -> Option<String> {
        let named = self.named(outcome);
        let topics = || self.words.topics(&outcome.topics);
        Some(named.unwrap_or_else(topics)).filter(|about| !about.is_empty())
    }

    fn named(&self, outcome: &Outcome) -> Option<String> {
        let names: Vec<String> = outcome.instruments.iter().map(|code| self.words.instrument(code)).collect();
        (!names.is_empty()).then(|| self.words.list(&names))
    }

    fn agreement(&self, outcome: &Outcome) -> Option<(&'static str, Args<'static>)> {
        let ids = if outcome.firm {
            [
                "agreement-named",
                "agreement-session",
                "agreement-field",
                "agreement-visits",
                "agreement-relations",
                "agreement-regional",
            ]
        } else {
            ["wish-named", "wish-session", "wish-field", "wish-visits", "wish-relations", "wish-regional"]
        };
        let has = |topic| outcome.topics.contains(&topic);
        Some(if let Some(named) = self.named(outcome) {
            (ids[0], vec![("named", named.into())])
        } else if let Some(n) = outcome.session {
            (ids[1], vec![("ordinal", self.words.ordinal(n).into()), ("n", Arg::Text(n.to_string()))])
        } else if outcome.has_matter() {
            (ids[2], vec![("field", self.words.fields(&outcome.topics).into())])
        } else if has(Topic::Visits) {
            (ids[3], Vec::new())
        } else if has(Topic::Relations) {
            (ids[4], Vec::new())
        } else if has(Topic::Regional) || has(Topic::Multilateral) {
            (ids[5], Vec::new())
        } else {
            return None;
        })
    }

    /// Whether an outcome is that relations are raised, or are to be: whoever praises that they were speaks of how they stand.
    fn raises(&self, outcome: &Outcome) -> bool {
        let kinds = [ClaimType::Agreement, ClaimType::Request, ClaimType::Pledge, ClaimType::Position];
        outcome.level.is_some() && outcome.instruments.is_empty() && kinds.contains(&outcome.kind)
    }

    fn level(&self, engagement: &Engagement, outcome: &Outcome) -> Option<(&'static str, Args<'static>)> {
        if let Some(turn) = outcome.level.as_deref().and_then(Turn::parse) {
            return Some(self.turn(engagement, outcome, turn));
        }
        let args: Args<'static> = self.words.level(outcome.level.as_ref()?).into();
        let asked = asked(engagement, outcome);
        let with = if outcome.level_with.is_empty() { &asked.addressees } else { &outcome.level_with };
        Some(match outcome.kind {
            // One alone tells of what both have done.
            ClaimType::Agreement if outcome.firm && outcome.actors.len() == 1 && !with.is_empty() => {
                let whom = ("whom", self.words.parties(with, 4).into());
                ("raised-level", args.into_iter().chain([whom]).collect())
            }
            ClaimType::Agreement if outcome.firm => ("agreement-level", args),
            ClaimType::Request => self.to_whom("request-level", "request-level-alone", &asked, args),
            _ => ("wish-level", args),
        })
    }

    /// What becomes of relations, or is to: "agreed to restore relations", "broke off diplomatic relations with Oman".
    fn turn(&self, engagement: &Engagement, outcome: &Outcome, turn: Turn) -> (&'static str, Args<'static>) {
        let asked = asked(engagement, outcome);
        if outcome.kind == ClaimType::Position && turn.is_fall() {
            let with = if outcome.level_with.is_empty() { &asked.addressees } else { &outcome.level_with };
            let whom = self.words.parties(with, 4);
            return match with.is_empty() {
                true => ("turned-alone", vec![turn_arg(turn)]),
                false => ("turned", vec![turn_arg(turn), ("whom", whom.into())]),
            };
        }
        let deed = match outcome.level_with.as_slice() {
            [] => self.words.say("turn", vec![turn_arg(turn)]),
            with => self.words.say("turn-with", vec![turn_arg(turn), ("whom", self.words.parties(with, 4).into())]),
        };
        let args = vec![("deed", deed.into())];
        match outcome.kind {
            ClaimType::Agreement if outcome.firm => ("agreement-turn", args),
            ClaimType::Request => self.to_whom("request-turn", "request-turn-alone", &asked, args),
            _ => ("wish-turn", args),
        }
    }

    fn target(&self, outcome: &Outcome) -> Option<(&'static str, Args<'static>)> {
        let (value, unit) = outcome.amount.as_ref()?;
        let by = outcome
            .due
            .map(|due| self.words.say("target-by", vec![("date", self.words.date(due.into(), None).into())]));
        let mut args: Args<'static> =
            vec![("amount", self.words.amount(*value, unit).into()), ("by", by.unwrap_or_default().into())];
        let money = !matches!(unit.as_str(), "percent" | "times");
        let id = if money && outcome.topics.contains(&Topic::Trade) {
            "target-trade"
        } else if money && outcome.topics.contains(&Topic::Investment) {
            "target-investment"
        } else if outcome.has_matter() {
            args.push(("field", self.words.fields(&outcome.topics).into()));
            "target-other"
        } else {
            "target-bare"
        };
        Some((id, args))
    }

    fn support(&self, outcome: &Outcome) -> Option<(&'static str, Args<'static>)> {
        if let (Some((body, years)), Some(candidate)) = (&outcome.candidacy, outcome.addressees.first()) {
            let mut args: Args<'static> =
                vec![("whose", self.words.genitive(candidate).into()), ("body", self.words.instrument(body).into())];
            let id = match (outcome.firm, years) {
                (true, None) => "support-candidacy",
                (true, Some(_)) => "support-candidacy-years",
                (false, None) => "support-candidacy-noted",
                (false, Some(_)) => "support-candidacy-noted-years",
            };
            args.extend(years.map(|[from, to]| ("years", self.words.range(from.to_string(), to.to_string()).into())));
            return Some((id, args));
        }
        if let Some(named) = self.named(outcome) {
            return Some(("support-named", vec![("named", named.into())]));
        }
        let whom = self.whom(outcome);
        let field = outcome.has_matter().then(|| self.words.fields(&outcome.topics));
        Some(match (whom, field) {
            (Some(whom), Some(field)) => ("support-field", vec![("whom", whom.into()), ("field", field.into())]),
            (Some(whom), None) => ("support-bare", vec![("whom", whom.into())]),
            (None, Some(field)) => ("support-alone", vec![("field", field.into())]),
            (None, None) => return None,
        })
    }

    fn invitation(&self, outcome: &Outcome) -> (&'static str, Args<'static>) {
        ("invitation", vec![("guest", self.words.parties(&outcome.invited, 4).into())])
    }

    fn next_step(&self, outcome: &Outcome) -> Option<(&'static str, Args<'static>)> {
        let when = outcome.due.map(|due| self.words.when(Precise::from(due), None));
        let told = when.is_some();
        let when = ("when", Arg::Text(when.unwrap_or_default()));
        Some(if let Some(n) = outcome.session {
            ("next-session", vec![("ordinal", self.words.ordinal(n).into()), ("n", Arg::Text(n.to_string())), when])
        } else if let Some(named) = self.named(outcome) {
            ("next-named", vec![("named", named.into()), when])
        } else if let Some(about) = self.about(outcome).filter(|_| outcome.has_matter()) {
            ("next-about", vec![("about", about.into()), when])
        } else if told {
            ("next-date", vec![when])
        } else {
            return None;
        })
    }

    fn request(&self, engagement: &Engagement, outcome: &Outcome) -> Option<(&'static str, Args<'static>)> {
        let outcome = asked(engagement, outcome);
        if let (Some((body, years)), Some(whom)) = (&outcome.candidacy, self.whom(&outcome)) {
            let mut args: Args<'static> = vec![("whom", whom.into()), ("body", self.words.instrument(body).into())];
            args.extend(years.map(|[from, to]| ("years", self.words.range(from.to_string(), to.to_string()).into())));
            return Some((if years.is_some() { "request-candidacy-years" } else { "request-candidacy" }, args));
        }
        match (self.named(&outcome), outcome.firm) {
            (Some(named), true) => {
                Some(self.to_whom("request-named", "request-named-alone", &outcome, vec![("named", named.into())]))
            }
            (Some(named), false) => Some(("hope-named", vec![("named", named.into())])),
            (None, true) => {
                let about = self.about(&outcome)?;
                Some(self.to_whom("request", "request-alone", &outcome, vec![("about", about.into())]))
            }
            (None, false) => Some(("hope", vec![("field", self.fields(&outcome)?.into())])),
        }
    }

    fn pledge(&self, outcome: &Outcome) -> Option<(&'static str, Args<'static>)> {
        if let Some(named) = self.named(outcome) {
            let id = if outcome.firm { "pledge-named" } else { "ready-named" };
            return Some((id, vec![("named", named.into())]));
        }
        // Nobody works with others in relations to them.
        if let Some(whom) = self.whom(outcome)
            && !outcome.has_matter()
            && outcome.topics.contains(&Topic::Relations)
        {
            let id = if outcome.firm { "pledge-relations" } else { "ready-relations" };
            return Some((id, vec![("whom", whom.into())]));
        }
        let args: Args<'static> = vec![("field", self.fields(outcome)?.into())];
        Some(match outcome.firm {
            true => self.to_whom("pledge", "pledge-alone", outcome, args),
            false => self.to_whom("ready", "ready-alone", outcome, args),
        })
    }

    fn fields(&self, outcome: &Outcome) -> Option<String> {
        Some(self.words.fields(&outcome.topics)).filter(|fields| !fields.is_empty())
    }

    fn whom(&self, outcome: &Outcome) -> Option<String> {
        (!outcome.addressees.is_empty()).then(|| self.words.parties(&outcome.addressees, 4))
    }

    /// With the addressee where there is one.
    fn to_whom(
        &self,
        told: &'static str,
        alone: &'static str,
        outcome: &Outcome,
        mut args: Args<'static>,
    ) -> (&'static str, Args<'static>) {
        match self.whom(outcome) {
            Some(whom) => {
                args.push(("whom", whom.into()));
                (told, args)
            }
            None => (alone, args),
        }
    }
}
