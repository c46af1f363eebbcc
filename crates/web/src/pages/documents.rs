//! Documents: found, sent, and each with how it reads.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Multipart, Path, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use intake::follow::canonical;
use register::DocumentId;
use search::{DocumentHit, Entry, Fragment, Hit, Of};

use super::html;
use super::listed::Listed;
use super::shell::Shell;
use crate::asked_elsewhere;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::parameters::{Form, Parameters};
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::uploads::{self, Refused};
use crate::views::{self, AccountOf, DocumentView};

const PATH: &str = "/documents";
/// So many stand on a page.
const PAGE: usize = 50;
/// Of longer documents it is not explained how each sentence reads: nobody would read it.
const EXPLAINED_BYTES: usize = 200_000;

#[derive(Template)]
#[template(path = "documents.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    listed: Listed<(DocumentHit, Vec<Fragment>)>,
    refused: Vec<Refused>,
    /// Addresses that are being fetched.
    fetching: Vec<String>,
    languages: Vec<String>,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let t = asked.tongue;
        let document = |Hit { of, fragments, .. }: Hit| match of {
            Of::Document(document) => Some((document, fragments)),
            _ => None,
        };
        html(&Page {
            shell: Shell::new(asked, PATH, t.w("nav-documents")),
            t,
            listed: Listed::of(asked, PATH, (Entry::Document, PAGE), document)?,
            refused: asked.desk.uploads.refused(),
            fetching: asked.desk.elsewhere.fetching(),
            languages: asked.desk.packs.languages.iter().map(|language| language.code.clone()).collect(),
        })
    })
    .await
}

/// Keeps what is sent, and leads to how it reads.
pub(super) async fn send(
    State(desk): State<Arc<Desk>>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Redirect, Problem> {
    let sent = uploads::sent(&desk, &headers, form).await?;
    let own = Arc::clone(&desk);
    let (kept, n_refused) = desk.wait(move || uploads::keep(&own, sent)).await?;
    Ok(match kept[..] {
        [one] if n_refused == 0 => Redirect::to(&format!("{PATH}/{one}")),
        _ => Redirect::to(PATH),
    })
}

/// Fetches a document by its address, in the background.
pub(super) async fn fetch(State(desk): State<Arc<Desk>>, form: Form) -> Result<Redirect, Problem> {
    let address = canonical(form.parameters.get("address").unwrap_or_default(), None);
    let address = address.map_err(|why| Problem::Unclear(why.to_string()))?;
    asked_elsewhere::fetch(&desk, form.signed, address.into())?;
    Ok(Redirect::to(PATH))
}

/// Forgets what was refused.
pub(super) async fn dismiss(State(desk): State<Arc<Desk>>, form: Form) -> Redirect {
    desk.uploads.dismiss(&form.signed);
    Redirect::to(PATH)
}

#[derive(Template)]
#[template(path = "document.html")]
struct DocumentPage<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    view: DocumentView,
    /// How each sentence reads, where that was asked for.
    explained: Option<String>,
    explain: String,
}

pub(super) async fn show_one(
    State(desk): State<Arc<Desk>>,
    Path(id): Path<String>,
    asking: Asking,
) -> Result<Html<String>, Problem> {
    desk.ask(asking, move |asked| {
        let id = parse(&id)?;
        let packs = asked.desk.packs;
        let view = views::document(&asked.snapshot, packs, id)?;
        let explained = match asked.asking.parameters.get("show") {
            Some("explain") if view.size_bytes <= EXPLAINED_BYTES => {
                asked.snapshot.store().document(id)?.and_then(|deposit| views::explained(packs, &deposit))
            }
            _ => None,
        };
        let explain = Parameters::default().with("show", "explain").address(&asked.asking.path);
        let shell = Shell::new(asked, PATH, press::clean(&view.title));
        html(&DocumentPage { shell, t: asked.tongue, view, explained, explain })
    })
    .await
}

/// The bytes of a document as they came; a browser keeps them in a file, whatever they are.
pub(super) async fn bytes(State(desk): State<Arc<Desk>>, Path(id): Path<String>) -> Result<Response, Problem> {
    let own = Arc::clone(&desk);
    desk.wait(move || {
        let id = parse(&id)?;
        let deposit = own.registers.snapshot()?.store().document(id)?.ok_or(Problem::Nothing)?;
        let named = format!("attachment; filename=\"{id}.txt\"");
        Ok(([(CONTENT_TYPE, "application/octet-stream".to_owned()), (CONTENT_DISPOSITION, named)], deposit.bytes)
            .into_response())
    })
    .await
}

fn parse(id: &str) -> Result<DocumentId, Problem> {
    id.parse().map_err(|_| Problem::Nothing)
}

impl DocumentPage<'_> {
    /// The claims of an account, each with its number in the page.
    fn claims<'v>(&self, account: &'v AccountOf) -> Vec<(usize, &'v reader::Claim)> {
        account.entries.iter().copied().zip(&account.told.claims).collect()
    }

    /// A size as people read it.
    fn size(&self) -> String {
        format!("{} kB", self.t.words.number((self.view.size_bytes as f64 / 1000.0).ceil()))
    }
}
