//! Matters: a board by how they stand, and one with everything that was said of it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use register::matters::{Sought, State as Standing};
use search::DEEPEST;

use super::shell::Shell;
use super::{Way, html};
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::parameters::Parameters;
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{self, Board, MatterLine, MatterView};

const PATH: &str = "/matters";
/// So many matters of each state stand on the board; the list has all.
const SHOWN: usize = 60;
/// So many stand on a page of the list.
const LISTED: usize = 200;
/// Kinds whose matters have figures of their own.
const FIGURES: [&str; 2] = ["candidacy", "target"];

#[derive(Template)]
#[template(path = "matters.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    board: Arc<Board>,
    kinds: Vec<Way>,
    shows: Vec<Way>,
    /// Whether they stand in a list by the day on which they fall due.
    listed: Option<Arc<Vec<MatterLine>>>,
    /// Where that list is, and where it goes on.
    list: String,
    next: Option<String>,
    party: String,
    kind: String,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| html(&page(asked)?)).await
}

fn page<'a>(asked: &Asked<'a>) -> Result<Page<'a>, Problem> {
    let t = asked.tongue;
    let (party, given) = party(asked)?;
    let kind = given.get("kind").map(str::to_owned);
    let as_list = match given.get("show") {
        Some(show) => show == "list",
        None => kind.as_deref().is_some_and(|kind| FIGURES.contains(&kind)),
    };
    let most = if as_list { 0 } else { SHOWN };
    let (of, at) = (party.as_deref(), &asked.snapshot);
    let board = asked.once((of, &kind, most), || views::board(at, of, kind.as_deref(), most, t.today))?;
    let (page, given) = (given.page(LISTED), given.without("page"));
    let more = as_list && page * LISTED < board.total.min(DEEPEST);
    let parties = of.into_iter().collect();
    let sought = Sought { today: t.today, parties, kind: kind.as_deref(), ..Sought::default() };
    let shows = [("show-board", "board", !as_list), ("show-list", "list", as_list)]
        .map(|(id, show, here)| Way::new(t.w(id), given.with("show", show).address(PATH), here));
    Ok(Page {
        kinds: kinds(&t, &board, &given),
        shows: shows.into(),
        listed: as_list
            .then(|| asked.once((&sought, page), || views::listed(at, &sought, (page - 1) * LISTED, LISTED)))
            .transpose()?,
        list: given.with("show", "list").address(PATH),
        next: more.then(|| given.with("page", &(page + 1).to_string()).address(PATH)),
        party: party.map(|code| t.party(&code)).unwrap_or_default(),
        kind: kind.unwrap_or_default(),
        shell: Shell::new(asked, PATH, t.w("nav-matters")),
        board,
        t,
    })
}

/// The party whose matters are asked for, and what the links of the page keep.
fn party(asked: &Asked<'_>) -> Result<(Option<String>, Parameters), Problem> {
    let given = asked.asking.given().without("view");
    match given.get("party") {
        Some(name) => Ok((Some(asked.desk.party(name)?), given)),
        // Emptied, it means all parties, whatever the point of view.
        None if asked.asking.parameters.has("party") => Ok((None, given.and("party", ""))),
        None => Ok((asked.asking.view.clone(), given)),
    }
}

/// The kinds that there are, with how many of each.
fn kinds(t: &Tongue<'_>, board: &Board, given: &Parameters) -> Vec<Way> {
    let all = Way::new(t.w("all-kinds"), given.without("kind").address(PATH), given.get("kind").is_none());
    let of = |(kind, n): &(&'static str, usize)| Way {
        label: t.w(&format!("matter-kind-{kind}")),
        n: Some(*n),
        address: given.with("kind", kind).address(PATH),
        here: given.get("kind") == Some(kind),
    };
    std::iter::once(all).chain(board.kinds.iter().map(of)).collect()
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
