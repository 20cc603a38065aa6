-- The local or national profile against which needs are laid (GOV-9): who the young people of an area are. Each is kept; the newest stands. No scheme: the national one.
create table profiles (
    id uuid not null primary key,
    scheme text,
    source text not null,
    as_of date not null,
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null
);
create index profiles_scheme on profiles (scheme, at);

create table profile_shares (
    profile_id uuid not null references profiles (id),
    group_code text not null,
    per_mille integer not null,
    primary key (profile_id, group_code)
);
