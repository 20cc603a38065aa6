-- A duty that is overdue beyond the worker: one row a duty, named by its rule and its due day. What was answered before the last time is in history.
create table escalations (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    rule text not null,
    due_on date not null,
    step integer not null,
    since_on date not null,
    asked_whom text,
    answer text,
    answered_by text,
    answered_on date,
    rests_until date,
    ended_on date,
    ended_how text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create unique index escalations_duty on escalations (case_id, rule, due_on);
create index escalations_open on escalations (ended_on, case_id);
