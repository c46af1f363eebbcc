//! Accounts to engagements: which of the accounts that lead to each other are one.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::id::AccountId;
use crate::likeness::{Likeness, ONE, are_apart, likeness};
use crate::sketch::Sketch;

/// What people decided of pairs of accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bonds {
    /// Whether the two are one, and the number of the ruling that says so.
    pairs: FxHashMap<(AccountId, AccountId), (bool, u64)>,
    /// All of whom something was decided together with an account, in order.
    others: FxHashMap<AccountId, BTreeSet<AccountId>>,
}

impl Bonds {
    /// Says that by a ruling two accounts are one engagement, or that they are not; the last word counts.
    pub fn set(&mut self, a: AccountId, b: AccountId, one: bool, ruling: u64) {
        self.pairs.insert((a.min(b), a.max(b)), (one, ruling));
        self.others.entry(a).or_default().insert(b);
        self.others.entry(b).or_default().insert(a);
    }

    /// What was decided of two accounts.
    pub fn get(&self, a: AccountId, b: AccountId) -> Option<bool> {
        self.ruling(a, b).map(|(one, _)| one)
    }

    /// What was decided of two accounts, and the number of the ruling.
    fn ruling(&self, a: AccountId, b: AccountId) -> Option<(bool, u64)> {
        self.pairs.get(&(a.min(b), a.max(b))).copied()
    }

    /// All accounts to which something binds an account, in order.
    pub fn partners(&self, account: AccountId) -> Vec<AccountId> {
        let others = self.others.get(&account).into_iter().flatten();
        others.copied().filter(|&other| self.get(account, other) == Some(true)).collect()
    }
}

/// A link between two accounts: that they are one, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The lesser of the two.
    pub a: AccountId,
    /// The greater.
    pub b: AccountId,
    /// How alike they are.
    pub likeness: Likeness,
    /// Whether a ruling says so.
    pub ruled: bool,
}

/// The link between two accounts, where they are taken for one when nothing else is known.
pub(crate) fn link(a: &Sketch, b: &Sketch, bonds: &Bonds) -> Option<Link> {
    let (a, b) = if a.id <= b.id { (a, b) } else { (b, a) };
    let ruled = bonds.get(a.id, b.id);
    if ruled == Some(false) {
        return None;
    }
    if ruled.is_none() && are_apart(a, b) {
        return None;
    }
    let likeness = likeness(a, b);
    (ruled == Some(true) || likeness.score >= ONE).then(|| Link {
        a: a.id,
        b: b.id,
        likeness,
        ruled: ruled == Some(true),
    })
}

/// Parts the accounts of one component into engagements, each in the order of the accounts.
///
/// Rulings join first, the last before those that it may contradict; then links join the likeliest first, but never accounts of
/// which any two cannot be one: of one document, by a ruling, or by what they say. The order in which accounts are given does
/// not matter. Takes the square of their number.
pub fn clusters(sketches: &[&Sketch], links: &[Link], bonds: &Bonds) -> Vec<Vec<AccountId>> {
    let ruling = |link: &Link| if link.ruled { bonds.ruling(link.a, link.b).map(|(_, n)| n) } else { None };
    let mut order: Vec<(Option<u64>, &Link)> = links.iter().map(|link| (ruling(link), link)).collect();
    order.sort_by(|(n, x), (m, y)| {
        m.cmp(n).then(y.likeness.score.total_cmp(&x.likeness.score)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let at: FxHashMap<AccountId, usize> = sketches.iter().enumerate().map(|(at, sketch)| (sketch.id, at)).collect();
    let mut of: Vec<usize> = (0..sketches.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..sketches.len()).map(|at| vec![at]).collect();
    for (ruling, link) in order {
        let (x, y) = (of[at[&link.a]], of[at[&link.b]]);
        if x == y {
            continue;
        }
        let apart = match ruling {
            Some(ruling) => parted_since(sketches, &members[x], &members[y], bonds, ruling),
            None => apart(sketches, &members[x], &members[y], bonds),
        };
        if apart {
            continue;
        }
        for moved in std::mem::take(&mut members[y]) {
            of[moved] = x;
            members[x].push(moved);
        }
    }
    let mut clusters: Vec<Vec<AccountId>> = members
        .into_iter()
        .filter(|members| !members.is_empty())
        .map(|members| {
            let mut ids: Vec<AccountId> = members.into_iter().map(|at| sketches[at].id).collect();
            ids.sort_unstable();
            ids
        })
        .collect();
    clusters.sort_unstable();
    clusters
}

/// Whether any account of one group cannot be one with any of another.
fn apart(sketches: &[&Sketch], some: &[usize], others: &[usize], bonds: &Bonds) -> bool {
    some.iter().any(|&a| {
        others.iter().any(|&b| {
            let (a, b) = (sketches[a], sketches[b]);
            match bonds.get(a.id, b.id) {
                Some(one) => !one,
                None => are_apart(a, b) || likeness(a, b).conflict,
            }
        })
    })
}

/// Whether a ruling after that of a number parts any account of one group from any of another.
fn parted_since(sketches: &[&Sketch], some: &[usize], others: &[usize], bonds: &Bonds, ruling: u64) -> bool {
    let parted = |a: usize, b: usize| {
        bonds.ruling(sketches[a].id, sketches[b].id).is_some_and(|(one, later)| !one && later > ruling)
    };
    some.iter().any(|&a| others.iter().any(|&b| parted(a, b)))
}

/// The components of accounts that links join, each in order and with its links.
pub(crate) fn components(accounts: &[AccountId], links: Vec<Link>) -> Vec<(Vec<AccountId>, Vec<Link>)> {
    let mut neighbours: FxHashMap<AccountId, Vec<AccountId>> = FxHashMap::default();
    for link in &links {
        neighbours.entry(link.a).or_default().push(link.b);
        neighbours.entry(link.b).or_default().push(link.a);
    }
    let mut of: FxHashMap<AccountId, usize> = FxHashMap::default();
    let mut components: Vec<(Vec<AccountId>, Vec<Link>)> = Vec::new();
    for &account in accounts {
        if of.contains_key(&account) {
            continue;
        }
        let (mut component, mut at) = (vec![account], 0);
        of.insert(account, components.len());
        while at < component.len() {
            for &next in neighbours.get(&component[at]).into_iter().flatten() {
                if of.insert(next, components.len()).is_none() {
                    component.push(next);
                }
            }
            at += 1;
        }
        component.sort_unstable();
        components.push((component, Vec::new()));
    }
    for link in links {
        if let Some(&component) = of.get(&link.a) {
            components[component].1.push(link);
        }
    }
    components
}
