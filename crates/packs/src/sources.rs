//! Where documents come from: what is known of the pages of single sites, and public sources to choose from.

use document::{Selector, Site};

use crate::blob::{Reader, Writer};
use crate::error::PackError;
use crate::table::{PackFile, Row, rows};
use crate::world::World;

/// The names that a file of the folder `sources` may have.
pub(crate) const SOURCE_FILES: &[&str] = &["pack.toml", "sites.tsv", "starter.tsv"];
/// The columns of selectors in `sites.tsv`.
const FIELDS: [&str; 5] = ["main", "title", "byline", "date", "drop"];

/// What is known of sources.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Where single sites put what.
    pub sites: Vec<Site>,
    /// Public sources to choose from. None is followed until somebody chooses it.
    pub starter: Vec<Source>,
}

/// A public source of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its short name, of small letters, digits and hyphens, the only one of that name.
    pub id: String,
    /// Who publishes it.
    pub name: String,
    /// The code of the party for which it speaks, where it speaks for one.
    pub party: Option<String>,
    /// ISO 639-1 code of the language of most of it.
    pub language: String,
    /// What stands at its address.
    pub kind: SourceKind,
    /// Where it is.
    pub address: String,
    /// Which links of a listing lead to documents, as CSS; all of the page where it is empty.
    pub selector: String,
    /// What its publisher says of use, as far as known; [`UNKNOWN_TERMS`] where nothing is.
    pub terms: String,
    /// How the address was checked.
    pub checked: String,
}

/// What stands at the address of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// RSS, Atom or JSON Feed.
    Feed,
    /// A sitemap, or an index of sitemaps.
    Sitemap,
    /// A page of links.
    Listing,
}

/// What stands for the terms of a source of which none are known.
pub const UNKNOWN_TERMS: &str = "not known; read the site's terms before following";

impl SourceKind {
    const ALL: [(&'static str, Self); 3] =
        [("feed", Self::Feed), ("sitemap", Self::Sitemap), ("listing", Self::Listing)];

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).expect("all are listed").0
    }
}

impl Sources {
    /// Reads `sites.tsv`.
    pub(crate) fn add_sites(&mut self, file: &PackFile, errors: &mut Vec<PackError>) {
        let mut columns = vec!["host"];
        columns.extend(FIELDS);
        columns.push("note");
        for row in rows(file, &columns, 1, errors) {
            match site(&row) {
                Ok(site) if self.sites.iter().any(|known| known.host == site.host) => {
                    errors.push(row.error(format!("`{}` is here twice", site.host), "make one line of the two"));
                }
                Ok(site) => self.sites.push(site),
                Err(error) => errors.push(error),
            }
        }
    }

    /// Reads `starter.tsv`.
    pub(crate) fn add_starter(&mut self, file: &PackFile, world: &World, errors: &mut Vec<PackError>) {
        let columns = ["id", "name", "language", "kind", "address", "checked", "party", "selector", "terms"];
        for row in rows(file, &columns, 6, errors) {
            match source(&row, world) {
                Ok(source) if self.starter.iter().any(|known| known.id == source.id) => {
                    errors.push(row.error(format!("`{}` is here twice", source.id), "give it another id"));
                }
                Ok(source) => self.starter.push(source),
                Err(error) => errors.push(error),
            }
        }
    }
}

fn site(row: &Row<'_>) -> Result<Site, PackError> {
    let host = row.cells[0];
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if !host.contains('.') || !host.split('.').all(is_label) {
        return Err(row.error(
            format!("`{host}` is no host"),
            "write the host of its addresses in small letters: www.example.org",
        ));
    }
    let mut fields = row.cells[1..=FIELDS.len()].iter().map(|cell| {
        Selector::list(cell)
            .map_err(|error| row.error(error.to_string(), "put commas between several, spaces between outer and inner"))
    });
    let mut next = || fields.next().expect("there are five");
    let (main, title, byline, date, drop) = (next()?, next()?, next()?, next()?, next()?);
    if main.is_empty() && title.is_empty() && byline.is_empty() && date.is_empty() && drop.is_empty() {
        return Err(row.error("no selector stands here", "fill a column, or remove the line"));
    }
    Ok(Site { host: host.to_owned(), main, title, byline, date, drop })
}

fn source(row: &Row<'_>, world: &World) -> Result<Source, PackError> {
    let [id, name, language, kind, address, checked, party, selector, terms] = row.cells[..] else {
        unreachable!("the table has nine columns")
    };
    if !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err(row.error(format!("`{id}` is no id"), "write small letters, digits and hyphens: se-regeringen"));
    }
    if language.len() != 2 || !language.bytes().all(|b| b.is_ascii_lowercase()) {
        return Err(row.error(format!("`{language}` is no language"), "write its two letters of ISO 639-1: sv"));
    }
    if !document::is_web(address) || address.contains(char::is_whitespace) {
        return Err(row.error(format!("`{address}` is no address"), "write it whole: https://example.org/feed"));
    }
    let kinds = SourceKind::ALL.map(|(word, _)| word);
    let kind = SourceKind::parse(kind).ok_or_else(|| {
        row.error(format!("`{kind}` is no kind of source"), format!("write one of: {}", kinds.join(", ")))
    })?;
    if !party.is_empty() {
        world.known(row, party)?;
    }
    let text = str::to_owned;
    Ok(Source {
        id: text(id),
        name: text(name),
        party: Some(text(party)).filter(|party| !party.is_empty()),
        language: text(language),
        kind,
        address: text(address),
        selector: text(selector),
        terms: text(if terms.is_empty() { UNKNOWN_TERMS } else { terms }),
        checked: text(checked),
    })
}

