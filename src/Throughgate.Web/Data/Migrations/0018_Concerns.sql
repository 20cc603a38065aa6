-- A concern about risk or safety: raised by anybody who works with the young person, answered by the case manager.
create table concerns (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    text text not null,
    safeguarding boolean not null,
    raised_at timestamptz not null,
    raised_by text not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    answer text,
    answered_at timestamptz,
    answered_by text,
    closed_at timestamptz,
    closed_by text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index concerns_case on concerns (case_id, raised_at);
