//! Days, months, years and stretches of them, as a language writes them.

use document::PartialDate;
use jiff::civil::{Date, Weekday};

use super::{Arg, Args, Words};

/// The first and last day of a stretch, as precise as they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Precise {
    /// The first.
    pub(crate) from: PartialDate,
    /// The last.
    pub(crate) to: PartialDate,
}

impl From<Date> for Precise {
    fn from(day: Date) -> Self {
        Self { from: day.into(), to: day.into() }
    }
}

impl From<PartialDate> for Precise {
    fn from(date: PartialDate) -> Self {
        Self { from: date, to: date }
    }
}

impl Precise {
    /// From a day to a day.
    pub(crate) fn days(from: Date, to: Date) -> Self {
        Self { from: from.into(), to: to.into() }
    }
}

impl Words<'_> {
    /// A date or stretch of dates: `8–11 July 2025`. Without the year where it is one that the reader knows.
    pub(crate) fn date(&self, date: Precise, known_year: Option<i16>) -> String {
        let (Some(first), Some(last)) = (date.from.as_day(), date.to.as_day()) else { return self.vague(date) };
        let bare = first.year() == last.year() && known_year == Some(first.year());
        let id = |with: &'static str, without: &'static str| if bare { without } else { with };
        if first == last {
            return self.say(id("date-day-year", "date-day"), self.parts(first, ""));
        }
        if first.year() != last.year() {
            return self.range(self.date(first.into(), None), self.date(last.into(), None));
        }
        let mut args = self.parts(first, "");
        args.extend(self.parts(last, "2"));
        if first.month() == last.month() {
            self.say(id("date-days-year", "date-days"), args)
        } else {
            self.say(id("date-days-months-year", "date-days-months"), args)
        }
    }

    /// Months and years.
    fn vague(&self, date: Precise) -> String {
        let of = |date: PartialDate| match (date.as_day(), date.months()) {
            (Some(day), _) => self.date(day.into(), None),
            (None, Some(_)) => self.say("date-month", self.parts(date.first_day(), "")),
            (None, None) => date.years().to_string(),
        };
        if date.from == date.to { of(date.from) } else { self.range(of(date.from), of(date.to)) }
    }

    /// From one to another.
    pub(crate) fn range(&self, from: String, to: String) -> String {
        self.say("date-range", vec![("from", from.into()), ("to", to.into())])
    }

    /// The parts of a day, under names with an ending.
    fn parts(&self, day: Date, ending: &'static str) -> Args<'static> {
        let [days, month, number, year] = match ending {
            "2" => ["day2", "month2", "number2", "year2"],
            _ => ["day", "month", "number", "year"],
        };
        vec![
            (days, Arg::Text(day.day().to_string())),
            (month, self.month(day.month()).into()),
            (number, Arg::Text(day.month().to_string())),
            (year, Arg::Text(day.year().to_string())),
        ]
    }

    /// The name of a month.
    pub(crate) fn month(&self, month: i8) -> String {
        self.say("month", vec![("number", Arg::Number(f64::from(month)))])
    }

    /// A month with its year, for tables and charts.
    pub(crate) fn month_of(&self, year: i16, month: i8) -> String {
        PartialDate::month(year, month).map_or_else(String::new, |month| self.vague(month.into()))
    }

    /// When something was, as it stands in a sentence: `on 10 July`, `in July 2025`.
    pub(crate) fn when(&self, date: Precise, known_year: Option<i16>) -> String {
        let written = self.date(date, known_year);
        let id = match (date.from.as_day(), date.from.months()) {
            (Some(_), _) => "on-date",
            (None, Some(_)) => "in-month",
            (None, None) => "in-year",
        };
        self.say(id, vec![("date", written.into())])
    }

    /// A period as a heading: a week by its number, a month, a year, else its days.
    pub(crate) fn period(&self, from: Date, to: Date) -> String {
        let days = self.date(Precise::days(from, to), None);
        let (first, last) = (from.first_of_month(), from.last_of_month());
        let text = if from.weekday() == Weekday::Monday && from.tomorrow().is_ok() && is_week(from, to) {
            let week = from.iso_week_date().week().to_string();
            self.say("period-week", vec![("week", week.into()), ("dates", days.into())])
        } else if (from, to) == (first, last) {
            self.month_of(from.year(), from.month())
        } else if (from.day_of_year(), to) == (1, from.last_of_year()) {
            from.year().to_string()
        } else {
            days
        };
        super::text::capitalised(&text)
    }
}

/// Whether the second of two days is the sixth after the first.
fn is_week(from: Date, to: Date) -> bool {
    from.until(to).is_ok_and(|span| span.get_days() == 6)
}
