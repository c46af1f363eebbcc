//! Rulings: made and undone by forms, and listed.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, Redirect};

use super::html;
use super::shell::Shell;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::parameters::{Form, Parameters};
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{self, RulingLine};

#[derive(Template)]
#[template(path = "rulings.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    rulings: Vec<RulingLine>,
    n: usize,
}

/// All rulings, the latest first.
pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let register = &*asked.snapshot;
        let rulings = register.store().rulings()?.into_iter().rev();
        let rulings: Vec<RulingLine> = rulings.map(|ruling| RulingLine::of(register, ruling)).collect();
        let t = asked.tongue;
        let n = rulings.len();
        html(&Page { shell: Shell::new(asked, "/rulings", t.w("rulings-title")), t, rulings, n })
    })
    .await
}

/// Makes the ruling of a form, and leads to the page that it came from, where it shows.
pub(super) async fn make(State(desk): State<Arc<Desk>>, form: Form) -> Result<Redirect, Problem> {
    let own = Arc::clone(&desk);
    desk.wait(move || {
        let who = own.known_who()?;
        let why = form.parameters.get("why").unwrap_or_default();
        let n = own.registers.change(&form.signed, |register| {
            let decision = views::decision(register, own.packs, &form.parameters)?;
            Ok(register.rule(decision, who, why, own.now_ms())?)
        })?;
        Ok(back(&form.parameters, n))
    })
    .await
}

/// Undoes a ruling.
pub(super) async fn undo(State(desk): State<Arc<Desk>>, Path(n): Path<u64>, form: Form) -> Result<Redirect, Problem> {
    let own = Arc::clone(&desk);
    desk.wait(move || {
        let who = own.known_who()?;
        own.registers.change(&form.signed, |register| Ok(register.undo(n, who, own.now_ms())?))?;
        Ok(back(&form.parameters, n))
    })
    .await
}

/// Leads back to the page of a form, which then tells of the ruling. Only pages of this server are led to.
fn back(form: &Parameters, n: u64) -> Redirect {
    let asked =
        form.get("back").filter(|path| path.starts_with('/') && !path.starts_with("//") && !path.contains('\\'));
    let page = asked.unwrap_or("/rulings");
    let (page, place) = page.split_once('#').unwrap_or((page, ""));
    let (path, rest) = page.split_once('?').unwrap_or((page, ""));
    let address = Parameters::parse(rest.as_bytes()).with("ruled", &n.to_string()).address(path);
    Redirect::to(&if place.is_empty() { address } else { format!("{address}#{place}") })
}

#[cfg(test)]
mod tests {
    use axum::http::header::LOCATION;
    use axum::response::IntoResponse as _;

    use super::{Parameters, back};

    #[test]
    fn leads_only_to_its_own_pages() {
        let check = |path: &str| {
            let form = Parameters::default().and("back", path);
            back(&form, 4).into_response().headers()[LOCATION].to_str().unwrap().to_owned()
        };
        assert_eq!(check("/engagements/3fa9c1d2b07e-1"), "/engagements/3fa9c1d2b07e-1?ruled=4");
        assert_eq!(check("/queue?of=disputes&ruled=3"), "/queue?of=disputes&ruled=4");
        assert_eq!(check("/engagements/3fa9-1#entry-2"), "/engagements/3fa9-1?ruled=4#entry-2");
        for elsewhere in ["", "//evil.example/", "https://evil.example/", "/\\evil.example"] {
            assert_eq!(check(elsewhere), "/rulings?ruled=4", "{elsewhere}");
        }
    }
}
