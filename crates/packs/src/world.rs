//! What no language owns: parties, cities, forums.

use rustc_hash::FxHashMap;

use crate::coding::Coding;
use crate::entry::Party;
use crate::error::PackError;
use crate::table::{PackFile, Row, lines, rows};

/// A state or organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyInfo {
    /// ISO 3166-1 alpha-2 for states, the short name in common use for organisations.
    pub code: String,
    /// Whether it is a state or territory.
    pub state: bool,
    /// ISO 3166-1 alpha-3, of states; empty where there is none.
    pub alpha3: String,
    /// Number of the Correlates of War project, of the members of its state system.
    pub cow: Option<u16>,
    /// Whether a monarch is its head of state.
    pub monarchy: bool,
    /// Whether a president leads the government, and no prime minister.
    pub presidential: bool,
    /// Index of its capital or seat in [`World::cities`].
    pub capital: Option<u16>,
    /// Its members, of an organisation.
    pub members: Vec<Party>,
    /// Whose organisation it is, where it is none of states.
    pub society: Option<Society>,
}

/// Whose an organisation is that no states have founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Society {
    /// A federation, friendship association or other body of people: `IFRC`, `VUFO`.
    People,
    /// A chamber or association of businesses: `USABC`.
    Business,
}

impl Society {
    /// All, in their order.
    pub(crate) const ALL: [Self; 2] = [Self::People, Self::Business];
}

/// A city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct City {
    /// Its English name.
    pub name: String,
    /// Where it lies.
    pub country: Party,
    /// Whether it is its country's capital.
    pub capital: bool,
    /// Whether it is an organisation's seat.
    pub seat: bool,
    /// Where it lies, in hundredths of a degree north and east; known of capitals and seats.
    pub at: Option<[i16; 2]>,
}

/// A recurring forum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its short name (`AMM`).
    pub name: String,
    /// Whose it is.
    pub organisation: Option<Party>,
    /// The year of session 1, where it is yearly.
    pub first: Option<i16>,
    /// Years of single sessions.
    pub years: Vec<(u32, i16)>,
}

impl Series {
    /// The year of a numbered session, where the series fixes it.
    pub fn year(&self, session: u32) -> Option<i16> {
        let listed = self.years.iter().find(|(number, _)| *number == session).map(|(_, year)| *year);
        listed
            .or_else(|| self.first?.checked_add(i16::try_from(session).ok()?.checked_sub(1)?))
            .filter(|year| (1800..2200).contains(year))
    }
}

/// A treaty, process, measure or body that is known by a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its short name (`UNCLOS`, `UNSC`).
    pub code: String,
    /// Whether it is a body, such as an organ of an organisation.
    pub body: bool,
    /// Whether it is law that is invoked, rather than worked on: that somebody speaks of it leaves nothing to be done.
    pub law: bool,
}

/// What no language owns.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// All states and organisations.
    pub parties: Vec<PartyInfo>,
    /// All cities.
    pub cities: Vec<City>,
    /// All recurring forums.
    pub series: Vec<Series>,
    /// All treaties, processes, measures and bodies that are known by a code.
    pub named: Vec<Named>,
    /// The levels of relations between states, the lowest first.
    pub relations: Vec<String>,
    /// The one of them that is limited to a field by its own name.
    pub sectoral: Option<u16>,
    /// How kinds and types of claims are coded by others.
    pub codings: Vec<Coding>,
    /// Whom the world knows, by their names in small letters, and for whom they act.
    pub(crate) leaders: FxHashMap<String, Party>,
    codes: FxHashMap<String, Party>,
    city_names: FxHashMap<String, u16>,
    series_names: FxHashMap<String, u16>,
    named_codes: FxHashMap<String, u16>,
}

/// A phrase used in every language, with the file and line that it comes from.
pub(crate) struct Name<'a, T> {
    pub(crate) row: Row<'a>,
    pub(crate) phrase: String,
    pub(crate) of: T,
}

