//! What must hold for packs of any files.

use document::tokenize;
use packs::{Layer, Marks, PackFile, Packs, UNKNOWN};
use proptest::collection::vec;
use proptest::prelude::*;

/// The least that packs need, for a language with the files given.
fn with(files: &[(&str, String)]) -> Vec<PackFile> {
    let file = |path: &str, text: &str| PackFile { path: path.to_owned(), text: text.to_owned() };
    let least = [
        ("world/pack.toml", "language = \"world\"\nname = \"World\"\n"),
        ("world/states.tsv", "code\talpha3\tcapital\nNO\tNOR\t\nMD\tMDA\t\n"),
        ("world/organisations.tsv", "code\tnames\tseat\tmembers\n"),
        ("world/cities.tsv", "city\tcountry\tnames\n"),
        ("world/forums.tsv", "series\tnames\torganisation\tsessions\n"),
        ("xx/pack.toml", "language = \"xx\"\nname = \"X\"\ngenitive = [\"'s\"]\nfold = [[\"oà\", \"òa\"]]\n"),
    ];
    let kept = least.into_iter().filter(|(path, _)| files.iter().all(|(other, _)| other != path));
    kept.map(|(path, text)| file(path, text)).chain(files.iter().map(|(path, text)| file(path, text))).collect()
}

const FILES: [(&str, &str); 28] = [
    ("xx/pack.toml", "language = \"xx\""),
    ("xx/function-words.txt", ""),
    ("xx/abbreviations.txt", ""),
    ("xx/furniture.tsv", "phrase\twhat"),
    ("xx/parties.tsv", "code\tnames\tadjectives\tdemonyms"),
    ("xx/cities.tsv", "city\tnames"),
    ("xx/offices.tsv", "phrase\toffice\trole\tparty"),
    ("xx/portfolios.tsv", "phrase\tclass"),
    ("xx/honorifics.tsv", "phrase\tgender"),
    ("xx/not-names.txt", ""),
    ("xx/links.tsv", "phrase\tclass"),
    ("xx/references.tsv", "phrase\twhat"),
    ("xx/months.tsv", "number\tforms"),
    ("xx/dates.tsv", "pattern\tmeaning"),
    ("xx/numbers.tsv", "forms\tvalue\tkind"),
    ("xx/units.tsv", "forms\tunit"),
    ("xx/occasions.tsv", "phrase\twhat"),
    ("xx/topics.tsv", "phrase\ttopics\tcode"),
    ("xx/triggers.tsv", "phrase\tkind\tshape\tnote"),
    ("xx/claims.tsv", "phrase\ttype\tjoint\tlevel\tstrength\tnote"),
    ("xx/cues.tsv", "phrase\ttype\tjoint\tnote"),
    ("xx/compounds.txt", ""),
    ("xx/cases.txt", ""),
    ("xx/model.tsv", "feature\tclass\tweight"),
    ("world/organisations.tsv", "code\tnames\tseat\tmembers"),
    ("world/forums.tsv", "series\tnames\torganisation\tsessions"),
    ("world/leaders.tsv", "code\tnames"),
    ("world/treaties.tsv", "code\tnames\ttopics\twhat"),
];

/// Text of the parts that packs are made of.
fn cell() -> impl Strategy<Value = String> {
    let parts: Vec<&'static str> = "a;b ;met ;with ;Norway;U.S. ;(;|;);[;];…;*;\u{2019};oà;Đ;1;5;-1;1968;yearly 1968;28=2023;{day};{month};{mm};{year};-;NO;MD;meeting;verb;\
        act;report;pledge;position;trade;head;session;body;AMM;date;published-1;weekday;full;minister;suffix;word a;pair a b;signal always;@;0.5;cardinal;ordinal;m;\u{301};\u{200b};é;\u{130};ß;~ meeting NO;!; "
        .split(';')
        .collect();
    vec(prop::sample::select(parts), 0..6).prop_map(|parts| parts.concat())
}

fn file() -> impl Strategy<Value = (&'static str, String)> {
    let lines = vec(vec(cell(), 0..5).prop_map(|cells| cells.join("\t")), 0..4);
    let of =
        |((path, head), lines): ((&'static str, &str), Vec<String>)| (path, format!("{head}\n{}\n", lines.join("\n")));
    (prop::sample::select(FILES.to_vec()), lines).prop_map(of)
}

/// Marks of a text that is one sentence.
fn scan(packs: &Packs, text: &str) -> Marks {
    let (language, tokens) = (&packs.languages[0], tokenize(text));
    let (lexicon, all) = (&language.lexicon, 0..tokens.len() as u32);
    let mut words = vec![UNKNOWN; tokens.len()];
    lexicon.number(text, &tokens, &mut words);
    lexicon.shorten(text, &tokens, &mut words);
    let mut marks = Marks::default();
    lexicon.scan(text, &tokens, &words, all.clone(), &mut marks);
    language.dates.find(lexicon, text, &tokens, &words, marks.last(Layer::Figures), all);
    marks
}

fn words() -> impl Strategy<Value = String> {
    let words = vec!["a", "b", "c", "dd", "Ee", "FF", "hòa", "internationalization", "5", "-"];
    vec(prop::sample::select(words), 1..5).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn are_refused_or_read(files in vec(file(), 0..4), text in cell()) {
        match Packs::from_files(&with(&files)) {
            Ok(packs) => drop(scan(&packs, &text)),
            Err(mistakes) => prop_assert!(mistakes.iter().all(|mistake| !mistake.to_string().is_empty())),
        }
    }

    #[test]
    fn of_any_text_are_refused_or_read(path in "(xx|world)/[a-z.-]{1,12}", text in "\\PC{0,60}") {
        drop(Packs::from_files(&with(&[(&path, text)])));
    }

    /// Whatever phrases share, each is found where it stands alone, by a line that is the same.
    #[test]
    fn find_each_of_their_phrases(phrases in vec(words(), 1..12), around in words()) {
        let table = phrases.iter().fold("phrase\ttopics\n".to_owned(), |table, phrase| format!("{table}{phrase}\ttrade\n"));
        let packs = Packs::from_files(&with(&[("xx/topics.tsv", table)])).unwrap();
        let lexicon = &packs.languages[0].lexicon;
        for phrase in &phrases {
            let marks = scan(&packs, phrase);
            let first = &marks.all(Layer::Topics)[0];
            prop_assert_eq!((first.start, first.end), (0, tokenize(phrase).len() as u32), "{}", phrase);
            let line = lexicon.of(*first).rule.line as usize;
            prop_assert_eq!(&phrases[line - 2], phrase);
        }
        let text = format!("{} {around} {}", phrases[0], phrases[phrases.len() - 1]);
        let (marks, again) = (scan(&packs, &text), scan(&packs, &text));
        let found = marks.all(Layer::Topics);
        prop_assert_eq!(found, again.all(Layer::Topics));
        prop_assert!(found.windows(2).all(|two| two[0].end <= two[1].start));
        prop_assert!(found.iter().all(|mark| marks.at(Layer::Topics, mark.start) == [*mark]));
        let sorted = |all: Vec<String>| {
            let mut all = all;
            all.sort();
            all.dedup();
            all
        };
        let known = lexicon.phrases().into_iter().map(|(phrase, _)| phrase).collect();
        prop_assert_eq!(sorted(known), sorted(phrases.clone()));
    }
}
