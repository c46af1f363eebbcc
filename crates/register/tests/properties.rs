//! What must hold of any documents and rulings, in whatever order they come: the register follows from them alone.

mod worlds;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use register::matters::{KINDS, Matter, Sought, State};
use register::people::NameKey;
use register::{
    AccountId, ClaimAnchor, Day, Decision, DocumentId, FieldValue, Read, Register, RegisterError, Sqlite, Store, day,
    likeness,
};
use worlds::{WorldReader, documents, world};

/// Something that is done to a register. Numbers choose among what is there then.
#[derive(Clone, Debug)]
enum Step {
    /// The next few deposits.
    Add(u8),
    Rule(u8, [u16; 4]),
    Undo(u16),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (1..5_u8).prop_map(Step::Add),
        5 => (any::<u8>(), any::<[u16; 4]>()).prop_map(|(what, which)| Step::Rule(what, which)),
        1 => any::<u16>().prop_map(Step::Undo),
    ];
    proptest::collection::vec(step, 1..24)
}

fn empty() -> Register {
    Register::new(Box::new(Sqlite::in_memory().expect("there is memory"))).expect("it is empty")
}

fn all_documents(store: &dyn Store) -> Vec<DocumentId> {
    store.documents(None, 1000).expect("it can be read")
}

fn all_accounts(register: &Register) -> Vec<AccountId> {
    let of = |id| register.store().accounts_of(id).expect("it can be read");
    all_documents(register.store()).into_iter().flat_map(of).map(|(id, ..)| id).collect()
}

/// A decision on what is there; `None` where there is nothing to decide.
fn decision(register: &Register, what: u8, which: [u16; 4]) -> Option<Decision> {
    let accounts = all_accounts(register);
    let one = |n: usize| accounts.get(usize::from(which[n]) % accounts.len().max(1)).copied();
    let anchor = |n: usize| one(n).map(|id| register.anchor(id).expect("it is there"));
    let claim = |n: usize| {
        let claims = register.account(one(n)?).expect("it is there").engagement.claims;
        let claim = claims.get(usize::from(which[3]) % claims.len().max(1))?;
        Some(ClaimAnchor { account: anchor(n)?, span: claim.span })
    };
    let matter = || {
        let matters = register.store().matters(None).expect("it can be read");
        let keys: Vec<String> =
            matters.into_iter().map(|matter| matter.key).chain(["topic/JP-VN/energy".to_owned()]).collect();
        keys[usize::from(which[1]) % keys.len()].clone()
    };
    let name = |n: usize| {
        let people = register.store().people(None).expect("it can be read");
        let names: Vec<String> = people.into_iter().flat_map(|person| person.names).collect();
        names.get(usize::from(which[n]) % names.len().max(1)).cloned()
    };
    let value = || {
        let (field, value) = *[
            ("date", "2015-03-28"),
            ("date", "-"),
            ("kind", "call"),
            ("parties", "JP,VN"),
            ("city", "Oslo"),
            ("country", "-"),
        ]
        .get(usize::from(which[1]) % 6)?;
        FieldValue::parse(field, value).ok()
    };
    let state = State::ALL[usize::from(which[2]) % State::ALL.len()];
    Some(match what % 16 {
        0..=2 => Decision::Merge { accounts: vec![anchor(0)?, anchor(1)?] },
        3 => Decision::Merge { accounts: vec![anchor(0)?, anchor(1)?, anchor(2)?] },
        4 => Decision::Split { accounts: vec![anchor(0)?], from: vec![anchor(1)?, anchor(2)?] },
        5 => {
            let place = register.store().place(one(0)?).expect("it can be read")?;
            let members = register.store().members(place.engagement?).expect("it can be read");
            let others = members.into_iter().filter(|id| Some(*id) != one(0));
            let from: Vec<_> = others.map(|id| register.anchor(id).expect("it is there")).collect();
            Decision::Split { accounts: vec![anchor(0)?], from: Some(from).filter(|from| !from.is_empty())? }
        }
        6 => Decision::Set { account: anchor(0)?, value: value()? },
        7 => Decision::Confirm { account: anchor(0)? },
        8 => Decision::Reject { account: anchor(0)? },
        9 => Decision::RejectClaim { claim: claim(0)? },
        10 => Decision::ConfirmClaim { claim: claim(0)? },
        11 => Decision::SamePerson { names: [name(0)?, name(1)?] },
        12 => Decision::OtherPerson { names: [name(0)?, name(1)?] },
        13 => Decision::State { matter: matter(), state },
        14 => Decision::Link { claim: claim(0)?, matter: matter() },
        _ => Decision::Unlink { claim: claim(0)?, matter: matter() },
    })
}

