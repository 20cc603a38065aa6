-- A copy of everything that is held about one young person, made for one recipient (R20). What is about others is in it only where it was ticked.
create table subject_copies (
    id uuid not null primary key,
    person_id uuid not null references people (id),
    asked_on date not null,
    recipient text not null,
    why text not null,
    prepared_at timestamptz not null,
    by_id uuid not null,
    by_name text not null,
    approved_at timestamptz,
    approved_by_id uuid,
    approved_by text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index subject_copies_person on subject_copies (person_id);

create table subject_copy_items (
    copy_id uuid not null references subject_copies (id),
    item text not null,
    primary key (copy_id, item)
);

-- What went between custody and YOT at a key stage (INF-8). stage_on is the review's day; the day of sentence for stages that come once.
create table key_stage_exchanges (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    stage text not null,
    stage_on date not null,
    item text not null,
    exchanged_on date not null,
    by_name text not null,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index key_stage_exchanges_case on key_stage_exchanges (case_id, stage, stage_on);
