//! Digest, brief and review: chosen, looked at, edited, and printed in every format.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{Html, IntoResponse as _, Response};
use press::{Block, BriefOf, BriefOptions, Chart, Format, Paper, PeriodOptions, PrintOptions};

use super::shell::Shell;
use super::{Way, html};
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::parameters::{Form, Parameters};
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::Period;

/// Papers that there are, and the message of each.
const PAPERS: [(&str, &str); 3] = [("digest", "paper-digest"), ("brief", "brief"), ("review", "paper-review")];
/// A paper that is printed as a page has its own styles, no script, and no other page around it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation";
/// Formats in which papers are saved, and what they are called.
const FORMATS: [(Format, &str); 5] = [
    (Format::Docx, "Word"),
    (Format::Pdf, "PDF"),
    (Format::Html, "HTML"),
    (Format::Markdown, "Markdown"),
    (Format::Json, "JSON"),
];

#[derive(Template)]
#[template(path = "papers.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    kind: String,
    period: String,
    a: String,
    b: String,
    person: String,
    ways: Vec<Way>,
    languages: Vec<Offer>,
    /// The paper, once all is said that it needs.
    preview: Option<Arc<Paper>>,
    formats: Vec<Offer>,
    /// The paper as text to be edited, where that was asked for.
    edit: Option<String>,
    edited: String,
}

/// A language or format to choose.
struct Offer {
    label: String,
    name: String,
    address: String,
    here: bool,
}

pub(super) async fn show_any(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    let kind = asking.parameters.get("paper").unwrap_or("digest").to_owned();
    choose(desk, kind, asking).await
}

pub(super) async fn show(
    State(desk): State<Arc<Desk>>,
    Path(name): Path<String>,
    asking: Asking,
) -> Result<Response, Problem> {
    match name.split_once('.') {
        None => Ok(choose(desk, name, asking).await?.into_response()),
        Some((kind, ending)) => {
            let format = Format::ALL.into_iter().find(|format| format.extension() == ending).ok_or(Problem::Nothing)?;
            let kind = kind.to_owned();
            let made = move |asked: &Asked<'_>| {
                let paper = made(asked, &kind, &asked.asking.parameters)?;
                printed(&paper, &kind, format)
            };
            desk.ask(asking, made).await
        }
    }
}

async fn choose(desk: Arc<Desk>, kind: String, asking: Asking) -> Result<Html<String>, Problem> {
    if PAPERS.iter().all(|(name, _)| *name != kind) {
        return Err(Problem::Nothing);
    }
    desk.ask(asking, move |asked| html(&page(asked, kind)?)).await
}

fn page<'a>(asked: &Asked<'a>, kind: String) -> Result<Page<'a>, Problem> {
    let t = asked.tongue;
    let given = asked.asking.given().without("paper").without("edit");
    let (a, b) = (given.get("a").or(asked.asking.view.as_deref()), given.get("b"));
    let person = given.get("person");
    let period = given.get("period").map(str::to_owned);
    let period = period.unwrap_or_else(|| default_period(asked, &kind).name());
    let language = given.get("in").unwrap_or(t.code()).to_owned();
    let mut told = Parameters::default().with("in", &language);
    let is_told = match &*kind {
        "brief" => match (person, a, b) {
            (Some(person), ..) => {
                told = told.with("person", person);
                true
            }
            (None, Some(a), Some(b)) => {
                told = told.with("a", a).with("b", b);
                true
            }
            _ => false,
        },
        _ => {
            told = told.with("period", &period);
            told = asked.asking.view.iter().fold(told, |told, view| told.with("for", view));
            true
        }
    };
    let paper_at = |ending: &str| told.address(&format!("/papers/{kind}.{ending}"));
    let preview = is_told.then(|| made(asked, &kind, &told)).transpose()?;
    let edit = match (&preview, asked.asking.parameters.get("edit")) {
        (Some(paper), Some(_)) => {
            let markdown = press::print(paper, Format::Markdown, &PrintOptions::default())?;
            Some(String::from_utf8_lossy(&markdown).into_owned())
        }
        _ => None,
    };
    let way = |(name, id): (&str, &str)| Way::new(t.w(id), format!("/papers/{name}"), name == kind);
    let in_language = |code: &str| Offer {
        label: t.language(code),
        name: code.to_owned(),
        address: String::new(),
        here: code == language,
    };
    let format = |(format, label): (Format, &str)| Offer {
        label: label.to_owned(),
        name: format.extension().to_owned(),
        address: paper_at(format.extension()),
        here: false,
    };
    let papers: Vec<Way> = PAPERS.into_iter().map(way).collect();
    Ok(Page {
        shell: Shell::new(asked, "/papers", t.w("nav-papers")),
        a: a.unwrap_or_default().to_owned(),
        b: b.unwrap_or_default().to_owned(),
        person: person.unwrap_or_default().to_owned(),
        period,
        ways: papers,
        languages: asked.desk.languages().map(|words| in_language(words.code())).collect(),
        preview,
        formats: FORMATS.into_iter().map(format).collect(),
        edited: given.with("edit", "yes").address(&format!("/papers/{kind}")),
        edit,
        kind,
        t,
    })
}

