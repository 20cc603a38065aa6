-- Who may sign in, who is signed in, the forms that were already sent, and the keys that cookies are sealed with.

create table accounts (
    id uuid not null primary key,
    user_name text not null,
    normalized_user_name text not null unique,
    email text,
    normalized_email text,
    email_confirmed boolean not null,
    password_hash text,
    security_stamp text not null,
    concurrency_stamp text,
    two_factor_enabled boolean not null,
    lockout_end timestamptz,
    lockout_enabled boolean not null,
    access_failed_count integer not null,
    display_name text not null,
    role text not null,
    scheme text,
    worker_id uuid references workers (id),
    language text not null,
    closed_at timestamptz
);
create index accounts_scheme on accounts (scheme);

create table sessions (
    key_hash bytea not null primary key,
    account_id uuid not null references accounts (id),
    stamp text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz
);
create index sessions_account on sessions (account_id);

create table submissions (
    account_id uuid not null,
    form_key uuid not null,
    at timestamptz not null,
    location text,
    primary key (account_id, form_key)
);
create index submissions_at on submissions (at);

create table protection_keys (
    name text not null primary key,
    xml text not null,
    made_at timestamptz not null
);
