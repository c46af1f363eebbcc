//! The description of the API, for people.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use serde_json::Value;

use super::html;
use super::shell::Shell;
use crate::api;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::problem::Problem;
use crate::seen::escaped;
use crate::tongue::Tongue;

#[derive(Template)]
#[template(path = "api.html")]
struct Guide<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    about: &'a str,
    groups: Vec<Group<'a>>,
    problems: Vec<(&'static str, u16, &'static str)>,
}

/// Routes of one kind of entry.
struct Group<'a> {
    name: &'a str,
    about: &'a str,
    operations: Vec<Operation<'a>>,
}

/// One method of one path.
struct Operation<'a> {
    method: String,
    path: &'a str,
    summary: &'a str,
    about: &'a str,
    parameters: Vec<Parameter<'a>>,
    body: Option<String>,
    answer: String,
}

struct Parameter<'a> {
    name: &'a str,
    required: bool,
    kind: String,
    about: &'a str,
}

/// The guide to the API.
pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    let whole = &*api::DESCRIPTION;
    let t = desk.tongue(&asking);
    let title = t.w("api-title");
    let groups = whole["tags"].as_array().into_iter().flatten().map(|tag| group(whole, tag)).collect();
    let about = text(&whole["info"]["description"]);
    html(&Guide { shell: Shell::around(&desk, &asking, "", title), t, about, groups, problems: api::problems() })
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn group<'a>(whole: &'a Value, tag: &'a Value) -> Group<'a> {
    let name = text(&tag["name"]);
    let mut operations = Vec::new();
    for (path, item) in whole["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            if operation["tags"][0] == name {
                operations.push(self::operation(path, method, operation));
            }
        }
    }
    Group { name, about: text(&tag["description"]), operations }
}

fn operation<'a>(path: &'a str, method: &str, operation: &'a Value) -> Operation<'a> {
    let parameter = |parameter: &'a Value| Parameter {
        name: text(&parameter["name"]),
        required: parameter["required"] == true,
        kind: kind(&parameter["schema"]),
        about: text(&parameter["description"]),
    };
    let answers = operation["responses"].as_object().into_iter().flatten();
    let good = answers.filter(|(status, _)| status.starts_with('2'));
    let answer = good.map(|(status, answer)| format!("{status}: {}", text(&answer["description"]))).collect::<Vec<_>>();
    let body = &operation["requestBody"]["content"]["application/json"]["schema"];
    Operation {
        method: method.to_uppercase(),
        path,
        summary: text(&operation["summary"]),
        about: text(&operation["description"]),
        parameters: operation["parameters"].as_array().into_iter().flatten().map(parameter).collect(),
        body: (!body.is_null()).then(|| kind(body)),
        answer: answer.join(" "),
    }
}

/// What a value may be, in a few words of JSON Schema.
fn kind(schema: &Value) -> String {
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().map(text).collect::<Vec<_>>().join(", ");
    }
    if let Some(name) = schema["$ref"].as_str() {
        return name.rsplit('/').next().unwrap_or_default().to_owned();
    }
    let mut either = schema["oneOf"].as_array().into_iter().flatten().filter(|one| one["type"] != "null");
    if let Some(one) = either.next_back() {
        return kind(one);
    }
    match &schema["type"] {
        Value::Array(types) => types.iter().map(text).filter(|one| *one != "null").collect::<Vec<_>>().join(", "),
        Value::String(name) if name == "array" => format!("{} …", kind(&schema["items"])),
        other => text(other).to_owned(),
    }
}

/// A text with what stands in backquotes as code, as markup.
pub(super) fn coded(text: &str) -> String {
    let part = |(at, part): (usize, &str)| match at % 2 {
        1 => format!("<code>{}</code>", escaped(part)),
        _ => escaped(part),
    };
    text.split('`').enumerate().map(part).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{coded, kind};

    #[test]
    fn tells_what_a_value_may_be() {
        for (schema, told) in [
            (json!({ "type": ["string", "null"] }), "string"),
            (json!({ "type": "array", "items": { "enum": ["a", "b"] } }), "a, b …"),
            (json!({ "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/X" }] }), "X"),
            (json!({}), ""),
        ] {
            assert_eq!(kind(&schema), told);
        }
        assert_eq!(coded("take `a<b` or c"), "take <code>a&#60;b</code> or c");
    }
}