impl World {
    /// The world of these, ready for look-up.
    pub(crate) fn of(parties: Vec<PartyInfo>, mut cities: Vec<City>, series: Vec<Series>, named: Vec<Named>) -> Self {
        for seat in parties.iter().filter(|party| !party.state).filter_map(|party| party.capital) {
            cities[usize::from(seat)].seat = true;
        }
        let codes = parties.iter().zip(0..).map(|(party, index)| (party.code.clone(), Party(index))).collect();
        Self { parties, cities, series, named, codes, ..Self::default() }
    }

    /// The country of a city, by its place in [`World::cities`].
    pub fn country_of(&self, city: u16) -> Party {
        self.cities[usize::from(city)].country
    }

    /// The party of a code.
    pub fn party(&self, code: &str) -> Option<Party> {
        self.codes.get(code).copied()
    }

    /// For whom somebody acts whom the world knows, by the name in small letters with single spaces.
    pub fn leader(&self, name: &str) -> Option<Party> {
        self.leaders.get(name).copied()
    }

    /// What is known of a party.
    pub fn info(&self, party: Party) -> &PartyInfo {
        &self.parties[party.0 as usize]
    }

    /// The code of a party.
    pub fn code(&self, party: Party) -> &str {
        &self.info(party).code
    }

    /// Whether a party is a state or territory.
    pub fn is_state(&self, party: Party) -> bool {
        self.info(party).state
    }

    /// Whether a code is that of a state or territory.
    pub fn is_state_code(&self, code: &str) -> bool {
        self.party(code).is_some_and(|party| self.is_state(party))
    }

    pub(crate) fn city(&self, name: &str) -> Option<u16> {
        self.city_names.get(name).copied()
    }

    pub(crate) fn series_of(&self, name: &str) -> Option<u16> {
        self.series_names.get(name).copied()
    }

    pub(crate) fn parties_of(&self, row: &Row<'_>, codes: &str) -> Result<Vec<Party>, PackError> {
        codes
            .split([',', ' '])
            .map(str::trim)
            .filter(|code| !code.is_empty())
            .map(|code| self.known(row, code))
            .collect()
    }

    pub(crate) fn known(&self, row: &Row<'_>, code: &str) -> Result<Party, PackError> {
        self.party(code).ok_or_else(|| {
            row.error(
                format!("no party has the code `{code}`"),
                "use one of world/states.tsv or world/organisations.tsv, or add it there",
            )
        })
    }

    fn add_party(&mut self, row: &Row<'_>, code: &str, state: bool) -> Result<(), PackError> {
        if self.codes.contains_key(code) {
            return Err(row.error(format!("the code `{code}` is there twice"), "keep one line"));
        }
        self.codes.insert(code.to_owned(), Party(self.parties.len() as u16));
        self.parties.push(PartyInfo {
            code: code.to_owned(),
            state,
            alpha3: String::new(),
            cow: None,
            monarchy: false,
            presidential: false,
            society: None,
            capital: None,
            members: Vec::new(),
        });
        Ok(())
    }

    /// The codes that others have for the state that was added last.
    fn add_codes(&mut self, row: &Row<'_>) -> Result<(), PackError> {
        let cow = match row.cells[4] {
            "" => None,
            text => Some(text.parse().ok().filter(|number| (1..1000).contains(number)).ok_or_else(|| {
                row.error(
                    format!("`{text}` is no number of the Correlates of War project"),
                    "write 1 to 999, or nothing",
                )
            })?),
        };
        if let Some(party) = self.parties.last_mut() {
            row.cells[1].clone_into(&mut party.alpha3);
            party.cow = cow;
        }
        Ok(())
    }

