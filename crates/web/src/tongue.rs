//! What views hold, in the words of who asks: codes by their names, days as the language writes them.

use askama::Template;
use document::PartialDate;
use jiff::civil::Date;
use packs::{Kind, Topic};
use press::{Arg, Precise, Words, clean};
use register::matters::State;
use register::{Day, Decision, Origin};

use crate::desk::Desk;

/// The words of who asks, and the day on which they ask.
#[derive(Clone, Copy)]
pub(crate) struct Tongue<'a> {
    pub(crate) words: &'a Words<'static>,
    /// What knows the other languages.
    pub(crate) desk: &'a Desk,
    pub(crate) today: Day,
}

/// A day or days, with their ISO form for those who look twice.
#[derive(Template)]
#[template(source = r#"<time datetime="{{ from }}" title="{{ iso }}">{{ text }}</time>"#, ext = "html")]
struct Time {
    from: String,
    iso: String,
    text: String,
}

impl Tongue<'_> {
    /// The code of the language.
    pub(crate) fn code(&self) -> &str {
        self.words.code()
    }

    /// A message.
    pub(crate) fn w(&self, id: &str) -> String {
        self.words.word(id)
    }

    /// A message with a number in it, and its figure as the language writes it.
    pub(crate) fn n(&self, id: &str, n: &usize) -> String {
        self.words.say(id, vec![("n", Arg::from(*n)), ("figure", self.words.count(*n).into())])
    }

    /// The name of a field of engagements.
    pub(crate) fn field(&self, field: &str) -> String {
        self.w(&format!("field-{field}"))
    }

    /// That accounts differ on a field.
    pub(crate) fn disputed(&self, field: &str) -> String {
        self.words.say("disputed-field", vec![("field", self.field(field).into())])
    }

    /// A count.
    pub(crate) fn count(&self, n: &usize) -> String {
        self.words.count(*n)
    }

    /// A count of what is counted in an index.
    pub(crate) fn number(&self, n: &u64) -> String {
        self.words.number(*n as f64)
    }

    /// The name of a party, with a capital.
    pub(crate) fn party(&self, code: &str) -> String {
        self.words.heading(&self.words.party(code))
    }

    /// Names of parties as a list.
    pub(crate) fn parties(&self, codes: &[String]) -> String {
        let names: Vec<String> = codes.iter().map(|code| self.party(code)).collect();
        names.join(" · ")
    }

    /// The word for one engagement of a kind.
    pub(crate) fn kind(&self, kind: &str) -> String {
        let word = Kind::parse(kind).map(|kind| self.words.kind_of_one(kind));
        self.words.heading(&word.unwrap_or_else(|| clean(kind)))
    }

    /// The word for several engagements of a kind.
    pub(crate) fn kinds(&self, kind: &str) -> String {
        Kind::parse(kind).map_or_else(|| clean(kind), |kind| self.words.kind(kind))
    }

    /// The name of a topic.
    pub(crate) fn topic(&self, topic: &str) -> String {
        let word = Topic::parse(topic).map(|topic| self.words.topic(topic));
        word.unwrap_or_else(|| clean(topic))
    }

    /// The word for a type of claim.
    pub(crate) fn claim(&self, kind: &str) -> String {
        self.w(&format!("type-{kind}"))
    }

    /// The name of a language, in itself where there are pages in it.
    pub(crate) fn language(&self, code: &str) -> String {
        let own = self.desk.languages().find(|words| words.code() == code);
        own.map_or_else(|| clean(code), |words| words.heading(&words.word("language-name")))
    }

    /// What was decided.
    pub(crate) fn decision(&self, decision: &Decision) -> String {
        let id = format!("ruling-{}", decision.name());
        let args = match decision {
            Decision::Merge { accounts } => vec![("n", Arg::from(accounts.len()))],
            Decision::Set { value, .. } => {
                vec![
                    ("field", self.field(value.field()).into()),
                    ("value", self.value(value.field(), &value.to_string()).into()),
                ]
            }
            Decision::SamePerson { names: [a, b] } | Decision::OtherPerson { names: [a, b] } => {
                vec![("a", clean(a).into()), ("b", clean(b).into())]
            }
            Decision::State { matter, state } => {
                vec![("matter", self.matter(matter, &[]).into()), ("state", self.state(state).into())]
            }
            Decision::Link { matter, .. } | Decision::Unlink { matter, .. } => {
                vec![("matter", self.matter(matter, &[]).into())]
            }
            _ => Vec::new(),
        };
        self.words.heading(&self.words.say(&id, args))
    }

    /// The value of a field of engagements, as [`register::FieldValue`] prints it.
    pub(crate) fn value(&self, field: &str, value: &str) -> String {
        match field {
            _ if value == "-" => self.w("value-unknown"),
            "kind" => self.kind(value),
            "country" => self.party(value),
            "city" => self.words.city(value),
            "parties" => self.parties(&value.split(',').map(str::to_owned).collect::<Vec<_>>()),
            "date" => {
                let (from, to) = value.split_once("..").unwrap_or((value, value));
                match (from.parse(), to.parse()) {
                    (Ok(from), Ok(to)) => self.words.date(Precise { from, to }, None),
                    _ => clean(value),
                }
            }
            _ => clean(value),
        }
    }

    /// The word for how a matter stands.
    pub(crate) fn state(&self, state: &State) -> String {
        self.words.state(*state)
    }

    /// The name of a matter, with a capital.
    pub(crate) fn matter(&self, key: &str, parties: &[String]) -> String {
        self.words.heading(&self.words.matter(key, parties))
    }

    /// Somebody's offices.
    pub(crate) fn offices(&self, offices: &[String], party: &Option<String>) -> String {
        let told = self.words.offices(offices, party.as_deref());
        told.map_or_else(String::new, |told| self.words.heading(&told))
    }

    /// The name of an office.
    pub(crate) fn office(&self, office: &str, party: &Option<String>) -> String {
        self.offices(&[office.to_owned()], party)
    }

    /// Names of topics as a list.
    pub(crate) fn topics(&self, topics: &[String]) -> String {
        topics.iter().map(|topic| self.topic(topic)).collect::<Vec<_>>().join(", ")
    }

    /// What was said or done of a matter: the word for a claim, or for what an engagement delivers.
    pub(crate) fn said(&self, said: &str) -> String {
        match said {
            "held" | "visited" | "signed" => self.w(&format!("said-{said}")),
            kind => self.claim(kind),
        }
    }

    /// Who published a document, else the name under which it came.
    pub(crate) fn publisher(&self, origin: &Origin) -> String {
        clean(origin.source.as_deref().or(origin.address.as_deref()).unwrap_or(&origin.name))
    }

    /// Who says something, and to whom.
    pub(crate) fn who_to_whom(&self, actors: &[String], addressees: &[String]) -> String {
        let names = |codes: &[String]| codes.iter().map(|code| self.party(code)).collect::<Vec<_>>().join(", ");
        let (from, to) = (names(actors), names(addressees));
        if to.is_empty() { from } else { format!("{from} → {to}").trim_start().to_owned() }
    }

    /// That accounts differ on a field, as a heading.
    pub(crate) fn differ(&self, field: &str) -> String {
        self.words.sentence("accounts-differ", vec![("field", self.field(field).into())])
    }

    /// A place: city and country, as far as they are known.
    pub(crate) fn place(&self, city: &Option<String>, country: &Option<String>) -> String {
        let parts =
            [city.as_deref().map(|city| self.words.city(city)), country.as_deref().map(|code| self.party(code))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// A day or stretch of days, as markup.
    pub(crate) fn days(&self, start: &Option<PartialDate>, end: &Option<PartialDate>) -> String {
        let Some(from) = start.or(*end) else { return self.w("no-date") };
        let to = end.unwrap_or(from);
        let iso = if from == to { from.to_string() } else { format!("{from} – {to}") };
        self.time(from.to_string(), iso, self.words.date(Precise { from, to }, None))
    }

    /// A day, month or year, as markup.
    pub(crate) fn date(&self, date: &PartialDate) -> String {
        self.days(&Some(*date), &Some(*date))
    }

    /// The days between which something is, as markup; nothing where they are not known.
    pub(crate) fn between(&self, days: &Option<(PartialDate, PartialDate)>) -> String {
        days.map_or_else(String::new, |(from, to)| self.days(&Some(from), &Some(to)))
    }

    /// A point in time, as markup.
    pub(crate) fn moment(&self, at_ms: &i64) -> String {
        let Ok(at) = jiff::Timestamp::from_millisecond(*at_ms) else { return String::new() };
        let at = at.to_zoned(jiff::tz::TimeZone::UTC);
        let iso = format!("{}T{:02}:{:02}Z", at.date(), at.hour(), at.minute());
        let day = self.words.date(at.date().into(), None);
        self.time(iso.clone(), iso, format!("{day} {:02}:{:02}", at.hour(), at.minute()))
    }

    /// A period as a heading.
    pub(crate) fn period(&self, from: &Date, to: &Date) -> String {
        self.words.period(*from, *to)
    }

    fn time(&self, from: String, iso: String, text: String) -> String {
        // What cannot fail is not worth an error in every template.
        Time { from, iso, text }.render().unwrap_or_default()
    }
}