pub(crate) fn write_sources(sources: &Sources, out: &mut Writer) {
    out.list(&sources.sites, |out, site| {
        out.text(&site.host);
        for selectors in [&site.main, &site.title, &site.byline, &site.date, &site.drop] {
            out.list(selectors, |out, selector| out.text(&selector.to_string()));
        }
    });
    out.list(&sources.starter, |out, source| {
        let party = source.party.as_deref().unwrap_or("");
        let texts = [&source.id, &source.name, party, &source.language, source.kind.word(), &source.address];
        texts
            .into_iter()
            .chain([source.selector.as_str(), &source.terms, &source.checked])
            .for_each(|text| out.text(text));
    });
}

pub(crate) fn read_sources(from: &mut Reader<'_>) -> Sources {
    let selectors = |from: &mut Reader<'_>| from.list(|from| from.text().parse().expect("only selectors are written"));
    let sites = from.list(|from| Site {
        host: from.string(),
        main: selectors(from),
        title: selectors(from),
        byline: selectors(from),
        date: selectors(from),
        drop: selectors(from),
    });
    let starter = from.list(|from| Source {
        id: from.string(),
        name: from.string(),
        party: Some(from.string()).filter(|party| !party.is_empty()),
        language: from.string(),
        kind: SourceKind::parse(from.text()).expect("only kinds are written"),
        address: from.string(),
        selector: from.string(),
        terms: from.string(),
        checked: from.string(),
    });
    Sources { sites, starter }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> PackFile {
        PackFile { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn reads_and_writes() {
        let (mut sources, mut errors) = (Sources::default(), Vec::new());
        let text = "host\tmain\ttitle\tdrop\nexample.org\t#content, .lead p\th2.title\t\nwww.two.example\t\t\t.box";
        sources.add_sites(&file("sources/sites.tsv", text), &mut errors);
        let text = "id\tname\tparty\tlanguage\tkind\taddress\tselector\tterms\tchecked\none\tThe One\t\ten\tfeed\thttps://example.org/feed\t\tfree\tknown";
        sources.add_starter(&file("sources/starter.tsv", text), &World::default(), &mut errors);
        assert_eq!(errors, []);
        let mut out = Writer::default();
        write_sources(&sources, &mut out);
        let read = read_sources(&mut Reader::of(&out.bytes));
        assert_eq!((read.sites, read.starter), (sources.sites, sources.starter));
    }

    #[test]
    fn terms_that_are_not_known_are_said_to_be() {
        let (mut sources, mut errors) = (Sources::default(), Vec::new());
        let text = "id\tname\tlanguage\tkind\taddress\tterms\tchecked\none\tThe One\ten\tfeed\thttps://example.org/feed\t\tknown";
        sources.add_starter(&file("sources/starter.tsv", text), &World::default(), &mut errors);
        assert_eq!((errors.len(), sources.starter[0].terms.as_str()), (0, UNKNOWN_TERMS));
    }

    #[test]
    fn says_what_is_wrong() {
        let said = |starter: bool, line: &str| {
            let (mut sources, mut errors) = (Sources::default(), Vec::new());
            if starter {
                let head = "id\tname\tparty\tlanguage\tkind\taddress\tselector\tterms\tchecked";
                sources.add_starter(
                    &file("sources/starter.tsv", &format!("{head}\n{line}")),
                    &World::default(),
                    &mut errors,
                );
            } else {
                let head = "host\tmain\ttitle\tbyline\tdate\tdrop\tnote";
                sources.add_sites(&file("sources/sites.tsv", &format!("{head}\n{line}")), &mut errors);
            }
            errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        };
        for (starter, line, problem) in [
            (false, "Example.org\tp", "sites.tsv:2: `Example.org` is no host"),
            (false, "example.org\ta > b", "`a > b` is not a selector"),
            (false, "example.org\t\t\t\t\t\tnote", "no selector stands here"),
            (false, "example.org\tp\nexample.org\tdiv", "sites.tsv:3: `example.org` is here twice"),
            (true, "A\tb\t\ten\tfeed\thttps://e.example\t\t\tknown", "starter.tsv:2: `A` is no id"),
            (true, "a\tb\t\teng\tfeed\thttps://e.example\t\t\tknown", "`eng` is no language"),
            (true, "a\tb\t\ten\tmail\thttps://e.example\t\t\tknown", "`mail` is no kind of source; write one of: feed"),
            (true, "a\tb\t\ten\tfeed\te.example\t\t\tknown", "`e.example` is no address"),
            (true, "a\tb\tXX\ten\tfeed\thttps://e.example\t\t\tknown", "no party has the code `XX`"),
            (true, "a\tb\t\ten\tfeed\thttps://e.example\t\t\t", "the column `checked` is empty"),
        ] {
            assert!(said(starter, line).contains(problem), "{}", said(starter, line));
        }
    }
}
