//! Who asks: in which language, and from whose point of view.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::api;
use crate::desk::Desk;
use crate::parameters::Parameters;
use crate::problem::Problem;

/// What is known of who asks.
#[derive(Clone, Debug)]
pub(crate) struct Asking {
    /// The language of the page, one that there is.
    pub(crate) language: String,
    /// The code of the party from which things are seen.
    pub(crate) view: Option<String>,
    /// The path that was asked for.
    pub(crate) path: String,
    /// What stands behind it.
    pub(crate) parameters: Parameters,
}

/// The names under which both are asked for, and remembered.
const LANGUAGE: &str = "lang";
const VIEW: &str = "view";
/// So long they are remembered, in seconds.
const A_YEAR: u32 = 31_536_000;

impl Asking {
    /// A program, which has no language and no point of view beyond what it asks for.
    pub(crate) fn of_program() -> Self {
        Self { language: String::new(), view: None, path: String::new(), parameters: Parameters::default() }
    }

    /// What was asked for, without who asks in which language, the ruling that led here, and what says nothing.
    pub(crate) fn given(&self) -> Parameters {
        self.parameters.without(LANGUAGE).without("ruled").said()
    }

    fn of(desk: &Desk, headers: &HeaderMap, path: &str, query: &str) -> Self {
        let parameters = Parameters::parse(query.as_bytes());
        let known = |code: &str| desk.languages().any(|words| words.code() == code);
        let told = parameters.get(LANGUAGE).map(str::to_owned).or_else(|| cookie(headers, LANGUAGE));
        let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let language =
            told.filter(|code| known(code)).or_else(|| preferred(accepted).into_iter().find(|code| known(code)));
        let first = || desk.languages().next().map_or_else(String::new, |words| words.code().to_owned());
        let view = if parameters.has(VIEW) { parameters.get(VIEW).map(str::to_owned) } else { cookie(headers, VIEW) };
        let view = view.and_then(|name| desk.packs.party_named(&name));
        Self {
            language: language.unwrap_or_else(first),
            view: view.map(|party| desk.packs.world.code(party).to_owned()),
            path: path.to_owned(),
            parameters,
        }
    }
}

impl FromRequestParts<Arc<Desk>> for Asking {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<Desk>) -> Result<Self, Problem> {
        Ok(Self::of(desk, &parts.headers, parts.uri.path(), parts.uri.query().unwrap_or_default()))
    }
}

/// Remembers a language or point of view that was asked for by the address.
pub(crate) async fn remember(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let uri = request.uri();
    let asking = Asking::of(&desk, request.headers(), uri.path(), uri.query().unwrap_or_default());
    let of_program = api::has(&asking.path);
    let mut response = next.run(request).await;
    if of_program {
        return response;
    }
    for (name, value) in [(LANGUAGE, asking.language.clone()), (VIEW, asking.view.clone().unwrap_or_default())] {
        if !asking.parameters.has(name) {
            continue;
        }
        let age = if value.is_empty() { 0 } else { A_YEAR };
        let cookie = format!("{name}={value}; Path=/; Max-Age={age}; SameSite=Lax; HttpOnly");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    response
}

/// The value of a cookie.
fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|all| all.split(';'));
    let found = cookies.filter_map(|cookie| cookie.trim().split_once('=')).find(|(other, _)| *other == name);
    found.map(|(_, value)| value.to_owned())
}

/// The languages that a browser asks for (RFC 9110, 12.5.4), the dearest first, without their regions.
fn preferred(accepted: &str) -> Vec<String> {
    let mut languages: Vec<(f32, String)> = accepted
        .split(',')
        .take(20)
        .filter_map(|part| {
            let mut parts = part.split(';');
            let code = parts.next()?.trim().split('-').next()?.to_ascii_lowercase();
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            (weight > 0.0).then_some((weight, code))
        })
        .collect();
    languages.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    languages.into_iter().map(|(_, code)| code).collect()
}

#[cfg(test)]
mod tests {
    use super::preferred;

    #[test]
    fn takes_the_dearest_language_first() {
        assert_eq!(preferred("de;q=0.5, sv-SE, vi;q=0.8, en;q=0"), ["sv", "vi", "de"]);
        assert_eq!(preferred("*"), ["*"]);
        assert_eq!(preferred(""), [""]);
    }
}