/// The period of a paper where none is asked for: of a review the year, else the week, of the last that is on record.
fn default_period(asked: &Asked<'_>, kind: &str) -> Period {
    let today = register::date(asked.tongue.today);
    let last = asked.snapshot.store().rows_until(&today.to_string(), 1).ok().and_then(|rows| rows.into_iter().next());
    let last =
        last.and_then(|row| row.start.parse::<document::PartialDate>().ok()).map_or(today, |date| date.first_day());
    if kind == "review" { Period::year_of(last) } else { Period::week_of(last) }
}

/// The paper that parameters ask for, made once in each state of the register.
fn made(asked: &Asked<'_>, kind: &str, given: &Parameters) -> Result<Arc<Paper>, Problem> {
    let language = given.get("in").unwrap_or(asked.tongue.code());
    let of = ["person", "a", "b", "period", "for"].map(|name| given.get(name));
    asked.once((kind, language, of), || make(asked, kind, given))
}

fn make(asked: &Asked<'_>, kind: &str, given: &Parameters) -> Result<Paper, Problem> {
    let (register, packs) = (&*asked.snapshot, asked.desk.packs);
    let language = given.get("in").unwrap_or(asked.tongue.code()).to_owned();
    let today = register::date(asked.tongue.today);
    let lacking = |what: &str| Problem::Unclear(format!("a {kind} needs {what}"));
    if kind == "brief" {
        let of = match (given.get("person"), given.get("a"), given.get("b")) {
            (Some(person), ..) => BriefOf::Person(register.person_named(person)?.id),
            (None, Some(a), Some(b)) => BriefOf::Pair(asked.desk.party(a)?, asked.desk.party(b)?),
            _ => return Err(lacking("`a` and `b`, two parties, or `person`")),
        };
        return Ok(press::brief(register, packs, &BriefOptions { language, of, today })?);
    }
    let text = given.get("period").ok_or_else(|| lacking("a `period`: 2026-W03, 2026-01 or 2026"))?;
    let period = Period::named(text)?;
    let view = given.get("for").map(|name| asked.desk.party(name)).transpose()?;
    let options = PeriodOptions { language, from: period.from, to: period.to, view, today };
    match kind {
        "digest" => Ok(press::digest(register, packs, &options, None)?),
        "review" => Ok(press::review(register, packs, &options, None)?),
        _ => Err(Problem::Nothing),
    }
}

impl Page<'_> {
    /// A chart, drawn; its title tells it apart from others of the paper.
    fn drawn(&self, chart: &Chart) -> String {
        let name: String = chart.title.chars().filter(char::is_ascii_alphanumeric).collect();
        press::draw(chart, &format!("chart-{name}"))
    }
}

fn printed(paper: &Paper, name: &str, format: Format) -> Result<Response, Problem> {
    let bytes = press::print(paper, format, &PrintOptions::default())?;
    let (kind, kept) = match format {
        Format::Html => ("text/html; charset=utf-8", false),
        Format::Markdown => ("text/markdown; charset=utf-8", true),
        Format::Json => ("application/json", true),
        Format::Docx => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", true),
        Format::Pdf => ("application/pdf", true),
    };
    let mut response = ([(CONTENT_TYPE, kind)], bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    let named = format!("attachment; filename=\"{name}.{}\"", format.extension());
    if let (true, Ok(named)) = (kept, HeaderValue::from_str(&named)) {
        headers.insert(CONTENT_DISPOSITION, named);
    }
    Ok(response)
}

/// Prints a paper that was edited.
pub(super) async fn print(State(desk): State<Arc<Desk>>, form: Form) -> Result<Response, Problem> {
    desk.wait(move || {
        let given = &form.parameters;
        let text = given.get("markdown").ok_or_else(|| Problem::Unclear("there is no text to print".to_owned()))?;
        let edited = press::read_markdown(text).map_err(|error| Problem::Unclear(error.to_string()))?;
        let ending = given.get("format").unwrap_or("docx");
        let format = Format::ALL.into_iter().find(|format| format.extension() == ending);
        let unknown = || {
            let all = Format::ALL.map(Format::extension).join(", ");
            Problem::Unclear(format!("`{ending}` is no format; take one of {all}"))
        };
        let format = format.ok_or_else(unknown)?;
        printed(&edited.paper, "paper", format)
    })
    .await
}
