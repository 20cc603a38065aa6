-- A pack of what is shared, opened by whoever has the link and the code, until it ends or sharing does.
create table packs (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    partner_id uuid not null references partners (id),
    recipient text not null,
    why text not null,
    key_hash bytea not null unique,
    code_hash bytea not null,
    made_at timestamptz not null,
    by_id uuid,
    by_name text not null,
    until_at timestamptz not null,
    wrong_codes integer not null,
    closed_at timestamptz,
    closed_by text,
    version integer not null
);
create index packs_case on packs (case_id);

create table pack_categories (
    pack_id uuid not null references packs (id),
    case_id uuid not null references cases (id),
    category text not null,
    primary key (pack_id, category)
);
create index pack_categories_case on pack_categories (case_id);

-- What a partner says of an action of the plan that is theirs. Rows are only ever added; the newest stands.
create table partner_answers (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    partner_id uuid not null references partners (id),
    line uuid not null,
    answer text not null,
    note text,
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null
);
create index partner_answers_case on partner_answers (case_id, line);
