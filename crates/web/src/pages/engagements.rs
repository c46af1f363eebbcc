//! Engagements: found by words, narrowed by what they are, and given away as exactly what is shown.

mod given;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use search::DEEPEST;

pub(super) use self::given::{atom, calendar, csv, json_feed, jsonl};
use super::shell::Shell;
use super::{Way, html};
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::parameters::Parameters;
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{self, FACETS, Facet, FoundEngagements, PAGE, Sought};

/// So many values of a facet stand there at once; the others unfold.
const VALUES: usize = 7;
const PATH: &str = "/engagements";
/// Formats by their own names, and the endings of their addresses.
const FORMATS: [(&str, &str); 5] =
    [("CSV", "csv"), ("JSON Lines", "jsonl"), ("iCalendar", "ics"), ("Atom", "atom"), ("JSON Feed", "json")];

#[derive(Template)]
#[template(path = "engagements.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    found: Arc<FoundEngagements>,
    facets: Vec<Choices>,
    /// What the list is narrowed to.
    chosen: Vec<Way>,
    sorts: Vec<Way>,
    from: String,
    to: String,
    disputed: Way,
    /// What stays as it is when words or days are changed.
    kept: Parameters,
    first: usize,
    last: usize,
    previous: Option<String>,
    next: Option<String>,
    /// The formats in which exactly this list is given away.
    formats: Vec<Way>,
    /// Where the same is looked for among people and matters.
    clear: String,
}

/// A way to narrow the list.
struct Choices {
    heading: String,
    first: Vec<Way>,
    more: Vec<Way>,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let sought = Sought::of(&asked.asking.parameters, asked.desk.packs)?;
        let found =
            asked.once(&sought, || views::engagements(asked.desk, &asked.snapshot, &sought, asked.tongue.today))?;
        html(&page(asked, &sought, found))
    })
    .await
}

fn page<'a>(asked: &Asked<'a>, sought: &Sought, found: Arc<FoundEngagements>) -> Page<'a> {
    let t = asked.tongue;
    let given = asked.asking.given().without("page");
    let turned = |page: usize| given.with("page", &page.to_string()).address(PATH);
    let sorts = [("sort-relevance", ""), ("sort-date", "date")].map(|(id, sort)| {
        let sorted = if sort.is_empty() { given.without("sort") } else { given.with("sort", sort) };
        Way::new(t.w(id), sorted.address(PATH), given.get("sort").unwrap_or_default() == sort)
    });
    let is_disputed = given.get("is") == Some("disputed");
    let other = if is_disputed { given.without("is") } else { given.with("is", "disputed") };
    let before = (sought.page - 1) * PAGE;
    // Other programs have no cookie that tells the language.
    let whole = given.without("view").with("lang", t.code());
    let kept = ["q", "from", "to", "view"].iter().fold(given.clone(), |given, name| given.without(name));
    Page {
        shell: Shell::new(asked, PATH, t.w("nav-engagements")),
        facets: found.facets.iter().filter_map(|facet| choices(&t, &given, facet)).collect(),
        chosen: chosen(&t, &given),
        sorts: sorts.into(),
        from: given.get("from").unwrap_or_default().to_owned(),
        to: given.get("to").unwrap_or_default().to_owned(),
        disputed: Way::new(t.w("only-disputed"), other.address(PATH), is_disputed),
        first: before + 1,
        last: before + found.hits.len(),
        previous: (sought.page > 1).then(|| turned(sought.page - 1)),
        next: (before + PAGE < found.total.min(DEEPEST)).then(|| turned(sought.page + 1)),
        formats: FORMATS
            .map(|(label, ending)| Way::new(label.to_owned(), whole.address(&format!("{PATH}.{ending}")), false))
            .into(),
        clear: PATH.to_owned(),
        kept,
        found,
        t,
    }
}

/// The word for a value of a facet.
fn word(t: &Tongue<'_>, facet: &str, value: &str) -> String {
    match facet {
        "kind" => t.kinds(value),
        "party" => t.party(value),
        "topic" => t.words.heading(&t.topic(value)),
        "type" => t.claim(value),
        "language" => t.language(value),
        _ => value.to_owned(),
    }
}

/// What a facet offers beside what is chosen; nothing where that is all there is.
fn choices(t: &Tongue<'_>, given: &Parameters, facet: &Facet) -> Option<Choices> {
    let name = facet.name;
    let of = |(value, n): &(String, u64)| Way {
        label: word(t, name, value),
        address: given.clone().and(name, value).address(PATH),
        here: false,
        n: Some(*n as usize),
    };
    let free = facet.values.iter().filter(|(value, _)| !given.all(name).any(|chosen| chosen == value));
    let mut first: Vec<Way> = free.map(of).collect();
    let more = first.split_off(first.len().min(VALUES));
    (!first.is_empty()).then(|| Choices { heading: t.w(&format!("facet-{name}")), first, more })
}

fn chosen(t: &Tongue<'_>, given: &Parameters) -> Vec<Way> {
    let mut chosen = Vec::new();
    for (name, _) in FACETS {
        let way = |value: &str| Way::new(word(t, name, value), given.but(name, value).address(PATH), true);
        chosen.extend(given.all(name).map(way));
    }
    chosen
}
