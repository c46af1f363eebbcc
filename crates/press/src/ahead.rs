//! What was announced, and when that was known.

use jiff::civil::Date;
use register::{Readings, Register, Row, day};

use crate::error::PressError;
use crate::paper::Sentence;
use crate::story::Story;
use crate::teller::{Teller, sentence};

impl Teller<'_> {
    /// What is expected by some rows, as far as a document said so until a day: so many at most, each with its first day.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn announced(
        &mut self,
        register: &Register,
        rows: &[Row],
        known: Date,
        most: usize,
    ) -> Result<Vec<(Date, Vec<Sentence>)>, PressError> {
        let mut readings = Readings::default();
        let mut items = Vec::new();
        for row in rows {
            if items.len() == most {
                break;
            }
            // An engagement bears the name of its first account by publication. Of a past period nearly all was told only
            // when it had taken place: that is passed over unopened.
            let first = register.store().sketch(row.id)?.and_then(|sketch| sketch.published);
            if first.is_none_or(|published| published > day(known)) {
                continue;
            }
            let Some(mut story) = Story::gathered(register, row.id, &mut readings)? else { continue };
            self.name_people(register, &mut story)?;
            let Some(start) = story.start().filter(|_| !story.is_faint()) else { continue };
            if let Some(text) = self.upcoming(&story) {
                let notes = self.fact_notes(&story);
                items.push((start.first_day(), vec![sentence(&text, notes)]));
            }
        }
        Ok(items)
    }
}
