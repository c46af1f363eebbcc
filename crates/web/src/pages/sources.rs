//! Sources: how it stands with each, and forms by which they are added, paused, tried and removed.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use intake::follow::{EVERY_S, Look, canonical, check_selector};
use register::{NotAdded, Source, SourceKind};

use super::html;
use super::shell::Shell;
use crate::asked_elsewhere::{self, LookedAt};
use crate::asking::Asking;
use crate::desk::Desk;
use crate::parameters::{Form, Parameters};
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{self, SourceView};

const PATH: &str = "/sources";
/// How often a source may be asked, in seconds: the choices of the form.
const EVERY: [u32; 5] = [15 * 60, 30 * 60, EVERY_S, 6 * 60 * 60, 24 * 60 * 60];
/// Kinds that a form can choose. Folders are named on the command line: a page shall open no files.
const KINDS: [SourceKind; 4] = [SourceKind::Auto, SourceKind::Feed, SourceKind::Sitemap, SourceKind::Listing];

#[derive(Template)]
#[template(path = "sources.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    sources: Vec<SourceView>,
    n: usize,
    looks: Vec<LookedAt>,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let t = asked.tongue;
        let sources = views::sources(&asked.snapshot)?;
        let (n, looks) = (sources.len(), asked.desk.elsewhere.looks());
        html(&Page { shell: Shell::new(asked, PATH, t.w("sources-title")), t, sources, n, looks })
    })
    .await
}

/// Adds the source of a form, or looks at it first.
pub(super) async fn add(State(desk): State<Arc<Desk>>, form: Form) -> Result<Redirect, Problem> {
    let source = source(&form.parameters, desk.now_ms())?;
    if form.parameters.get("do") == Some("look") {
        asked_elsewhere::look_at(&desk, &form.signed, source)?;
        return Ok(Redirect::to(PATH));
    }
    let own = Arc::clone(&desk);
    desk.wait(move || {
        own.registers.change(&form.signed, |register| {
            register.add_source(source).map(|_| ()).map_err(|error| match error {
                NotAdded::Register(error) => error.into(),
                known => Problem::Cannot(known.to_string()),
            })
        })?;
        Ok(Redirect::to(PATH))
    })
    .await
}

/// The source of a form.
fn source(form: &Parameters, now_ms: i64) -> Result<Source, Problem> {
    let unclear = |why: &dyn std::fmt::Display| Problem::Unclear(why.to_string());
    let address: String = canonical(form.get("address").unwrap_or_default(), None).map_err(|why| unclear(&why))?.into();
    let kind = form.get("kind").unwrap_or_default().parse().ok().filter(|kind| KINDS.contains(kind));
    let links = form.get("links").map(str::to_owned);
    if let Some(links) = &links {
        check_selector(links).map_err(|why| unclear(&why))?;
    }
    let host = address.split('/').nth(2).unwrap_or_default().to_owned();
    let every = form.number("every").and_then(|every| u32::try_from(every).ok()).filter(|every| EVERY.contains(every));
    Ok(Source {
        id: String::new(),
        name: form.get("name").map_or(host, str::to_owned),
        kind: kind.unwrap_or_default(),
        links,
        below: form.get("below").map(str::to_owned),
        every_s: every.unwrap_or(EVERY_S),
        paused: false,
        allowed: Vec::new(),
        added_ms: now_ms,
        address,
    })
}

/// Does to a source what a form says: pauses it, follows it again, looks at it, or follows it no more.
pub(super) async fn change(
    State(desk): State<Arc<Desk>>,
    Path((id, what)): Path<(String, String)>,
    form: Form,
) -> Result<Redirect, Problem> {
    let own = Arc::clone(&desk);
    desk.wait(move || {
        let sources = own.registers.snapshot()?.store().sources()?;
        let source = sources.into_iter().find(|source| source.id == id).ok_or(Problem::Nothing)?;
        match &*what {
            "look" => asked_elsewhere::look_at(&own, &form.signed, source)?,
            "pause" | "resume" => {
                let source = Source { paused: what == "pause", ..source };
                own.registers.change(&form.signed, |register| Ok(register.put_source(&source)?))?;
            }
            "remove" => own.registers.change(&form.signed, |register| Ok(register.drop_source(&source.id)?))?,
            _ => return Err(Problem::Nothing),
        }
        Ok(Redirect::to(PATH))
    })
    .await
}

impl Page<'_> {
    /// The choices of how often to ask, each with its name and whether it stands first.
    fn every(&self) -> Vec<(u32, String, bool)> {
        EVERY.iter().map(|&seconds| (seconds, self.often(&seconds), seconds == EVERY_S)).collect()
    }

    /// How often a source is asked.
    fn often(&self, seconds: &u32) -> String {
        let minutes = *seconds / 60;
        if minutes.is_multiple_of(60) {
            self.t.n("every-hours", &((minutes / 60) as usize))
        } else {
            self.t.n("every-minutes", &(minutes as usize))
        }
    }

    fn kinds(&self) -> Vec<(&'static str, String)> {
        KINDS.iter().map(|kind| (kind.as_str(), self.kind(kind))).collect()
    }

    /// The word for a kind of source.
    fn kind(&self, kind: &SourceKind) -> String {
        self.t.w(&format!("source-kind-{kind}"))
    }

    /// How many pages a look has found.
    fn n_found(&self, look: &Look) -> String {
        self.t.n("n-pages-found", &look.found.len())
    }

    fn n(&self, id: &str, n: &u64) -> String {
        self.t.n(id, &(*n as usize))
    }
}
