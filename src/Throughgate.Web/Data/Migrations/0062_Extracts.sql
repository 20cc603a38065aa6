-- A study for which extracts are made: one question, and one key that makes its pseudonyms. Without the key nothing leads from a pseudonym to a person, nor from one extract to the next.
create table studies (
    id uuid not null primary key,
    scheme text not null,
    name text not null,
    whose text not null,
    from_on date not null,
    to_on date not null,
    levels text not null,
    sealed text,
    made_at timestamptz not null,
    made_by_name text not null,
    ended_at timestamptz,
    ended_by_name text,
    version integer not null
);
create index studies_scheme on studies (scheme);

-- That an extract was made, for whom and why. The extract itself is not kept.
create table extracts (
    id uuid not null primary key,
    study_id uuid not null references studies (id),
    scheme text not null,
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null,
    evaluator text not null,
    organisation text not null,
    purpose text not null,
    agreement text not null,
    file text not null,
    rows integer not null,
    left_out integer not null
);
create index extracts_scheme on extracts (scheme, at);
