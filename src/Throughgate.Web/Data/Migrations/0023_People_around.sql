-- The people around a young person: family, social worker, others; who may be reached how, and who may not be told anything.
create table people_around (
    id uuid not null primary key,
    person_id uuid not null references people (id),
    kind text not null,
    name text not null,
    relation text,
    phone text,
    email text,
    how_to_reach text,
    not_to_be_contacted boolean not null,
    why_not text,
    has_parental_responsibility boolean not null,
    from_on date not null,
    to_on date,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index people_around_person on people_around (person_id);

-- What was discussed with children's services about a young person who is a parent (FAM-3), and who asked for another worker.
create table care_discussions (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    held_on date not null,
    with_whom text not null,
    what text not null,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index care_discussions_case on care_discussions (case_id, held_on);

-- A worker's leave, and who covers.
create table worker_leave (
    id uuid not null primary key,
    worker_id uuid not null references workers (id),
    scheme text not null,
    from_on date not null,
    to_on date not null,
    cover_id uuid references workers (id)
);
create index worker_leave_worker on worker_leave (worker_id, from_on);
create index worker_leave_scheme on worker_leave (scheme, to_on);
