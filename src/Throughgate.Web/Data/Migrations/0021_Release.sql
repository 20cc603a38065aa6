-- What is made ready for a release: one row an item, with its state, by whom and since when.
create table release_items (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    item text not null,
    state text not null,
    state_on date not null,
    by_whom text,
    for_on date,
    note text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index release_items_case on release_items (case_id, item);

-- Items that a scheme adds to everybody's ready-to-leave list.
create table release_list_items (
    id uuid not null primary key,
    scheme text not null,
    name text not null,
    from_on date not null,
    until_on date
);
create index release_list_items_scheme on release_list_items (scheme);

-- What went between the scheme, the home YOT and the establishment: the education background asked and answered, progress fed back.
create table exchanges (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    what text not null,
    held_on date not null,
    with_whom text,
    note text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index exchanges_case on exchanges (case_id, held_on);

-- Feedback forms: answers are 3 (yes), 2 (partly), 1 (no) or null (not answered).
create table release_feedback (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    stage text not null,
    held_on date not null,
    how text not null,
    home integer,
    days integer,
    people integer,
    promises integer,
    trouble integer,
    own_words text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index release_feedback_case on release_feedback (case_id, stage);

-- Weekend provision in the first weeks after release.
create table weekends (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    week integer not null,
    offered boolean,
    taken_up boolean,
    note text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index weekends_case on weekends (case_id, week);

-- Release on temporary licence, from request to outcome.
create table temporary_releases (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    purpose text not null,
    asked_on date not null,
    from_on date,
    to_on date,
    risk_assessed_on date,
    risk text,
    decision text,
    decided_on date,
    reason text,
    outcome text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index temporary_releases_case on temporary_releases (case_id, asked_on);
