//! `score --register`: whether the register takes for one engagement what is one.
//!
//! B-cubed (Bagga and Baldwin 1998): for every account, which part of the accounts with which the register puts it belongs with it
//! (precision), and which part of those that belong with it the register puts there (recall); then the mean over all accounts.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use packs::Packs;
use register::{AccountId, Deposit, Origin, PackReader, Read, Register, Sqlite};
use serde::Deserialize;
use serde_json::json;

use crate::figures::{paired, rounded};
use crate::gold::{self, Engagement};
use crate::score::{Arguments, Part};

/// A gold file for a register.
#[derive(Deserialize)]
struct Gold {
    /// The documents by their file names.
    documents: BTreeMap<String, serde::de::IgnoredAny>,
    engagements: Vec<GoldEngagement>,
}

/// One engagement, and what tells of it.
#[derive(Deserialize)]
struct GoldEngagement {
    id: String,
    kind: String,
    start: Option<String>,
    parties: Vec<String>,
    accounts: Vec<GoldAccount>,
}

#[derive(Deserialize)]
struct GoldAccount {
    document: String,
    evidence: String,
    #[serde(default)]
    says: Says,
}

/// What an account says otherwise.
#[derive(Default, Deserialize)]
struct Says {
    kind: Option<String>,
    start: Option<String>,
}

/// Where an account belongs, and where the register puts it.
struct Placed {
    /// Its engagement, by its place in the gold.
    gold: usize,
    /// `None` where it was not read.
    cluster: Option<AccountId>,
    /// Whether kind, parties and first day were read as the gold has them.
    rightly: bool,
    /// What it is, for the list of misses.
    about: String,
}

pub(crate) fn run(arguments: &Arguments, folder: &Path, part: Part) -> Result<bool> {
    let path = folder.join("gold.json");
    let gold: Gold = serde_json::from_str(&gold::text(&path)?).with_context(|| {
        format!("{}: is no gold file of a register; it needs `documents` and `engagements`", path.display())
    })?;
    let packs = arguments.packs()?;
    let (register, texts) = register(arguments, &packs, folder, gold.documents.keys().filter(|name| part.holds(name)))?;
    let placed = placed(&register, &gold, &texts)?;
    if placed.is_empty() {
        bail!("{}: holds no accounts that are asked for", path.display());
    }
    let read: Vec<&Placed> = placed.iter().filter(|account| account.cluster.is_some()).collect();
    let (of_read, of_all) = (bcubed(&read), bcubed(&placed.iter().collect::<Vec<_>>()));
    let right: Vec<&Placed> = read.iter().copied().filter(|account| account.rightly).collect();
    let of_right = bcubed(&right);
    let wrong = wrong(&gold, &read);
    let mut out = BufWriter::new(io::stdout().lock());
    if arguments.misses {
        misses(&gold, &placed, &wrong, &mut out)?;
    }
    if arguments.json {
        let figures = json!({
            "accounts": { "gold": placed.len(), "read": read.len() },
            "of_right": { "accounts": right.len(), "precision": of_right.0, "recall": of_right.1, "f1": of_right.2 },
            "of_read": { "precision": of_read.0, "recall": of_read.1, "f1": of_read.2 },
            "of_all": { "precision": of_all.0, "recall": of_all.1, "f1": of_all.2 },
            "merged_wrongly": wrong.len(), "merged_wrongly_on_one_day": wrong.iter().filter(|pair| pair.same_day).count(),
        });
        writeln!(out, "{}", serde_json::to_string_pretty(&figures)?)?;
    } else {
        let (n, n_read, n_right) = (placed.len(), read.len(), right.len());
        writeln!(
            out,
            "accounts     {n} in the gold, {n_read} of them read, {n_right} with kind, parties and day right"
        )?;
        for (what, (precision, recall, f1)) in
            [("of those read right", of_right), ("of those read", of_read), ("of all", of_all)]
        {
            writeln!(out, "b-cubed      f1 {f1:?}  precision {precision:?}  recall {recall:?}  {what}")?;
        }
        let same_day = wrong.iter().filter(|pair| pair.same_day).count();
        writeln!(out, "merged       {} pairs of different engagements, {same_day} of them on one day", wrong.len())?;
    }
    out.flush()?;
    Ok(true)
}

type Texts = HashMap<String, (register::DocumentId, String)>;

/// A register in memory of some documents of a folder, and their texts.
fn register<'a>(
    arguments: &Arguments,
    packs: &Packs,
    folder: &Path,
    names: impl Iterator<Item = &'a String>,
) -> Result<(Register, Texts)> {
    let mut texts = Texts::new();
    let mut documents = Vec::new();
    for name in names {
        let text = gold::text(&folder.join(name))?;
        let origin = Origin { name: name.clone(), ..Origin::default() };
        let deposit = Deposit::new(text.clone(), origin, 0);
        texts.insert(name.clone(), (deposit.id(), text));
        documents.push(Read { deposit, reading: None });
    }
    let mut register = Register::new(Box::new(Sqlite::in_memory()?))?;
    register.add(documents, &PackReader::new(packs, arguments.threads()), 0)?;
    Ok((register, texts))
}

