-- A session says what it was proved with, what browser it is and since when, so that its owner can end it; nobody stays signed in over this step.
drop table sessions;
create table sessions (
    key_hash bytea not null primary key,
    id uuid not null unique,
    account_id uuid not null references accounts (id),
    stamp text not null,
    proof text not null,
    browser text not null,
    address text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz
);
create index sessions_account on sessions (account_id);

-- The secret of an authenticator app, sealed; the last thirty seconds whose code was used.
create table authenticators (
    account_id uuid not null primary key references accounts (id),
    sealed text not null,
    made_at timestamptz not null,
    last_step bigint not null
);

-- Codes for the day on which the telephone is lost: only their hashes, each good once.
create table recovery_codes (
    account_id uuid not null references accounts (id),
    hash bytea not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (account_id, hash)
);
