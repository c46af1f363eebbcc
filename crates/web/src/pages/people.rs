//! People: found by name, and each with offices and engagements.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use search::{Entry, Of, PersonHit};

use super::html;
use super::listed::Listed;
use super::queue::Bar;
use super::shell::Shell;
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::parameters::Parameters;
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{self, PersonView};

const PATH: &str = "/people";
/// So many stand on a page.
const PAGE: usize = 60;

#[derive(Template)]
#[template(path = "people.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    listed: Listed<PersonHit>,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let t = asked.tongue;
        let person = |hit: search::Hit| match hit.of {
            Of::Person(person) => Some(person),
            _ => None,
        };
        let shell = Shell::new(asked, PATH, t.w("nav-people"));
        html(&Page { shell, t, listed: Listed::of(asked, PATH, (Entry::Person, PAGE), person)? })
    })
    .await
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    view: PersonView,
    brief: String,
    /// In a queue, what stands above it.
    bar: Option<Bar>,
}

pub(super) async fn show_one(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    asking: Asking,
) -> Result<Html<String>, Problem> {
    desk.ask(asking, move |asked| page(asked, &key, PATH, None)).await
}

/// The page of somebody, below one of those to which all pages lead. In a queue, what is decided leads on.
pub(super) fn page(
    asked: &Asked<'_>,
    key: &str,
    below: &str,
    queue: Option<(Bar, String)>,
) -> Result<Html<String>, Problem> {
    let view = views::person(&asked.snapshot, key)?;
    let (bar, leads_on) = queue.unzip();
    html(&PersonPage {
        shell: Shell { leads_on, ..Shell::new(asked, below, press::clean(&view.person.name)) },
        brief: Parameters::default().with("person", &view.person.id).address("/papers/brief"),
        t: asked.tongue,
        bar,
        view,
    })
}
