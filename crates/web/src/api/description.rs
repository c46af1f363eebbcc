//! The description of the API: OpenAPI 3.1, made from the routes and types.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde_json::{Map, Value, json};
use utoipa::openapi::{ObjectBuilder, OpenApi, RefOr, Schema};
use utoipa::{OpenApi as _, PartialSchema, ToSchema};

use super::trouble::{self, Details};

/// The schema of papers, as it is written out for all who read them.
const PAPER: &str = include_str!("../../../../schema/paper.schema.json");

/// What stands above the routes.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Chancery",
        description = "The register of engagements: who met, called, visited or wrote to whom, and what was agreed, asked, pledged and said. What is read carries an ETag; send it back as If-None-Match, and what did not change is not sent again. What is sent is JSON, and comes from this machine. Lists go on at their `next`, handed back as `cursor`.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    components(schemas(Details)),
    tags(
        (name = "engagements", description = "What took place, as all accounts tell it together."),
        (name = "accounts", description = "What one document says of one engagement."),
        (name = "claims", description = "What was agreed, asked, pledged and said."),
        (name = "people", description = "Who takes part, with their offices."),
        (name = "parties", description = "States and organisations."),
        (name = "matters", description = "What runs through the claims, and how it stands."),
        (name = "disputes", description = "On what accounts differ."),
        (name = "rulings", description = "What people decided."),
        (name = "documents", description = "What was published."),
        (name = "search", description = "Words and fields over all entries."),
        (name = "digests", description = "Papers made of a period."),
    )
)]
struct Head;

/// What stands above the routes.
pub(super) fn head() -> OpenApi {
    let mut head = Head::openapi();
    head.info.version = env!("CARGO_PKG_VERSION").to_owned();
    head
}

/// The whole description.
pub(crate) static WHOLE: LazyLock<Value> = LazyLock::new(|| {
    let (_, described) = super::described();
    let mut whole = serde_json::to_value(described).expect("it is plain data");
    for (_, item) in whole["paths"].as_object_mut().into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            answers(method, &mut operation["responses"]);
            let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
            parameters.into_iter().flatten().for_each(|parameter| filled(&mut parameter["schema"]));
        }
    }
    whole["components"]["responses"] = json!({
        "Problem": {
            "description": "What went wrong, and what to do about it.",
            "content": { (trouble::KIND): { "schema": { "$ref": "#/components/schemas/Problem" } } },
        },
        "Known": { "description": "Nothing has changed since the answer whose ETag came as If-None-Match." },
    });
    paper(&mut whole["components"]["schemas"]);
    whole
});

/// What every operation may answer too.
fn answers(method: &str, responses: &mut Value) {
    for status in ["4XX", "5XX"] {
        responses[status] = json!({ "$ref": "#/components/responses/Problem" });
    }
    if method == "get" {
        responses["304"] = json!({ "$ref": "#/components/responses/Known" });
    }
}

/// Says of a parameter that its texts hold something.
fn filled(schema: &mut Value) {
    if let Some(items) = schema.get_mut("items") {
        filled(items);
    } else if schema.get("enum").is_none() && schema["type"].to_string().contains("\"string\"") {
        schema["minLength"] = json!(1);
    }
}

/// Writes out the schema of papers, its parts under names of their own.
fn paper(schemas: &mut Value) {
    let moved = PAPER.replace("#/$defs/", "#/components/schemas/Paper.");
    let mut paper: Map<String, Value> = serde_json::from_str(&moved).expect("the schema of papers is JSON");
    paper.remove("$schema");
    let Some(Value::Object(parts)) = paper.remove("$defs") else { return };
    schemas["Paper"] = Value::Object(paper);
    for (name, part) in parts {
        schemas[format!("Paper.{name}")] = part;
    }
}

/// Stands for papers until their schema is written out.
pub(crate) struct PaperSchema;

impl PartialSchema for PaperSchema {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().into()
    }
}

impl ToSchema for PaperSchema {
    fn name() -> Cow<'static, str> {
        "Paper".into()
    }
}

/// The description as a file.
pub(super) async fn show() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], format!("{:#}\n", *WHOLE))
}
