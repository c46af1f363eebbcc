//! Documents: where they came from, and how they read.

use document::PartialDate;
use packs::Packs;
use register::{AccountId, Correction, Deposit, Difference, DocumentId, Origin, Register};

use super::lit::{Light, LitBlock, lit};
use crate::problem::Problem;

/// So many lines are shown by which an article and its correction differ.
const LINES: usize = 100;

/// A document and its reading.
#[derive(Debug)]
pub(crate) struct DocumentView {
    /// Its name.
    pub(crate) id: DocumentId,
    /// Its title.
    pub(crate) title: String,
    /// The language.
    pub(crate) language: Option<String>,
    /// When it was published.
    pub(crate) published: Option<(PartialDate, PartialDate)>,
    /// All places that it came from.
    pub(crate) origins: Vec<Origin>,
    /// When it was added, in milliseconds since 1970.
    pub(crate) added_ms: i64,
    /// How large it is, in bytes.
    pub(crate) size_bytes: usize,
    /// What a reader should know of how it was read.
    pub(crate) notes: Vec<String>,
    /// What it says of each engagement.
    pub(crate) accounts: Vec<AccountOf>,
    /// Its text, with what is said lit.
    pub(crate) text: Vec<LitBlock>,
    /// What stood before and after it at its addresses.
    pub(crate) corrections: Vec<Corrected>,
}

/// What stood before and after a document at one address.
#[derive(Debug)]
pub(crate) struct Corrected {
    /// Both.
    pub(crate) of: Correction,
    /// The lines by which it differs from what stood there before, the first so many.
    pub(crate) lines: Vec<Difference>,
    /// How many more there are.
    pub(crate) n_more: usize,
}

/// What a document says of one engagement.
#[derive(Debug)]
pub(crate) struct AccountOf {
    /// The number of its words in the page.
    pub(crate) entry: usize,
    /// The engagement; `None` where a ruling rejects the account.
    pub(crate) engagement: Option<AccountId>,
    /// How many other accounts tell of it.
    pub(crate) n_others: usize,
    /// What it says.
    pub(crate) told: reader::Engagement,
    /// The numbers of its claims in the page, in their order.
    pub(crate) entries: Vec<usize>,
}

/// A document of the register.
pub(crate) fn document(register: &Register, packs: &Packs, id: DocumentId) -> Result<DocumentView, Problem> {
    let deposit = register.store().document(id)?.ok_or(Problem::Nothing)?;
    let reading = register.store().reading(id, None)?.ok_or(Problem::Nothing)?;
    let mut next = 0;
    let mut number = || {
        next += 1;
        next
    };
    let (mut accounts, mut lights) = (Vec::new(), Vec::new());
    for (account, place) in register.accounts_of(id)? {
        let told = account.engagement;
        let entry = number();
        lights.push(Light { span: told.span, entry });
        let entries: Vec<usize> = told.claims.iter().map(|_| number()).collect();
        lights.extend(told.claims.iter().zip(&entries).map(|(claim, &entry)| Light { span: claim.span, entry }));
        let n_others = match place {
            Some(place) => register.store().members(place)?.len().saturating_sub(1),
            None => 0,
        };
        accounts.push(AccountOf { entry, engagement: place, n_others, told, entries });
    }
    let corrections = register.corrections(id)?.into_iter().map(|of| {
        let mut lines = register.corrected(packs, &of, id)?;
        let n_more = lines.len().saturating_sub(LINES);
        lines.truncate(LINES);
        Ok(Corrected { of, lines, n_more })
    });
    let corrections = corrections.collect::<Result<_, Problem>>()?;
    let opened = register::open(packs, &deposit).ok();
    let title = opened.as_ref().and_then(|opened| opened.title().map(str::to_owned));
    Ok(DocumentView {
        id,
        title: title.unwrap_or_else(|| deposit.origin().name),
        language: reading.language,
        published: reading.published.as_ref().map(|published| (published.start, published.end)),
        added_ms: deposit.added_ms,
        size_bytes: deposit.bytes.len(),
        origins: deposit.origins,
        notes: reading.notes,
        accounts,
        text: opened.as_ref().map_or_else(Vec::new, |opened| lit(opened, &lights)),
        corrections,
    })
}

/// Each sentence of a document with its marks and the lines of the packs behind them, for those who mend packs.
pub(crate) fn explained(packs: &Packs, deposit: &Deposit) -> Option<String> {
    let opened = register::open(packs, deposit).ok()?;
    let settings = reader::Settings { published: deposit.origin().published };
    Some(reader::explain(packs, &opened, &settings))
}
