//! Somebody reads while somebody else writes.

use std::fs;
use std::num::NonZeroUsize;
use std::time::Duration;

use register::{Deposit, Origin, PackReader, Read, Register, Sqlite};

fn add(register: &mut Register, packs: &packs::Packs, text: &str) {
    let origin = Origin { name: "release.txt".to_owned(), ..Origin::default() };
    let deposit = Deposit::new(text, origin, 0);
    let reader = PackReader::new(packs, NonZeroUsize::MIN);
    register.add(vec![Read { deposit, reading: None }], &reader, 0).expect("it is kept");
}

#[test]
fn a_reader_sees_one_state_until_it_asks_for_the_next() {
    let folder = std::env::temp_dir().join(format!("chancery-reading-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("can write to the folder for temporary files");
    let file = folder.join("register.db");
    let packs = embedded::packs();
    let store = Sqlite::open(&file, Duration::ZERO).expect("it is made");
    let mut writer = Register::new(Box::new(store)).expect("it opens");
    let mut reader = Register::new(Box::new(Sqlite::open_to_read(&file).expect("it is there"))).expect("it opens");
    let counts = |register: &Register| register.store().counts().expect("it can be read")[0];
    assert_eq!(counts(&reader), 0);
    add(&mut writer, &packs, "Minister Hemi Ngata met Minister Catalina Errázuriz on 3 May 2024.");
    assert_eq!(counts(&reader), 0, "it is held to the state in which it was opened");
    reader.renew().expect("it can be read");
    assert_eq!(counts(&reader), 1);
    reader.rest().expect("it can let go");
    reader.rest().expect("twice is nothing more");
    add(&mut writer, &packs, "Minister Hemi Ngata met Minister Jone Vakatawa on 4 May 2024.");
    reader.renew().expect("it can be read");
    assert_eq!(counts(&reader), 2);
    let days: Vec<String> =
        reader.store().rows_until("2024-05-03", 9).expect("it can be read").into_iter().map(|row| row.start).collect();
    assert_eq!(days, ["2024-05-03"]);
    fs::remove_dir_all(&folder).expect("it is ours");
}
