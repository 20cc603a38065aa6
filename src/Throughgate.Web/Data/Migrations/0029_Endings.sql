-- The day on which a programme is expected to close, where it was planned; else the last day of support is.
alter table closings add column planned_on date;

-- How the work of one worker, mentor or volunteer with a young person ends (OPN-10): one row a person, apart from the closing itself.
create table endings (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    who text not null,
    part text not null,
    planned_on date not null,
    goodbye_on date,
    how text not null,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index endings_case on endings (case_id);

-- A young person asks to stop (OPN-12): in their own words, with the day on which they are asked to come back, and what they said then.
create table wishes_to_stop (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    asked_on date not null,
    own_words text not null,
    told_drop_in boolean not null,
    come_back_on date not null,
    offered_on date,
    answer text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index wishes_to_stop_case on wishes_to_stop (case_id, asked_on);
