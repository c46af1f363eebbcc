//! Charts as pictures: SVG for word processors that know it, and what it looks like (PNG) for the others.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::charts;
use crate::fonts;
use crate::paper::Chart;
use crate::print::{FontFile, PrintError};
use crate::xml::Xml;

/// Pixels a unit: 300 to the inch on a page, where a chart is as wide as the text.
const SCALE: f32 = 3.0;
/// The same in a twentieth of a point.
const PIXELS: f32 = 300.0 / 1440.0;
/// English Metric Units in a twentieth of a point.
const EMU: f64 = 635.0;
/// How high a picture may be, in twentieths of a point: somewhat lower than a page.
const HIGHEST: f64 = 12_500.0;

/// A chart as a picture.
pub(super) struct Picture {
    /// Its place among the pictures, from 1.
    pub(super) number: usize,
    pub(super) svg: String,
    pub(super) png: Vec<u8>,
    title: String,
    alternative: String,
    /// Its height, in units of charts.
    height: f64,
}

impl Picture {
    /// Draws a chart with the letters of some fonts.
    pub(super) fn of(chart: &Chart, number: usize, fonts: &Arc<fontdb::Database>) -> Result<Self, PrintError> {
        let svg = charts::svg(chart, &format!("chart-{number}"), charts::BLACK);
        let wrong = |error: String| PrintError::Setting(format!("chart “{}”: {error}", chart.title));
        let options = Options { fontdb: Arc::clone(fonts), font_family: fonts::SANS.to_owned(), ..Options::default() };
        let tree = Tree::from_str(&svg, &options).map_err(|error| wrong(error.to_string()))?;
        let size = tree.size();
        // A chart that is shown smaller, so that it fits on a page, is drawn no larger: it may have as many rows as somebody wrote.
        let scale = SCALE.min(HIGHEST as f32 * PIXELS / size.height());
        let [wide, high] = [size.width(), size.height()].map(|side| (side * scale).ceil() as u32);
        let mut pixels = Pixmap::new(wide, high).ok_or_else(|| wrong("it has no size".to_owned()))?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        let png = pixels.encode_png().map_err(|error| wrong(error.to_string()))?;
        let (title, alternative) = (chart.title.clone(), chart.alternative.clone());
        Ok(Self { number, svg, png, title, alternative, height: f64::from(size.height()) })
    }

    /// Whether its table may stand with it on one page.
    pub(super) fn is_low(&self) -> bool {
        charts::is_low(self.height)
    }

    /// The names of its two relations: PNG, SVG.
    pub(super) fn relations(&self) -> [String; 2] {
        [format!("rPressPng{}", self.number), format!("rPressSvg{}", self.number)]
    }
}

static OWN: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts::FONTS.iter().for_each(|font| fonts.load_font_data(font.to_vec()));
    fonts.set_sans_serif_family(fonts::SANS);
    Arc::new(fonts)
});

/// The fonts in the program, and others for letters that those lack.
pub(super) fn fonts(others: &[FontFile]) -> Result<Arc<fontdb::Database>, PrintError> {
    if others.is_empty() {
        return Ok(Arc::clone(&OWN));
    }
    let mut fonts = fontdb::Database::clone(&OWN);
    for file in others {
        let before = fonts.len();
        fonts.load_font_data(file.bytes.clone());
        if fonts.len() == before {
            return Err(PrintError::Font(file.name.clone()));
        }
    }
    Ok(Arc::new(fonts))
}

/// Adds a picture to a paragraph, as wide as the text (in twentieths of a point), or as high as a page.
pub(super) fn draw(xml: &mut Xml, picture: &Picture, text_width: f64) {
    let unit = (text_width / charts::WIDTH).min(HIGHEST / picture.height) * EMU;
    let size = [charts::WIDTH, picture.height].map(|side| ((side * unit) as u64).to_string());
    let extent = [("cx", size[0].as_str()), ("cy", size[1].as_str())];
    let number = picture.number.to_string();
    let name = [("id", number.as_str()), ("name", &picture.title), ("descr", &picture.alternative)];
    let [png, svg] = picture.relations();
    xml.element("w:r", &[], |xml| {
        xml.element("w:drawing", &[], |xml| {
            xml.element("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")], |xml| {
                xml.empty("wp:extent", &extent);
                xml.empty("wp:docPr", &name);
                xml.element("a:graphic", &[], |xml| {
                    let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
                    xml.element("a:graphicData", &[("uri", uri)], |xml| {
                        graphic(xml, &name[..2], &extent, [&png, &svg])
                    });
                });
            });
        });
    });
}

fn graphic(xml: &mut Xml, name: &[(&str, &str)], extent: &[(&str, &str)], [png, svg]: [&str; 2]) {
    xml.element("pic:pic", &[], |xml| {
        xml.element("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", name);
            xml.empty("pic:cNvPicPr", &[]);
        });
        xml.element("pic:blipFill", &[], |xml| {
            xml.element("a:blip", &[("r:embed", png)], |xml| {
                xml.element("a:extLst", &[], |xml| {
                    xml.element("a:ext", &[("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")], |xml| {
                        let space = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
                        xml.empty("asvg:svgBlip", &[("xmlns:asvg", space), ("r:embed", svg)]);
                    });
                });
            });
            xml.markup("<a:stretch><a:fillRect/></a:stretch>");
        });
        xml.element("pic:spPr", &[], |xml| {
            xml.element("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                xml.empty("a:ext", extent);
            });
            xml.markup("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
        });
    });
}
