//! The values of a column that wait to be written.

use ::parquet::column::writer::ColumnWriterImpl;
use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use ::parquet::errors::Result;
use ::parquet::file::writer::SerializedColumnWriter;

use crate::table::{Type, Value};

/// The values of a column that wait to be written.
pub(super) struct Buffer {
    values: Values,
    /// For each entry whether a value is there; see [`LIST`] for lists.
    defined: Vec<i16>,
    /// For each entry of a list whether it goes on with the one before.
    repeated: Vec<i16>,
}

enum Values {
    Integers(Vec<i64>),
    Days(Vec<i32>),
    Numbers(Vec<f64>),
    Flags(Vec<bool>),
    Bytes(Vec<ByteArray>),
    Lists(Vec<ByteArray>),
}

/// How far a list is there: not at all, but empty, with an element.
const LIST: [i16; 3] = [0, 1, 2];

impl Buffer {
    pub(super) fn new(of: Type) -> Self {
        let values = match of {
            Type::Integer | Type::Moment => Values::Integers(Vec::new()),
            Type::Day => Values::Days(Vec::new()),
            Type::Number => Values::Numbers(Vec::new()),
            Type::Flag => Values::Flags(Vec::new()),
            Type::Text | Type::Json | Type::Bytes => Values::Bytes(Vec::new()),
            Type::List => Values::Lists(Vec::new()),
        };
        Self { values, defined: Vec::new(), repeated: Vec::new() }
    }

    /// Takes a value of the column's type; another counts as none.
    pub(super) fn put(&mut self, value: &Value) {
        if let (Values::Lists(values), Value::List(list)) = (&mut self.values, value) {
            if list.is_empty() {
                self.defined.push(LIST[1]);
                self.repeated.push(0);
            }
            for (at, text) in list.iter().enumerate() {
                values.push(ByteArray::from(text.as_str()));
                self.defined.push(LIST[2]);
                self.repeated.push(i16::from(at > 0));
            }
            return;
        }
        let there = match (&mut self.values, value) {
            (Values::Integers(values), Value::Integer(number) | Value::Moment(number)) => push(values, *number),
            (Values::Days(values), Value::Day(day)) => push(values, *day),
            (Values::Numbers(values), Value::Number(number)) => push(values, *number),
            (Values::Flags(values), Value::Flag(flag)) => push(values, *flag),
            (Values::Bytes(values), Value::Text(text) | Value::Json(text)) => {
                push(values, ByteArray::from(text.as_str()))
            }
            (Values::Bytes(values), Value::Bytes(bytes)) => push(values, ByteArray::from(bytes.clone())),
            _ => false,
        };
        self.defined.push(i16::from(there));
        self.repeated.push(0);
    }

    /// Writes all values, and is empty again.
    pub(super) fn write(&mut self, writer: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let levels = (&self.defined[..], None);
        match &mut self.values {
            Values::Integers(values) => write::<Int64Type>(writer.typed::<Int64Type>(), values, levels)?,
            Values::Days(values) => write::<Int32Type>(writer.typed::<Int32Type>(), values, levels)?,
            Values::Numbers(values) => write::<DoubleType>(writer.typed::<DoubleType>(), values, levels)?,
            Values::Flags(values) => write::<BoolType>(writer.typed::<BoolType>(), values, levels)?,
            Values::Bytes(values) => write::<ByteArrayType>(writer.typed::<ByteArrayType>(), values, levels)?,
            Values::Lists(values) => {
                let levels = (&self.defined[..], Some(&self.repeated[..]));
                write::<ByteArrayType>(writer.typed::<ByteArrayType>(), values, levels)?;
            }
        }
        self.defined.clear();
        self.repeated.clear();
        Ok(())
    }
}

/// Keeps a value; it is there.
fn push<T>(values: &mut Vec<T>, value: T) -> bool {
    values.push(value);
    true
}

fn write<T: DataType>(
    writer: &mut ColumnWriterImpl<'_, T>,
    values: &mut Vec<T::T>,
    (defined, repeated): (&[i16], Option<&[i16]>),
) -> Result<()> {
    writer.write_batch(values, Some(defined), repeated)?;
    values.clear();
    Ok(())
}
