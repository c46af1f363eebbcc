//! The files of a language's pack, read and compiled.

mod rows;

use document::LanguageHabits;
use serde::Deserialize;

use super::{Example, Language, STEMMERS, stemmer};
use crate::blob::Writer;
use crate::dates::{DatesDraft, When};
use crate::draft::LexiconDraft;
use crate::entry::{Rule, Value};
use crate::error::PackError;
use crate::model::{ModelDraft, Task};
use crate::phrase::expand;
use crate::table::{PackFile, Row, lines, rows};
use crate::vocabulary::{Link, Reference};
use crate::world::World;

/// The head of a pack: `pack.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Head {
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
