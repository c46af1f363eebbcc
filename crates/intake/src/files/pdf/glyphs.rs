//! The letters of the pages, put together to lines in the order in which they are drawn.

use std::panic::resume_unwind;
use std::time::Instant;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask};
use kurbo::{Affine, BezPath, Point};

use super::REPRINT;
use super::safety::DEEP;
use crate::error::IntakeError;

/// A line of letters, in points from the upper left corner of its page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    /// The page, from 0.
    pub(super) page: usize,
    /// How high the page is.
    pub(super) height: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) baseline: f64,
    /// The size of the letters.
    pub(super) size: f64,
}

/// Why the reading of a PDF was ended from inside.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ended {
    /// It took too long.
    Late,
    /// It has more text than a document may have.
    Long,
    /// What is named in it goes on too deep, or too often.
    Deep,
}

impl Ended {
    /// Ends all once it is late, for callers that know no errors: it is unwound.
    pub(super) fn after(deadline: Instant) {
        if Instant::now() > deadline {
            Self::Late.unwind();
        }
    }

    pub(super) fn unwind(self) -> ! {
        resume_unwind(Box::new(self))
    }

    pub(super) fn error(self, name: &str, limit_bytes: usize) -> IntakeError {
        match self {
            Self::Late => {
                let problem = format!("takes longer than {} seconds to read", super::LONGEST.as_secs());
                IntakeError::refused(name, problem, REPRINT)
            }
            Self::Long => IntakeError::too_long(name, None, limit_bytes),
            Self::Deep => IntakeError::refused(name, DEEP.to_owned(), REPRINT),
        }
    }
}

/// Takes the letters of pages.
pub(super) struct Glyphs {
    deadline: Instant,
    most_bytes: usize,
    size_bytes: usize,
    lines: Vec<Line>,
    page: Option<usize>,
    height: f64,
    /// Where the letter after the last one is expected; `None` where a line begins anyhow.
    next: Option<Point>,
    /// Whether each piece of marked content that is open is no part of the text.
    marked: Vec<bool>,
    n_known: usize,
    n_unknown: usize,
    n_pictures: usize,
}

impl Glyphs {
    pub(super) fn new(deadline: Instant, most_bytes: usize) -> Self {
        Self {
            deadline,
            most_bytes,
            size_bytes: 0,
            lines: Vec::new(),
            page: None,
            height: 0.0,
            next: None,
            marked: Vec::new(),
            n_known: 0,
            n_unknown: 0,
            n_pictures: 0,
        }
    }

    pub(super) fn begin_page(&mut self, height: f64) {
        self.page = Some(self.page.map_or(0, |page| page + 1));
        self.height = height;
        self.next = None;
        self.marked.clear();
    }

    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Letters that say what they are.
    pub(super) fn n_known(&self) -> usize {
        self.n_known
    }

    /// Letters that do not.
    pub(super) fn n_unknown(&self) -> usize {
        self.n_unknown
    }

    pub(super) fn n_pictures(&self) -> usize {
        self.n_pictures
    }

    pub(super) fn finish(self) -> Vec<Line> {
        let mut lines = self.lines;
        lines.retain_mut(|line| {
            line.text.truncate(line.text.trim_end().len());
            !line.text.trim_start().is_empty()
        });
        lines
    }

    /// Ends all where it takes too long: what calls this knows no errors, so it is unwound.
    fn watch(&self) {
        if self.size_bytes > self.most_bytes {
            resume_unwind(Box::new(Ended::Long));
        }
        Ended::after(self.deadline);
    }

    /// Adds a letter of a size that stands at a point and ends at another.
    fn add(&mut self, text: &str, from: Point, to: Point, size: f64) {
        let is_space = text.chars().all(char::is_whitespace);
        let goes_on = match (self.next, self.lines.last()) {
            (Some(next), Some(line)) => {
                let size = line.size.max(size);
                (from.y - line.baseline).abs() < 0.5 * size && from.x > next.x - size && from.x < next.x + 8.0 * size
            }
            _ => false,
        };
        if !goes_on {
            if is_space {
                return;
            }
            let (page, height) = (self.page.unwrap_or(0), self.height);
            let line = Line { page, height, left: from.x, right: to.x, baseline: from.y, size, ..Line::default() };
            self.lines.push(line);
        }
        let Some(line) = self.lines.last_mut() else { return };
        // The number of a note is no word of its sentence.
        let raised = line.baseline - from.y > 0.15 * line.size && size < 0.8 * line.size;
        if !(raised && text.chars().all(|c| c.is_ascii_digit())) {
            let apart = self.next.filter(|_| goes_on).is_some_and(|next| from.x > next.x + 0.18 * size);
            if apart && !is_space && !line.text.ends_with(char::is_whitespace) && !line.text.is_empty() {
                line.text.push(' ');
            }
            line.text.push_str(text);
            self.size_bytes += text.len();
            // The largest letters are those of the line: what is smaller stands beside it.
            if size > line.size * 1.05 && line.text.chars().count() < 4 {
                (line.size, line.baseline) = (size, from.y);
            }
        }
        if !is_space {
            line.right = line.right.max(to.x);
        }
        self.next = Some(to);
    }
}

/// Letters that are drawn as one sign.
fn apart(sign: char) -> Option<&'static str> {
    Some(match sign {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '\u{a0}' | '\t' | '\n' | '\r' => " ",
        _ => return None,
    })
}

impl<'a> Device<'a> for Glyphs {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        self.watch();
        if self.marked.contains(&true) {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(sign)) => apart(sign).map_or_else(|| sign.to_string(), str::to_owned),
            Some(BfString::String(text)) => text,
            None => String::new(),
        };
        let text: String = text.chars().filter(|c| !c.is_control() && *c != '\u{fffd}').collect();
        if text.is_empty() {
            self.n_unknown += 1;
            return;
        }
        self.n_known += 1;
        // A thousand units are as long as the letters are large.
        let place = transform * glyph_transform;
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().unwrap_or(500.0),
            Glyph::Type3(_) => 500.0,
        };
        let (from, to, up) =
            (place * Point::ZERO, place * Point::new(advance.into(), 0.0), place * Point::new(0.0, 1000.0));
        let size = (up - from).hypot();
        if size.is_finite() && size > 0.0 && from.is_finite() && to.is_finite() {
            self.add(&text, from, to, size);
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<i32>) {
        self.watch();
        // What stands on every page, by the program that has made it.
        self.marked.push(tag == b"Artifact");
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.watch();
        self.n_pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        self.watch();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.watch();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.watch();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn pop_clip_path(&mut self) {
        self.watch();
    }

    fn pop_transparency_group(&mut self) {}
}
