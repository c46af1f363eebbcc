//! Small things of packs as bytes and back: meanings, heads, the world.

use document::{FurnitureKind, LanguageHabits};
use rustc_hash::FxHashMap;

use crate::blob::{Reader, Writer};
use crate::entry::{Entry, Form, Gender, Occasion, Office, Party, Relations, Rule, Speech, Trigger, Value};
use crate::language::Case;
use crate::vocabulary::{
    ClaimType, Kind, Level, Link, NumberKind, Offices, Realm, Reference, Role, Shape, Topics, Turn,
};
use crate::world::{City, Named, PartyInfo, Series, Society, World};

/// Writes meanings, each with a number that is the same where they mean the same.
pub(crate) fn write_entries(entries: &[(Value, Rule)], out: &mut Writer) {
    let mut senses: FxHashMap<Vec<u8>, u32> = FxHashMap::default();
    out.list(entries, |out, (value, rule)| {
        let mut written = Writer::default();
        write_value(value, &mut written);
        out.bytes.extend(&written.bytes);
        let fresh = senses.len() as u32;
        out.number(*senses.entry(written.bytes).or_insert(fresh));
        write_rule(*rule, out);
    });
}

pub(crate) fn read_entries(from: &mut Reader<'_>) -> Vec<Entry> {
    from.list(|from| {
        let value = read_value(from);
        Entry { layer: value.layer(), value, sense: from.number(), rule: read_rule(from) }
    })
}

pub(crate) fn write_rule(rule: Rule, out: &mut Writer) {
    out.number(rule.file.into());
    out.number(rule.line);
}

pub(crate) fn read_rule(from: &mut Reader<'_>) -> Rule {
    Rule { file: from.number() as u16, line: from.number() }
}

/// One of a vocabulary, by its place there.
fn one<T: Copy>(all: &[T], from: &mut Reader<'_>) -> T {
    all[from.number() as usize]
}

const FORMS: [Form; 4] = [Form::Name, Form::Genitive, Form::Adjective, Form::Demonym];
const FURNITURE: [FurnitureKind; 5] =
    [FurnitureKind::Line, FurnitureKind::Prefix, FurnitureKind::End, FurnitureKind::Source, FurnitureKind::Caption];

fn write_value(value: &Value, out: &mut Writer) {
    match value {
        Value::Party(party, form) => numbers(out, [0, party.0.into(), *form as u32]),
        Value::City(city) => numbers(out, [1, (*city).into()]),
        Value::Office(office) => {
            numbers(out, [2, office.offices.0.into(), office.role as u32]);
            out.list(&office.parties, |out, party| out.number(party.0.into()));
            out.maybe(office.realm.map(|realm| realm as u32));
        }
        Value::Portfolio(foreign) => numbers(out, [3, (*foreign).into()]),
        Value::Honorific(gender) => numbers(out, [4, gender.map_or(0, |gender| gender as u32 + 1)]),
        Value::NotName => out.number(5),
        Value::Reference(reference) => numbers(out, [6, *reference as u32]),
        Value::Link(link) => numbers(out, [7, *link as u32]),
        Value::Month(month) => numbers(out, [8, *month as u32]),
        Value::Weekday(day) => numbers(out, [9, *day as u32]),
        Value::Number(value, kind) => {
            numbers(out, [10, *kind as u32]);
            out.wide(value.to_bits());
        }
        Value::Unit(unit, factor) => {
            out.number(11);
            out.text(unit);
            out.wide(factor.to_bits());
        }
        Value::Trigger(trigger) => {
            let notes = [
                trigger.background,
                trigger.future,
                trigger.each,
                trigger.one,
                trigger.host,
                trigger.guest,
                trigger.named,
                trigger.own,
            ];
            let notes = (0..).zip(notes).fold(0, |all, (place, note)| all | u32::from(note) << place);
            numbers(out, [12, trigger.kind as u32, trigger.shape as u32, notes]);
        }
        Value::Speech(speech) => {
            let level = speech.level.map_or(0, |level| level as u32 + 1);
            numbers(
                out,
                [
                    13,
                    speech.claim as u32,
                    speech.joint as u32,
                    level,
                    speech.strength.into(),
                    speech.passive.into(),
                    speech.all.into(),
                    speech.own.into(),
                ],
            );
        }
        Value::Topic(topics) => {
            out.number(14);
            out.wide(topics.0);
        }
        Value::Occasion(Occasion::Head) => numbers(out, [15, 0]),
        Value::Occasion(Occasion::Frame) => numbers(out, [15, 1]),
        Value::Occasion(Occasion::Document) => numbers(out, [15, 2]),
        Value::Occasion(Occasion::Series(series)) => numbers(out, [15, 3 + u32::from(*series)]),
        Value::Particle => out.number(16),
        Value::Verb => out.number(17),
        Value::Named(named) => numbers(out, [18, (*named).into()]),
        Value::Session(first) => numbers(out, [19, (*first).into()]),
        Value::Voice(party) => numbers(out, [20, party.0.into()]),
        Value::Relations(Relations::Begun) => numbers(out, [21, 0]),
        Value::Relations(Relations::Raised) => numbers(out, [21, 1]),
        Value::Relations(Relations::Marked) => numbers(out, [21, 2]),
        Value::Relations(Relations::Unsettled) => numbers(out, [21, 3]),
        Value::Relations(Relations::Field) => numbers(out, [21, 8]),
        Value::Relations(Relations::Turn(turn, whole)) => numbers(out, [21, 4 + u32::from(*whole), *turn as u32]),
        Value::Relations(Relations::Level(level, to)) => numbers(out, [21, 6 + u32::from(*to), (*level).into()]),
    }
}

