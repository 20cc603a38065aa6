-- Keys by which a program reads a scheme's figures: of the key itself only a hash.
create table api_keys (
    id uuid not null primary key,
    scheme text not null,
    name text not null,
    key_hash bytea not null unique,
    made_at timestamptz not null,
    made_by uuid not null references accounts (id),
    made_by_name text not null,
    ends_on date not null,
    used_at timestamptz,
    revoked_at timestamptz,
    revoked_by_name text
);
create index api_keys_scheme on api_keys (scheme);
