//! Whether what is kept is whole, and follows from what is primary.

use document::Habits;

use crate::deposit::opened;
use crate::id::{DocumentId, original_name};
use crate::register::{Register, RegisterError};

/// So many faults are told one by one.
const TOLD: usize = 100;

/// What a check has looked at, and what it found wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Documents whose bytes were read again.
    pub documents: usize,
    /// Bytes that documents came in and that were read again.
    pub originals: usize,
    /// Quotes that were looked up in their documents.
    pub quotes: usize,
    /// Engagements that were composed again.
    pub engagements: usize,
    /// What is wrong, one a line; the first hundred.
    pub faults: Vec<String>,
    /// Numbers of rulings whose account no longer stands in its document.
    pub unplaced: Vec<u64>,
}

impl Register {
    /// Looks at everything that is kept: the store's own integrity, every document against its name, every quote against its
    /// document, every account against its reading, every engagement against its accounts.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read at all.
    pub fn check(&self, mut progress: impl FnMut(usize)) -> Result<Checked, RegisterError> {
        let mut checked =
            Checked { faults: self.store.check()?, unplaced: self.decisions.unplaced.clone(), ..Checked::default() };
        let mut after: Option<DocumentId> = None;
        loop {
            let ids = self.store.documents(after, 500)?;
            let Some(&last) = ids.last() else { break };
            after = Some(last);
            for &id in &ids {
                self.check_document(id, &mut checked)?;
            }
            progress(ids.len());
        }
        self.check_originals(&mut checked)?;
        self.check_engagements(&mut checked)?;
        self.check_visits(&mut checked)?;
        checked.faults.truncate(TOLD);
        Ok(checked)
    }

    fn check_document(&self, id: DocumentId, checked: &mut Checked) -> Result<(), RegisterError> {
        checked.documents += 1;
        let mut fault = |what: String| checked.faults.push(format!("document {id}: {what}"));
        let kept = match self.kept(id) {
            Ok(kept) => kept,
            Err(error) => {
                fault(format!("cannot be read: {error}"));
                return Ok(());
            }
        };
        if kept.id() != id {
            fault("its bytes are not those that it was kept with".to_owned());
        }
        if kept.origins.is_empty() {
            fault("nothing says where it came from".to_owned());
        }
        for name in kept.origins.iter().filter_map(|origin| origin.original.as_ref()) {
            if !self.store.has_original(name)? {
                fault(format!("the original {name} that it was read from is missing; add it again, or import it"));
            }
        }
        let Some(reading) = self.store.reading(id, None)? else {
            fault("its reading is missing".to_owned());
            return Ok(());
        };
        let accounts = self.store.accounts_of(id)?;
        let kept_accounts: Vec<_> = accounts.iter().map(|(_, kind, span)| (kind, *span)).collect();
        let read: Vec<_> = reading.engagements.iter().map(|engagement| (&engagement.kind, engagement.span)).collect();
        if kept_accounts != read {
            fault(format!("has {} accounts, but {} in its reading", accounts.len(), read.len()));
        }
        for (account, ..) in &accounts {
            if self.store.place(*account)?.is_none() {
                fault(format!("account {account} belongs nowhere"));
            }
        }
        // What cannot be opened reads as empty, and has no quotes.
        let Ok(document) = opened(&Habits::new(Vec::new()), &kept) else { return Ok(()) };
        for engagement in &reading.engagements {
            let claims = engagement.claims.iter().map(|claim| (claim.span, &claim.evidence));
            for (span, quote) in std::iter::once((engagement.span, &engagement.evidence)).chain(claims) {
                checked.quotes += 1;
                if document.source().get(span[0] as usize..span[1] as usize) != Some(quote.as_str()) {
                    fault(format!("does not say “{quote}” at {}..{}", span[0], span[1]));
                }
            }
        }
        Ok(())
    }

    fn check_originals(&self, checked: &mut Checked) -> Result<(), RegisterError> {
        let mut after = String::new();
        loop {
            let names = self.store.originals(&after, 500)?;
            let Some(last) = names.last() else { return Ok(()) };
            after.clone_from(last);
            for name in &names {
                checked.originals += 1;
                let fault = match self.store.original(name) {
                    Ok(Some(original)) if original_name(&original) == *name => continue,
                    Ok(_) => "its bytes are not those that it was kept with".to_owned(),
                    Err(error) => format!("cannot be read: {error}"),
                };
                checked.faults.push(format!("original {name}: {fault}"));
            }
        }
    }

    fn check_engagements(&self, checked: &mut Checked) -> Result<(), RegisterError> {
        let mut after = None;
        loop {
            let rows = self.store.rows(after.as_ref(), 1000)?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some(last.clone());
            for row in &rows {
                checked.engagements += 1;
                match self.engagement(row.id) {
                    Ok((engagement, _)) => {
                        let members = engagement.accounts().count();
                        if engagement.id != row.id || members != row.n_accounts as usize {
                            checked.faults.push(format!("engagement {}: does not follow from its accounts", row.id));
                        }
                    }
                    Err(error) => checked.faults.push(format!("engagement {}: {error}", row.id)),
                }
            }
        }
    }

    fn check_visits(&self, checked: &mut Checked) -> Result<(), RegisterError> {
        let mut after = String::new();
        loop {
            let visits = self.store.visits(&after, 1000)?;
            let Some(last) = visits.last() else { return Ok(()) };
            after.clone_from(&last.address);
            for visit in &visits {
                for version in &visit.versions {
                    if self.store.origins(version.document)?.is_none() {
                        let what =
                            format!("{}: document {}, which stood there, is missing", visit.address, version.document);
                        checked.faults.push(what);
                    }
                }
            }
        }
    }
}
