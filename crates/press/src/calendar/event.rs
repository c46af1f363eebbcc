//! One event of a calendar: days, a name that lasts, and what is told of it.

use jiff::civil::Date;

use super::description;
use super::lines::Lines;
use crate::history::{Life, moment};
use crate::told::Told;

/// A moment as iCalendar has it, in the time of the world.
const MOMENT: &str = "%Y%m%dT%H%M%SZ";

/// How an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// It took place, or is settled.
    Confirmed,
    /// It was announced.
    Tentative,
    /// The register has it no more.
    Cancelled,
}

/// An event of whole days.
pub(super) struct Event {
    uid: String,
    life: Life,
    first: Date,
    last: Date,
    summary: String,
    description: Option<String>,
    address: Option<String>,
    pub(super) status: Status,
    pub(super) location: Option<String>,
    pub(super) category: Option<String>,
}

impl Event {
    /// The event of an entry of a kind on some days.
    pub(super) fn of((entry, life): (&str, &Life), (first, last): (Date, Date), summary: String) -> Self {
        Self {
            uid: format!("{entry}/{}@chancery", life.name),
            life: life.clone(),
            first,
            last: last.max(first),
            summary,
            description: None,
            address: None,
            status: Status::Confirmed,
            location: None,
            category: None,
        }
    }

    /// With what is told of it.
    pub(super) fn telling(self, told: &Told) -> Self {
        let address = told.notes.iter().find_map(|note| note.web_address()).map(str::to_owned);
        Self { description: Some(description(told)), address, ..self }
    }

    /// As one that does not take place.
    pub(super) fn cancelled(self) -> Self {
        Self { status: Status::Cancelled, ..self }
    }

    /// Adds it to a calendar.
    pub(super) fn write(&self, lines: &mut Lines) {
        lines.plain("BEGIN", "VEVENT");
        lines.text("UID", &self.uid);
        // Without a method this is when the event was last revised (section 3.8.7.2), and no clock is asked.
        let revised = moment(self.life.last_ms, MOMENT);
        lines.plain("DTSTAMP", &revised);
        lines.plain("CREATED", &moment(self.life.first_ms, MOMENT));
        lines.plain("LAST-MODIFIED", &revised);
        lines.plain("SEQUENCE", &self.life.n.clamp(0, i32::MAX.into()).to_string());
        lines.plain("DTSTART;VALUE=DATE", &day(self.first));
        // The end is the day after the last.
        if let Ok(end) = self.last.tomorrow() {
            lines.plain("DTEND;VALUE=DATE", &day(end));
        }
        lines.plain("STATUS", self.status.as_str());
        // It takes none of the reader's own time.
        lines.plain("TRANSP", "TRANSPARENT");
        lines.text("SUMMARY", &self.summary);
        let texts = [("LOCATION", &self.location), ("CATEGORIES", &self.category), ("DESCRIPTION", &self.description)];
        for (name, text) in texts {
            if let Some(text) = text {
                lines.text(name, text);
            }
        }
        if let Some(address) = &self.address {
            lines.plain("URL", address);
        }
        lines.plain("END", "VEVENT");
    }
}

impl Status {
    fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Tentative => "TENTATIVE",
            Self::Cancelled => "CANCELLED",
        }
    }
}

fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}
