//! PDF: its letters with their places on the pages, put together to lines and paragraphs.

mod depth;
mod glyphs;
mod guarded;
mod layout;
mod safety;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use hayro_interpret::hayro_syntax::metadata::Metadata;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt as _, interpret_page};
use kurbo::Rect;

use super::simple::{About, Simple};
use crate::error::IntakeError;
use depth::Depth;
use glyphs::{Ended, Glyphs};
use guarded::Guarded;

/// No PDF may take longer.
const LONGEST: Duration = Duration::from_secs(20);
/// How long to wait for a thread that should have ended itself.
const GRACE: Duration = Duration::from_secs(5);
/// More of the letters may not be without a meaning.
const MOST_UNKNOWN: f64 = 0.3;
/// The stack of the thread: pages may hold pages, fifty deep, and arrays some thousand. What is not used of it takes no memory.
const STACK_BYTES: usize = 256 << 20;

const REPRINT: &str = "open it and save or print it as a PDF anew, or bring its text";

/// Reads the text of a PDF as a page.
pub(super) fn read(name: &str, bytes: &[u8], limit_bytes: usize) -> Result<Vec<u8>, IntakeError> {
    read_until(name, bytes, limit_bytes, LONGEST)
}

fn read_until(name: &str, bytes: &[u8], limit_bytes: usize, longest: Duration) -> Result<Vec<u8>, IntakeError> {
    let (bytes, place) = (bytes.to_vec(), name.to_owned());
    let (done, waiting) = sync_channel(1);
    let deadline = Instant::now() + longest;
    let work = move || {
        let read = catch_unwind(AssertUnwindSafe(|| page(&place, bytes, limit_bytes, deadline)));
        let failed = |panic: Box<dyn std::any::Any + Send>| match panic.downcast::<Ended>() {
            Ok(ended) => Err(ended.error(&place, limit_bytes)),
            Err(_) => Err(IntakeError::broken(&*place, "cannot be read as a PDF", REPRINT)),
        };
        // Nobody listens any more where this took too long.
        let _ = done.send(read.unwrap_or_else(failed));
    };
    let thread = thread::Builder::new().name("pdf".to_owned()).stack_size(STACK_BYTES).spawn(work);
    thread.map_err(|error| IntakeError::reading(name, error))?;
    match waiting.recv_timeout(longest + GRACE) {
        Ok(read) => read,
        Err(RecvTimeoutError::Timeout) => Err(Ended::Late.error(name, limit_bytes)),
        Err(RecvTimeoutError::Disconnected) => Err(IntakeError::broken(name, "cannot be read as a PDF", REPRINT)),
    }
}

fn page(name: &str, bytes: Vec<u8>, limit_bytes: usize, deadline: Instant) -> Result<Vec<u8>, IntakeError> {
    let broken = |problem: &str| IntakeError::broken(name, problem, REPRINT);
    let refused = |problem: String| IntakeError::refused(name, problem, REPRINT);
    safety::streams(&bytes, deadline).map_err(refused)?;
    let pdf = Pdf::new(Arc::new(Guarded::new(bytes, deadline))).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            IntakeError::broken(name, "is locked by a password", "save it without one, and bring that")
        }
        LoadPdfError::Decryption(_) => broken("is locked in a way that cannot be opened"),
        LoadPdfError::Invalid => broken("is a damaged PDF"),
    })?;
    safety::filters(&pdf, deadline).map_err(refused)?;
    let mut glyphs = Glyphs::new(deadline, limit_bytes);
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings::default();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        glyphs.begin_page(height);
        let frame = Rect::new(0.0, 0.0, width, height);
        let transform = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(transform, frame, &cache, pdf.xref(), settings.clone());
        if page.page_stream().is_some_and(Depth::of) {
            return Err(refused(safety::DEEP.to_owned()));
        }
        interpret_page(page, &mut context, &mut glyphs);
    }
    if glyphs.lines().is_empty() && glyphs.n_unknown() == 0 {
        let (problem, mend) = if glyphs.n_pictures() > 0 {
            ("holds pictures of pages only", "run it through text recognition first")
        } else {
            ("holds no text", "bring the text by itself")
        };
        return Err(IntakeError::broken(name, problem, mend));
    }
    if glyphs.n_unknown() as f64 > MOST_UNKNOWN * (glyphs.n_known() + glyphs.n_unknown()) as f64 {
        let problem = "does not say which letters its signs are";
        return Err(IntakeError::broken(name, problem, "run it through text recognition, or bring its text"));
    }
    let mut page = Simple::new(&about(pdf.metadata()));
    for block in layout::blocks(glyphs.finish()) {
        match block.level {
            Some(level) => page.heading(level, &block.text),
            None => page.paragraph(&block.text),
        }
    }
    Ok(page.finish())
}

