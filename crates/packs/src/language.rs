//! One language: its files read into a lexicon, date shapes and habits.

use document::{FurnitureKind, LanguageHabits};
use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::blob::{Reader, Writer};
use crate::codec::{read_cases, read_habits, write_cases, write_habits};
use crate::dates::{DatePatterns, DatesDraft, When};
use crate::display::{DisplayNames, Nameable};
use crate::draft::LexiconDraft;
use crate::entry::{Form, Gender, Occasion, Office, Party, Relations, Rule, Speech, Trigger, Value};
use crate::error::PackError;
use crate::lexicon::Lexicon;
use crate::model::{Model, ModelDraft, Task};
use crate::phrase::expand;
use crate::table::{PackFile, Row, lines, rows};
use crate::vocabulary::{
    ClaimType, Kind, Level, Link, NumberKind, OfficeKind, Offices, Realm, Reference, Role, Shape, Topic, Topics, Turn,
};
use crate::world::World;

/// The head of a pack: `pack.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Head {
    language: String,
    name: String,
    #[serde(default)]
    genitive: Vec<String>,
    #[serde(default)]
    name_order: String,
    #[serde(default)]
    stemmer: String,
    #[serde(default)]
    subject_after_verb: bool,
    #[serde(default)]
    number_after_noun: bool,
    #[serde(default)]
    fold: Vec<(String, String)>,
    #[serde(default)]
    syllables: bool,
    #[serde(default)]
    home: Vec<String>,
}

/// The stemmers that a pack may name: those of Snowball, by their own names.
pub const STEMMERS: [&str; 18] = [
    "arabic",
    "danish",
    "dutch",
    "english",
    "finnish",
    "french",
    "german",
    "greek",
    "hungarian",
    "italian",
    "norwegian",
    "portuguese",
    "romanian",
    "russian",
    "spanish",
    "swedish",
    "tamil",
    "turkish",
];

/// The stemmer of a name.
fn stemmer(name: &str) -> Option<&'static str> {
    STEMMERS.into_iter().find(|stemmer| *stemmer == name)
}

/// A case of a pack: a text and what must be found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The text.
    pub text: String,
    /// What must be found, separated by `;`; empty where nothing may be.
    pub expected: String,
    /// Whether nothing may be found.
    pub nothing: bool,
    /// Where it stands.
    pub rule: Rule,
}

/// A sentence that shows a type of claim or a kind of engagement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// For which model it is.
    pub task: Task,
    /// Its class: a type of claim or a kind of engagement, or none.
    pub class: usize,
    /// Whether the sides say it together.
    pub joint: bool,
    /// The sentence.
    pub text: String,
}

/// A language, compiled.
#[derive(Debug, Default)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: String,
    /// Its name in English.
    pub name: String,
    /// Whether the subject may follow its verb.
    pub subject_after_verb: bool,
    /// Endings that make a genitive of a name (`s`, `'s`).
    pub genitive: Vec<String>,
    /// Whether the family name comes first.
    pub family_first: bool,
    /// Which of [`STEMMERS`] brings its words to their stems; none for a language whose words have no endings.
    pub stemmer: Option<&'static str>,
    /// Whether the number of a session stands behind its noun.
    pub number_after_noun: bool,
    /// The parties that mostly publish in it, likeliest first.
    pub home: Vec<Party>,
    /// All its phrases and those of the world.
    pub lexicon: Lexicon,
    /// The shapes of its dates.
    pub dates: DatePatterns,
    /// Which type of claim a stretch makes.
    pub model: Model,
    /// Which kind of engagement a sentence tells of where no trigger does.
    pub acts: Model,
    /// What its pack wants found and left alone.
    pub cases: Vec<Case>,
    /// Sentences that show a type of claim or a kind of engagement each.
    pub examples: Vec<Example>,
    /// The names under which it prints what has a code.
    pub names: DisplayNames,
    /// How papers are worded in it, as `messages.ftl` has it; empty where the pack has none.
    pub messages: String,
    /// The words of the pages that show the register, as `interface.ftl` has them; empty where the pack has none.
    pub interface: String,
    pub(crate) habits: LanguageHabits,
    function_words: FxHashSet<String>,
    families: FxHashSet<String>,
    /// Those that others have as often, which tell nothing.
    shared_families: FxHashSet<String>,
}