/// Does all steps, then adds what is left.
fn live(reads: &[Read], reader: &WorldReader, steps: &[Step]) -> Result<Register, RegisterError> {
    let mut register = empty();
    let mut left = reads.iter().cloned();
    let mut now_ms = 1000;
    for step in steps {
        now_ms += 1000;
        match step {
            Step::Add(n) => {
                let some = left.by_ref().take(usize::from(*n)).map(|mut read| {
                    read.deposit.added_ms = now_ms;
                    read
                });
                register.add(some, reader, now_ms)?;
            }
            Step::Rule(what, which) => {
                if let Some(decision) = decision(&register, *what, *which) {
                    register.rule(decision, "tester", "", now_ms)?;
                }
            }
            Step::Undo(which) => {
                let rulings = register.store().rulings()?;
                let open: Vec<_> = rulings.iter().filter(|ruling| ruling.undone.is_none()).collect();
                if let Some(ruling) = open.get(usize::from(*which) % open.len().max(1)) {
                    register.undo(ruling.n, "tester", now_ms)?;
                }
            }
        }
    }
    register.add(left, reader, now_ms + 1000)?;
    Ok(register)
}

/// Everything that the register says, but for its history, as lines of text by their kinds and names.
fn told(register: &Register) -> Result<BTreeMap<String, String>, RegisterError> {
    let store = register.store();
    let mut told = BTreeMap::new();
    for row in store.rows(None, 1000)? {
        let (engagement, accounts) = register.engagement(row.id)?;
        told.insert(format!("row {}", row.id), format!("{row:?} {:?}", store.members(row.id)?));
        told.insert(format!("engagement {}", row.id), format!("{engagement:#?} {accounts:#?}"));
    }
    for id in all_accounts(register) {
        told.insert(format!("place {id}"), format!("{:?}", store.place(id)?));
    }
    for person in store.people(None)? {
        for name in &person.names {
            told.insert(format!("name {name}"), format!("{:?}", store.person_of(name)?.map(|person| person.id)));
            let name = NameKey { year: None, ..NameKey::parse(name).expect("it is a key") };
            told.insert(format!("facts {name}"), format!("{:?}", store.name(&name)?));
        }
        told.insert(format!("person {}", person.id), format!("{person:?}"));
    }
    for matter in store.matters(None)? {
        told.insert(format!("matter {}", matter.key), format!("{matter:?} {:?}", store.lines(&matter.key, 1000)?));
    }
    Ok(told)
}

