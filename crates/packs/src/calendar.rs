//! What the months are called in any language, and how years are counted where not from the common era.

use document::{Era, Months};

use crate::blob::{Reader, Writer};
use crate::error::PackError;
use crate::table::{PackFile, rows};

/// Names of months and of eras.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Calendar {
    pub(crate) months: Vec<Months>,
    pub(crate) eras: Vec<Era>,
}

impl Calendar {
    /// Reads `months.tsv`: a language a line, its twelve months with spaces between them, the forms of each with `|`.
    pub(crate) fn add_months(&mut self, file: &PackFile, errors: &mut Vec<PackError>) {
        for row in rows(file, &["language", "months"], 2, errors) {
            let forms: Vec<Vec<String>> =
                row.cells[1].split(' ').map(|month| month.split('|').map(str::to_lowercase).collect()).collect();
            if forms.len() == 12 && forms.iter().flatten().all(|form| !form.is_empty()) {
                self.months.push(Months { language: row.cells[0].to_owned(), forms });
            } else {
                errors.push(row.error("these are not twelve months", "write twelve, with single spaces between them"));
            }
        }
    }

    /// Reads `eras.tsv`: the name of an era and the year before its first.
    pub(crate) fn add_eras(&mut self, file: &PackFile, errors: &mut Vec<PackError>) {
        for row in rows(file, &["era", "before"], 2, errors) {
            match row.cells[1].parse() {
                Ok(before) => self.eras.push(Era { name: row.cells[0].to_owned(), before }),
                Err(_) => {
                    errors.push(row.error(format!("`{}` is no year", row.cells[1]), "write the year before the first"))
                }
            }
        }
    }
}

pub(crate) fn write_calendar(calendar: &Calendar, out: &mut Writer) {
    out.list(&calendar.months, |out, months| {
        out.text(&months.language);
        out.list(&months.forms, |out, forms| out.list(forms, |out, form| out.text(form)));
    });
    out.list(&calendar.eras, |out, era| {
        out.text(&era.name);
        out.text(&era.before.to_string());
    });
}

pub(crate) fn read_calendar(from: &mut Reader<'_>) -> Calendar {
    let months =
        from.list(|from| Months { language: from.string(), forms: from.list(|from| from.list(Reader::string)) });
    let eras =
        from.list(|from| Era { name: from.string(), before: from.text().parse().expect("only years are written") });
    Calendar { months, eras }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_months_and_eras() {
        let file = |path: &str, text: &str| PackFile { path: path.to_owned(), text: text.to_owned() };
        let months = "language\tmonths\nxx\ta|Aa b c d e f g h i j k l\nyy\ta b c\n";
        let (mut calendar, mut errors) = (Calendar::default(), Vec::new());
        calendar.add_months(&file("world/months.tsv", months), &mut errors);
        calendar.add_eras(&file("world/eras.tsv", "era\tbefore\nGreat\t1911\nSmall\tnone\n"), &mut errors);
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(said.len() == 2 && said[0].contains("months.tsv:3") && said[1].contains("eras.tsv:3"), "{said:?}");
        assert_eq!((calendar.months[0].forms[0].join(" "), calendar.eras[0].before), ("a aa".to_owned(), 1911));
        let mut out = Writer::default();
        write_calendar(&calendar, &mut out);
        assert_eq!(read_calendar(&mut Reader::of(&out.bytes)), calendar);
    }
}
