//! What the tests of the program share: folders that go away, and runs as text.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

/// A folder that is gone when the test is over.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("chancery-{name}-{}", std::process::id())));
        let _ = fs::remove_dir_all(&folder.0);
        fs::create_dir_all(&folder.0).expect("can write to the folder for temporary files");
        for (file, bytes) in files {
            let path = folder.0.join(file);
            fs::create_dir_all(path.parent().expect("in the folder")).expect("can write there");
            fs::write(path, bytes).expect("can write there");
        }
        folder
    }

    pub(crate) fn path(&self, file: &str) -> String {
        self.0.join(file).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a run printed, said and gave back, as one text.
pub(crate) fn shown(output: &Output, folder: Option<&Folder>) -> String {
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    for line in String::from_utf8_lossy(&output.stderr).lines() {
        text += &format!("! {line}\n");
    }
    text += &format!("= {}", output.status.code().map_or_else(|| "killed".to_owned(), |code| code.to_string()));
    folder.map_or(text.clone(), |folder| {
        text.replace(&folder.path(""), "").replace(&folder.0.display().to_string(), "DIR")
    })
}