/// Finds for every account of the gold the one that was read, and where it was put.
fn placed(register: &Register, gold: &Gold, texts: &Texts) -> Result<Vec<Placed>> {
    let mut of_document: BTreeMap<&str, Vec<(usize, Engagement)>> = BTreeMap::new();
    for (at, engagement) in gold.engagements.iter().enumerate() {
        for account in engagement.accounts.iter().filter(|account| texts.contains_key(&account.document)) {
            let told = Engagement {
                kind: account.says.kind.clone().unwrap_or_else(|| engagement.kind.clone()),
                start: account.says.start.clone().or_else(|| engagement.start.clone()),
                parties: engagement.parties.clone(),
                evidence: Some(account.evidence.clone()),
                ..Engagement::default()
            };
            of_document.entry(&account.document).or_default().push((at, told));
        }
    }
    let mut placed = Vec::new();
    for (name, told) in of_document {
        let (document, text) = &texts[name];
        if let Some((_, missing)) =
            told.iter().find(|(_, told)| !told.evidence.as_ref().is_some_and(|quote| text.contains(quote)))
        {
            bail!(
                "{name}: the gold quotes “{}”, which does not stand there",
                missing.evidence.as_deref().unwrap_or_default()
            );
        }
        let accounts = register.accounts_of(*document)?;
        let reads =
            accounts.iter().map(|(account, _)| Ok(serde_json::from_value(serde_json::to_value(&account.engagement)?)?));
        let reads = reads.collect::<Result<Vec<Engagement>>>()?;
        let (golds, told): (Vec<usize>, Vec<Engagement>) = told.into_iter().unzip();
        let pairs = paired(&told, &reads, text);
        for (at, engagement) in told.iter().enumerate() {
            let read = pairs.iter().find(|(gold, _)| *gold == at).map(|&(_, read)| read);
            placed.push(Placed {
                gold: golds[at],
                cluster: read.and_then(|read| accounts[read].1),
                rightly: read.is_some_and(|read| is_right(engagement, &reads[read])),
                about: format!("{name}: {}", engagement.evidence.as_deref().unwrap_or_default()),
            });
        }
    }
    Ok(placed)
}

/// Whether what tells engagements apart was read rightly.
fn is_right(gold: &Engagement, read: &Engagement) -> bool {
    let set = |parties: &[String]| parties.iter().cloned().collect::<BTreeSet<String>>();
    gold.kind == read.kind && gold.start == read.start && set(&gold.parties) == set(&read.parties)
}

/// Precision, recall and F1. An account that was not read stands alone.
fn bcubed(accounts: &[&Placed]) -> (f64, f64, f64) {
    let (mut precision, mut recall) = (0.0, 0.0);
    for account in accounts {
        let together = |other: &&&Placed| account.cluster.is_some() && other.cluster == account.cluster;
        let right = accounts.iter().filter(together).filter(|other| other.gold == account.gold).count().max(1) as f64;
        precision += right / accounts.iter().filter(together).count().max(1) as f64;
        recall += right / accounts.iter().filter(|other| other.gold == account.gold).count() as f64;
    }
    let n = accounts.len().max(1) as f64;
    let (precision, recall) = (precision / n, recall / n);
    let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
    (rounded(precision), rounded(recall), rounded(f1))
}

/// Two engagements that the register takes for one.
struct Wrong {
    golds: (usize, usize),
    same_day: bool,
}

fn wrong(gold: &Gold, read: &[&Placed]) -> Vec<Wrong> {
    let mut pairs = Vec::new();
    for (at, a) in read.iter().enumerate() {
        for b in read[at + 1..].iter().filter(|b| b.cluster == a.cluster && b.gold != a.gold) {
            pairs.push((a.gold.min(b.gold), a.gold.max(b.gold)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let day = |at: usize| &gold.engagements[at].start;
    pairs
        .into_iter()
        .map(|golds| Wrong { golds, same_day: day(golds.0).is_some() && day(golds.0) == day(golds.1) })
        .collect()
}

/// Lists what was not read, what was torn apart, and what was merged wrongly.
fn misses(gold: &Gold, placed: &[Placed], wrong: &[Wrong], out: &mut impl io::Write) -> io::Result<()> {
    for account in placed.iter().filter(|account| account.cluster.is_none()) {
        writeln!(out, "not read  {}", account.about)?;
    }
    for (at, engagement) in gold.engagements.iter().enumerate() {
        let of: Vec<&Placed> =
            placed.iter().filter(|account| account.gold == at && account.cluster.is_some()).collect();
        if of.iter().any(|account| account.cluster != of[0].cluster) {
            writeln!(out, "apart     {} {} {}", engagement.id, engagement.kind, engagement.parties.join(","))?;
            for account in of {
                let cluster = account.cluster.map(|cluster| cluster.to_string()).unwrap_or_default();
                writeln!(out, "          {cluster:16} {}", account.about)?;
            }
        }
    }
    for pair in wrong {
        let [a, b] = [pair.golds.0, pair.golds.1].map(|at| &gold.engagements[at]);
        writeln!(
            out,
            "merged    {} {} {} with {} {} {}",
            a.id,
            a.kind,
            a.parties.join(","),
            b.id,
            b.kind,
            b.parties.join(",")
        )?;
        for account in placed.iter().filter(|account| account.gold == pair.golds.0 || account.gold == pair.golds.1) {
            let cluster = account.cluster.map(|cluster| cluster.to_string()).unwrap_or_default();
            writeln!(out, "          {cluster:16} {} {}", gold.engagements[account.gold].id, account.about)?;
        }
    }
    Ok(())
}
