-- What closing a programme needs (OPN-5), gathered piece by piece before it is closed; one a case.
create table closings (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    yot_view text,
    own_view text,
    not_to_be_had text,
    attempts text,
    services_that_go_on text,
    took_part boolean not null,
    endings text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create unique index closings_case on closings (case_id);

-- Who carries on: decided at the end of the order (OPN-7) and before somebody becomes 18 (OPN-13). kind: order_end or turning_18.
create table case_decisions (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    kind text not null,
    decided_on date not null,
    decided_by text not null,
    who_carries_on text not null,
    until_on date,
    note text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index case_decisions_case on case_decisions (case_id, decided_on);
