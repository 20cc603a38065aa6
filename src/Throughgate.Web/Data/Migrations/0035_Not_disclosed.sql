-- Whose whereabouts must not be disclosed: kept out of every list, sheet, letter and export, for everybody.
create table not_disclosed (
    id uuid not null primary key,
    person_id uuid not null references people (id),
    set_at timestamptz not null,
    set_by text not null,
    reason text not null,
    lifted_at timestamptz,
    lifted_by text,
    lift_reason text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null
);
create index not_disclosed_live on not_disclosed (person_id) where lifted_at is null;
create index not_disclosed_person on not_disclosed (person_id);
