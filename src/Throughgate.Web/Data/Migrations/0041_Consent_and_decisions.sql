-- A talk about sharing, a withdrawal, or a talk taken back because it was recorded by mistake (INF-2). Rows are only ever added.
create table consents (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    kind text not null,
    held_on date not null,
    at timestamptz not null,
    by_id uuid,
    by_name text not null,
    explained_by text,
    how text,
    understood text,
    present text,
    own_words text,
    refused text,
    competence text,
    competence_why text,
    parent_view text,
    parent_said text,
    told_of_figures boolean not null
);
create index consents_case on consents (case_id, held_on);

-- What was answered about each agency and category; the last said stands.
create table consent_answers (
    consent_id uuid not null references consents (id),
    case_id uuid not null references cases (id),
    partner_id uuid not null references partners (id),
    category text not null,
    answer text not null,
    said_on date not null,
    at timestamptz not null,
    until_on date,
    primary key (consent_id, partner_id, category)
);
create index consent_answers_case on consent_answers (case_id, partner_id, category);
create index consent_answers_partner on consent_answers (partner_id, case_id, category);

-- Decisions to share without consent, and each single one with the police or an employer (INF-1, INF-4).
create table sharing_decisions (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    partner_id uuid not null references partners (id),
    basis text not null,
    reason text not null,
    decided_by_id uuid not null,
    decided_by text not null,
    decided_at timestamptz not null,
    until_on date not null,
    once boolean not null,
    overrides_refusal boolean not null
);
create index sharing_decisions_case on sharing_decisions (case_id, partner_id);
create index sharing_decisions_partner on sharing_decisions (partner_id, case_id);

create table sharing_decision_categories (
    decision_id uuid not null references sharing_decisions (id),
    case_id uuid not null references cases (id),
    category text not null,
    primary key (decision_id, category)
);
create index sharing_decision_categories_case on sharing_decision_categories (case_id);

create table sharing_confirmations (
    decision_id uuid not null primary key references sharing_decisions (id),
    case_id uuid not null references cases (id),
    by_id uuid not null,
    by_name text not null,
    at timestamptz not null
);
create index sharing_confirmations_case on sharing_confirmations (case_id);

create table sharing_ends (
    decision_id uuid not null primary key references sharing_decisions (id),
    case_id uuid not null references cases (id),
    by_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    why text not null
);
create index sharing_ends_case on sharing_ends (case_id);
