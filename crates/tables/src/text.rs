//! Values as text, for formats that hold nothing else, and back.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use jiff::civil::Date;
use register::{date, day};

use crate::table::{Type, Value};

/// What stands between the texts of a list.
const BETWEEN: &str = "|";

/// A point in time as RFC 3339; where the calendar does not reach, the bare number of milliseconds.
pub(crate) fn moment(at_ms: i64) -> String {
    Timestamp::from_millisecond(at_ms).map_or_else(|_| at_ms.to_string(), |at| at.to_string())
}

/// A value as text; nothing where there is none.
pub(crate) fn printed(value: &Value) -> Option<String> {
    Some(match value {
        Value::None => return None,
        Value::Text(text) | Value::Json(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Bytes(bytes) => STANDARD.encode(bytes),
        Value::Moment(at_ms) => moment(*at_ms),
        Value::Day(at) => date(*at).to_string(),
        Value::List(list) => list.join(BETWEEN),
    })
}

/// The value that a text gives in a column of some type; `None` where it gives none.
pub(crate) fn parsed(text: &str, of: Type) -> Option<Value> {
    Some(match of {
        Type::Text => Value::Text(text.to_owned()),
        Type::Json => Value::Json(text.to_owned()),
        Type::Integer => Value::Integer(text.parse().ok()?),
        Type::Number => Value::Number(text.parse().ok()?),
        Type::Flag => Value::Flag(text.parse().ok()?),
        Type::Bytes => Value::Bytes(STANDARD.decode(text).ok()?),
        Type::Moment => {
            let at_ms = text.parse::<Timestamp>().map(Timestamp::as_millisecond);
            Value::Moment(at_ms.ok().or_else(|| text.parse().ok())?)
        }
        Type::Day => Value::Day(text.parse::<Date>().map(day).ok()?),
        Type::List => Value::List(text.split(BETWEEN).filter(|text| !text.is_empty()).map(str::to_owned).collect()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_prints() {
        for (value, of) in [
            (Value::Text("“Hà Nội”, \"quoted\"\nand more".to_owned()), Type::Text),
            (Value::Integer(-3), Type::Integer),
            (Value::Number(18e9), Type::Number),
            (Value::Number(0.1), Type::Number),
            (Value::Flag(true), Type::Flag),
            (Value::Bytes(vec![0, 255, 13, 10]), Type::Bytes),
            (Value::Moment(1_752_105_600_123), Type::Moment),
            (Value::Moment(i64::MAX), Type::Moment),
            (Value::Day(20_279), Type::Day),
            (Value::List(vec!["VN".to_owned(), "JP".to_owned()]), Type::List),
        ] {
            assert_eq!(parsed(&printed(&value).unwrap(), of), Some(value));
        }
        assert_eq!(parsed("yesterday", Type::Moment), None);
        assert_eq!(parsed("?", Type::Bytes), None);
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
    }
}
