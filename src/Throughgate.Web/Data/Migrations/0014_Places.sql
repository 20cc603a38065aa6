-- What the priority for a place is worked out from (ELG-2, ELG-6), and the places given to community cases and remands (ELG-3).
create table case_needs (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    substance_misuse text not null,
    dual_diagnosis boolean not null,
    education boolean not null,
    family boolean not null,
    learning_difficulty boolean not null,
    speech_and_language boolean not null,
    drug_testing boolean not null,
    substance_treatment boolean not null,
    accommodation boolean not null,
    recorded_on date not null,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create unique index case_needs_case on case_needs (case_id);

create table places (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    from_on date not null,
    why_all_the_same text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index places_case on places (case_id);
