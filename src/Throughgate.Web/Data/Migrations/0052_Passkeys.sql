-- Passkeys: the public half only. What their makers say of the devices is not asked for and not kept.
create table passkeys (
    id uuid not null primary key,
    account_id uuid not null references accounts (id),
    credential_id bytea not null unique,
    public_key bytea not null,
    name text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    sign_count bigint not null,
    transports text not null,
    backup_eligible boolean not null,
    backed_up boolean not null
);
create index passkeys_account on passkeys (account_id);

-- What a passkey is asked to sign: for one session or one browser, one purpose, once, for five minutes.
create table passkey_challenges (
    key_hash bytea not null primary key,
    id uuid not null,
    account_id uuid references accounts (id),
    state text not null,
    expires_at timestamptz not null
);

-- When somebody last proved in a session that it is still them. Null: when it began.
alter table sessions add column proved_at timestamptz;
