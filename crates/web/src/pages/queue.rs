//! The review queue: one thing after the other, decided by a key.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{Html, IntoResponse as _, Response};

use super::shell::Shell;
use super::{Way, engagement, html, people};
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::parameters::Parameters;
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{Queue, Waiting};

const PATH: &str = "/queue";

/// What stands above an entry that waits for somebody's eyes.
pub(super) struct Bar {
    /// The queues, with how many wait in that which is shown.
    pub(super) ways: Vec<Way>,
    pub(super) hint: String,
    /// From 1.
    pub(super) place: usize,
    pub(super) n: usize,
    pub(super) previous: Option<String>,
    pub(super) next: Option<String>,
    pub(super) actions: Vec<Action>,
}

/// A ruling by one key.
pub(super) struct Action {
    pub(super) label: String,
    pub(super) key: &'static str,
    pub(super) rule: &'static str,
    pub(super) account: String,
}

#[derive(askama::Template)]
#[template(path = "queue.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    bar: Bar,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Response, Problem> {
    desk.ask(asking, |asked| {
        let queue = asked.asking.parameters.get("of").and_then(Queue::parse).unwrap_or(Queue::Disputes);
        let waiting = asked.once(queue, || queue.waiting(asked.desk, &asked.snapshot, asked.tongue.today))?;
        let at = asked.asking.parameters.get("at");
        let place = at.and_then(|at| waiting.iter().position(|waiting| waiting.id == at)).unwrap_or_default();
        let bar = bar(&asked.tongue, queue, &waiting, place);
        // What is decided leads on to the next.
        let back = bar.next.clone().unwrap_or_else(|| address(queue, None));
        let Some(waiting) = waiting.get(place) else {
            let shell = Shell::new(asked, PATH, asked.tongue.w("nav-queue"));
            return Ok(html(&Page { shell, t: asked.tongue, bar })?.into_response());
        };
        Ok(entry(asked, queue, waiting, (bar, back))?.into_response())
    })
    .await
}

fn entry(
    asked: &Asked<'_>,
    queue: Queue,
    waiting: &Waiting,
    (bar, back): (Bar, String),
) -> Result<Html<String>, Problem> {
    match queue {
        Queue::People => people::page(asked, &waiting.id, PATH, Some((bar, back))),
        _ => engagement::page(asked, asked.snapshot.account_named(&waiting.id)?, PATH, Some((bar, back))),
    }
}

fn address(queue: Queue, at: Option<&Waiting>) -> String {
    let parameters = Parameters::default().with("of", queue.name());
    at.map_or(parameters.clone(), |at| parameters.with("at", &at.id)).address(PATH)
}

fn bar(t: &Tongue<'_>, queue: Queue, waiting: &[Waiting], place: usize) -> Bar {
    let way = |other: Queue| Way {
        label: t.w(&format!("queue-{}", other.name())),
        address: address(other, None),
        here: other == queue,
        n: (other == queue).then_some(waiting.len()),
    };
    let action = |id: &str, key, rule, account: &register::AccountId| Action {
        label: t.w(id),
        key,
        rule,
        account: account.to_string(),
    };
    let actions = match (queue, waiting.get(place).and_then(|waiting| waiting.account)) {
        (Queue::Doubtful, Some(account)) => {
            vec![action("are-one", "a", "merge", &account), action("split-this", "s", "split", &account)]
        }
        (Queue::Uncertain, Some(account)) => {
            vec![action("confirm", "a", "confirm", &account), action("reject", "r", "reject", &account)]
        }
        _ => Vec::new(),
    };
    let near = |at: Option<usize>| at.and_then(|at| waiting.get(at)).map(|waiting| address(queue, Some(waiting)));
    Bar {
        ways: Queue::ALL.into_iter().map(way).collect(),
        hint: t.w(&format!("queue-{}-hint", queue.name())),
        place: place + 1,
        n: waiting.len(),
        previous: near(place.checked_sub(1)),
        next: near(Some(place + 1)),
        actions,
    }
}