fn read_value(from: &mut Reader<'_>) -> Value {
    match from.number() {
        0 => Value::Party(read_party(from), one(&FORMS, from)),
        1 => Value::City(from.number() as u16),
        2 => Value::Office(Office {
            offices: Offices(from.number() as u16),
            role: one(Role::ALL, from),
            parties: from.list(read_party).into_boxed_slice(),
            realm: from.maybe().map(|realm| Realm::ALL[realm as usize]),
        }),
        3 => Value::Portfolio(from.flag()),
        4 => Value::Honorific(match from.number() {
            0 => None,
            1 => Some(Gender::Male),
            _ => Some(Gender::Female),
        }),
        5 => Value::NotName,
        6 => Value::Reference(one(Reference::ALL, from)),
        7 => Value::Link(one(Link::ALL, from)),
        8 => Value::Month(from.number() as i8),
        9 => Value::Weekday(from.number() as i8),
        10 => {
            let kind = one(NumberKind::ALL, from);
            Value::Number(f64::from_bits(from.wide()), kind)
        }
        11 => Value::Unit(from.text().into(), f64::from_bits(from.wide())),
        12 => {
            let (kind, shape, notes) = (one(Kind::ALL, from), one(Shape::ALL, from), from.number());
            let has = |place: u32| notes >> place & 1 == 1;
            Value::Trigger(Trigger {
                kind,
                shape,
                background: has(0),
                future: has(1),
                each: has(2),
                one: has(3),
                host: has(4),
                guest: has(5),
                named: has(6),
                own: has(7),
            })
        }
        13 => Value::Speech(Speech {
            claim: one(ClaimType::ALL, from),
            joint: one(ClaimType::ALL, from),
            level: from.number().checked_sub(1).map(|level| Level::ALL[level as usize]),
            strength: from.number() as u8,
            passive: from.flag(),
            all: from.flag(),
            own: from.flag(),
        }),
        14 => Value::Topic(Topics(from.wide())),
        15 => Value::Occasion(match from.number() {
            0 => Occasion::Head,
            1 => Occasion::Frame,
            2 => Occasion::Document,
            series => Occasion::Series((series - 3) as u16),
        }),
        16 => Value::Particle,
        17 => Value::Verb,
        18 => Value::Named(from.number() as u16),
        21 => Value::Relations(match from.number() {
            0 => Relations::Begun,
            1 => Relations::Raised,
            2 => Relations::Marked,
            3 => Relations::Unsettled,
            8 => Relations::Field,
            turn @ (4 | 5) => Relations::Turn(one(Turn::ALL, from), turn == 5),
            led => Relations::Level(from.number() as u16, led == 7),
        }),
        19 => Value::Session(from.flag()),
        _ => Value::Voice(read_party(from)),
    }
}

fn numbers<const N: usize>(out: &mut Writer, numbers: [u32; N]) {
    numbers.into_iter().for_each(|number| out.number(number));
}

fn read_party(from: &mut Reader<'_>) -> Party {
    Party(from.number() as u16)
}

