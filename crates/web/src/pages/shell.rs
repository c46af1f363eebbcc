//! What all pages have around them: the ways to other pages, languages, and the point of view.

use packs::Packs;
use register::Ruling;

use crate::asking::Asking;
use crate::assets;
use crate::desk::{Asked, Desk};
use crate::parameters::Parameters;
use crate::tongue::Tongue;

/// The pages to which the head of every page leads: the message of each, and where it is.
const WAYS: [(&str, &str); 9] = [
    ("nav-week", "/"),
    ("nav-engagements", "/engagements"),
    ("nav-parties", "/parties"),
    ("nav-people", "/people"),
    ("nav-overviews", "/calendar"),
    ("nav-matters", "/matters"),
    ("nav-queue", "/queue"),
    ("nav-documents", "/documents"),
    ("nav-papers", "/papers"),
];
/// Those to which its foot leads.
const FOOT: [(&str, &str); 3] = [("rulings-title", "/rulings"), ("sources-title", "/sources"), ("api-title", "/api")];

/// What stands around a page.
pub(super) struct Shell<'a> {
    pub(super) t: Tongue<'a>,
    pub(super) title: String,
    /// The secret of forms.
    pub(super) token: &'a str,
    /// The party from which things are seen.
    pub(super) view: Option<String>,
    /// What is looked for, where something is.
    pub(super) query: String,
    pub(super) ways: Vec<Way>,
    pub(super) foot: Vec<Way>,
    pub(super) languages: Vec<Language>,
    /// Where this page is, for forms that lead back to it.
    pub(super) path: String,
    pub(super) parameters: Parameters,
    pub(super) register: String,
    /// The page that follows once something was decided.
    pub(super) leads_on: Option<String>,
    /// The ruling that was just made or undone.
    pub(super) ruled: Option<Ruling>,
}

pub(super) struct Way {
    pub(super) id: &'static str,
    pub(super) address: &'static str,
    pub(super) here: bool,
}

pub(super) struct Language {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) here: bool,
}

impl<'a> Shell<'a> {
    /// The shell of a page with a title, one of those to which all pages lead, or below one of them.
    pub(super) fn new(asked: &Asked<'a>, here: &str, title: String) -> Self {
        let n = asked.asking.parameters.number("ruled").map(|n| n as u64);
        let rulings = n.and_then(|_| asked.snapshot.store().rulings().ok());
        let ruled = rulings.and_then(|rulings| rulings.into_iter().find(|ruling| Some(ruling.n) == n));
        Self { ruled, ..Self::around(asked.desk, asked.asking, here, title) }
    }

    /// The shell around what no register was asked for.
    pub(super) fn around(desk: &'a Desk, asking: &Asking, here: &str, title: String) -> Self {
        let way = |&(id, address): &(&'static str, &'static str)| Way { id, address, here: address == here };
        let languages = desk.languages().map(|words| Language {
            code: words.code().to_owned(),
            name: words.word("language-name"),
            address: asking.parameters.with("lang", words.code()).address(&asking.path),
            here: words.code() == asking.language,
        });
        Self {
            t: desk.tongue(asking),
            title,
            token: &desk.token,
            view: asking.view.clone(),
            query: asking.parameters.get("q").unwrap_or_default().to_owned(),
            ways: WAYS.iter().map(way).collect(),
            foot: FOOT.iter().map(way).collect(),
            languages: languages.collect(),
            path: asking.path.clone(),
            parameters: asking.parameters.without("view").without("lang").without("ruled"),
            register: desk.registers.path().display().to_string(),
            leads_on: None,
            ruled: None,
        }
    }

    /// Where this page is.
    pub(super) fn here(&self) -> String {
        self.parameters.address(&self.path)
    }

    /// Where forms that decide something lead: to this page, unless it leads on.
    pub(super) fn back(&self) -> String {
        self.leads_on.clone().unwrap_or_else(|| self.here())
    }

    /// Where an asset is found.
    pub(super) fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
    }

    /// The names of all parties that the packs know, for completing.
    pub(super) fn parties(&self) -> Vec<String> {
        names(self.t.words.packs).iter().map(|code| self.t.party(code)).collect()
    }
}

/// States, by their codes.
fn names(packs: &Packs) -> Vec<&str> {
    let all = packs.world.parties.iter().filter(|party| party.state);
    all.map(|party| party.code.as_str()).collect()
}
