//! The program itself, as people start it.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// The program that was built beside this one.
pub(crate) fn path() -> io::Result<PathBuf> {
    let path = env::current_exe()?.with_file_name("chancery");
    if path.is_file() {
        Ok(path)
    } else {
        Err(io::Error::other(format!("{} is missing; run `make bench`", path.display())))
    }
}

/// How long it takes from its start to its first byte of output, reading one document.
pub(crate) fn first_output(program: &Path, document: &Path) -> io::Result<Duration> {
    let start = Instant::now();
    let mut process = Command::new(program).arg("read").arg(document).stdout(Stdio::piped()).spawn()?;
    let mut out = process.stdout.take().expect("it is piped");
    out.read_exact(&mut [0])?;
    let took = start.elapsed();
    out.read_to_end(&mut Vec::new())?;
    process.wait()?;
    Ok(took)
}

/// The most memory that a process has held, in KiB.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Memory {
    /// What is its own.
    pub(crate) own: u64,
    /// The same with what the system has mapped of files.
    pub(crate) all: u64,
}

/// How long it takes to read a folder to the end, and the most memory that it held (where the system tells).
pub(crate) fn folder(program: &Path, folder: &Path, jobs: usize) -> io::Result<(Duration, Option<Memory>)> {
    let out = fs::File::create(folder.with_extension("jsonl"))?;
    watched(Command::new(program).args(["read", "--json", "--jobs", &jobs.to_string()]).arg(folder).stdout(out))
}

/// How long it takes to add an archive to a register, and the most memory that it held (where the system tells).
pub(crate) fn add(
    program: &Path,
    archive: &Path,
    register: &Path,
    jobs: usize,
) -> io::Result<(Duration, Option<Memory>)> {
    let jobs = jobs.to_string();
    let mut command = Command::new(program);
    command.args(["add", "--json", "--jobs", &jobs, "--register"]).arg(register).arg(archive);
    watched(command.stdout(Stdio::null()).stderr(Stdio::inherit()))
}

fn watched(command: &mut Command) -> io::Result<(Duration, Option<Memory>)> {
    let start = Instant::now();
    let mut process = command.spawn()?;
    let status = format!("/proc/{}/status", process.id());
    let mut most: Option<Memory> = None;
    let ended = loop {
        if let Some(ended) = process.try_wait()? {
            break ended;
        }
        // The mark of all only ever rises; what the last look misses is a few milliseconds at the end.
        if let Ok(status) = fs::read_to_string(&status)
            && let (Some(all), Some(own)) = (high_water(&status), kib(&status, "RssAnon:"))
        {
            most = Some(Memory { own: own.max(most.unwrap_or_default().own), all });
        }
        thread::sleep(Duration::from_millis(2));
    };
    if ended.success() { Ok((start.elapsed(), most)) } else { Err(io::Error::other(format!("{command:?}: {ended}"))) }
}

/// The most memory that a process has held by what the system says of it, in KiB.
pub(crate) fn high_water(status: &str) -> Option<u64> {
    kib(status, "VmHWM:")
}

/// What the system says of a process under a name, in KiB.
pub(crate) fn kib(status: &str, name: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix(name))?.trim().strip_suffix(" kB")?.parse().ok()
}
