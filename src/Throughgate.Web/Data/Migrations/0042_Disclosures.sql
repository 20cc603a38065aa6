-- What was told about a young person to somebody outside the scheme (INF-5). Rows are only ever added.
create table disclosures (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    partner_id uuid not null references partners (id),
    recipient text not null,
    how text not null,
    told_on date not null,
    at timestamptz not null,
    by_id uuid,
    by_name text not null,
    what text,
    why text not null,
    basis text not null,
    decision_id uuid references sharing_decisions (id),
    -- The decision where it was for this one disclosure alone: it can be used once.
    single_decision_id uuid unique references sharing_decisions (id)
);
create index disclosures_case on disclosures (case_id, told_on);

create table disclosure_categories (
    disclosure_id uuid not null references disclosures (id),
    case_id uuid not null references cases (id),
    category text not null,
    primary key (disclosure_id, category)
);
create index disclosure_categories_case on disclosure_categories (case_id);
