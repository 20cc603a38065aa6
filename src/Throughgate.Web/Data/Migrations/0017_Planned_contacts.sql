-- Who goes to a planned contact, and the series it is one of.
create table contact_plans (
    contact_id uuid not null primary key,
    case_id uuid not null references cases (id),
    worker_id uuid references workers (id),
    series_id uuid
);
create index contact_plans_case on contact_plans (case_id);
create index contact_plans_worker on contact_plans (worker_id);

-- Where: a place says where somebody can be found, so it stands alone and is read by itself.
create table contact_places (
    contact_id uuid not null primary key,
    case_id uuid not null references cases (id),
    place text not null
);
create index contact_places_case on contact_places (case_id);
create index contacts_held on contacts (held_at);

-- What somebody typed and has not saved, sealed for them alone.
create table drafts (
    account_id uuid not null,
    form text not null,
    sealed text not null,
    at timestamptz not null,
    primary key (account_id, form)
);

-- A worker's diary for their own calendar: who has the address can read it, so only its hash is kept.
create table calendar_feeds (
    account_id uuid not null primary key,
    key_hash bytea not null,
    made_at timestamptz not null
);
create unique index calendar_feeds_key on calendar_feeds (key_hash);

-- When an establishment's education is protected, as the scheme knows it.
create table establishment_hours (
    id uuid not null primary key,
    scheme text not null,
    establishment text not null,
    sessions text not null,
    set_at timestamptz not null,
    actor_name text not null,
    reason text not null
);
create index establishment_hours_scheme on establishment_hours (scheme, establishment, set_at);
