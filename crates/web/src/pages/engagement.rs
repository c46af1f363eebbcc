//! An engagement: the record left, the documents right, each claim beside the words that it rests on.

use std::fmt::Display;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use register::AccountId;
use register::compare::Agreement;

use super::queue::Bar;
use super::shell::Shell;
use super::{Way, html};
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::problem::Problem;
use crate::seen::escaped;
use crate::tongue::Tongue;
use crate::views::{self, AccountView, Cell, EngagementView, LitBlock, Piece, RowView};

/// The letters of sources, in their order.
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";

#[derive(Template)]
#[template(path = "engagement.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    view: EngagementView,
    /// Whether sources stand side by side.
    aside: bool,
    /// Both ways to show it, where there is more than one source.
    ways: Vec<Way>,
    /// In a queue, what stands above it.
    bar: Option<Bar>,
}

pub(super) async fn show(
    State(desk): State<Arc<Desk>>,
    Path(id): Path<String>,
    asking: Asking,
) -> Result<Html<String>, Problem> {
    desk.ask(asking, move |asked| page(asked, asked.snapshot.account_named(&id)?, "/engagements", None)).await
}

/// The page of an engagement, below one of those to which all pages lead. In a queue, what is decided leads on.
pub(super) fn page(
    asked: &Asked<'_>,
    account: AccountId,
    below: &str,
    queue: Option<(Bar, String)>,
) -> Result<Html<String>, Problem> {
    let view = views::engagement(&asked.snapshot, asked.desk.packs, account)?;
    let t = asked.tongue;
    let title = format!("{}: {}", t.kind(&view.line.kind), t.parties(&view.line.parties));
    let given = asked.asking.given().without("show");
    let aside = asked.asking.parameters.get("show") == Some("side");
    let ways = [("show-record", given.clone(), !aside), ("show-side", given.with("show", "side"), aside)]
        .map(|(id, given, here)| Way::new(t.w(id), given.address(&asked.asking.path), here));
    let (bar, leads_on) = queue.unzip();
    html(&Page {
        shell: Shell { leads_on, ..Shell::new(asked, below, title) },
        ways: if view.n_sources > 1 { ways.into() } else { Vec::new() },
        aside,
        bar,
        view,
        t,
    })
}

impl Page<'_> {
    /// The letter of a source.
    fn letter(&self, source: &usize) -> char {
        char::from(LETTERS[source % LETTERS.len()])
    }

    /// The sources, each by its letter and its first account.
    fn columns(&self) -> Vec<(char, &AccountView)> {
        let mut columns: Vec<(char, &AccountView)> = Vec::new();
        for account in &self.view.accounts {
            if columns.len() == account.source {
                columns.push((self.letter(&account.source), account));
            }
        }
        columns
    }

    /// The sources that say something, each with its letter and what it says.
    fn cells<'v>(&self, row: &'v RowView) -> Vec<(char, &'v Cell)> {
        let cells = row.cells.iter().enumerate();
        cells.filter_map(|(source, cell)| Some((self.letter(&source), cell.as_ref()?))).collect()
    }

    /// How sources stand to each other.
    fn agreement(&self, row: &RowView) -> String {
        let differs = || row.differs.iter().map(|field| self.t.w(&format!("differs-in-{field}"))).collect::<Vec<_>>();
        match row.agreement {
            None => String::new(),
            Some(Agreement::All) => self.t.w("said-by-all"),
            Some(Agreement::Some) => self.t.w("said-by-some"),
            Some(Agreement::One) => {
                let only = row.cells.iter().position(Option::is_some).unwrap_or_default();
                self.t.words.say("said-by-one", vec![("source", self.letter(&only).to_string().into())])
            }
            Some(Agreement::Differently) => {
                self.t.words.say("said-differently", vec![("fields", self.t.words.list(&differs()).into())])
            }
        }
    }

    /// The sign by which a style knows how sources stand to each other.
    fn sign(&self, row: &RowView) -> &'static str {
        match row.agreement {
            Some(Agreement::Differently) => "warn",
            Some(Agreement::All) => "good",
            _ => "",
        }
    }

    /// Who says it to whom, and about what.
    fn about(&self, cell: &Cell) -> String {
        let claim = &cell.claim;
        let t = self.t;
        let mut parts = vec![t.who_to_whom(&claim.actors, &claim.addressees), t.topics(&claim.topics)];
        if let (Some(amount), Some(unit)) = (claim.amount, &claim.unit) {
            parts.push(t.words.amount(amount, unit));
        }
        parts.extend(claim.by.clone());
        parts.extend(claim.date.map(|date| t.words.date(date.into(), None)));
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    /// A share as a percentage.
    fn percent(&self, share: &f32) -> String {
        self.t.words.amount(f64::from((share * 100.0).round()), "percent")
    }

    /// The word by which JSON has a value of a list.
    fn word(&self, value: &impl serde::Serialize) -> String {
        serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// A block of a document as markup: its lit pieces lead to what rests on them. `document` tells the documents of a page apart.
pub(super) fn block(block: &LitBlock, document: &impl Display) -> String {
    block.pieces.iter().map(|piece| self::piece(piece, document)).collect()
}

fn piece(piece: &Piece, document: &impl Display) -> String {
    let Some(text) = &piece.text else { return " <span class=\"cut\">…</span> ".to_owned() };
    let text = escaped(text);
    let Some(first) = piece.entries.last() else { return text };
    let entries: Vec<String> = piece.entries.iter().map(ToString::to_string).collect();
    let names: String =
        piece.begins.iter().map(|entry| format!("<span class=\"here\" id=\"{document}-{entry}\"></span>")).collect();
    let kind = if piece.entries == [0] { " class=\"own\"" } else { "" };
    // A comma between two is too small to be hit.
    let link =
        if text.contains(char::is_alphanumeric) { format!("<a href=\"#entry-{first}\">{text}</a>") } else { text };
    format!("{names}<mark{kind} data-lit=\"{}\">{link}</mark>", entries.join(" "))
}
