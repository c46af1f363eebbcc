//! Parties, people, places, forums, treaties and topics by their names in a language.

use std::sync::PoisonError;

use packs::{Kind, Nameable, OfficeKind, Topic};

use super::{Arg, Words, clean, text};

/// How somebody is named in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// With the party.
    Told,
    /// Without it: the paper is of that party.
    Own,
    /// The same once more in one part.
    Again,
}

/// So many offices of one person are told.
const OFFICES: usize = 2;
/// So many topics of one sentence.
const TOPICS: usize = 4;
/// Topics in which one invests: *investment* and *energy* are then investments in energy.
const INVESTED: [Topic; 5] =
    [Topic::Infrastructure, Topic::Transport, Topic::Energy, Topic::Digital, Topic::Semiconductors];
/// Topics that say little beside others.
pub(crate) const VAGUE: [Topic; 4] = [Topic::Relations, Topic::Regional, Topic::Multilateral, Topic::Protocol];

impl Words<'_> {
    /// The name of what has a code: of the messages, where they have one, else the first of the pack's files, else the code.
    fn named(&self, what: Nameable, prefix: &str, code: &str) -> String {
        self.try_say(&format!("{prefix}-{code}"), None, Vec::new())
            .or_else(|| self.language.names.get(what, code).map(str::to_owned))
            .unwrap_or_else(|| clean(code))
    }

    /// The name of a party.
    pub fn party(&self, code: &str) -> String {
        let organisation = self.packs.world.party(code).is_some_and(|party| !self.packs.world.is_state(party));
        if let Some(name) = self.try_say(&format!("party-{code}"), None, Vec::new()) {
            return name;
        }
        match self.language.names.get(Nameable::Party, code) {
            Some(name) if organisation && name.contains(' ') => {
                return self.say("organisation", vec![("name", name.into())]);
            }
            Some(name) => return name.to_owned(),
            None => {}
        }
        // The code of an organisation is its short name in every language.
        if !organisation {
            self.gaps.lock().unwrap_or_else(PoisonError::into_inner).insert(code.to_owned());
        }
        clean(code)
    }

    /// A party of which the sentence before has spoken.
    pub(crate) fn it_again(&self, code: &str) -> String {
        let world = &self.packs.world;
        let organisation = world.party(code).is_some_and(|party| !world.is_state(party));
        let args =
            vec![("who", Arg::from(self.party(code))), ("party", code.into()), ("organisation", organisation.into())];
        self.say("it-again", args)
    }

    /// Where a name stands in the alphabet of the language.
    pub(crate) fn alphabetical(&self, name: &str) -> Vec<usize> {
        let alphabet: Vec<char> = self.word("alphabet").chars().collect();
        let place = |c: char| alphabet.iter().position(|letter| *letter == c);
        let letters = name.to_lowercase();
        letters
            .chars()
            .filter(|c| c.is_alphabetic())
            .map(|c| {
                place(c).or_else(|| place(register::folded(&c.to_string()).chars().next()?)).unwrap_or(alphabet.len())
            })
            .collect()
    }

    /// The name of a party by which it is put in order: without an article.
    pub(crate) fn order_of(&self, code: &str) -> Vec<usize> {
        let name = self.language.names.get(Nameable::Party, code);
        self.alphabetical(&name.map_or_else(|| self.party(code), str::to_owned))
    }

    /// Names of parties as a list, of so many at most.
    pub fn parties(&self, codes: &[String], most: usize) -> String {
        self.short_list(&codes.iter().map(|code| self.party(code)).collect::<Vec<_>>(), most)
    }

    /// The genitive of a party.
    pub(crate) fn genitive(&self, code: &str) -> String {
        let own = self.try_say(&format!("party-{code}"), Some("genitive"), Vec::new());
        own.unwrap_or_else(|| self.genitive_of(&self.party(code)))
    }

    /// The genitive of a name, by what it ends in.
    pub(crate) fn genitive_of(&self, name: &str) -> String {
        let last = name.chars().rev().find(|c| c.is_alphanumeric()).unwrap_or(' ');
        let ending = match last.to_lowercase().next().unwrap_or(' ') {
            _ if last.is_numeric() => "digit",
            's' | 'x' | 'z' | 'ß' if last.is_lowercase() => "sibilant",
            _ if last.is_uppercase() => "capital",
            _ => "other",
        };
        self.say("genitive", vec![("name", name.into()), ("ending", ending.into())])
    }

    /// The name of a city by its English one.
    pub fn city(&self, name: &str) -> String {
        self.language.names.get(Nameable::City, name).map_or_else(|| clean(name), str::to_owned)
    }

    /// A treaty, process, measure or body.
    pub(crate) fn instrument(&self, code: &str) -> String {
        let is_party = self.packs.world.party(code).is_some();
        if is_party && !self.bundle.has_message(&format!("named-{code}")) {
            return self.party(code);
        }
        let own = self.try_say(&format!("named-{code}"), None, Vec::new());
        own.unwrap_or_else(|| match self.named(Nameable::Named, "named", code) {
            name if name.contains(' ') => self.say("organisation", vec![("name", name.into())]),
            name => name,
        })
    }

    /// A level of relations, as messages take it: its name, and whether it is the one with which relations begin.
    pub(crate) fn level(&self, code: &str) -> [(&'static str, Arg); 2] {
        let begun = self.packs.world.relations.first().is_some_and(|first| first == code);
        [("level", self.named(Nameable::Relations, "level-of", code).into()), ("begun", begun.into())]
    }

    /// A forum, or a numbered session of it.
    pub(crate) fn forum(&self, code: &str, session: Option<u16>) -> String {
        // One takes part in a meeting of a body.
        if session.is_none() && self.packs.world.named.iter().any(|named| named.body && named.code == code) {
            return self.say("meeting-of", vec![("body", self.instrument(code).into())]);
        }
        let own =
            ["series", "named"].iter().find_map(|prefix| self.try_say(&format!("{prefix}-{code}"), None, Vec::new()));
        let name = own.clone().unwrap_or_else(|| self.named(Nameable::Series, "series", code));
        let Some(n) = session else { return own.unwrap_or_else(|| self.say("forum", vec![("name", name.into())])) };
        let args = || vec![("ordinal", Arg::Text(self.ordinal(n))), ("n", Arg::Text(n.to_string()))];
        self.try_say(&format!("series-{code}"), Some("session"), args()).unwrap_or_else(|| {
            let mut args = args();
            args.push(("name", name.into()));
            self.say("session-of", args)
        })
    }

    /// A topic by its own name.
    pub fn topic(&self, topic: Topic) -> String {
        self.word(&format!("topic-{}", topic.as_str()))
    }

    /// A topic as a field in which one works together.
    fn field(&self, topic: Topic) -> String {
        let id = format!("topic-{}", topic.as_str());
        self.try_say(&id, Some("field"), Vec::new()).unwrap_or_else(|| self.word(&id))
    }

    /// Some topics as what is spoken about.
    pub fn topics(&self, topics: &[Topic]) -> String {
        self.topic_list(topics, Self::topic)
    }

    /// Some topics as fields in which one works together.
    pub(crate) fn fields(&self, topics: &[Topic]) -> String {
        self.topic_list(topics, Self::field)
    }

    fn topic_list(&self, topics: &[Topic], name: fn(&Self, Topic) -> String) -> String {
        let says_much = |topic: &Topic| !VAGUE.contains(topic) && *topic != Topic::Visits;
        let mut told: Vec<Topic> = topics.iter().copied().filter(says_much).collect();
        if told.is_empty() {
            told = topics.to_vec();
        }
        let (invested, others): (Vec<Topic>, Vec<Topic>) = if told.contains(&Topic::Investment) {
            told.iter().partition(|topic| INVESTED.contains(topic))
        } else {
            (Vec::new(), told)
        };
        let mut names: Vec<String> = others
            .iter()
            .filter(|topic| invested.is_empty() || **topic != Topic::Investment)
            .take(TOPICS)
            .map(|topic| name(self, *topic))
            .collect();
        if !invested.is_empty() {
            let invested: Vec<String> = invested.iter().take(TOPICS).map(|topic| name(self, *topic)).collect();
            names.truncate(TOPICS - 1);
            names.push(self.say("investment-in", vec![("topics", self.list(&invested).into())]));
        }
        self.list(&names)
    }

    /// The word for several engagements of a kind.
    pub fn kind(&self, kind: Kind) -> String {
        text::capitalised(&self.word(&format!("kind-{}", kind.as_str())))
    }

    /// The word for one engagement of a kind.
    pub fn kind_of_one(&self, kind: Kind) -> String {
        self.try_say(&format!("kind-{}", kind.as_str()), Some("one"), Vec::new()).unwrap_or_default()
    }

    /// The word for a certain one, where the language has another for it.
    pub(crate) fn kind_of_this(&self, kind: Kind) -> String {
        let the = self.try_say(&format!("kind-{}", kind.as_str()), Some("the"), Vec::new());
        the.unwrap_or_else(|| self.kind_of_one(kind))
    }

    /// The name of an office for a party.
    pub fn office(&self, office: OfficeKind, party: Option<&str>) -> String {
        let world = &self.packs.world;
        let monarchy = party.and_then(|code| world.party(code)).is_some_and(|party| world.info(party).monarchy);
        let realm = if monarchy { "monarchy" } else { "republic" };
        let args = vec![("party", Arg::Text(party.unwrap_or_default().to_owned())), ("realm", realm.into())];
        self.say(&format!("office-{}", office.as_str()), args)
    }

    /// Somebody's offices in one phrase; those that say nothing only where there is no other.
    pub fn offices(&self, offices: &[String], party: Option<&str>) -> Option<String> {
        let held = told(offices);
        let names: Vec<String> = held.iter().take(OFFICES).map(|office| self.office(*office, party)).collect();
        match names.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            [a, b, ..] => Some(self.say("offices", vec![("a", a.into()), ("b", b.into())])),
        }
    }

    /// Whether an organisation's name is too long for a genitive: "the Union of Friendship Organizations'".
    fn is_long(&self, code: &str) -> bool {
        let organisation = self.packs.world.party(code).is_some_and(|party| !self.packs.world.is_state(party));
        let own = self.try_say(&format!("party-{code}"), Some("genitive"), Vec::new());
        organisation && own.is_none() && self.party(code).split_whitespace().count() > LONG
    }

    /// Somebody with party and offices: `Japan's Foreign Minister Iwaya Takeshi`. `stressed`: whether the name is.
    pub(crate) fn person(
        &self,
        name: &str,
        party: Option<&str>,
        offices: &[String],
        whose: Whose,
        stressed: bool,
    ) -> String {
        let name = clean(name);
        let name = if stressed { text::strong(&name) } else { name };
        // To be wed to somebody is no office: “Rania of Jordan”.
        let office = self.offices(offices, party).filter(|_| told(offices) != [OfficeKind::Spouse]);
        // Whoever is called a representative is so of somebody: “Michael Claesson met Latvia's President”.
        let office = office.filter(|_| whose == Whose::Told || told(offices) != [OfficeKind::Official]);
        let code = party.filter(|code| !code.is_empty());
        match (office, code) {
            (None, None) => name,
            (None, Some(_)) if whose != Whose::Told => name,
            (None, Some(code)) => {
                self.say("person-of", vec![("name", name.into()), ("party", self.party(code).into())])
            }
            (Some(office), Some(code)) if whose == Whose::Told && self.is_long(code) => {
                let bare =
                    self.language.names.get(Nameable::Party, code).map_or_else(|| self.party(code), str::to_owned);
                let mut args = vec![("office", office.into()), ("name", name.into()), ("bare", bare.into())];
                args.push(("party", self.party(code).into()));
                self.say("person-long", args)
            }
            (Some(office), Some(code)) if whose == Whose::Told => {
                let mut args = vec![("office", office.into()), ("name", name.into()), one_of_many(offices)];
                args.push(("genitive", self.genitive(code).into()));
                args.push(("code", code.into()));
                args.push(("party", self.party(code).into()));
                self.say("person", args)
            }
            (Some(office), _) if whose == Whose::Again => {
                self.say("person-again", vec![("office", office.into()), ("name", name.into())])
            }
            (Some(office), _) => self.say("person-own", vec![("office", office.into()), ("name", name.into())]),
        }
    }
}

