//! Documents: where they came from, what they say, and new ones.

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderName, LOCATION};
use axum::response::Response;
use document::PartialDate;
use reader::Published;
use register::{Deposit, DocumentId, Origin, Register};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::accounts::Placed;
use super::asked::{Query, Sent};
use super::cursor::{self, Page};
use super::json::Json;
use super::lines;
use super::listed::Listed;
use super::trouble::Trouble;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::problem::Problem;
use crate::uploads::{self, DOCUMENT_BYTES};

/// A document that is sent has so many bytes at most: twice what a document may have, for JSON writes most of its bytes as they are.
pub(super) fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(2 * DOCUMENT_BYTES)
}

/// A document in a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentLine {
    /// Its name.
    document: DocumentId,
    /// All places that it came from.
    origins: Vec<Origin>,
    /// When it was added, in milliseconds since 1970.
    added_ms: i64,
}

fn line(register: &Register, document: DocumentId) -> Result<DocumentLine, Problem> {
    let kept = register.store().origins(document)?.ok_or(Problem::Nothing)?;
    Ok(DocumentLine { document, origins: kept.origins, added_ms: kept.added_ms })
}

/// So many documents behind one, in the order in which they were added.
fn behind(register: &Register, after: Option<DocumentId>, limit: usize) -> Result<Vec<DocumentLine>, Problem> {
    let documents = register.store().documents(after, limit)?;
    documents.into_iter().map(|document| line(register, document)).collect()
}

/// All documents
///
/// In the order in which they were added.
#[utoipa::path(get, path = "/documents", tag = "documents", params(Page),
    responses((status = OK, body = Listed<DocumentLine>, description = "A page of documents.")))]
pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Query(page): Query<Page>,
) -> Result<Json<Listed<DocumentLine>>, Trouble> {
    let listed = desk.ask(Asking::of_program(), move |asked| {
        let after =
            page.place()?.map(|place| place.parse::<DocumentId>().map_err(|_| cursor::unknown())).transpose()?;
        let documents = behind(&asked.snapshot, after, page.size() + 1)?;
        Ok(Listed::behind(documents, page.size(), |line| line.document.to_string()))
    });
    Ok(Json(listed.await?))
}

/// All documents, as JSON Lines
#[utoipa::path(get, path = "/documents.jsonl", tag = "documents",
    responses((status = OK, body = String, content_type = lines::KIND, description = "A document a line, without its text.")))]
pub(super) async fn lines(State(desk): State<Arc<Desk>>) -> Response {
    lines::answer(&desk, |asked, out| {
        let more = |after: &str, n| behind(&asked.snapshot, after.parse().ok(), n);
        lines::all(out, more, |line| line.document.to_string())
    })
}

/// A document with its text and reading.
#[derive(Serialize, ToSchema)]
pub(crate) struct DocumentEntry {
    /// What is known of it.
    #[serde(flatten)]
    line: DocumentLine,
    /// Its language, where that could be told (ISO 639-1).
    language: Option<String>,
    /// When it was published, as narrowly as the document itself supports.
    published: Option<Published>,
    /// What a reader should know of how it was read.
    notes: Vec<String>,
    /// Its text, in which spans count bytes; none where it can no longer be opened.
    text: Option<String>,
    /// What it says of each engagement.
    accounts: Vec<Placed>,
}

fn entry(register: &Register, desk: &Desk, id: DocumentId) -> Result<DocumentEntry, Problem> {
    let deposit = register.store().document(id)?.ok_or(Problem::Nothing)?;
    let reading = register.store().reading(id, None)?.unwrap_or_default();
    let placed = |(account, engagement)| Placed { account, engagement };
    Ok(DocumentEntry {
        line: line(register, id)?,
        language: reading.language,
        published: reading.published,
        notes: reading.notes,
        text: register::open(desk.packs, &deposit).ok().map(|opened| opened.text().to_owned()),
        accounts: register.accounts_of(id)?.into_iter().map(placed).collect(),
    })
}

/// One document, with its text and what it says
#[utoipa::path(get, path = "/documents/{id}", tag = "documents", params(("id" = String, Path, description = "Its name: twelve hexadecimal digits.")),
    responses((status = OK, body = DocumentEntry, description = "The document.")))]
pub(super) async fn one(State(desk): State<Arc<Desk>>, Path(id): Path<String>) -> Result<Json<DocumentEntry>, Trouble> {
    let entry = desk.ask(Asking::of_program(), move |asked| {
        entry(&asked.snapshot, asked.desk, id.parse().map_err(|_| Problem::Nothing)?)
    });
    Ok(Json(entry.await?))
}

/// A document to be kept.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDocument {
    /// The name under which it came: a file, a line of an archive.
    #[schema(min_length = 1)]
    name: String,
    /// Its text: plain, Markdown or HTML.
    text: String,
    /// Who published it.
    source: Option<String>,
    /// Where it stands on the web; nothing is fetched from there.
    address: Option<String>,
    /// The day of publication, where it is known.
    published: Option<PartialDate>,
    /// The language, where it is known (ISO 639-1).
    language: Option<String>,
    /// The form; told from the text where it is left out.
    #[schema(inline)]
    format: Option<Form>,
}

/// The forms of documents.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Form {
    Plain,
    Markdown,
    Html,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}

/// Adds a document
///
/// It is read and joined with what is there before the answer comes. The same text twice is one document; where it comes from is then noted beside.
#[utoipa::path(post, path = "/documents", tag = "documents", request_body = NewDocument,
    responses((status = CREATED, body = DocumentEntry, description = "The document, as it reads.", headers(("location" = String, description = "Where it is.")))))]
pub(super) async fn add(
    State(desk): State<Arc<Desk>>,
    Sent { value, signed }: Sent<NewDocument>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<DocumentEntry>), Trouble> {
    let own = Arc::clone(&desk);
    let entry = desk.wait(move || {
        let lacking = || Problem::Unclear("name: it is empty; write the name of a file, or any other".to_owned());
        let name = Some(value.name).filter(|name| !name.trim().is_empty()).ok_or_else(lacking)?;
        let origin = Origin {
            name,
            source: value.source,
            address: value.address,
            published: value.published,
            language: value.language,
            format: value.format.map(|form| form.name().to_owned()),
            ..Origin::default()
        };
        let deposit = Deposit::new(value.text, origin, own.now_ms());
        let id = uploads::keep_one(&own, &signed, deposit)?;
        let snapshot = own.registers.snapshot()?;
        entry(&snapshot, &own, id)
    });
    let entry = entry.await?;
    let place = format!("{}/documents/{}", super::ROOT, entry.line.document);
    Ok((StatusCode::CREATED, [(LOCATION, place)], Json(entry)))
}
