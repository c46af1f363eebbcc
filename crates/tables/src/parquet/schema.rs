//! The columns of a table as Parquet has them.

use std::sync::Arc;

use ::parquet::basic::{LogicalType, Repetition, TimeUnit, Type as Physical};
use ::parquet::schema::types::{Type as Node, TypePtr};

use crate::table::{Column, Table, Type};

/// The schema of a table. Every column may be without a value.
pub(super) fn of(table: &Table) -> TypePtr {
    let fields = table.columns.iter().map(field).collect();
    Arc::new(Node::group_type_builder(table.name).with_fields(fields).build().expect("a table is a group of columns"))
}

fn field(column: &Column) -> TypePtr {
    let (physical, logical) = match column.of {
        Type::Text | Type::List => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Type::Json => (Physical::BYTE_ARRAY, Some(LogicalType::Json)),
        Type::Integer => (Physical::INT64, None),
        Type::Number => (Physical::DOUBLE, None),
        Type::Flag => (Physical::BOOLEAN, None),
        Type::Bytes => (Physical::BYTE_ARRAY, None),
        Type::Moment => {
            let logical = LogicalType::timestamp(true, TimeUnit::MILLIS);
            (Physical::INT64, Some(logical))
        }
        Type::Day => (Physical::INT32, Some(LogicalType::Date)),
    };
    let list = column.of == Type::List;
    let repetition = if list { Repetition::REQUIRED } else { Repetition::OPTIONAL };
    let name = if list { "element" } else { column.name };
    let node = Node::primitive_type_builder(name, physical).with_repetition(repetition).with_logical_type(logical);
    let node = Arc::new(node.build().expect("the types fit each other"));
    if !list {
        return node;
    }
    // The three levels that the format asks for: a list, its entries, the element of each.
    let group = |name, repetition, logical, node| {
        let group = Node::group_type_builder(name).with_repetition(repetition).with_logical_type(logical);
        Arc::new(group.with_fields(vec![node]).build().expect("a group of one"))
    };
    let entries = group("list", Repetition::REPEATED, None, node);
    group(column.name, Repetition::OPTIONAL, Some(LogicalType::List), entries)
}