impl Language {
    /// Whether a word is one of the language's small words.
    pub fn is_function_word(&self, word: &str) -> bool {
        if word.bytes().any(|byte| byte.is_ascii_uppercase() || byte >= 0x80) {
            return self.function_words.contains(&word.to_lowercase());
        }
        self.function_words.contains(word)
    }

    /// Whether a name is one of somebody whose page it mostly is ([`Language::home`]), by its family name; `None` where the pack tells
    /// of none, where others have it as often, or of no more than one word.
    pub fn is_native(&self, name: &str) -> Option<bool> {
        let family = name.split_once(' ')?.0.to_lowercase();
        let tells = !self.families.is_empty() && !self.shared_families.contains(&family);
        tells.then(|| self.families.contains(&family))
    }

    /// Whether a word is such a family name.
    pub fn is_family(&self, word: &str) -> bool {
        !self.families.is_empty() && self.families.contains(&word.to_lowercase())
    }

    /// Writes what is neither phrases, dates nor weights.
    fn write(&self, out: &mut Writer) {
        out.text(&self.code);
        out.text(&self.name);
        out.flag(self.subject_after_verb);
        out.flag(self.number_after_noun);
        out.list(&self.genitive, |out, ending| out.text(ending));
        out.flag(self.family_first);
        out.text(self.stemmer.unwrap_or_default());
        out.list(&self.home, |out, party| out.number(party.0.into()));
        for families in [&self.families, &self.shared_families] {
            let mut families: Vec<&String> = families.iter().collect();
            families.sort_unstable();
            out.list(&families, |out, family| out.text(family));
        }
        write_cases(&self.cases, out);
        write_habits(&self.habits, out);
        self.names.write(out);
        out.text(&self.messages);
        out.text(&self.interface);
    }

    /// Reads a language as [`Compiler::finish`] writes it.
    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        let mut language = Self {
            code: from.string(),
            name: from.string(),
            subject_after_verb: from.flag(),
            number_after_noun: from.flag(),
            genitive: from.list(Reader::string),
            family_first: from.flag(),
            stemmer: stemmer(&from.string()),
            home: from.list(|from| Party(from.number() as u16)),
            families: from.list(Reader::string).into_iter().collect(),
            shared_families: from.list(Reader::string).into_iter().collect(),
            cases: read_cases(from),
            habits: read_habits(from),
            names: DisplayNames::read(from),
            messages: from.string(),
            interface: from.string(),
            lexicon: Lexicon::read(from),
            dates: DatePatterns::read(from),
            model: Model::read(from),
            acts: Model::read(from),
            ..Self::default()
        };
        language.function_words = language.habits.function_words.iter().cloned().collect();
        language
    }
}

/// What reading one language's files needs and gives.
pub(crate) struct Compiler<'a> {
    pub(crate) world: &'a World,
    /// All but the phrases, dates and weights.
    language: Language,
    lexicon: LexiconDraft,
    dates: DatesDraft,
    model: ModelDraft,
    acts: ModelDraft,
    pub(crate) errors: &'a mut Vec<PackError>,
    pub(crate) file: u16,
}

/// The names that a file of a language's pack may have.
pub(crate) const FILES: &[&str] = &[
    "pack.toml",
    "function-words.txt",
    "abbreviations.txt",
    "furniture.tsv",
    "parties.tsv",
    "cities.tsv",
    "offices.tsv",
    "portfolios.tsv",
    "honorifics.tsv",
    "particles.txt",
    "families.txt",
    "not-names.txt",
    "links.tsv",
    "references.tsv",
    "months.tsv",
    "weekdays.tsv",
    "dates.tsv",
    "numbers.tsv",
    "units.tsv",
    "occasions.tsv",
    "relations.tsv",
    "topics.tsv",
    "triggers.tsv",
    "claims.tsv",
    "cues.tsv",
    "fillers.txt",
    "compounds.txt",
    "verbs.txt",
    "cases.txt",
    "examples.tsv",
    "model.tsv",
    "acts.tsv",
    "acts-model.tsv",
    "messages.ftl",
    "interface.ftl",
];

