//! Language packs: data in, one compiled lexicon a language out.
//!
//! In come the files of a folder such as `packs/`; out go [`Packs`]: what no language owns ([`World`]), and for each
//! language its phrases ([`Lexicon`]), date shapes ([`DatePatterns`]) and habits of blocks and sentences. What the
//! marks of a text mean together is left to `reader`.
//!
//! [`compile`] turns the files into bytes that are read in place; packs that come from files go the same way, so that
//! those in the program (see `embedded`) and those of a folder read alike.

mod affixes;
mod blob;
mod calendar;
mod codec;
mod coding;
mod dates;
mod display;
mod draft;
mod entry;
mod error;
mod language;
mod lexicon;
mod model;
mod named;
mod phrase;
mod sources;
mod table;
mod vocabulary;
mod words;
mod world;

use std::hash::{Hash as _, Hasher as _};
use std::path::Path;

pub use coding::{Coding, Setting};
pub use dates::{DateMatch, DateParts, DatePatterns, When};
pub use display::{DisplayNames, Nameable};
pub use entry::{Entry, Form, Gender, LAYERS, Layer, Occasion, Office, Party, Relations, Rule, Speech, Trigger, Value};
pub use error::PackError;
pub use language::{Case, Example, Language, STEMMERS};
pub use lexicon::{Lexicon, Mark, Marks, UNKNOWN};
pub use model::{CLASSES, ENTITY, Model, NONE, Signal, Signals, Task, Weights};
pub use sources::{Source, SourceKind, Sources, UNKNOWN_TERMS};
pub use table::PackFile;
pub use vocabulary::{
    ClaimType, Kind, Level, Link, NumberKind, OfficeKind, Offices, Realm, Reference, Role, Shape, Sign, Topic, Topics,
    Turn,
};
pub use world::{City, Named, PartyInfo, Series, Society, World};

use blob::{Reader, Writer};
use calendar::{Calendar, read_calendar, write_calendar};
use document::Habits;
use language::{Compiler, FILES};
use rustc_hash::FxHasher;
use sources::{SOURCE_FILES, read_sources, write_sources};
use table::{Row, rows};

/// The names that a file of the world's pack may have.
const WORLD_FILES: &[&str] = &[
    "pack.toml",
    "states.tsv",
    "organisations.tsv",
    "forums.tsv",
    "cities.tsv",
    "coordinates.tsv",
    "leaders.tsv",
    "treaties.tsv",
    "units.tsv",
    "plover.tsv",
    "months.tsv",
    "eras.tsv",
    "claim-types.txt",
    "kinds.txt",
    "offices.txt",
    "relations.txt",
    "topics.txt",
];

/// All packs, compiled.
#[derive(Debug)]
pub struct Packs {
    /// What no language owns.
    pub world: World,
    /// What is known of sources of documents.
    pub sources: Sources,
    /// The languages, by code; a document's blocks name them by their place here.
    pub languages: Vec<Language>,
    habits: Habits,
    files: Vec<String>,
    fingerprint: String,
}

/// What packs with examples hold beside what is compiled.
type Examples = Vec<Vec<Example>>;

/// The files of a folder that is laid out like `packs/`, those first that are compiled.
///
/// # Errors
/// What cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PackFile>, Vec<PackError>> {
    let unreadable = |path: &Path, error: std::io::Error| {
        vec![PackError::Unreadable { path: path.display().to_string(), cause: error.to_string() }]
    };
    let mut files = Vec::new();
    for pack in sorted(folder).map_err(|error| unreadable(folder, error))? {
        if !pack.join("pack.toml").is_file() {
            continue;
        }
        for path in sorted(&pack).map_err(|error| unreadable(&pack, error))?.into_iter().filter(|path| path.is_file()) {
            let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?;
            let short = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(PackFile { path: short, text });
        }
    }
    if files.is_empty() {
        return Err(vec![PackError::Empty { path: folder.display().to_string() }]);
    }
    Ok(files)
}

/// Compiles packs to bytes for [`Packs::from_compiled`]; examples are left out.
///
/// # Errors
/// All mistakes found, each with file, line and mend.
pub fn compile(files: &[PackFile]) -> Result<Vec<u8>, Vec<PackError>> {
    Ok(compile_with_examples(files)?.0)
}

/// A number for all that the files say of reading, the same on every machine. How papers and pages are worded is left out: what is
/// read does not change with it, nor with which sources one may choose or where cities are drawn.
fn fingerprint(files: &[&PackFile]) -> String {
    let mut hasher = FxHasher::default();
    let beside =
        |path: &str| path.ends_with(".ftl") || path == "sources/starter.tsv" || path == "world/coordinates.tsv";
    let of_reading = files.iter().filter(|file| !beside(&file.path));
    of_reading.for_each(|file| (&file.path, &file.text).hash(&mut hasher));
    format!("{:016x}", hasher.finish())
}

