//! Following sources: what is due to be asked, asked politely, and kept.