/// Fails where the columns by which matters are found say something else than the matters.
fn matters_are_found(register: &Register) -> Result<(), TestCaseError> {
    let store = register.store();
    let all = store.matters(None).expect("it can be read");
    let parties: BTreeSet<&str> = all.iter().flat_map(|matter| &matter.parties).map(String::as_str).collect();
    let days: BTreeSet<Day> = all.iter().filter_map(|matter| Some(day(matter.due?.last_day()))).collect();
    let today = days.iter().nth(days.len() / 2).copied().unwrap_or_default();
    let mut every: Vec<Sought<'_>> = vec![Sought::default()];
    every.extend([&State::PENDING[..], &State::ALL[..]].map(|states| Sought { states, ..Sought::default() }));
    every.extend(State::ALL.iter().map(|state| Sought { states: std::slice::from_ref(state), ..Sought::default() }));
    every.extend(KINDS.map(|kind| Sought { kind: Some(kind), ..Sought::default() }));
    every.extend(parties.iter().map(|party| Sought { parties: vec![party], ..Sought::default() }));
    every.push(Sought { parties: parties.iter().copied().take(2).collect(), ..Sought::default() });
    every.extend([
        Sought { from: Some(today), ..Sought::default() },
        Sought { to: Some(today), states: &State::PENDING, ..Sought::default() },
    ]);
    for (sought, today) in
        every.iter().flat_map(|sought| [(sought, today), (sought, today + 181), (sought, today + 9_999)])
    {
        let sought = Sought { today, ..sought.clone() };
        let due = |matter: &Matter| matter.due.map(|due| [day(due.first_day()), day(due.last_day())]);
        let mut fit: Vec<&Matter> = all
            .iter()
            .filter(|matter| {
                sought.parties.iter().all(|party| matter.parties.iter().any(|of| of == party))
                    && sought.kind.is_none_or(|kind| matter.kind() == kind)
                    && (sought.states.is_empty() || sought.states.contains(&matter.at(today)))
                    && sought.from.is_none_or(|from| due(matter).is_some_and(|due| due[1] >= from))
                    && sought.to.is_none_or(|to| due(matter).is_some_and(|due| due[0] <= to))
            })
            .collect();
        fit.sort_by_key(|matter| {
            let due = due(matter).map(|due| due[1]);
            (matter.at(today) >= State::Delivered, due.is_none(), due, Reverse(matter.last), &matter.key)
        });
        let keys = |matters: &[Matter]| matters.iter().map(|matter| matter.key.clone()).collect::<Vec<_>>();
        let found = store.matters_sought(&sought, 1, 5).expect("it can be read");
        let expected: Vec<String> = fit.iter().skip(1).take(5).map(|matter| matter.key.clone()).collect();
        prop_assert_eq!(keys(&found), expected, "{:?}", &sought);
        let mut counts: BTreeMap<(String, State), usize> = BTreeMap::new();
        fit.iter().for_each(|matter| *counts.entry((matter.kind().to_owned(), matter.at(today))).or_default() += 1);
        let counted = store.count_matters(&sought).expect("it can be read");
        let counted: BTreeMap<_, _> = counted.into_iter().map(|(kind, state, n)| ((kind, state), n)).collect();
        prop_assert_eq!(counted, counts, "{:?}", &sought);
    }
    Ok(())
}