/// Whether a file only serves training.
pub fn is_example(path: &str) -> bool {
    path.ends_with("/examples.tsv") || path.ends_with("/acts.tsv")
}

fn compile_with_examples(files: &[PackFile]) -> Result<(Vec<u8>, Examples), Vec<PackError>> {
    let mut errors = Vec::new();
    // Files are numbered as if no examples were there, so that it makes no difference whether they are.
    let (files, of_training): (Vec<&PackFile>, Vec<&PackFile>) = files.iter().partition(|file| !is_example(&file.path));
    let mut world = World::default();
    let find = |path: &str| files.iter().position(|file| file.path == path);
    let mut rows_of_world = WorldRows::default();
    for name in ["states.tsv", "organisations.tsv", "cities.tsv", "forums.tsv"] {
        let Some(index) = find(&format!("world/{name}")) else {
            errors.push(PackError::Missing { path: format!("world/{name}") });
            continue;
        };
        rows_of_world.read(name, index as u16, files[index], &mut world, &mut errors);
    }
    if let Some(index) = find("world/treaties.tsv") {
        rows_of_world.read("treaties.tsv", index as u16, files[index], &mut world, &mut errors);
    }
    if let Some(index) = find("world/relations.txt") {
        world.add_relations(files[index]);
    }
    world.tie_capitals(&rows_of_world.states.1, &rows_of_world.organisations.1, &mut errors);
    if let Some(index) = find("world/coordinates.tsv") {
        world.add_coordinates(files[index], &mut errors);
    }
    if let Some(index) = find("world/leaders.tsv") {
        world.add_leaders(files[index], &mut errors);
    }
    if let Some(index) = find("world/plover.tsv") {
        world.add_codings(files[index], &mut errors);
    }
    let mut calendar = Calendar::default();
    if let Some(index) = find("world/months.tsv") {
        calendar.add_months(files[index], &mut errors);
    }
    if let Some(index) = find("world/eras.tsv") {
        calendar.add_eras(files[index], &mut errors);
    }
    let mut sources = Sources::default();
    if let Some(index) = find("sources/sites.tsv") {
        sources.add_sites(files[index], &mut errors);
    }
    if let Some(index) = find("sources/starter.tsv") {
        sources.add_starter(files[index], &world, &mut errors);
    }
    for file in files.iter().chain(&of_training) {
        let (folder, name) = file.path.split_once('/').unwrap_or(("", &file.path));
        let known = match folder {
            "world" => WORLD_FILES,
            "sources" => SOURCE_FILES,
            _ => FILES,
        };
        if !known.contains(&name) {
            errors.push(PackError::Unknown { path: file.path.clone() });
        }
    }
    let mut folders: Vec<&str> = files
        .iter()
        .filter_map(|file| Some(file.path.split_once('/')?.0))
        .filter(|folder| !matches!(*folder, "world" | "sources"))
        .collect();
    folders.dedup();
    let mut out = Writer::default();
    out.text(&fingerprint(&files));
    out.list(&files, |out, file| out.text(&file.path));
    codec::write_world(&world, &mut out);
    coding::write_codings(&world.codings, &mut out);
    write_sources(&sources, &mut out);
    write_calendar(&calendar, &mut out);
    let (mut languages, mut examples) = (Vec::new(), Vec::new());
    for folder in folders {
        let Some(head) = find(&format!("{folder}/pack.toml")) else {
            errors.push(PackError::Missing { path: format!("{folder}/pack.toml") });
            continue;
        };
        let Some(mut compiler) = Compiler::begin(&world, files[head], &mut errors) else { continue };
        rows_of_world.add_to(&mut compiler);
        if let Some(index) = find("world/units.tsv") {
            compiler.units(files[index], index as u16);
        }
        let in_folder = |file: &PackFile| file.path.split_once('/').is_some_and(|(pack, _)| pack == folder);
        let of_folder = || files.iter().enumerate().filter(|(_, file)| in_folder(file));
        for (index, file) in of_folder().filter(|(_, file)| !file.path.ends_with("/dates.tsv")) {
            compiler.read(file, index as u16);
        }
        for (index, file) in of_folder().filter(|(_, file)| file.path.ends_with("/dates.tsv")) {
            compiler.dates(file, index as u16);
        }
        of_training.iter().filter(|file| in_folder(file)).for_each(|file| compiler.read(file, u16::MAX));
        let mut language = Writer::default();
        examples.push(compiler.finish(&mut language));
        languages.push(language);
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    out.list(languages, |out, language| out.bytes.extend(language.bytes));
    Ok((out.bytes, examples))
}

impl Packs {
    /// Packs that [`compile`] made and that are part of the program.
    pub fn from_compiled(compiled: &'static [u8]) -> Self {
        Self::read(&mut Reader::in_place(compiled))
    }

    /// The packs of a folder that is laid out like `packs/`.
    ///
    /// # Errors
    /// All mistakes found, each with file, line and mend.
    pub fn load(folder: &Path) -> Result<Self, Vec<PackError>> {
        Self::from_files(&files(folder)?)
    }

    /// Packs from files at hand, with paths such as `en/triggers.tsv`.
    ///
    /// # Errors
    /// All mistakes found, each with file, line and mend.
    pub fn from_files(files: &[PackFile]) -> Result<Self, Vec<PackError>> {
        let (compiled, examples) = compile_with_examples(files)?;
        let mut packs = Self::read(&mut Reader::of(&compiled));
        packs.languages.iter_mut().zip(examples).for_each(|(language, examples)| language.examples = examples);
        Ok(packs)
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let fingerprint = from.string();
        let files = from.list(Reader::string);
        let mut world = codec::read_world(from);
        world.codings = coding::read_codings(from);
        let sources = read_sources(from);
        let Calendar { months, eras } = read_calendar(from);
        let languages = from.list(Language::read);
        let habits = Habits::new(languages.iter().map(|language| language.habits.clone()).collect());
        let habits = habits.with_sites(sources.sites.iter().cloned()).with_calendar(months, eras);
        Self { world, sources, languages, habits, files, fingerprint }
    }

    /// Sixteen digits that are others where any file is another that readings depend on: by them readings know which packs gave them.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// What the languages do with blocks and sentences.
    pub fn habits(&self) -> &Habits {
        &self.habits
    }

    /// The file and line of a rule: `en/triggers.tsv:12`.
    pub fn place(&self, rule: Rule) -> String {
        let line = rule.line.to_string();
        [&*self.files[rule.file as usize], ":", &line].concat()
    }
}

/// The lines of the world's tables whose names go into every language.
#[derive(Default)]
struct WorldRows<'a> {
    states: (u16, Vec<Row<'a>>),
    organisations: (u16, Vec<Row<'a>>),
    cities: (u16, Vec<Row<'a>>),
    forums: (u16, Vec<world::Name<'a, u16>>),
    treaties: (u16, Vec<Row<'a>>),
}

impl<'a> WorldRows<'a> {
    fn read(&mut self, name: &str, index: u16, file: &'a PackFile, world: &mut World, errors: &mut Vec<PackError>) {
        match name {
            "states.tsv" => self.states = (index, world.states(file, errors)),
            "organisations.tsv" => self.organisations = (index, world.organisations(file, errors)),
            "cities.tsv" => self.cities = (index, world.add_cities(file, errors)),
            "treaties.tsv" => self.treaties = (index, world.treaties(file, errors)),
            _ => self.forums = (index, world.forums(file, errors)),
        }
    }

    fn add_to(&self, compiler: &mut Compiler<'_>) {
        compiler.file = self.organisations.0;
        for row in &self.organisations.1 {
            if let Some(party) = compiler.world.party(row.cells[0]) {
                let added = compiler.named_party(row, 1, party);
                compiler.errors.extend(added.err());
            }
        }
        compiler.file = self.cities.0;
        for (city, row) in self.cities.1.iter().enumerate().take(compiler.world.cities.len()) {
            for column in [0, 2] {
                let added = compiler.named_city(row, column, city as u16);
                compiler.errors.extend(added.err());
            }
        }
        compiler.file = self.forums.0;
        for name in &self.forums.1 {
            let row = Row { path: name.row.path, line: name.row.line, cells: vec![&name.phrase] };
            let added = compiler.add(&row, 0, &Value::Occasion(Occasion::Series(name.of)));
            compiler.errors.extend(added.err());
        }
        compiler.file = self.treaties.0;
        for row in &self.treaties.1 {
            let named = if row.cells[3] == "word" { None } else { compiler.world.named(row.cells[0]) };
            let added = compiler.subject(row, [1, 2], named);
            compiler.errors.extend(added.err());
        }
    }
}

impl Compiler<'_> {
    /// Reads the world's units, whose forms go into every language.
    fn units(&mut self, file: &PackFile, index: u16) {
        self.file = index;
        for row in rows(file, &["forms", "unit"], 2, self.errors) {
            let added = self.unit(&row);
            self.errors.extend(added.err());
        }
    }
}

fn sorted(folder: &Path) -> std::io::Result<Vec<std::path::PathBuf>> {
    let mut paths = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