impl<'a> Compiler<'a> {
    /// Begins a language with its head.
    pub(crate) fn begin(world: &'a World, head: &PackFile, errors: &'a mut Vec<PackError>) -> Option<Self> {
        let parsed: Head = match toml::from_str(&head.text) {
            Ok(parsed) => parsed,
            Err(error) => {
                let line = error.span().map_or(1, |span| head.text[..span.start].lines().count().max(1)) as u32;
                errors.push(PackError::Line {
                    path: head.path.clone(),
                    line,
                    problem: error.message().to_owned(),
                    mend: "see packs/README.md for the keys of pack.toml".to_owned(),
                });
                return None;
            }
        };
        let unknown = |code: &String| PackError::Line {
            path: head.path.clone(),
            line: head.text.lines().position(|line| line.starts_with("home")).unwrap_or(0) as u32 + 1,
            problem: format!("no party has the code `{code}`"),
            mend: "use one of world/states.tsv or world/organisations.tsv".to_owned(),
        };
        errors.extend(parsed.home.iter().filter(|code| world.party(code).is_none()).map(unknown));
        if !parsed.stemmer.is_empty() && stemmer(&parsed.stemmer).is_none() {
            errors.push(PackError::Line {
                path: head.path.clone(),
                line: head.text.lines().position(|line| line.starts_with("stemmer")).unwrap_or(0) as u32 + 1,
                problem: format!("there is no stemmer `{}`", parsed.stemmer),
                mend: format!("use one of {}, or leave the line out", STEMMERS.join(", ")),
            });
        }
        let home = parsed.home.iter().filter_map(|code| world.party(code)).collect();
        let language = Language {
            habits: LanguageHabits { language: parsed.language.clone(), ..LanguageHabits::default() },
            code: parsed.language,
            name: parsed.name,
            subject_after_verb: parsed.subject_after_verb,
            number_after_noun: parsed.number_after_noun,
            genitive: parsed.genitive,
            family_first: parsed.name_order == "family-first",
            stemmer: stemmer(&parsed.stemmer),
            home,
            ..Language::default()
        };
        let lexicon = LexiconDraft::new(parsed.fold, parsed.syllables);
        Some(Self {
            world,
            language,
            lexicon,
            dates: DatesDraft::default(),
            model: ModelDraft::default(),
            acts: ModelDraft::default(),
            errors,
            file: 0,
        })
    }

