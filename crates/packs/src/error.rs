//! What can be wrong with a pack.

/// A mistake in a pack, with its place and its mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// A file or folder cannot be read.
    #[error("{path}: cannot be read ({cause}); name a folder with packs as its folders, each with a pack.toml")]
    Unreadable {
        /// The file or folder.
        path: String,
        /// What the system says.
        cause: String,
    },
    /// No pack is there at all.
    #[error("{path}: holds no packs; name a folder with packs as its folders, each with a pack.toml")]
    Empty {
        /// The folder.
        path: String,
    },
    /// A pack lacks a file without which nothing works.
    #[error("{path}: is missing; every pack needs one")]
    Missing {
        /// The file.
        path: String,
    },
    /// A file is there that no reader knows.
    #[error("{path}: is not a file of a pack; see packs/README.md for those that are, or remove it")]
    Unknown {
        /// The file.
        path: String,
    },
    /// A line that cannot be read as the format has it.
    #[error("{path}:{line}: {problem}; {mend}")]
    Line {
        /// The file.
        path: String,
        /// From 1.
        line: u32,
        /// What is wrong.
        problem: String,
        /// What to do.
        mend: String,
    },
}
