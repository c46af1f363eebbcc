//! What documents came in, where they were read out of other bytes: kept once, and never lost.

use std::convert::Infallible;

use reader::Reading;
use register::{Deposit, Origin, Prepared, Read, Reader, Register, Sqlite, original_name};

/// Reads nothing out of anything.
struct Nothing;

impl Reader for Nothing {
    fn packs(&self) -> &str {
        "none"
    }

    fn read(&self, deposits: &[Deposit]) -> Vec<Reading> {
        vec![Reading::default(); deposits.len()]
    }
}

fn register() -> Register {
    Register::new(Box::new(Sqlite::in_memory().expect("memory is there"))).expect("it can be read")
}

fn deposit(name: &str, text: &str, original: Option<&[u8]>) -> Deposit {
    let origin = Origin { name: name.to_owned(), ..Origin::default() };
    Deposit { original: original.map(<[u8]>::to_vec), ..Deposit::new(text, origin, 5) }
}

const MESSAGE: &[u8] = b"Subject: Hello\r\n\r\nTwo parts\0";

#[test]
fn are_kept_once_under_their_own_name() {
    let mut register = register();
    let (one, other) = (deposit("m.eml", "One.", Some(MESSAGE)), deposit("m.eml/a", "Two.", Some(MESSAGE)));
    let plain = deposit("p.txt", "Plain.", None);
    let ids = [one.id(), other.id(), plain.id()];
    // One that is read when it is added, one made ready before.
    register.add([Read { deposit: one, reading: None }], &Nothing, 5).expect("it is kept");
    let Ok(other) = Prepared::new(other, |_, _| Ok::<_, Infallible>(Some(Reading::default())));
    register.add([other], &Nothing, 6).expect("it is kept");
    register.add([Read { deposit: plain, reading: None }], &Nothing, 7).expect("it is kept");

    let name = original_name(MESSAGE);
    let origins = ids.map(|id| register.store().document(id).unwrap().unwrap().origin().original);
    assert_eq!(origins, [Some(name.clone()), Some(name.clone()), None]);
    assert_eq!(register.store().originals("", 10).unwrap(), std::slice::from_ref(&name));
    assert_eq!(register.store().original(&name).unwrap().as_deref(), Some(MESSAGE));
    let mut past = register.as_of(5).expect("it can be read");
    assert_eq!(past.store().originals("", 10).unwrap(), [] as [&str; 0]);
    register.lend_originals(&mut past).expect("it can be read");
    for register in [&past, &register] {
        let checked = register.check(|_| ()).expect("it can be read");
        assert_eq!((checked.faults, checked.originals), (Vec::new(), 1));
    }
    register.rebuild(&Nothing, 9, |_| ()).expect("it can be rebuilt");
    assert_eq!(register.store().original(&name).unwrap().as_deref(), Some(MESSAGE));
}

#[test]
fn come_later_for_a_document_that_is_there() {
    let mut register = register();
    register.add([Read { deposit: deposit("a.txt", "Text.", None), reading: None }], &Nothing, 5).unwrap();
    let read = Read { deposit: deposit("a.pdf", "Text.", Some(b"%PDF")), reading: None };
    let added = register.add([read.clone()], &Nothing, 6).unwrap();
    assert_eq!((added.new, added.elsewhere), (0, 1));
    let added = register.add([read], &Nothing, 7).unwrap();
    assert_eq!((added.new, added.elsewhere, added.known), (0, 0, 1));
    assert_eq!(register.store().original(&original_name(b"%PDF")).unwrap().as_deref(), Some(&b"%PDF"[..]));
}

#[test]
fn are_missed() {
    let mut register = register();
    let mut lost = deposit("a.pdf", "Text.", None);
    lost.origins[0].original = Some(original_name(b"lost"));
    register.add([Read { deposit: lost, reading: None }], &Nothing, 5).unwrap();
    let faults = register.check(|_| ()).unwrap().faults;
    assert!(matches!(&faults[..], [fault] if fault.contains("is missing")), "{faults:?}");
    assert_eq!(register.take_originals(&[b"lost".to_vec(), b"lost".to_vec()]).unwrap(), 1);
    assert_eq!(register.check(|_| ()).unwrap().faults, [] as [&str; 0]);
}
