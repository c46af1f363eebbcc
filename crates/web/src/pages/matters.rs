//! Matters: a board by how they stand, and one with everything that was said of it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use register::matters::State as Standing;

use super::html;
use super::shell::Shell;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{self, Board, MatterLine, MatterView, MattersAsked};

const PATH: &str = "/matters";
/// Kinds whose matters have figures of their own.
const FIGURES: [&str; 2] = ["candidacy", "target"];

#[derive(Template)]
#[template(path = "matters.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    board: Board,
    kinds: Vec<Way>,
    shows: Vec<Way>,
    /// Whether they stand in a list by the day on which they fall due.
    listed: Option<Vec<MatterLine>>,
    party: String,
    kind: String,
}

struct Way {
    label: String,
    n: Option<usize>,
    address: String,
    here: bool,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let t = asked.tongue;
        let mut given = asked.asking.given().without("view");
        let party = match given.get("party") {
            Some(name) => Some(asked.desk.party(name)?),
            // Emptied, it means all parties, here and behind the links of the page.
            None if asked.asking.parameters.has("party") => {
                given = given.and("party", "");
                None
            }
            None => asked.asking.view.clone(),
        };
        let kind = given.get("kind").map(str::to_owned);
        let matters = MattersAsked { party: party.clone(), kind: kind.clone(), ..MattersAsked::default() };
        let board = views::board(&asked.snapshot, &matters, t.today)?;
        let kinds = std::iter::once(("", None)).chain(board.kinds.iter().map(|(kind, n)| (*kind, Some(*n))));
        let kinds = kinds.map(|(name, n)| Way {
            label: if name.is_empty() { t.w("all-kinds") } else { t.w(&format!("matter-kind-{name}")) },
            n,
            address: if name.is_empty() { given.without("kind") } else { given.with("kind", name) }.address(PATH),
            here: kind.as_deref().unwrap_or_default() == name,
        });
        let as_list = match given.get("show") {
            Some(show) => show == "list",
            None => kind.as_deref().is_some_and(|kind| FIGURES.contains(&kind)),
        };
        let shows = [("show-board", "board", !as_list), ("show-list", "list", as_list)].map(|(id, show, here)| Way {
            label: t.w(id),
            n: None,
            address: given.with("show", show).address(PATH),
            here,
        });
        html(&Page {
            kinds: kinds.collect(),
            shows: shows.into(),
            listed: as_list.then(|| listed(&board)),
            party: party.map(|code| t.party(&code)).unwrap_or_default(),
            kind: kind.unwrap_or_default(),
            shell: Shell::new(asked, PATH, t.w("nav-matters")),
            board,
            t,
        })
    })
    .await
}

/// All matters of a board by the day on which they fall due, those without one last.
fn listed(board: &Board) -> Vec<MatterLine> {
    let mut all: Vec<MatterLine> = board.columns.iter().flat_map(|column| column.matters.clone()).collect();
    all.sort_by_key(|matter| {
        let due = matter.due.map(|due| due.last_day());
        (matter.state >= Standing::Delivered, due.is_none(), due, std::cmp::Reverse(matter.last.last_day()))
    });
    all
}

#[derive(Template)]
#[template(path = "matter.html")]
struct MatterPage<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    view: MatterView,
    states: [Standing; 6],
}

pub(super) async fn show_one(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    asking: Asking,
) -> Result<Html<String>, Problem> {
    desk.ask(asking, move |asked| {
        let t = asked.tongue;
        let view = views::matter(&asked.snapshot, &key, t.today)?;
        let title = t.matter(&view.line.key, &view.line.parties);
        html(&MatterPage { shell: Shell::new(asked, PATH, title), t, view, states: Standing::ALL })
    })
    .await
}
