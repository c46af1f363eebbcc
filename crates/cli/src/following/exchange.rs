//! `sources import` and `export`: lists of sources, as readers of feeds exchange them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use intake::follow::{EVERY_S, Outline, canonical, check_selector, opml, outlines};
use register::{Source, SourceKind};

use super::add::add;
use crate::arguments::{count, tell};
use crate::asking::print;
use crate::register_arguments::{RegisterArguments, WritingArguments, now_ms};

/// Adds the sources of an OPML file, as readers of feeds export it
#[derive(Args)]
pub(crate) struct ImportArguments {
    /// The file
    #[arg(value_name = "FILE.opml")]
    file: PathBuf,
    #[command(flatten)]
    writing: WritingArguments,
}

/// Writes all sources as an OPML file
#[derive(Args)]
pub(crate) struct ExportArguments {
    /// The file, or - for standard output
    #[arg(value_name = "FILE.opml")]
    file: PathBuf,
    #[command(flatten)]
    register: RegisterArguments,
}

pub(crate) fn import(arguments: &ImportArguments) -> Result<bool> {
    let name = arguments.file.display();
    let file = fs::read(&arguments.file).with_context(|| format!("{name}: cannot be read; check its name"))?;
    let outlines = outlines(&file).with_context(|| format!("{name}"))?;
    let mut register = arguments.writing.open(true)?;
    let (mut added, mut all_well) = (0, true);
    for outline in outlines {
        match source(outline).and_then(|source| add(&mut register, source)) {
            Ok(_) => added += 1,
            Err(error) => {
                all_well = false;
                tell(format_args!("{error:#}"));
            }
        }
    }
    print(&format!("{} added\n", count(added, "source")))?;
    Ok(all_well)
}

/// What a file says of a source; whoever wrote it names no folder of this machine.
fn source(outline: Outline) -> Result<Source> {
    if outline.kind == SourceKind::Folder {
        let why = "is a folder of the machine where the file was written; add one of this machine with `chancery sources add`";
        bail!("{}: {why}", outline.address);
    }
    if let Some(links) = &outline.links {
        check_selector(links)?;
    }
    let address: String = canonical(&outline.address, None)?.into();
    Ok(Source {
        id: String::new(),
        name: if outline.name.is_empty() { address.clone() } else { outline.name },
        kind: outline.kind,
        links: outline.links,
        below: outline.below,
        every_s: outline.every_s.unwrap_or(EVERY_S).max(60),
        paused: false,
        allowed: Vec::new(),
        added_ms: now_ms(),
        address,
    })
}

pub(crate) fn export(arguments: &ExportArguments) -> Result<bool> {
    let register = arguments.register.open()?;
    let text = opml(&register.store().sources()?);
    if arguments.file == Path::new("-") {
        print(&text)?;
    } else {
        let name = arguments.file.display();
        fs::write(&arguments.file, text).with_context(|| format!("{name}: cannot be written; see to its folder"))?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_no_folder_of_a_file() {
        let file = "<opml version='2.0' xmlns:c='https://chancery.example/'><body>\
            <outline text='A' type='rss' xmlUrl='https://mfa.example/rss'/>\
            <outline text='B' type='rss' c:kind='folder' xmlUrl='/home/me'/>\
            <outline text='C' type='rss' c:kind='listing' c:links='a..b' xmlUrl='https://mfa.example/'/></body></opml>";
        let told: Vec<_> = outlines(file.as_bytes())
            .expect("it is one")
            .into_iter()
            .map(|outline| source(outline).map_or_else(|error| error.to_string(), |source| source.address))
            .collect();
        assert_eq!(told[0], "https://mfa.example/rss");
        assert!(told[1].contains("is a folder of the machine where"), "{}", told[1]);
        assert!(told[2].contains("is no selector"), "{}", told[2]);
        assert_eq!(told.len(), 3);
    }
}