    /// Reads one file of the pack.
    pub(crate) fn read(&mut self, file: &PackFile, index: u16) {
        self.file = index;
        match file.path.rsplit('/').next().unwrap_or_default() {
            "function-words.txt" => {
                self.language.habits.function_words = lines(file).map(|(_, word)| word.trim().to_lowercase()).collect();
            }
            "abbreviations.txt" => {
                self.language.habits.abbreviations = lines(file).map(|(_, word)| word.trim().to_owned()).collect()
            }
            "furniture.tsv" => self.table(file, &["phrase", "what"], 2, Self::furniture),
            "parties.tsv" => self.table(file, &["code", "names", "adjectives", "demonyms", "voices"], 1, Self::party),
            "cities.tsv" => self.table(file, &["city", "names"], 2, Self::city),
            "offices.tsv" => self.table(file, &["phrase", "office", "role", "party"], 1, Self::office),
            "portfolios.tsv" => self.table(file, &["phrase", "class"], 2, Self::portfolio),
            "honorifics.tsv" => self.table(file, &["phrase", "gender"], 1, Self::honorific),
            "fillers.txt" => lines(file).for_each(|(_, word)| self.lexicon.filler(word.trim())),
            "compounds.txt" => lines(file).for_each(|(_, word)| self.lexicon.head(word.trim())),
            "particles.txt" => self.list(file, &Value::Particle),
            "families.txt" => {
                for (_, family) in lines(file) {
                    let family = family.trim().to_lowercase();
                    match family.strip_suffix('?') {
                        Some(shared) => self.language.shared_families.insert(shared.trim().into()),
                        None => self.language.families.insert(family),
                    };
                }
            }
            "not-names.txt" => self.list(file, &Value::NotName),
            "verbs.txt" => self.list(file, &Value::Verb),
            "links.tsv" => self.table(file, &["phrase", "class"], 2, |this, row| {
                let link = row.word(1, Link::parse, &names(Link::ALL, Link::as_str))?;
                this.add(row, 0, &Value::Link(link))
            }),
            "references.tsv" => self.table(file, &["phrase", "what"], 2, |this, row| {
                let reference = row.word(1, Reference::parse, &names(Reference::ALL, Reference::as_str))?;
                this.add(row, 0, &Value::Reference(reference))
            }),
            "months.tsv" => {
                self.table(file, &["number", "forms"], 2, |this, row| this.figure(row, -12, 12, Value::Month))
            }
            "weekdays.tsv" => {
                self.table(file, &["number", "forms"], 2, |this, row| this.figure(row, 1, 7, Value::Weekday))
            }
            "numbers.tsv" => self.table(file, &["forms", "value", "kind"], 1, Self::number),
            "units.tsv" => self.table(file, &["forms", "unit"], 2, Self::unit),
            "occasions.tsv" => self.table(file, &["phrase", "what"], 2, Self::occasion),
            "relations.tsv" => self.table(file, &["phrase", "what", "note"], 2, Self::relations),
            "topics.tsv" => self.table(file, &["phrase", "topics", "code"], 1, Self::topic),
            "triggers.tsv" => self.table(file, &["phrase", "kind", "shape", "note"], 1, Self::trigger),
            "claims.tsv" => self.table(file, &["phrase", "type", "joint", "level", "strength", "note"], 1, Self::claim),
            "cues.tsv" => self.table(file, &["phrase", "type", "joint", "note"], 2, Self::cue),
            "cases.txt" => self.cases(file),
            "messages.ftl" => self.language.messages.clone_from(&file.text),
            "interface.ftl" => self.language.interface.clone_from(&file.text),
            "examples.tsv" => self.table(file, &["type", "joint", "text"], 1, Self::example),
            "acts.tsv" => self.table(file, &["kind", "text"], 2, Self::act),
            "model.tsv" => self.table(file, &["feature", "class", "weight"], 3, |this, row| {
                this.model.insert(Task::Claims, this.file, row, &mut this.lexicon)
            }),
            "acts-model.tsv" => self.table(file, &["feature", "class", "weight"], 3, |this, row| {
                this.acts.insert(Task::Acts, this.file, row, &mut this.lexicon)
            }),
            _ => {}
        }
    }

    /// Reads the date shapes; needs all words of months and weekdays to be in.
    pub(crate) fn dates(&mut self, file: &PackFile, index: u16) {
        self.file = index;
        self.table(file, &["pattern", "meaning"], 2, |this, row| {
            let when = row.word(1, When::parse, When::ALL)?;
            let plain = expand(row.cells[0]).map_err(|problem| row.error(problem, "mend the brackets"))?;
            let rule = Rule { file: this.file, line: row.line };
            for pattern in plain {
                this.dates.insert(&pattern, when, rule, &mut this.lexicon).map_err(|problem| {
                    row.error(
                        problem,
                        "write {day} {day2} {month} {month2} {mm} {mm2} {year} {year2} {weekday} and words",
                    )
                })?;
            }
            Ok(())
        });
    }

    /// Ends the language and writes it; gives its examples, which only training needs.
    pub(crate) fn finish(self, out: &mut Writer) -> Vec<Example> {
        self.language.write(out);
        let numbers = self.lexicon.write(out);
        self.dates.write(&numbers, out);
        self.model.write(&numbers, out);
        self.acts.write(&numbers, out);
        self.language.examples
    }