    pub(crate) fn states<'a>(&mut self, file: &'a PackFile, errors: &mut Vec<PackError>) -> Vec<Row<'a>> {
        let all = rows(file, &["code", "alpha3", "capital", "head", "cow"], 1, errors);
        for row in &all {
            errors.extend(self.add_party(row, row.cells[0], true).err());
            errors.extend(self.add_codes(row).err());
            match (row.cells[3], self.parties.last_mut()) {
                ("", _) | (_, None) => {}
                ("monarch", Some(party)) => party.monarchy = true,
                ("president", Some(party)) => party.presidential = true,
                (other, _) => errors
                    .push(row.error(format!("`{other}` is not known here"), "write monarch, president or nothing")),
            }
        }
        all
    }

    pub(crate) fn organisations<'a>(&mut self, file: &'a PackFile, errors: &mut Vec<PackError>) -> Vec<Row<'a>> {
        let all = rows(file, &["code", "names", "seat", "members", "of"], 1, errors);
        for row in &all {
            errors.extend(self.add_party(row, row.cells[0], false).err());
            let society = match row.cells[4] {
                "" => continue,
                "people" => Society::People,
                "business" => Society::Business,
                other => {
                    errors.push(row.error(format!("`{other}` is not known here"), "write people, business or nothing"));
                    continue;
                }
            };
            if let Some(party) = self.parties.last_mut() {
                party.society = Some(society);
            }
        }
        for row in &all {
            match self.parties_of(row, row.cells[3]) {
                Ok(members) => {
                    if let Some(party) = self.party(row.cells[0]) {
                        self.parties[party.0 as usize].members = members;
                    }
                }
                Err(error) => errors.push(error),
            }
        }
        all
    }

    pub(crate) fn add_cities<'a>(&mut self, file: &'a PackFile, errors: &mut Vec<PackError>) -> Vec<Row<'a>> {
        let all = rows(file, &["city", "country", "names"], 2, errors);
        for row in &all {
            match self.known(row, row.cells[1]) {
                Ok(country) => {
                    // The first of a name is the one that counts.
                    let index = self.cities.len() as u16;
                    self.city_names.entry(row.cells[0].to_owned()).or_insert(index);
                    self.cities.push(City {
                        name: row.cells[0].to_owned(),
                        country,
                        capital: false,
                        seat: false,
                        at: None,
                    });
                }
                Err(error) => errors.push(error),
            }
        }
        all
    }

    /// Ties states and organisations to their capitals and seats; needs the cities.
    pub(crate) fn tie_capitals(&mut self, states: &[Row<'_>], organisations: &[Row<'_>], errors: &mut Vec<PackError>) {
        for row in states.iter().chain(organisations).filter(|row| !row.cells[2].is_empty()) {
            let Some(party) = self.party(row.cells[0]) else { continue };
            let state = self.is_state(party);
            let city =
                self.cities.iter().position(|city| city.name == row.cells[2] && (!state || city.country == party));
            match city {
                Some(city) => {
                    self.parties[party.0 as usize].capital = Some(city as u16);
                    self.cities[city].capital |= state;
                }
                None if state => {
                    errors.push(row.error(
                        format!("the capital `{}` is not in world/cities.tsv", row.cells[2]),
                        "add it there with this country",
                    ));
                }
                None => {}
            }
        }
    }

    /// Says for whom those act whom the world knows.
    pub(crate) fn add_leaders(&mut self, file: &PackFile, errors: &mut Vec<PackError>) {
        for row in rows(file, &["code", "names"], 2, errors) {
            let party = match self.known(&row, row.cells[0]) {
                Ok(party) => party,
                Err(error) => {
                    errors.push(error);
                    continue;
                }
            };
            for name in row.cells[1].split('|') {
                if self.leaders.insert(name.to_lowercase(), party).is_some_and(|other| other != party) {
                    let mend = "leave out whoever has served two parties";
                    errors.push(row.error(format!("`{name}` is there for another party too"), mend));
                }
            }
        }
    }

    /// Says where cities lie; needs the cities.
    pub(crate) fn add_coordinates(&mut self, file: &PackFile, errors: &mut Vec<PackError>) {
        for row in rows(file, &["city", "country", "latitude", "longitude"], 4, errors) {
            match self.coordinates(&row) {
                Ok((city, at)) => self.cities[city].at = Some(at),
                Err(error) => errors.push(error),
            }
        }
    }

    fn coordinates(&self, row: &Row<'_>) -> Result<(usize, [i16; 2]), PackError> {
        let country = self.known(row, row.cells[1])?;
        let city = self.cities.iter().position(|city| city.name == row.cells[0] && city.country == country);
        let city = city.ok_or_else(|| {
            row.error(
                format!("the city `{}` is not in world/cities.tsv", row.cells[0]),
                "add it there with this country",
            )
        })?;
        let degrees = |text: &str, most: f64| {
            let number = text.parse::<f64>().ok().filter(|degrees| degrees.abs() <= most);
            number.map(|degrees| (degrees * 100.0).round() as i16).ok_or_else(|| {
                row.error(format!("`{text}` is no number of degrees"), format!("write a number from -{most} to {most}"))
            })
        };
        Ok((city, [degrees(row.cells[2], 90.0)?, degrees(row.cells[3], 180.0)?]))
    }

    pub(crate) fn forums<'a>(&mut self, file: &'a PackFile, errors: &mut Vec<PackError>) -> Vec<Name<'a, u16>> {
        let mut names = Vec::new();
        for row in rows(file, &["series", "names", "organisation", "sessions"], 1, errors) {
            match self.series_from(&row) {
                Ok(series) => {
                    let index = self.series.len() as u16;
                    self.series_names.insert(series.name.clone(), index);
                    self.series.push(series);
                    names.push(Name { phrase: row.cells[1].to_owned(), of: index, row });
                }
                Err(error) => errors.push(error),
            }
        }
        names
    }

    /// Reads what is known by a code; the words among them (`what` is `word`) give topics and no code, and may stand for
    /// what has one under its full name.
    pub(crate) fn treaties<'a>(&mut self, file: &'a PackFile, errors: &mut Vec<PackError>) -> Vec<Row<'a>> {
        let all = rows(file, &["code", "names", "topics", "what"], 1, errors);
        for row in all.iter().filter(|row| row.cells[3] != "word") {
            if !matches!(row.cells[3], "" | "body" | "law") {
                let problem = format!("`{}` is not known here", row.cells[3]);
                errors.push(row.error(problem, "write body, law, word, or nothing for what is worked on"));
                continue;
            }
            let named = self.named.len() as u16;
            if self.named_codes.insert(row.cells[0].to_owned(), named).is_some() {
                errors.push(row.error(format!("the code `{}` is there twice", row.cells[0]), "keep one line"));
            }
            let (body, law) = (row.cells[3] == "body", row.cells[3] == "law");
            self.named.push(Named { code: row.cells[0].to_owned(), body, law });
        }
        all
    }

    /// Reads the levels of relations.
    pub(crate) fn add_relations(&mut self, file: &PackFile) {
        for (place, (_, line)) in lines(file).enumerate() {
            let level = line.trim();
            let (code, note) = level.split_once(char::is_whitespace).unwrap_or((level, ""));
            self.relations.push(code.to_owned());
            if note.trim() == "field" {
                self.sectoral = Some(place as u16);
            }
        }
    }

    /// What a code of `treaties.tsv` names; nothing where it is only a word.
    pub(crate) fn named(&self, code: &str) -> Option<u16> {
        self.named_codes.get(code).copied()
    }

    /// The place of a level of relations in [`World::relations`].
    pub fn relations_level(&self, code: &str) -> Option<u16> {
        self.relations.iter().position(|level| level == code).map(|level| level as u16)
    }

    fn series_from(&self, row: &Row<'_>) -> Result<Series, PackError> {
        let organisation = match row.cells[2] {
            "" => None,
            code => Some(self.known(row, code)?),
        };
        let mut series = Series { name: row.cells[0].to_owned(), organisation, first: None, years: Vec::new() };
        let mut words = row.cells[3].split_whitespace();
        while let Some(word) = words.next() {
            let wrong = || row.error(format!("`{word}` fixes no year"), "write `yearly 1968` or `28=2023`");
            if word == "yearly" {
                series.first = Some(words.next().and_then(|year| year.parse().ok()).ok_or_else(wrong)?);
            } else {
                let (session, year) = word.split_once('=').ok_or_else(wrong)?;
                series.years.push((session.parse().map_err(|_| wrong())?, year.parse().map_err(|_| wrong())?));
            }
        }
        Ok(series)
    }
}
