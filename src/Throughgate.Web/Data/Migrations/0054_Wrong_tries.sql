-- Wrong tries of the last quarter of an hour, so that a restart does not give five more. Of what was tried only a hash.
create table wrong_tries (
    id uuid not null primary key,
    key_hash bytea not null,
    at timestamptz not null
);
create index wrong_tries_at on wrong_tries (at);
create index wrong_tries_key on wrong_tries (key_hash);
