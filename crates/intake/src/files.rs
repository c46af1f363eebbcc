//! Files and archives, known by what they hold and not by their names: one document after the other comes out of them.
