//! The fields of the index.
//!
//! Every kind of entry has an index of its own with the same fields: what is common in claims is then not taken for common in
//! engagements, and whoever looks for engagements passes over nothing else. Only names are stored; what is shown comes
//! from the register.

use std::hash::{Hash as _, Hasher as _};

use packs::Packs;
use rustc_hash::FxHasher;
use tantivy::schema::{Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};

use crate::words::{apart, plain, stemmed};

/// The number of this form of the index; a change of fields, words or what entries put into them needs another.
const FORM: u32 = 1;

/// The words of one language.
#[derive(Clone)]
pub(crate) struct Tongue {
    /// ISO 639-1 code.
    pub(crate) code: String,
    /// The field of its texts.
    pub(crate) field: Field,
    /// How it is brought to stems.
    pub(crate) stemmer: Option<&'static str>,
}

impl Tongue {
    pub(crate) fn analyzer(&self) -> TextAnalyzer {
        stemmed(self.stemmer)
    }
}

/// All fields.
#[derive(Clone)]
pub(crate) struct Fields {
    pub(crate) schema: Schema,
    /// Names the entry.
    pub(crate) id: Field,
    /// The entry of the register with which it changes.
    pub(crate) owner: Field,
    pub(crate) party: Field,
    pub(crate) actor: Field,
    pub(crate) addressee: Field,
    pub(crate) kind: Field,
    pub(crate) topic: Field,
    pub(crate) claim: Field,
    pub(crate) person: Field,
    pub(crate) country: Field,
    pub(crate) city: Field,
    pub(crate) language: Field,
    pub(crate) source: Field,
    pub(crate) is: Field,
    pub(crate) state: Field,
    /// First day, in days since 1970.
    pub(crate) start: Field,
    /// Last day.
    pub(crate) end: Field,
    /// The day after which a matter of which nobody speaks has lapsed.
    pub(crate) lapses: Field,
    /// Texts, a field a language.
    pub(crate) tongues: Vec<Tongue>,
    /// All texts, without marks.
    pub(crate) plain: Field,
    version: String,
}

/// The names under which fields with numbers are found in their columns.
pub(crate) const START: &str = "start";

fn words(tokenizer: &str) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer);
    TextOptions::default().set_indexing_options(indexing.set_index_option(IndexRecordOption::WithFreqsAndPositions))
}

/// A field whose values are whole, not words.
fn whole() -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_fieldnorms(false);
    TextOptions::default().set_indexing_options(indexing.set_index_option(IndexRecordOption::Basic))
}

fn counted() -> TextOptions {
    whole().set_fast("raw")
}

impl Fields {
    /// The fields for the languages of some packs.
    pub(crate) fn of(packs: &Packs) -> Self {
        let mut schema = Schema::builder();
        let number = || NumericOptions::default().set_fast();
        let mut version = FxHasher::default();
        FORM.hash(&mut version);
        let mut tongues = Vec::new();
        for language in &packs.languages {
            (&language.code, language.stemmer).hash(&mut version);
            let name = format!("text_{}", language.code);
            let field = schema.add_text_field(&name, words(&name));
            tongues.push(Tongue { code: language.code.clone(), field, stemmer: language.stemmer });
        }
        Self {
            tongues,
            plain: schema.add_text_field("text", words("plain")),
            id: schema.add_text_field("id", TextOptions::default().set_stored()),
            owner: schema.add_text_field("owner", whole()),
            party: schema.add_text_field("party", counted()),
            actor: schema.add_text_field("actor", whole()),
            addressee: schema.add_text_field("addressee", whole()),
            kind: schema.add_text_field("kind", counted()),
            topic: schema.add_text_field("topic", counted()),
            claim: schema.add_text_field("claim", counted()),
            person: schema.add_text_field("person", words("apart")),
            country: schema.add_text_field("country", whole()),
            city: schema.add_text_field("city", whole()),
            language: schema.add_text_field("language", counted()),
            source: schema.add_text_field("source", words("plain")),
            is: schema.add_text_field("is", whole()),
            state: schema.add_text_field("state", whole()),
            start: schema.add_i64_field(START, number()),
            end: schema.add_i64_field("end", number()),
            lapses: schema.add_i64_field("lapses", number()),
            version: format!("{:016x}", version.finish()),
            schema: schema.build(),
        }
    }

    /// Another where anything is that an index depends on.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// How the words of each field are taken apart.
    pub(crate) fn tokenizers(&self) -> TokenizerManager {
        let tokenizers = TokenizerManager::default();
        for tongue in &self.tongues {
            tokenizers.register(&format!("text_{}", tongue.code), tongue.analyzer());
        }
        tokenizers.register("plain", plain());
        tokenizers.register("apart", apart());
        tokenizers
    }

    /// The words of a language, where a pack has it.
    pub(crate) fn tongue(&self, code: Option<&str>) -> Option<&Tongue> {
        self.tongues.iter().find(|tongue| Some(&*tongue.code) == code)
    }
}
