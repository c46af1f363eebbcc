//! The accounts of one engagement side by side, as a page.

use packs::Packs;
use register::compare::{Agreement, Column, Row, SourceClaim, columns, compare as compared};
use register::{Account, AccountId, Register};

use crate::differs::differs;
use crate::error::PressError;
use crate::outcomes::Outcome;
use crate::paper::{Block, NoteId, Paper, Section, Sentence};
use crate::story::Story;
use crate::teller::{Teller, sentence, source_of};
use crate::words::{Arg, Words};

/// What is compared.
#[derive(Clone, Debug)]
pub struct CompareOptions {
    /// In which language (ISO 639-1).
    pub language: String,
    /// The engagement, by any of its accounts.
    pub engagement: AccountId,
    /// Accounts of it; all sources where none is named.
    pub accounts: Vec<AccountId>,
}

/// Prints what the accounts of one engagement say alike and otherwise.
///
/// # Errors
///
/// Where the language has no messages, an account is not of the engagement, or the register fails.
pub fn compare(register: &Register, packs: &Packs, options: &CompareOptions) -> Result<Paper, PressError> {
    let words = Words::new(packs, &options.language)?;
    let mut story = Story::load(register, options.engagement)?;
    let columns = chosen(&story, &options.accounts)?;
    let title = words.sentence("compare-title", Vec::new());
    let mut teller = Teller::new(&words, "compare", &title, None, None);
    teller.name_people(register, &mut story)?;
    let mut blocks: Vec<Block> = Vec::new();
    // What they date otherwise stands below.
    let disputes = std::mem::take(&mut story.engagement.disputes);
    let fact = teller.fact(&story, &[]);
    story.engagement.disputes = disputes;
    if let Some(fact) = fact {
        let notes = teller.fact_notes(&story);
        blocks.push(Block::Paragraph { sentences: vec![sentence(&fact.text, notes)] });
    }
    let differs = differs(&mut teller, &story);
    blocks.extend((!differs.is_empty()).then_some(Block::List { items: differs }));
    if columns.len() < 2 {
        let alone = Sentence::plain(words.sentence("compare-one-source", Vec::new()));
        blocks.push(Block::Paragraph { sentences: vec![alone] });
    }
    teller.builder.section(Section { level: 1, heading: words.sentence("compare-facts", Vec::new()), blocks });
    let rows = compared(&columns);
    let mut desk = Desk { teller: &mut teller, story: &story, columns: &columns };
    desk.alike(&rows, Agreement::All, "compare-both");
    desk.alike(&rows, Agreement::Some, "compare-some");
    desk.otherwise(&rows);
    desk.alone(&rows);
    let documents: std::collections::BTreeSet<_> = crate::teller::documents(&story.engagement).collect();
    teller.foot(1, documents.len(), 0);
    Ok(teller.builder.finish()?)
}

/// A column a source, or an account where some are named.
fn chosen(story: &Story, accounts: &[AccountId]) -> Result<Vec<Column>, PressError> {
    if accounts.is_empty() {
        return Ok(columns(&story.engagement.sources, &story.accounts));
    }
    let known = |id: &AccountId| story.accounts.iter().any(|account| account.id == *id);
    if let Some(account) = accounts.iter().copied().find(|id| !known(id)) {
        return Err(PressError::NoAccount { account, engagement: story.engagement.id });
    }
    Ok(columns(&accounts.iter().map(|id| vec![*id]).collect::<Vec<_>>(), &story.accounts))
}

/// Writes the parts of a comparison.
struct Desk<'d, 'w> {
    teller: &'d mut Teller<'w>,
    story: &'d Story,
    columns: &'d [Column],
}

impl Desk<'_, '_> {
    fn section(&mut self, id: &str, args: Vec<(&str, Arg)>, items: Vec<Vec<Sentence>>) {
        if !items.is_empty() {
            let heading = self.teller.words.sentence(id, args);
            self.teller.builder.section(Section { level: 1, heading, blocks: vec![Block::List { items }] });
        }
    }

    /// What all, or several of more, say alike.
    fn alike(&mut self, rows: &[Row], agreement: Agreement, heading: &str) {
        let alike = |row: &&Row| row.agreement == agreement && self.columns.len() > 1;
        let rows: Vec<&Row> = rows.iter().filter(alike).collect();
        let said: Vec<Vec<&SourceClaim>> = rows.into_iter().map(|row| row.cells.iter().flatten().collect()).collect();
        let items = self.items(&said);
        self.section(heading, Vec::new(), items);
    }

    /// What several speak of, but not alike: a sentence each.
    fn otherwise(&mut self, rows: &[Row]) {
        let mut items: Vec<Vec<Sentence>> = Vec::new();
        for row in rows.iter().filter(|row| row.agreement == Agreement::Differently) {
            let mut item: Vec<(String, Sentence)> = Vec::new();
            for (cell, column) in row.cells.iter().zip(self.columns) {
                let Some((text, notes)) = cell.as_ref().and_then(|cell| self.said(&[cell])) else { continue };
                let source = source_of(&self.story.accounts, &column.accounts);
                let args = vec![("source", source.into()), ("sentence", Arg::from(&text))];
                item.push((text, sentence(&self.teller.words.sentence("says", args), notes)));
            }
            // What is worded alike differs in something that the page does not tell.
            if item.len() > 1 && item.iter().any(|(text, _)| *text != item[0].0) {
                items.push(item.into_iter().map(|(_, sentence)| sentence).collect());
            }
        }
        self.section("compare-differently", Vec::new(), items);
    }

    /// What only one says, by source.
    fn alone(&mut self, rows: &[Row]) {
        for (at, column) in self.columns.iter().enumerate() {
            let of = |row: &&Row| row.agreement == Agreement::One && row.cells.get(at).is_some_and(Option::is_some);
            let said: Vec<Vec<&SourceClaim>> =
                rows.iter().filter(of).map(|row| row.cells.iter().flatten().collect()).collect();
            let items = self.items(&said);
            let source = source_of(&self.story.accounts, &column.accounts);
            self.section("compare-only", vec![("source", source.into())], items);
        }
    }

    /// Claims as sentences, those that say the same as one.
    fn items(&mut self, said: &[Vec<&SourceClaim>]) -> Vec<Vec<Sentence>> {
        let mut items: Vec<(String, Vec<NoteId>)> = Vec::new();
        for claims in said {
            let Some((text, notes)) = self.said(claims) else { continue };
            match items.iter_mut().find(|(known, _)| *known == text) {
                Some((_, known)) => known.extend(notes),
                None => items.push((text, notes)),
            }
        }
        items
            .into_iter()
            .map(|(text, mut notes)| {
                notes.sort_unstable();
                notes.dedup();
                vec![sentence(&text, notes)]
            })
            .collect()
    }

    /// The sentence of one thing, as the first of its claims has it, and the words of all that say it.
    fn said(&mut self, claims: &[&SourceClaim]) -> Option<(String, Vec<NoteId>)> {
        let outcome = Outcome::of(self.teller.packs(), &claims.first()?.claim, self.story.engagement.start, 0)?;
        let text = self.teller.outcome(&self.story.engagement, &outcome, false)?;
        let mut notes = Vec::new();
        for (id, span) in claims.iter().flat_map(|claim| &claim.told) {
            let quoted = self.story.accounts.iter().find(|account| account.id == *id).and_then(|account: &Account| {
                let claim = account.engagement.claims.iter().find(|claim| claim.span == *span)?;
                Some((account, &claim.evidence))
            });
            if let Some((account, quote)) = quoted {
                let note = self.teller.note(account, quote);
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        Some((text, notes))
    }
}
