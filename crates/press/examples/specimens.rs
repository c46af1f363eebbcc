//! Prints the specimens of the tests in every format into a folder, for looking at: `cargo run -p press --example specimens -- FOLDER`.

#[path = "../tests/specimens/mod.rs"]
mod specimens;

use std::path::PathBuf;
use std::time::Instant;

use press::{Format, PrintOptions, print};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    let template = std::env::args().nth(2).map(std::fs::read).transpose()?;
    std::fs::create_dir_all(&folder)?;
    let options = PrintOptions { template, ..PrintOptions::default() };
    let large = ("large", specimens::many(3_000));
    for (name, paper) in specimens::all().into_iter().chain([large]) {
        for format in Format::ALL {
            let begun = Instant::now();
            match print(&paper, format, &options) {
                Ok(file) => {
                    eprintln!("{name}.{}: {} kB in {:?}", format.extension(), file.len() / 1000, begun.elapsed());
                    std::fs::write(folder.join(name).with_extension(format.extension()), file)?;
                }
                Err(error) => eprintln!("{name}.{}: {error}", format.extension()),
            }
        }
    }
    Ok(())
}