/// Fails with the first thing in which two registers differ.
fn same(one: &Register, other: &Register, what: &str) -> Result<(), TestCaseError> {
    let (a, b) = (told(one).expect("it can be read"), told(other).expect("it can be read"));
    for key in a.keys().chain(b.keys()) {
        prop_assert_eq!(a.get(key), b.get(key), "{}: {}", what, key);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// However documents and rulings come, the register is what they give together.
    #[test]
    fn follows_from_documents_and_rulings((documents, steps, order) in (documents(), steps(), any::<u64>())) {
        let (reads, reader) = world(&documents);
        let mut register = live(&reads, &reader, &steps).expect("nothing fails");
        let checked = register.check(|_| ()).expect("it can be read");
        prop_assert_eq!(&checked.faults, &Vec::<String>::new());
        matters_are_found(&register)?;

        let now = register.as_of(i64::MAX >> 1).expect("it can be read");
        same(&register, &now, "as of now")?;

        // The same in one go, in another order; the rulings first or last.
        let mut shuffled = reads.clone();
        let mut seed = order | 1;
        for at in (1..shuffled.len()).rev() {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            shuffled.swap(at, (seed >> 33) as usize % (at + 1));
        }
        let rulings = register.store().rulings().expect("it can be read");
        let mut fresh = empty();
        if order % 2 == 0 {
            fresh.take_rulings(&rulings, 1).expect("they fit");
        }
        fresh.add(shuffled, &reader, 2).expect("nothing fails");
        fresh.take_rulings(&rulings, 3).expect("they fit");
        same(&register, &fresh, "in one go")?;

        let mut rebuilt = live(&reads, &reader, &steps).expect("nothing fails");
        let changes = rebuilt.rebuild(&reader, i64::MAX >> 1, |_| ()).expect("nothing fails");
        same(&register, &rebuilt, "rebuilt")?;
        prop_assert_eq!((changes.new, changes.gone, changes.changed), (0, 0, 0));
        let again = register.rebuild(&reader, i64::MAX >> 1, |_| ()).expect("nothing fails");
        prop_assert_eq!(again, changes);
    }

    /// A document is itself wherever it comes from, and once more changes nothing.
    #[test]
    fn the_same_document_twice_is_one(documents in documents()) {
        let (reads, reader) = world(&documents);
        let mut register = empty();
        register.add(reads.clone(), &reader, 1000).expect("nothing fails");
        let once = told(&register).expect("it can be read");
        let added = register.add(reads.clone(), &reader, 2000).expect("nothing fails");
        prop_assert_eq!((added.new, added.elsewhere, added.known), (0, 0, reads.len()));
        prop_assert_eq!(once, told(&register).expect("it can be read"));
        prop_assert_eq!(all_documents(register.store()).len(), reader.0.len());
    }

    /// Without a ruling no two accounts of a document are one engagement.
    #[test]
    fn accounts_of_a_document_are_apart(documents in documents()) {
        let (reads, reader) = world(&documents);
        let mut register = empty();
        register.add(reads, &reader, 1000).expect("nothing fails");
        for row in register.store().rows(None, 1000).expect("it can be read") {
            let members = register.store().members(row.id).expect("it can be read");
            let mut documents: Vec<DocumentId> = members.iter().map(|id| id.document).collect();
            documents.dedup();
            prop_assert_eq!(documents.len(), members.len(), "{:?}", members);
        }
    }

    /// It does not matter which of two accounts is held beside the other.
    #[test]
    fn likeness_is_symmetric(documents in documents()) {
        let (reads, reader) = world(&documents);
        let mut register = empty();
        register.add(reads, &reader, 1000).expect("nothing fails");
        let sketch = |id| register.store().sketch(id).expect("it can be read").expect("it is there");
        let sketches: Vec<_> = all_accounts(&register).into_iter().map(sketch).collect();
        for a in &sketches {
            for b in &sketches {
                prop_assert_eq!(likeness(a, b), likeness(b, a), "{:?} {:?}", a, b);
            }
        }
    }

    /// What was ruled last holds, whatever the accounts say and whatever was ruled before.
    #[test]
    fn rulings_win((documents, earlier, which, one) in (documents(), steps(), any::<[u16; 2]>(), any::<bool>())) {
        let (reads, reader) = world(&documents);
        let mut register = live(&reads, &reader, &earlier).expect("nothing fails");
        let accounts = all_accounts(&register);
        let rejected = register.decisions().rejected.clone();
        let there: Vec<AccountId> = accounts.into_iter().filter(|id| !rejected.contains(id)).collect();
        if there.len() < 2 {
            return Ok(());
        }
        let [a, b] = which.map(|which| there[usize::from(which) % there.len()]);
        if a == b {
            return Ok(());
        }
        let [a, b] = [a, b].map(|id| register.anchor(id).expect("it is there"));
        let (first, second) = (a.account, b.account);
        let decision = if one {
            Decision::Merge { accounts: vec![a, b] }
        } else {
            Decision::Split { accounts: vec![a], from: vec![b] }
        };
        register.rule(decision, "tester", "", 1_000_000).expect("nothing fails");
        let place = |id| register.store().place(id).expect("it can be read").expect("it is there").engagement;
        prop_assert_eq!(place(first) == place(second), one);
    }
}
