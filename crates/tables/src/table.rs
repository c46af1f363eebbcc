//! A table: its columns with their types, and the values of a row.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Text.
    Text,
    /// A JSON value: nested in JSON Lines, text elsewhere.
    Json,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// True or false.
    Flag,
    /// Bytes: base64 in JSON Lines and CSV.
    Bytes,
    /// A point in time to the millisecond, in UTC: RFC 3339 in JSON Lines and CSV.
    Moment,
    /// A calendar day.
    Day,
    /// Texts: an array in JSON Lines, a list in Parquet, joined by `|` in CSV.
    List,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub of: Type,
}

/// A table.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, which is that of its file too.
    pub name: &'static str,
    /// What a row is, in a few words.
    pub about: &'static str,
    /// Whether it holds what a register is made of; else it is derived.
    pub kept: bool,
    /// Its columns, in order.
    pub columns: &'static [Column],
}

impl Table {
    /// The place of a column.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.name == column)
    }
}

/// What stands in one column of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    None,
    /// Of [`Type::Text`].
    Text(String),
    /// Of [`Type::Json`].
    Json(String),
    /// Of [`Type::Integer`].
    Integer(i64),
    /// Of [`Type::Number`].
    Number(f64),
    /// Of [`Type::Flag`].
    Flag(bool),
    /// Of [`Type::Bytes`].
    Bytes(Vec<u8>),
    /// Of [`Type::Moment`]: milliseconds since 1970.
    Moment(i64),
    /// Of [`Type::Day`]: days since 1970.
    Day(i32),
    /// Of [`Type::List`].
    List(Vec<String>),
}

impl Value {
    /// Whether it may stand in a column of some type.
    pub fn is_of(&self, of: Type) -> bool {
        match self {
            Self::None => true,
            Self::Text(_) => of == Type::Text,
            Self::Json(_) => of == Type::Json,
            Self::Integer(_) => of == Type::Integer,
            Self::Number(_) => of == Type::Number,
            Self::Flag(_) => of == Type::Flag,
            Self::Bytes(_) => of == Type::Bytes,
            Self::Moment(_) => of == Type::Moment,
            Self::Day(_) => of == Type::Day,
            Self::List(_) => of == Type::List,
        }
    }

    /// About how many bytes it takes.
    pub(crate) fn size_bytes(&self) -> usize {
        match self {
            Self::Text(text) | Self::Json(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
            Self::List(list) => list.iter().map(|text| text.len() + 8).sum(),
            _ => 8,
        }
    }

    /// The name of something, as text.
    pub(crate) fn name(of: impl ToString) -> Self {
        Self::Text(of.to_string())
    }

    /// The names of several things.
    pub(crate) fn names<T: ToString>(of: &[T]) -> Self {
        Self::List(of.iter().map(T::to_string).collect())
    }

    /// A number of few digits, with no more digits than it has there.
    pub(crate) fn short(number: f32) -> Self {
        number.to_string().parse().map_or(Self::None, Self::Number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

macro_rules! whole_numbers {
    ($($of:ty),+) => {$(
        impl From<$of> for Value {
            fn from(number: $of) -> Self {
                Self::Integer(i64::from(number))
            }
        }
    )+};
}

whole_numbers!(u8, u16, i16, u32, i64);

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

impl From<document::PartialDate> for Value {
    fn from(date: document::PartialDate) -> Self {
        Self::Text(date.to_string())
    }
}

impl From<&[String]> for Value {
    fn from(list: &[String]) -> Self {
        Self::List(list.to_vec())
    }
}

impl From<&Vec<String>> for Value {
    fn from(list: &Vec<String>) -> Self {
        Self::List(list.clone())
    }
}

/// A row of values.
macro_rules! row {
    ($($value:expr),+ $(,)?) => { vec![$($crate::table::Value::from($value)),+] };
}
pub(crate) use row;

macro_rules! columns {
    ($($name:ident = $of:ident),+ $(,)?) => {$(
        pub(crate) const fn $name(name: &'static str) -> Column {
            Column { name, of: Type::$of }
        }
    )+};
}

columns! {
    text = Text, json = Json, integer = Integer, number = Number, flag = Flag, bytes = Bytes, moment = Moment, day = Day,
    list = List,
}
