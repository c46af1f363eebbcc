//! Lists: what they give is written down, to be asked.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use register::{RegisterError, Source, SourceKind, Standing, Visit};

use super::{Outcome, Report, Settling, digest, learn};
use crate::follow::errand::Ended;
use crate::follow::folder;
use crate::follow::found::{MOST, discover};
use crate::follow::guard::guarded;
use crate::follow::rounds::plan::list_address;
use crate::follow::schedule::{DAY_MS, after_failed_list, after_list};

impl Settling<'_> {
    pub(super) fn list(&mut self, mut visit: Visit, ended: Ended) -> Result<Report, RegisterError> {
        let answer = match ended {
            Ok(answer) => answer,
            Err(error) => {
                visit.status = error.status();
                return self.failed_list(visit, error.told(), error.retry_after());
            }
        };
        visit.status = Some(answer.status);
        let body = digest(&answer.body);
        if answer.status == 304 || answer.status == 200 && visit.body.as_ref() == Some(&body) {
            learn(&mut visit, &answer);
            return self.had_list(visit, Vec::new(), Outcome::Unchanged);
        }
        if !(200..300).contains(&answer.status) {
            let why = format!("{}: the site answers {}", visit.address, answer.status);
            return self.failed_list(visit, why, None);
        }
        let is_inner = list_address(self.source).as_deref() != Some(&*visit.address);
        let kind = if is_inner { SourceKind::Sitemap } else { self.source.kind };
        let source = Source { kind, ..self.source.clone() };
        let list = guarded(|| {
            let list = discover(&source, &answer.address, &answer.body, &answer.media_type());
            list.map_err(|error| error.to_string())
        });
        let mut list = match list {
            Ok(list) => list,
            Err(error) => {
                let why = format!("{}: {error}", visit.address);
                return self.failed_list(visit, why, None);
            }
        };
        if is_inner {
            // A sitemap of an index is not an index again.
            list.found.retain(|found| !found.is_list);
        }
        // What a list gives that was had before is new, and goes before what is left of what it gave at first.
        let due_ms = if visit.body.is_some() { self.source.added_ms.min(self.now_ms) } else { self.now_ms };
        let all = list.found.len();
        let found = list.found.into_iter().map(|found| (String::from(found.address), found.told, found.is_list));
        let (due, is_all) = self.due(found, due_ms)?;
        if is_all {
            learn(&mut visit, &answer);
            visit.body = Some(body);
        }
        let is_told = is_inner || self.source.kind != SourceKind::Auto;
        if !is_told && matches!(list.kind, SourceKind::Feed | SourceKind::Sitemap) {
            // Should a page come in its place one day, that is no list.
            self.register.found_to_be(&self.source.id, list.kind)?;
        }
        let outcome = Outcome::List { found: all, due: due.len() };
        self.had_list(visit, due, outcome)
    }

    pub(super) fn folder(&mut self, mut visit: Visit) -> Result<Report, RegisterError> {
        let files = match folder::files(Path::new(&self.source.address)) {
            Ok(files) => files,
            Err(error) => {
                let why = folder::told(&visit.address, &error);
                return self.failed_list(visit, why, None);
            }
        };
        let all = files.len();
        // Names that are no Unicode cannot be kept as text, nor found again.
        let named = files.into_iter().filter_map(|file| Some((file.path.to_str()?.to_owned(), Some(file.told), false)));
        let (mut due, _) = self.due(named, self.now_ms)?;
        due.extend(self.away()?);
        visit.status = None;
        let outcome = Outcome::List { found: all, due: due.len() };
        self.had_list(visit, due, outcome)
    }

    /// Files that are kept and are no longer there, to be marked so.
    fn away(&self) -> Result<Vec<Visit>, RegisterError> {
        let kept = self.register.store().visits_of(&self.source.id, Standing::Kept, usize::MAX)?;
        // Where nobody can tell, it is taken to be there.
        let away = kept.into_iter().filter(|visit| !Path::new(&visit.address).try_exists().unwrap_or(true));
        Ok(away.map(|visit| Visit { due_ms: Some(self.now_ms), ..visit }).collect())
    }

    /// Of what a list gives, each with what it tells of a change and whether it is a list itself, what is to be written anew, to be asked
    /// at some time; and whether that is all. The rest comes the next time.
    fn due(
        &self,
        found: impl Iterator<Item = (String, Option<String>, bool)>,
        due_ms: i64,
    ) -> Result<(Vec<Visit>, bool), RegisterError> {
        let sources = self.register.store().sources()?;
        let followed: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
        let mut due = Vec::new();
        for (address, told, is_list) in found {
            let new = Visit { told, ..Visit::new(&address, &self.source.id, due_ms) };
            let new = if is_list { Visit { standing: Standing::List, ..new } } else { new };
            let Some(visit) = self.known_or_new(new, &followed)? else { continue };
            if due.len() == MOST {
                return Ok((due, false));
            }
            due.push(visit);
        }
        Ok((due, true))
    }

    /// What is to be known of an address that a list gives, where that is new.
    fn known_or_new(&self, new: Visit, followed: &BTreeSet<&str>) -> Result<Option<Visit>, RegisterError> {
        let Some(known) = self.register.store().visit(&new.address)? else { return Ok(Some(new)) };
        if (known.standing == Standing::List) != (new.standing == Standing::List) {
            return Ok(None);
        }
        let Visit { source, told, due_ms, .. } = new;
        if self.is_left(&known, followed) {
            return Ok(Some(Visit { source, told, due_ms, failures: 0, ..known }));
        }
        // It belongs to whoever gave it first, while that is followed.
        if known.source != source || told.is_none() || told == known.told {
            return Ok(None);
        }
        let due_ms = if known.told.is_some() { due_ms } else { known.due_ms };
        Ok(Some(Visit { told, due_ms, failures: 0, ..known }))
    }

    /// Whether nobody looks at what is known any more, though a list gives it.
    fn is_left(&self, known: &Visit, followed: &BTreeSet<&str>) -> bool {
        if known.source != self.source.id {
            return !followed.contains(&*known.source);
        }
        // A source that was removed and is followed again under the same name; a file that was away and is back.
        let before = known.asked_ms.is_some_and(|asked_ms| asked_ms < self.source.added_ms);
        known.due_ms.is_none() && before || self.is_folder() && known.standing == Standing::Gone
    }

    fn had_list(&mut self, visit: Visit, due: Vec<Visit>, outcome: Outcome) -> Result<Report, RegisterError> {
        let mut visit = Visit { standing: Standing::List, error: None, failures: 0, ..visit };
        let next = after_list(self.source, &visit, self.now_ms);
        // The index tells when a sitemap of it has changed.
        visit.due_ms = Some(if visit.told.is_some() { next.max(self.now_ms + DAY_MS) } else { next });
        let report = self.report(&visit, outcome);
        let mut visits = vec![visit];
        visits.extend(due);
        self.keep(Vec::new(), &visits)?;
        Ok(report)
    }

    fn failed_list(&mut self, visit: Visit, why: String, wait: Option<Duration>) -> Result<Report, RegisterError> {
        let failures = visit.failures + 1;
        let mut visit = Visit { standing: Standing::List, error: Some(why.clone()), failures, ..visit };
        visit.due_ms = Some(after_failed_list(self.source, &visit, wait, self.now_ms));
        self.keep_visit(visit, Outcome::Failed(why))
    }
}
