//! Programs that read PDF and are not ours.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a program of poppler says of a file.
pub(crate) fn poppler(program: &str, arguments: &[&str], file: &[u8]) -> String {
    let mut command = Command::new(program);
    let child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.unwrap_or_else(|error| panic!("{program}: {error}; `make setup` installs it"));
    let (mut stdin, file) = (child.stdin.take().unwrap(), file.to_owned());
    let writing = std::thread::spawn(move || stdin.write_all(&file));
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program} refuses the file");
    writing.join().unwrap().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}
