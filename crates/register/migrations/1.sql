-- The first form of a register. Never changed: what must change is a further file.

-- What is primary: documents, where they came from, and rulings.

CREATE TABLE documents (
    n INTEGER PRIMARY KEY,              -- in the order in which they were added
    id INTEGER NOT NULL UNIQUE,         -- the first 47 bits of the SHA-256 of the bytes
    added_ms INTEGER NOT NULL,          -- milliseconds since 1970
    size INTEGER NOT NULL,              -- bytes as they came
    bytes BLOB NOT NULL                 -- compressed by zstd
) STRICT;

-- Documents are told of by their numbers, so that what belongs to new ones stands together at the end.
CREATE TABLE origins (
    document INTEGER NOT NULL,          -- documents.n
    origin TEXT NOT NULL,               -- JSON
    PRIMARY KEY (document, origin)
) STRICT, WITHOUT ROWID;

-- What came where what is read of it is not those bytes: a PDF, a message. Named in the origins of what was read of them.
CREATE TABLE originals (
    name TEXT PRIMARY KEY,              -- the SHA-256 of the bytes, in hexadecimal digits
    size INTEGER NOT NULL,              -- bytes as they came
    bytes BLOB NOT NULL                 -- compressed by zstd
) STRICT;

CREATE TABLE rulings (
    n INTEGER PRIMARY KEY,
    ruling TEXT NOT NULL                -- JSON
) STRICT;

-- What is followed. Primary too: nothing else says which sources were chosen, and which of two texts of one address came first.

CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL                -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE visits (
    n INTEGER PRIMARY KEY,              -- in the order in which they were found
    address TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,               -- sources.id, also of one that is followed no more
    standing INTEGER NOT NULL,          -- 0 waiting, 1 kept, 2 gone, 3 failing, 4 refused, 5 list
    due_ms INTEGER,                     -- when it is to be asked; NULL for no more
    visit TEXT NOT NULL                 -- JSON, all of it
) STRICT;
CREATE INDEX visits_due ON visits (source, due_ms, n) WHERE due_ms IS NOT NULL;
CREATE INDEX visits_standing ON visits (source, standing);

-- What was, for `--as-of` and for the history of entries. Not derivable, for packs of the past are not kept.

CREATE TABLE readings (
    document INTEGER NOT NULL,          -- documents.n
    from_ms INTEGER NOT NULL,           -- the last of a document is how it reads today
    packs TEXT NOT NULL,                -- the fingerprint of the packs
    reading BLOB NOT NULL,              -- JSON, compressed by zstd
    PRIMARY KEY (document, from_ms)
) STRICT;

CREATE TABLE changes (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    cause ANY NOT NULL,                 -- documents.n, else text
    entry INTEGER NOT NULL,             -- 0 document, 1 engagement, 2 person, 3 matter
    id ANY NOT NULL,                    -- documents.n, accounts.n, else text
    what TEXT NOT NULL
) STRICT;
CREATE INDEX changes_of ON changes (id);

-- What is derived from documents, packs and rulings. Accounts are told of by their numbers, as documents are.

CREATE TABLE accounts (
    n INTEGER PRIMARY KEY,              -- documents.n * 65536 + index
    kind TEXT NOT NULL,
    span_from INTEGER NOT NULL,
    span_to INTEGER NOT NULL,
    component INTEGER,                  -- accounts.n
    engagement INTEGER                  -- accounts.n
) STRICT;
-- The accounts of an engagement are among those of its component.
CREATE INDEX accounts_of_component ON accounts (component);

-- Beside the accounts, whose places change.
CREATE TABLE sketches (
    n INTEGER PRIMARY KEY,              -- accounts.n
    sketch TEXT NOT NULL                -- JSON
) STRICT;

CREATE TABLE keys (
    key INTEGER NOT NULL,
    account INTEGER NOT NULL,           -- accounts.n
    PRIMARY KEY (key, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE engagements (
    n INTEGER PRIMARY KEY,              -- accounts.n
    start TEXT NOT NULL,                -- empty where it is not known
    id INTEGER NOT NULL,                -- the bits of the name, by which those of one day are ordered
    row TEXT NOT NULL                   -- JSON
) STRICT;
CREATE INDEX engagements_by_start ON engagements (start, id);

CREATE TABLE names (
    n INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE           -- `VN:bui-son-thanh`
) STRICT;

CREATE TABLE name_keys (
    key INTEGER NOT NULL,
    name INTEGER NOT NULL,
    PRIMARY KEY (key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE spellings (
    name INTEGER NOT NULL,
    spelling TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (name, spelling)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
    name INTEGER NOT NULL,
    office TEXT NOT NULL,
    day INTEGER NOT NULL,
    account INTEGER NOT NULL,
    spelling TEXT NOT NULL,
    PRIMARY KEY (name, office, day, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_of_account ON mentions (account);

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    party TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL                -- JSON
) STRICT;
CREATE INDEX people_of_party ON people (party, name);

CREATE TABLE person_names (
    name TEXT PRIMARY KEY,
    person TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lines (
    matter TEXT NOT NULL,
    day INTEGER NOT NULL,
    account INTEGER NOT NULL,
    span_from INTEGER NOT NULL,
    said TEXT NOT NULL,
    line TEXT NOT NULL,                 -- the rest, as JSON
    PRIMARY KEY (matter, day, account, span_from, said)
) STRICT, WITHOUT ROWID;
CREATE INDEX lines_of_account ON lines (account);

CREATE TABLE matters (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    state INTEGER NOT NULL,             -- 0 open, 1 acknowledged, 2 agreed, 3 delivered, 4 lapsed, 5 replaced: as far as was said
    due_from INTEGER NOT NULL,          -- first and last day on which it falls due; 2147483647 where there is none
    due INTEGER NOT NULL,
    last INTEGER NOT NULL,              -- the day on which it was last heard of
    lapses INTEGER,                     -- the day after which it has lapsed: 2147483647 where it cannot, NULL where it is closed
    matter TEXT NOT NULL                -- JSON
) STRICT;
-- Each covers what is counted, and those that may fall due are few.
CREATE INDEX matters_standing ON matters (state, due, last DESC, key, lapses, kind, due_from);
CREATE INDEX matters_due ON matters (lapses, due) WHERE due < 2147483647 AND lapses IS NOT NULL;

CREATE TABLE matter_parties (
    party TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (party, key)
) STRICT, WITHOUT ROWID;
