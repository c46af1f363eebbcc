//! Engagements: found by words, narrowed by what they are, and given away as exactly what is shown.

use std::io::Write as _;
use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse as _, Response};

use super::html;
use super::shell::Shell;
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::parameters::Parameters;
use crate::problem::Problem;
use crate::stream::streamed;
use crate::tongue::Tongue;
use crate::views::{self, FACETS, Facet, FoundEngagements, PAGE, Sought};

/// So many values of a facet stand there at once; the others unfold.
const VALUES: usize = 7;
const PATH: &str = "/engagements";

#[derive(Template)]
#[template(path = "engagements.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    found: FoundEngagements,
    facets: Vec<Choices>,
    /// What the list is narrowed to.
    chosen: Vec<Choice>,
    sorts: Vec<Choice>,
    from: String,
    to: String,
    disputed: Choice,
    /// What stays as it is when words or days are changed.
    kept: Parameters,
    first: usize,
    last: usize,
    previous: Option<String>,
    next: Option<String>,
    csv: String,
    jsonl: String,
    /// Where the same is looked for among people and matters.
    clear: String,
}

/// A way to narrow the list.
struct Choices {
    heading: String,
    first: Vec<Choice>,
    more: Vec<Choice>,
}

struct Choice {
    label: String,
    n: usize,
    address: String,
    here: bool,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let sought = Sought::of(&asked.asking.parameters, asked.desk.packs)?;
        let found = views::engagements(asked.desk, &asked.snapshot, &sought, asked.tongue.today)?;
        html(&page(asked, &sought, found))
    })
    .await
}

fn page<'a>(asked: &Asked<'a>, sought: &Sought, found: FoundEngagements) -> Page<'a> {
    let t = asked.tongue;
    let given = asked.asking.parameters.without("page").without("lang").without("ruled");
    let turned = |page: usize| given.with("page", &page.to_string()).address(PATH);
    let sorts = [("sort-relevance", ""), ("sort-date", "date")].map(|(id, sort)| Choice {
        label: t.w(id),
        n: 0,
        address: if sort.is_empty() { given.without("sort") } else { given.with("sort", sort) }.address(PATH),
        here: given.get("sort").unwrap_or_default() == sort,
    });
    let is_disputed = given.get("is") == Some("disputed");
    let before = (sought.page - 1) * PAGE;
    let kept = ["q", "from", "to", "view"].iter().fold(given.clone(), |given, name| given.without(name));
    Page {
        shell: Shell::new(asked, PATH, t.w("nav-engagements")),
        facets: found.facets.iter().filter_map(|facet| choices(&t, &given, facet)).collect(),
        chosen: chosen(&t, &given),
        sorts: sorts.into(),
        from: given.get("from").unwrap_or_default().to_owned(),
        to: given.get("to").unwrap_or_default().to_owned(),
        disputed: Choice {
            label: t.w("only-disputed"),
            n: 0,
            address: if is_disputed { given.without("is") } else { given.with("is", "disputed") }.address(PATH),
            here: is_disputed,
        },
        first: before + 1,
        last: before + found.hits.len(),
        previous: (sought.page > 1).then(|| turned(sought.page - 1)),
        next: (before + PAGE < found.total).then(|| turned(sought.page + 1)),
        csv: given.address("/engagements.csv"),
        jsonl: given.address("/engagements.jsonl"),
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
    let of = |(value, n): &(String, u64)| Choice {
        label: word(t, name, value),
        n: *n as usize,
        address: given.clone().and(name, value).address(PATH),
        here: false,
    };
    let free = facet.values.iter().filter(|(value, _)| !given.all(name).any(|chosen| chosen == value));
    let mut first: Vec<Choice> = free.map(of).collect();
    let more = first.split_off(first.len().min(VALUES));
    (!first.is_empty()).then(|| Choices { heading: t.w(&format!("facet-{name}")), first, more })
}

fn chosen(t: &Tongue<'_>, given: &Parameters) -> Vec<Choice> {
    let mut chosen = Vec::new();
    for (name, _) in FACETS {
        chosen.extend(given.all(name).map(|value| Choice {
            label: word(t, name, value),
            n: 0,
            address: given.but(name, value).address(PATH),
            here: true,
        }));
    }
    chosen
}

/// All that the list would show, as a table.
pub(super) async fn csv(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Response, Problem> {
    given_away(&desk, asking, "text/csv; charset=utf-8", "engagements.csv", |asked, sought, out| {
        let mut table = csv::Writer::from_writer(out);
        let broken = |_| Problem::Ending;
        table.write_record(COLUMNS).map_err(broken)?;
        views::all_engagements(asked.desk, &asked.snapshot, sought, asked.tongue.today, |hits| {
            hits.iter().all(|hit| table.write_record(row(&hit.line)).is_ok())
        })?;
        table.flush().map_err(|_| Problem::Ending)
    })
}

const COLUMNS: [&str; 12] = [
    "id", "kind", "start", "end", "parties", "people", "country", "city", "occasion", "accounts", "sources", "disputes",
];

fn row(line: &views::EngagementLine) -> [String; COLUMNS.len()] {
    let day = |date: Option<document::PartialDate>| date.map_or_else(String::new, |date| date.to_string());
    let people: Vec<&str> = line.people.iter().map(|person| person.name.as_str()).collect();
    [
        line.id.to_string(),
        line.kind.clone(),
        day(line.start),
        day(line.end),
        line.parties.join("|"),
        people.join("|"),
        line.country.clone().unwrap_or_default(),
        line.city.clone().unwrap_or_default(),
        line.occasion.clone().unwrap_or_default(),
        line.n_accounts.to_string(),
        line.n_sources.to_string(),
        line.disputes.join("|"),
    ]
}

/// All that the list would show, an object a line.
pub(super) async fn jsonl(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Response, Problem> {
    given_away(&desk, asking, "application/jsonl", "engagements.jsonl", |asked, sought, out| {
        views::all_engagements(asked.desk, &asked.snapshot, sought, asked.tongue.today, |hits| {
            hits.iter().all(|hit| serde_json::to_writer(&mut *out, hit).is_ok() && out.write_all(b"\n").is_ok())
        })
    })
}

fn given_away(
    desk: &Arc<Desk>,
    asking: Asking,
    kind: &'static str,
    name: &str,
    write: impl FnOnce(&Asked<'_>, &Sought, &mut crate::stream::Out) -> Result<(), Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let sought = Sought::of(&asking.parameters, desk.packs)?;
    // Once an answer has begun, nothing else can be said.
    desk.finder.ready()?;
    let body: Body = streamed(desk, asking, move |asked, out| write(asked, &sought, out));
    let named = format!("attachment; filename=\"{name}\"");
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, named)], body).into_response())
}