/// What a PDF says of itself.
fn about(metadata: &Metadata) -> About {
    let text = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(text).unwrap_or_default();
    let day = metadata.creation_date.as_ref().or(metadata.modification_date.as_ref());
    let published = day.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)).unwrap_or_default();
    let title = Some(text(&metadata.title)).filter(|title| !is_of_a_program(title)).unwrap_or_default();
    About { title, author: text(&metadata.author), published }
}

/// Whether a title is the name of the file that it was made of, as programs write it where nobody did.
fn is_of_a_program(title: &str) -> bool {
    let ending = title.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let files = ["doc", "docx", "odt", "rtf", "pdf", "txt", "indd", "qxd", "html", "htm", "xls", "xlsx", "ppt", "pptx"];
    files.contains(&ending.as_str()) || title.starts_with("Microsoft ")
}

/// A text of a PDF: UTF-16 or UTF-8 by its mark, else one byte a letter.
fn text(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xff, 0xfe, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Where it is not ASCII, most programs mean UTF-8 although they should not.
        bytes => std::str::from_utf8(bytes)
            .map_or_else(|_| bytes.iter().map(|&byte| char::from(byte)).collect(), str::to_owned),
    };
    text.trim().to_owned()
}

/// How often each of some values occurs, and which does so most; of several the least.
fn commonest(values: impl Iterator<Item = i64>) -> Option<i64> {
    let mut times: HashMap<i64, usize> = HashMap::new();
    for value in values {
        *times.entry(value).or_default() += 1;
    }
    times.into_iter().max_by_key(|&(value, times)| (times, std::cmp::Reverse(value))).map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_in_time() {
        let file = include_bytes!("../../tests/fixtures/typst.pdf");
        assert!(read_until("a.pdf", file, 1 << 20, LONGEST).is_ok());
        let late = read_until("a.pdf", file, 1 << 20, Duration::ZERO).map_err(|error| error.to_string());
        assert!(late.is_err_and(|error| error.contains("takes longer than")));
        // Places that look like streams, each of which could be a packed one of many empty blocks.
        let empty = [&b"%PDF-1.7\nstream\n\x78\x9c"[..], &[0, 0, 0, 0xff, 0xff].repeat(200)].concat().repeat(4000);
        let begun = Instant::now();
        let late = read_until("a.pdf", &empty, 1 << 20, Duration::from_millis(300)).map_err(|error| error.to_string());
        assert!(late.is_err() && begun.elapsed() < Duration::from_secs(4), "{late:?} after {:?}", begun.elapsed());
    }

    #[test]
    fn titles_of_programs_are_none() {
        assert!(is_of_a_program("Microsoft Word - utkast3") && is_of_a_program("statement final.DOCX"));
        assert!(!is_of_a_program("Statement of 4.5.2025") && !is_of_a_program("Norway and Japan"));
        let rows: [(&[u8], &str); 4] =
            [(b"\xfe\xff\0B\x1e\xd9", "Bộ"), ("Bộ".as_bytes(), "Bộ"), (b"M\xf6te", "Möte"), (b"\xff\xfeB\0", "B")];
        for (bytes, expected) in rows {
            assert_eq!(text(bytes), expected);
        }
    }
}
