-- To whom a young person was handed over after an activity (FAM-1); of a contact, which an import may bring, and never this.
create table contact_handovers (
    contact_id uuid not null primary key,
    case_id uuid not null references cases (id),
    to_whom text not null
);
create index contact_handovers_case on contact_handovers (case_id);

-- Who pays for a family's visit to custody (FAM-2), with the other sources that were tried first.
create table family_visits (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    visit_on date not null,
    who text not null,
    pence integer not null,
    sources_tried text,
    paid_by text not null,
    decided_on date not null,
    decided_by text not null,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index family_visits_case on family_visits (case_id, visit_on);

-- Arrangements by which the resettlement team and case management cover for each other (ISS-3), and who is accountable for a scheme (SCH-2): dated.
create table reciprocal_arrangements (
    id uuid not null primary key,
    scheme text not null,
    with_whom text not null,
    what text not null,
    from_on date not null,
    until_on date
);
create index reciprocal_arrangements_scheme on reciprocal_arrangements (scheme, from_on);
create table accountable_managers (
    id uuid not null primary key,
    scheme text not null,
    name text not null,
    from_on date not null,
    until_on date
);
create index accountable_managers_scheme on accountable_managers (scheme, from_on);

-- The YOT's file of a programme was archived (OPN-9).
create table archived_files (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    archived_on date not null,
    archived_by text not null,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index archived_files_case on archived_files (case_id);