pub(crate) fn write_world(world: &World, out: &mut Writer) {
    out.list(&world.parties, |out, party| {
        out.text(&party.code);
        out.flag(party.state);
        out.text(&party.alpha3);
        out.maybe(party.cow.map(u32::from));
        out.flag(party.monarchy);
        out.flag(party.presidential);
        out.maybe(party.capital.map(u32::from));
        out.list(&party.members, |out, member| out.number(member.0.into()));
        out.maybe(party.society.map(|society| society as u32));
    });
    out.list(&world.cities, |out, city| {
        out.text(&city.name);
        out.number(city.country.0.into());
        out.flag(city.capital);
        // No city lies where both are -1, which would be read as nothing: that is the open sea.
        let at = city.at.map(|at| at.map(|degrees| u32::from(degrees as u16)));
        out.maybe(at.map(|[north, east]| north << 16 | east));
    });
    out.list(&world.series, |out, series| {
        out.text(&series.name);
        out.maybe(series.organisation.map(|party| party.0.into()));
        out.maybe(series.first.map(|year| year as u16 as u32));
        out.list(&series.years, |out, (session, year)| {
            out.number(*session);
            out.number(*year as u16 as u32);
        });
    });
    out.list(&world.named, |out, named| {
        out.text(&named.code);
        out.flag(named.body);
        out.flag(named.law);
    });
    let mut leaders: Vec<(&String, &Party)> = world.leaders.iter().collect();
    leaders.sort_unstable();
    out.list(&leaders, |out, (name, party)| {
        out.text(name);
        out.number(party.0.into());
    });
    out.list(&world.relations, |out, level| out.text(level));
    out.maybe(world.sectoral.map(u32::from));
}

pub(crate) fn read_world(from: &mut Reader<'_>) -> World {
    let parties = from.list(|from| PartyInfo {
        code: from.string(),
        state: from.flag(),
        alpha3: from.string(),
        cow: from.maybe().map(|number| number as u16),
        monarchy: from.flag(),
        presidential: from.flag(),
        capital: from.maybe().map(|city| city as u16),
        members: from.list(read_party),
        society: from.maybe().map(|society| Society::ALL[society as usize]),
    });
    let cities = from.list(|from| City {
        name: from.string(),
        country: read_party(from),
        capital: from.flag(),
        seat: false,
        at: from.maybe().map(|at| [(at >> 16) as u16 as i16, at as u16 as i16]),
    });
    let series = from.list(|from| Series {
        name: from.string(),
        organisation: from.maybe().map(|party| Party(party as u16)),
        first: from.maybe().map(|year| year as u16 as i16),
        years: from.list(|from| (from.number(), from.number() as u16 as i16)),
    });
    let named = from.list(|from| Named { code: from.string(), body: from.flag(), law: from.flag() });
    let mut world = World::of(parties, cities, series, named);
    world.leaders = from.list(|from| (from.string(), read_party(from))).into_iter().collect();
    world.relations = from.list(Reader::string);
    world.sectoral = from.maybe().map(|level| level as u16);
    world
}

pub(crate) fn write_habits(habits: &LanguageHabits, out: &mut Writer) {
    out.text(&habits.language);
    out.list(&habits.function_words, |out, word| out.text(word));
    out.list(&habits.abbreviations, |out, word| out.text(word));
    out.list(&habits.furniture, |out, (phrase, kind)| {
        out.text(phrase);
        out.number(FURNITURE.iter().position(|one| one == kind).expect("all are there") as u32);
    });
    out.flag(habits.ordinal_stop);
}

pub(crate) fn read_habits(from: &mut Reader<'_>) -> LanguageHabits {
    LanguageHabits {
        language: from.string(),
        function_words: from.list(Reader::string),
        abbreviations: from.list(Reader::string),
        furniture: from.list(|from| (from.string(), one(&FURNITURE, from))),
        ordinal_stop: from.flag(),
    }
}

pub(crate) fn write_cases(cases: &[Case], out: &mut Writer) {
    out.list(cases, |out, case| {
        out.text(&case.text);
        out.text(&case.expected);
        out.flag(case.nothing);
        write_rule(case.rule, out);
    });
}

pub(crate) fn read_cases(from: &mut Reader<'_>) -> Vec<Case> {
    from.list(|from| Case { text: from.string(), expected: from.string(), nothing: from.flag(), rule: read_rule(from) })
}
