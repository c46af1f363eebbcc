//! What a row of each file says.

use document::FurnitureKind;

use super::{Compiler, names};
use crate::display::Nameable;
use crate::entry::{Form, Gender, Occasion, Office, Party, Relations, Rule, Speech, Trigger, Value};
use crate::error::PackError;
use crate::language::{Case, Example};
use crate::model::Task;
use crate::phrase::expand;
use crate::table::{PackFile, Row, lines};
use crate::vocabulary::{
    ClaimType, Kind, Level, NumberKind, OfficeKind, Offices, Realm, Role, Shape, Topic, Topics, Turn,
};

impl Compiler<'_> {
    pub(super) fn furniture(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let kind = match row.cells[1] {
            "line" => FurnitureKind::Line,
            "prefix" => FurnitureKind::Prefix,
            "end" => FurnitureKind::End,
            "source" => FurnitureKind::Source,
            "caption" => FurnitureKind::Caption,
            other => {
                return Err(
                    row.error(format!("`{other}` is not known here"), "write line, prefix, end, source or caption")
                );
            }
        };
        let phrases = expand(row.cells[0]).map_err(|problem| row.error(problem, "mend the brackets"))?;
        self.language.habits.furniture.extend(phrases.into_iter().map(|phrase| (phrase.to_lowercase(), kind)));
        Ok(())
    }

    pub(super) fn party(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let party = self.world.known(row, row.cells[0])?;
        self.language.names.add(Nameable::Party, row.cells[0], row.cells[1]);
        self.named_party(row, 1, party)?;
        self.add(row, 2, &Value::Party(party, Form::Adjective))?;
        self.add(row, 3, &Value::Party(party, Form::Demonym))?;
        self.add(row, 4, &Value::Voice(party))
    }

    /// Adds the names of a party, and the genitives that the language makes of them.
    pub(crate) fn named_party(&mut self, row: &Row<'_>, column: usize, party: Party) -> Result<(), PackError> {
        self.add(row, column, &Value::Party(party, Form::Name))?;
        self.genitives(row, column, &Value::Party(party, Form::Genitive))
    }

    fn genitives(&mut self, row: &Row<'_>, column: usize, value: &Value) -> Result<(), PackError> {
        let rule = Rule { file: self.file, line: row.line };
        for phrase in expand(row.cells[column]).map_err(|problem| row.error(problem, "mend the brackets"))? {
            for ending in self.language.genitive.clone() {
                self.lexicon.insert(&format!("{phrase}{ending}"), value, rule);
            }
        }
        Ok(())
    }

    pub(super) fn city(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let city = self.world.city(row.cells[0]).ok_or_else(|| {
            row.error(
                format!("the city `{}` is not in world/cities.tsv", row.cells[0]),
                "add it there, or write its English name as there",
            )
        })?;
        self.language.names.add(Nameable::City, row.cells[0], row.cells[1]);
        self.named_city(row, 1, city)
    }

    /// Adds the names of a city, and the genitives that the language makes of them.
    pub(crate) fn named_city(&mut self, row: &Row<'_>, column: usize, city: u16) -> Result<(), PackError> {
        self.add(row, column, &Value::City(city))?;
        self.genitives(row, column, &Value::City(city))
    }

    pub(super) fn office(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let role = match row.cells[2] {
            "" => Role::Full,
            _ => row.word(2, Role::parse, &names(Role::ALL, Role::as_str))?,
        };
        let mut offices = Offices::default();
        for word in row.cells[1].split(',').map(str::trim).filter(|word| !word.is_empty()) {
            offices = offices.with(OfficeKind::parse(word).ok_or_else(|| {
                row.error(
                    format!("`{word}` is no office"),
                    format!("write one of: {}", names(OfficeKind::ALL, OfficeKind::as_str).join(", ")),
                )
            })?);
        }
        if offices.is_empty() && !matches!(role, Role::Deputy | Role::Former | Role::Modifier | Role::Several) {
            return Err(row.error("no office", "fill the column `office`"));
        }
        let realm = Realm::parse(row.cells[3]);
        let named = if realm.is_some() { "" } else { row.cells[3] };
        let parties = self.world.parties_of(row, named)?.into_boxed_slice();
        self.add(row, 0, &Value::Office(Office { offices, role, parties, realm }))
    }

    pub(super) fn portfolio(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        match row.cells[1] {
            "foreign" => self.add(row, 0, &Value::Portfolio(true)),
            "other" => self.add(row, 0, &Value::Portfolio(false)),
            other => Err(row.error(format!("`{other}` is not known here"), "write foreign or other")),
        }
    }

    pub(super) fn honorific(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let gender = match row.cells[1] {
            "" => None,
            "m" => Some(Gender::Male),
            "f" => Some(Gender::Female),
            other => return Err(row.error(format!("`{other}` is no gender here"), "write m, f or nothing")),
        };
        self.add(row, 0, &Value::Honorific(gender))
    }

    pub(super) fn figure(
        &mut self,
        row: &Row<'_>,
        least: i8,
        most: i8,
        value: fn(i8) -> Value,
    ) -> Result<(), PackError> {
        let number = row.cells[0].parse().ok().filter(|number| (least..=most).contains(number) && *number != 0);
        let number = number
            .ok_or_else(|| row.error(format!("`{}` is not a number from 1 to {most}", row.cells[0]), "mend it"))?;
        self.add(row, 1, &value(number))
    }

    pub(super) fn number(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let kind = row.word(2, NumberKind::parse, &names(NumberKind::ALL, NumberKind::as_str))?;
        let value = match row.cells[1] {
            "" if matches!(kind, NumberKind::OrdinalPrefix | NumberKind::OrdinalSuffix) => 0.0,
            text => text.parse().map_err(|_| row.error(format!("`{text}` is not a number"), "write digits"))?,
        };
        self.add(row, 0, &Value::Number(value, kind))
    }

    /// Adds forms of a unit; also for the world's.
    pub(crate) fn unit(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let (unit, factor) = row.cells[1].split_once(':').unwrap_or((row.cells[1], "1"));
        let factor = factor.parse().map_err(|_| row.error(format!("`{factor}` is not a number"), "write digits"))?;
        self.add(row, 0, &Value::Unit(unit.into(), factor))
    }

    pub(super) fn occasion(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let occasion = match row.cells[1] {
            "session" => return self.add(row, 0, &Value::Session(true)),
            "meeting" => return self.add(row, 0, &Value::Session(false)),
            "head" => Occasion::Head,
            "document" => Occasion::Document,
            "frame" => Occasion::Frame,
            series => Occasion::Series(self.world.series_of(series).ok_or_else(|| {
                row.error(
                    format!("`{series}` is no series of world/forums.tsv"),
                    "write head, document, frame, session, meeting, or a series that stands there",
                )
            })?),
        };
        if matches!(occasion, Occasion::Series(_)) {
            self.language.names.add(Nameable::Series, row.cells[1], row.cells[0]);
        }
        self.add(row, 0, &Value::Occasion(occasion))
    }

    pub(super) fn relations(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let turn = Turn::parse(row.cells[1]);
        let noted = match (row.cells[2], turn) {
            ("", _) => false,
            ("to", None) | ("whole", Some(_)) => true,
            (other, _) => {
                let mend = if turn.is_some() { "write whole, or nothing" } else { "write to, or nothing" };
                return Err(row.error(format!("`{other}` is no note of `{}`", row.cells[1]), mend));
            }
        };
        let relations = match row.cells[1] {
            "begun" => Relations::Begun,
            "raised" => Relations::Raised,
            "marked" => Relations::Marked,
            "unsettled" => Relations::Unsettled,
            "field" => Relations::Field,
            level => match turn {
                Some(turn) => Relations::Turn(turn, noted),
                None => {
                    let place = self.world.relations_level(level).ok_or_else(|| {
                    row.error(
                        format!("`{level}` is no level of world/relations.txt"),
                        "write begun, raised, marked, unsettled, field, broken-off, suspended, lowered, recalled, restored, or a level that stands there",
                    )
                })?;
                    Relations::Level(place, noted)
                }
            },
        };
        if matches!(relations, Relations::Level(_, false)) {
            self.language.names.add(Nameable::Relations, row.cells[1], row.cells[0]);
        }
        self.add(row, 0, &Value::Relations(relations))
    }

    pub(super) fn topic(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let named = match row.cells[2] {
            "" => None,
            code => Some(self.world.named(code).ok_or_else(|| {
                row.error(
                    format!("`{code}` names no treaty, measure or body of world/treaties.tsv"),
                    "write a code that stands there (and is no `word`), or add it there",
                )
            })?),
        };
        if row.cells[1].is_empty() && named.is_none() {
            return Err(row.error("neither topics nor a code", "fill the column `topics` or `code`"));
        }
        if named.is_some() {
            self.language.names.add(Nameable::Named, row.cells[2], row.cells[0]);
        }
        self.subject(row, [0, 1], named)
    }

    /// Adds the phrases of a cell with the topics that another gives, and what they name.
    pub(crate) fn subject(
        &mut self,
        row: &Row<'_>,
        [phrases, given]: [usize; 2],
        named: Option<u16>,
    ) -> Result<(), PackError> {
        let topics = topics(row, row.cells[given])?;
        if !topics.is_empty() {
            self.add(row, phrases, &Value::Topic(topics))?;
        }
        let Some(named) = named.map(Value::Named) else { return Ok(()) };
        self.add(row, phrases, &named)?;
        self.genitives(row, phrases, &named)
    }

    pub(super) fn trigger(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let shape = row.word(2, Shape::parse, &names(Shape::ALL, Shape::as_str))?;
        let kind = match row.cells[1] {
            "" if shape == Shape::Drop => Kind::Meeting,
            _ => row.word(1, Kind::parse, &names(Kind::ALL, Kind::as_str))?,
        };
        let notes: Vec<&str> = row.cells[3].split([',', ' ']).filter(|note| !note.is_empty()).collect();
        const NOTES: [&str; 8] = ["background", "future", "each", "one", "host", "guest", "named", "own"];
        if let Some(other) = notes.iter().find(|note| !NOTES.contains(note)) {
            return Err(
                row.error(format!("`{other}` is no note of a trigger"), format!("write {}", NOTES.join(" or ")))
            );
        }
        let has = |note| notes.contains(&note);
        let trigger = Trigger {
            kind,
            shape,
            background: has("background"),
            future: has("future"),
            each: has("each"),
            one: has("one"),
            host: has("host"),
            guest: has("guest"),
            own: has("own"),
            named: has("named"),
        };
        self.add(row, 0, &Value::Trigger(trigger))
    }

    pub(super) fn claim(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let level = match row.cells[3] {
            "" => Level::Act,
            _ => row.word(3, Level::parse, &names(Level::ALL, Level::as_str))?,
        };
        let strength = match row.cells[4] {
            "" => 3,
            text => text
                .parse()
                .ok()
                .filter(|strength| (1..=5).contains(strength))
                .ok_or_else(|| row.error(format!("`{text}` is no strength"), "write 1 to 5"))?,
        };
        let note = row.cells[5];
        if !matches!(note, "" | "passive" | "all" | "own") {
            let error = format!("`{note}` is no note of a claim");
            return Err(row.error(error, "write passive, all, own or nothing"));
        }
        self.speech(row, Some(level), strength, note)
    }

    pub(super) fn cue(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        self.speech(row, None, 3, "")
    }

    fn speech(&mut self, row: &Row<'_>, level: Option<Level>, strength: u8, note: &str) -> Result<(), PackError> {
        let types = names(ClaimType::ALL, ClaimType::as_str);
        let claim = match row.cells[1] {
            "" if level == Some(Level::Drop) => ClaimType::Topic,
            _ => row.word(1, ClaimType::parse, &types)?,
        };
        let joint = match row.cells[2] {
            "" => claim,
            _ => row.word(2, ClaimType::parse, &types)?,
        };
        let [passive, all, own] = ["passive", "all", "own"].map(|one| note == one);
        self.add(row, 0, &Value::Speech(Speech { claim, joint, level, strength, passive, all, own }))
    }

    pub(super) fn example(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let class = Task::Claims.class(row.cells[0]).ok_or_else(|| {
            row.error(
                format!("`{}` is no type of claim", row.cells[0]),
                "write a type of world/claim-types.txt, or none",
            )
        })?;
        let joint = match row.cells[1] {
            "" => false,
            "1" => true,
            other => {
                return Err(row.error(
                    format!("`{other}` is not known here"),
                    "write 1 where the sides say it together, else nothing",
                ));
            }
        };
        if row.cells[2].is_empty() {
            return Err(row.error("no text", "fill the column `text`"));
        }
        self.language.examples.push(Example { task: Task::Claims, class, joint, text: row.cells[2].to_owned() });
        Ok(())
    }

    pub(super) fn act(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let class = Task::Acts.class(row.cells[0]).ok_or_else(|| {
            row.error(
                format!("`{}` is no kind of engagement", row.cells[0]),
                "write a kind of world/kinds.txt, or none",
            )
        })?;
        self.language.examples.push(Example { task: Task::Acts, class, joint: false, text: row.cells[1].to_owned() });
        Ok(())
    }

    pub(super) fn cases(&mut self, file: &PackFile) {
        for (line, text) in lines(file) {
            let rule = Rule { file: self.file, line };
            let (text, nothing) = text.strip_prefix('!').map_or((text, false), |text| (text, true));
            let (text, expected) = text.rsplit_once('~').map_or((text, ""), |(text, expected)| (text, expected.trim()));
            if expected.is_empty() != nothing {
                let row = Row { path: &file.path, line, cells: Vec::new() };
                self.errors.push(
                    row.error("says neither what to find nor that nothing is", "write `text ~ expected` or `! text`"),
                );
                continue;
            }
            self.language.cases.push(Case {
                text: text.trim().to_owned(),
                expected: expected.to_owned(),
                nothing,
                rule,
            });
        }
    }
}

/// The topics that a cell lists.
fn topics(row: &Row<'_>, cell: &str) -> Result<Topics, PackError> {
    cell.split([',', ' ']).map(str::trim).filter(|word| !word.is_empty()).try_fold(Topics::default(), |topics, word| {
        let topic = Topic::parse(word)
            .ok_or_else(|| row.error(format!("`{word}` is no topic"), "see world/topics.txt for those that are"))?;
        Ok(topics.with(topic))
    })
}