    fn table(
        &mut self,
        file: &PackFile,
        columns: &[&str],
        needed: usize,
        mut read: impl FnMut(&mut Self, &Row<'_>) -> Result<(), PackError>,
    ) {
        for row in rows(file, columns, needed, self.errors) {
            if let Err(error) = read(self, &row) {
                self.errors.push(error);
            }
        }
    }

    fn list(&mut self, file: &PackFile, value: &Value) {
        for (line, text) in lines(file) {
            let row = Row { path: &file.path, line, cells: vec![text.trim()] };
            if let Err(error) = self.add(&row, 0, value) {
                self.errors.push(error);
            }
        }
    }

    /// Adds all phrases of a cell.
    pub(crate) fn add(&mut self, row: &Row<'_>, column: usize, value: &Value) -> Result<(), PackError> {
        let rule = Rule { file: self.file, line: row.line };
        for phrase in expand(row.cells[column]).map_err(|problem| row.error(problem, "mend the brackets"))? {
            check_gap(&phrase, value).map_err(|problem| row.error(problem, "see packs/README.md on phrases"))?;
            self.lexicon.insert(&phrase, value, rule);
        }
        Ok(())
    }

    fn furniture(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn party(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn city(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn office(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn portfolio(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        match row.cells[1] {
            "foreign" => self.add(row, 0, &Value::Portfolio(true)),
            "other" => self.add(row, 0, &Value::Portfolio(false)),
            other => Err(row.error(format!("`{other}` is not known here"), "write foreign or other")),
        }
    }

    fn honorific(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let gender = match row.cells[1] {
            "" => None,
            "m" => Some(Gender::Male),
            "f" => Some(Gender::Female),
            other => return Err(row.error(format!("`{other}` is no gender here"), "write m, f or nothing")),
        };
        self.add(row, 0, &Value::Honorific(gender))
    }

    fn figure(&mut self, row: &Row<'_>, least: i8, most: i8, value: fn(i8) -> Value) -> Result<(), PackError> {
        let number = row.cells[0].parse().ok().filter(|number| (least..=most).contains(number) && *number != 0);
        let number = number
            .ok_or_else(|| row.error(format!("`{}` is not a number from 1 to {most}", row.cells[0]), "mend it"))?;
        self.add(row, 1, &value(number))
    }

    fn number(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn occasion(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let occasion = match row.cells[1] {
            "session" => return self.add(row, 0, &Value::Session(true)),
            "meeting" => return self.add(row, 0, &Value::Session(false)),
            "head" => Occasion::Head,
            "frame" => Occasion::Frame,
            series => Occasion::Series(self.world.series_of(series).ok_or_else(|| {
                row.error(
                    format!("`{series}` is no series of world/forums.tsv"),
                    "write head, frame, session, meeting, or a series that stands there",
                )
            })?),
        };
        if matches!(occasion, Occasion::Series(_)) {
            self.language.names.add(Nameable::Series, row.cells[1], row.cells[0]);
        }
        self.add(row, 0, &Value::Occasion(occasion))
    }

    fn relations(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn topic(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn trigger(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn claim(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn cue(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn example(&mut self, row: &Row<'_>) -> Result<(), PackError> {
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

    fn act(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let class = Task::Acts.class(row.cells[0]).ok_or_else(|| {
            row.error(
                format!("`{}` is no kind of engagement", row.cells[0]),
                "write a kind of world/kinds.txt, or none",
            )
        })?;
        self.language.examples.push(Example { task: Task::Acts, class, joint: false, text: row.cells[1].to_owned() });
        Ok(())
    }

    fn cases(&mut self, file: &PackFile) {
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
pub(crate) fn topics(row: &Row<'_>, cell: &str) -> Result<Topics, PackError> {
    cell.split([',', ' ']).map(str::trim).filter(|word| !word.is_empty()).try_fold(Topics::default(), |topics, word| {
        let topic = Topic::parse(word)
            .ok_or_else(|| row.error(format!("`{word}` is no topic"), "see world/topics.txt for those that are"))?;
        Ok(topics.with(topic))
    })
}

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|&one| name(one)).collect()
}

fn check_gap(phrase: &str, value: &Value) -> Result<(), String> {
    let gaps = phrase.matches('…').count();
    let allowed = matches!(value, Value::Trigger(_) | Value::Speech(_));
    match gaps {
        0 => Ok(()),
        _ if !allowed => Err("a gap stands where none may".to_owned()),
        1 if !phrase.starts_with('…') && !phrase.ends_with('…') => Ok(()),
        _ => Err("a phrase has one gap at most, and not at its ends".to_owned()),
    }
}
