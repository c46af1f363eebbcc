//! Exactly what a list shows, in formats for other programs. Lists show what concerns others too, so no point of view narrows them.

use std::io::Write as _;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use press::{FeedFormat, FeedOptions, History, PeriodOptions};
use register::{AccountId, Readings, Register};

use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::problem::Problem;
use crate::stream::{Out, streamed};
use crate::views::{self, EngagementLine, Sought};

/// So many entries has a feed: the latest.
const ENTRIES: usize = 100;

/// All that the list would show, as a table.
pub(crate) async fn csv(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Response, Problem> {
    given_away(&desk, asking, "text/csv; charset=utf-8", "engagements.csv", |asked, sought, out| {
        let mut table = csv::Writer::from_writer(out);
        let broken = |_: csv::Error| Problem::Ending;
        table.write_record(COLUMNS).map_err(broken)?;
        each(asked, sought, |line| table.write_record(row(line)).map_err(broken))?;
        table.flush().map_err(|_| Problem::Ending)
    })
}

const COLUMNS: [&str; 12] = [
    "id", "kind", "start", "end", "parties", "people", "country", "city", "occasion", "accounts", "sources", "disputes",
];

/// A cell that no spreadsheet works out, whatever a document says.
fn inert(cell: String) -> String {
    if tables::is_formula(&cell) { format!("'{cell}") } else { cell }
}

fn row(line: &EngagementLine) -> [String; COLUMNS.len()] {
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
    .map(inert)
}

/// All that the list would show, an object a line.
pub(crate) async fn jsonl(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Response, Problem> {
    given_away(&desk, asking, "application/jsonl", "engagements.jsonl", |asked, sought, out| {
        each(asked, sought, |line| {
            serde_json::to_writer(&mut *out, line).map_err(|_| Problem::Ending)?;
            out.write_all(b"\n").map_err(|_| Problem::Ending)
        })
    })
}

/// Does something with each engagement that the list would show, the latest first.
fn each(
    asked: &Asked<'_>,
    sought: &Sought,
    mut work: impl FnMut(&EngagementLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let mut readings = Readings::default();
    for id in views::chosen(asked.desk, &asked.snapshot, sought, asked.tongue.today)? {
        if let Some((engagement, _)) = asked.snapshot.gathered(id, &mut readings)? {
            work(&EngagementLine::from(&engagement))?;
        }
    }
    Ok(())
}

/// An answer that is written piece by piece.
fn given_away(
    desk: &Arc<Desk>,
    asking: Asking,
    kind: &'static str,
    name: &str,
    write: impl FnOnce(&Asked<'_>, &Sought, &mut Out) -> Result<(), Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let sought = Sought::of(&asking.parameters, desk.packs)?;
    // Once an answer has begun, nothing else can be said.
    desk.finder.ready()?;
    let body: Body = streamed(desk, asking, move |asked, out| write(asked, &sought, out));
    let named = format!("attachment; filename=\"{name}\"");
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, named)], body).into_response())
}

/// All that the list would show, for calendars.
pub(crate) async fn calendar(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Response, Problem> {
    let text = desk.ask(asking, |asked| {
        let (register, packs) = (&*asked.snapshot, asked.desk.packs);
        let chosen = chosen(asked)?;
        let (from, to) = days(register, &chosen, register::date(asked.tongue.today))?;
        let options = PeriodOptions {
            language: asked.tongue.code().to_owned(),
            from,
            to,
            view: None,
            today: register::date(asked.tongue.today),
        };
        Ok(press::calendar(register, &History::of(register), packs, &options, Some(&chosen))?)
    });
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8")], text.await?).into_response())
}

/// The latest that the list would show, for readers of feeds.
pub(crate) async fn atom(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Response, Problem> {
    feed(&desk, asking, FeedFormat::Atom, "application/atom+xml; charset=utf-8").await
}

/// The same as JSON Feed.
pub(crate) async fn json_feed(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Response, Problem> {
    feed(&desk, asking, FeedFormat::Json, "application/feed+json").await
}

async fn feed(desk: &Arc<Desk>, asking: Asking, format: FeedFormat, kind: &'static str) -> Result<Response, Problem> {
    let text = desk.ask(asking, move |asked| {
        let (register, packs) = (&*asked.snapshot, asked.desk.packs);
        let chosen = chosen(asked)?;
        let query = asked.asking.given().without("view").address("");
        let options = FeedOptions {
            language: asked.tongue.code().to_owned(),
            days: None,
            view: None,
            query: Some(query.trim_start_matches('?').to_owned()).filter(|query| !query.is_empty()),
            limit: ENTRIES,
        };
        Ok(press::feed(register, &History::of(register), packs, &options, Some(&chosen), format)?)
    });
    Ok(([(CONTENT_TYPE, kind)], text.await?).into_response())
}

/// The engagements that the list would show.
fn chosen(asked: &Asked<'_>) -> Result<Vec<AccountId>, Problem> {
    let sought = Sought::of(&asked.asking.parameters, asked.desk.packs)?;
    views::chosen(asked.desk, &asked.snapshot, &sought, asked.tongue.today)
}

/// The first and the last day of some engagements; today where there are none.
fn days(register: &Register, chosen: &[AccountId], today: Date) -> Result<(Date, Date), Problem> {
    let (mut from, mut to) = (today, today);
    for id in chosen {
        let Some(row) = register.store().row(*id)? else { continue };
        let date = |text: &str| text.parse::<document::PartialDate>().ok();
        from = date(&row.start).map_or(from, |start| from.min(start.first_day()));
        to = date(&row.end).map_or(to, |end| to.max(end.last_day()));
    }
    Ok((from, to))
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn no_cell_is_worked_out() {
        let cell = |text: &str| inert(text.to_owned());
        assert_eq!([cell("=1+1"), cell("@a"), cell("a=1"), cell("")], ["'=1+1", "'@a", "a=1", ""]);
    }
}
