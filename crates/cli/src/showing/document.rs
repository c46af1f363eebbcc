//! A document: where it came from, and where its accounts went.

use anyhow::Result;
use register::{Correction, DocumentId, Register, RegisterError, Version};

use crate::register_arguments::moment;
use crate::rendering::{INDENT, Page, clean, date, days, hanging, quote, wrapped};

/// A document for people.
pub(crate) fn document(register: &Register, id: DocumentId, page: &Page) -> Result<String> {
    let paint = page.paint;
    let kept = register.store().origins(id)?.ok_or_else(|| RegisterError::Unknown(id.to_string()))?;
    let accounts = register.accounts_of(id)?;
    let origin = kept.origin();
    let reading = register.store().reading(id, None)?.unwrap_or_default();
    let mut about = vec![reading.language.clone().unwrap_or_else(|| "language unknown".to_owned())];
    about.extend(reading.published.as_ref().map(|published| {
        format!("published {} ({})", days(&published.start.to_string(), &published.end.to_string()), published.basis)
    }));
    let mut out = format!("{}  {}\n", paint.bold(&clean(&origin.name)), paint.dim(&about.join(", ")));
    let mut line = |text: &str| out += &wrapped(text, 2, page.width, str::to_owned);
    line(&format!("document {id}, added {}", moment(kept.added_ms)));
    for origin in &kept.origins {
        let parts = [Some(&origin.name), origin.source.as_ref(), origin.address.as_ref(), origin.retrieved.as_ref()];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        line(&format!("from {}", parts.join(" · ")));
    }
    for correction in &register.corrections(id)? {
        out += &corrected(register, id, correction, page)?;
    }
    let mut line = |text: &str| out += &wrapped(text, 2, page.width, str::to_owned);
    reading.notes.iter().for_each(|note| line(&format!("note: {note}")));
    if accounts.is_empty() {
        line("no engagements");
    }
    for (account, place) in &accounts {
        let told = &account.engagement;
        let parties = paint.bold(&told.parties.join(", "));
        let when = date(told.start, told.end);
        out +=
            &format!("\n  {}  {when}  {}  {parties}\n", paint.bold(&account.id.to_string()), paint.green(&told.kind));
        let went = match place {
            None => "rejected by a ruling".to_owned(),
            Some(engagement) => {
                let others = register.store().members(*engagement)?.len() - 1;
                match others {
                    0 => "tells of it alone".to_owned(),
                    _ => format!("engagement {engagement}, told by {others} more"),
                }
            }
        };
        out += &wrapped(&went, INDENT, page.width, str::to_owned);
        out += &quote(&told.evidence, INDENT, page);
    }
    Ok(out)
}

/// What stood at an address before and after a document, and by which lines they differ.
fn corrected(register: &Register, id: DocumentId, correction: &Correction, page: &Page) -> Result<String> {
    let mut out = String::new();
    let mut line = |text: &str| out += &wrapped(text, 2, page.width, str::to_owned);
    let names = |versions: &[Version]| {
        let named =
            versions.iter().map(|version| format!("{} (fetched {})", version.document, moment(version.from_ms)));
        named.collect::<Vec<_>>().join(", ")
    };
    let address = clean(&correction.address);
    if !correction.earlier.is_empty() {
        line(&format!("corrects {}, which stood at {address} before", names(&correction.earlier)));
    }
    if !correction.later.is_empty() {
        line(&format!("corrected by {}, which stands at {address} now, or did later", names(&correction.later)));
    }
    if let Some(gone_ms) = correction.gone_ms {
        line(&format!("stands at {address} no more, by {} at the latest", moment(gone_ms)));
    }
    for difference in register.corrected(&crate::arguments::load(None)?, correction, id)? {
        let sign = if difference.added { "+" } else { "-" };
        out += &hanging(sign, &difference.line, INDENT, page);
    }
    Ok(out)
}
