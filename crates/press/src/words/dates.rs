//! Days, months, years and stretches of them, as a language writes them.

use document::PartialDate;
use jiff::civil::{Date, Weekday};

use super::{Arg, Args, Words};

/// The first and last day of a stretch, as precise as they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precise {
    /// The first.
    pub from: PartialDate,
    /// The last.
    pub to: PartialDate,
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
    pub fn days(from: Date, to: Date) -> Self {
        Self { from: from.into(), to: to.into() }
    }
}

impl Words<'_> {
    /// A date or stretch of dates: `8–11 July 2025`. Without the year where it is one that the reader knows.
    pub fn date(&self, date: Precise, known_year: Option<i16>) -> String {
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
    pub fn range(&self, from: String, to: String) -> String {
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
    pub fn month(&self, month: i8) -> String {
        self.say("month", vec![("number", Arg::Number(f64::from(month)))])
    }

    /// A month with its year, for tables and charts.
    pub fn month_of(&self, year: i16, month: i8) -> String {
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
    pub fn period(&self, from: Date, to: Date) -> String {
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

#[cfg(test)]
mod tests {
    use document::PartialDate;

    use super::*;

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        let packs = embedded::packs();
        let check = |language: &str| {
            let words = Words::new(&packs, language).unwrap();
            let date = |text: &str| text.parse::<PartialDate>().unwrap();
            let stretches = [
                ("2025-07-10", "2025-07-10"),
                ("2025-07-08", "2025-07-11"),
                ("2025-06-30", "2025-07-02"),
                ("2025-12-30", "2026-01-02"),
                ("2025-07", "2025-07"),
                ("2025", "2025"),
                ("2026", "2035"),
            ];
            let told = |known: Option<i16>| {
                let told = stretches.map(|(from, to)| words.when(Precise { from: date(from), to: date(to) }, known));
                told.join("; ")
            };
            let day = |text: &str| text.parse::<Date>().unwrap();
            let periods = [
                ("2025-07-07", "2025-07-13"),
                ("2025-07-01", "2025-07-31"),
                ("2025-01-01", "2025-12-31"),
                ("2025-07-08", "2025-07-13"),
            ];
            let periods = periods.map(|(from, to)| words.period(day(from), day(to)));
            format!("{}\n{}\n{}", told(None), told(Some(2025)), periods.join("; "))
        };
        insta::assert_snapshot!(check("en"), @"
        on 10 July 2025; on 8–11 July 2025; on 30 June–2 July 2025; on 30 December 2025–2 January 2026; in July 2025; in 2025; in 2026–2035
        on 10 July; on 8–11 July; on 30 June–2 July; on 30 December 2025–2 January 2026; in July 2025; in 2025; in 2026–2035
        Week 28, 7–13 July 2025; July 2025; 2025; 8–13 July 2025
        ");
        insta::assert_snapshot!(check("sv"), @"
        den 10 juli 2025; den 8–11 juli 2025; den 30 juni–2 juli 2025; den 30 december 2025–2 januari 2026; i juli 2025; under 2025; under 2026–2035
        den 10 juli; den 8–11 juli; den 30 juni–2 juli; den 30 december 2025–2 januari 2026; i juli 2025; under 2025; under 2026–2035
        Vecka 28, 7–13 juli 2025; Juli 2025; 2025; 8–13 juli 2025
        ");
        insta::assert_snapshot!(check("vi"), @"
        ngày 10/7/2025; ngày 8-11/7/2025; ngày 30/6-2/7/2025; ngày 30/12/2025-2/1/2026; tháng 7/2025; năm 2025; năm 2026-2035
        ngày 10/7; ngày 8-11/7; ngày 30/6-2/7; ngày 30/12/2025-2/1/2026; tháng 7/2025; năm 2025; năm 2026-2035
        Tuần 28, 7-13/7/2025; Tháng 7/2025; 2025; 8-13/7/2025
        ");
    }
}
