//! Programs that read PDF and DOCX and are not ours.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a program says of a file.
#[allow(dead_code, reason = "each file of tests takes what it needs")]
pub(crate) fn foreign(program: &str, arguments: &[&str], file: &[u8]) -> String {
    read(program, arguments, file).unwrap_or_else(|said| panic!("{program} refuses the file: {said}"))
}

/// The same; what it says where it refuses the file.
pub(crate) fn read(program: &str, arguments: &[&str], file: &[u8]) -> Result<String, String> {
    let mut command = Command::new(program);
    let child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.unwrap_or_else(|error| panic!("{program}: {error}; `make setup` installs it"));
    let (mut stdin, file) = (child.stdin.take().unwrap(), file.to_owned());
    let writing = std::thread::spawn(move || stdin.write_all(&file));
    let output = child.wait_with_output().unwrap();
    // Whoever refuses a file may not have read it to its end.
    let written = writing.join().unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if !output.status.success() {
        return Err(said(&output.stderr));
    }
    written.unwrap();
    Ok(said(&output.stdout))
}
