//! Content lines of iCalendar (RFC 5545, section 3.1): names and values in, escaped and folded lines out.

/// The bytes that a line may have, without its end.
const WIDTH: usize = 75;

/// Lines of a calendar.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a line as it is. Never anything from outside that was not checked.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{value}"));
    }

    /// Adds a text (section 3.3.11): what would end the line or part the value is escaped, what cannot be seen goes.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for letter in value.chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' => line.push_str("\\n"),
                // Many readers take these for the end of a line.
                '\u{2028}' | '\u{2029}' => line.push(' '),
                _ if letter.is_control() => {}
                _ => line.push(letter),
            }
        }
        self.folded(&line);
    }

    /// The calendar.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Adds a line, broken between letters where it is too long; what goes on begins with a space.
    fn folded(&mut self, line: &str) {
        let mut room = WIDTH;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = WIDTH - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", value);
        lines.finish()
    }

    #[test]
    fn nothing_ends_a_line_or_a_value() {
        assert_eq!(text("a;b,c\\d"), "SUMMARY:a\\;b\\,c\\\\d\r\n");
        assert_eq!(text("a\r\nEND:VEVENT\rb\u{0}c\u{85}d"), "SUMMARY:a\\nEND:VEVENTbcd\r\n");
        assert_eq!(text("a\u{2028}b"), "SUMMARY:a b\r\n");
    }

    #[test]
    fn lines_are_no_longer_than_75_bytes_and_break_no_letter() {
        for letter in ["x", "å", "ữ", "𝒙"] {
            let folded = text(&letter.repeat(200));
            assert!(folded.split("\r\n").all(|line| line.len() <= WIDTH), "{folded}");
            assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", letter.repeat(200)));
        }
        assert_eq!(text(&"x".repeat(67)).matches("\r\n").count(), 1, "75 bytes fit");
    }
}