/// The offices that are told, the highest first.
fn told(offices: &[String]) -> Vec<OfficeKind> {
    let mut held: Vec<OfficeKind> = offices.iter().filter_map(|office| OfficeKind::parse(office)).collect();
    for untold in UNTOLD {
        if held.iter().any(|office| !untold.contains(office)) {
            held.retain(|office| !untold.contains(office));
        }
    }
    // Whoever leads a government may be minister of something too.
    let leads = |office: &OfficeKind| LEADING.contains(office);
    if held.iter().any(leads) {
        held.retain(|office| !matches!(office, OfficeKind::Minister | OfficeKind::DeputyMinister));
    }
    held
}

/// Whether offices are such as several hold at a time, so that somebody is a minister, not the minister: as messages take it.
pub(crate) fn one_of_many(offices: &[String]) -> (&'static str, Arg) {
    let many = match told(offices).first() {
        Some(OfficeKind::Minister | OfficeKind::DeputyMinister) => "ministers",
        Some(OfficeKind::PartyLeader) => "leaders",
        Some(OfficeKind::Official) => "officials",
        _ => "no",
    };
    ("many", many.into())
}

/// Offices beside which it says nothing that somebody is a minister.
const LEADING: [OfficeKind; 4] = [
    OfficeKind::HeadOfState,
    OfficeKind::HeadOfGovernment,
    OfficeKind::DeputyHeadOfGovernment,
    OfficeKind::ForeignMinister,
];
/// Offices that say nothing beside others, what says least first: the EU's "High Representative and head" is its High Representative.
const UNTOLD: [&[OfficeKind]; 2] = [&[OfficeKind::Official, OfficeKind::Spouse], &[OfficeKind::OrganisationHead]];
/// An organisation's name of more words than these stands behind whoever speaks for it.
const LONG: usize = 2;
