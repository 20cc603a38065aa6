-- The pathway plan: a row a version, kept; what each version says of the seven pathways; who does what by when; and the quality checks.
create table plans (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    number integer not null,
    begun_on date not null,
    drawn_up_on date,
    author_id uuid,
    author text not null,
    own_words text,
    approach text,
    contact_minutes integer,
    chosen_level text,
    level_reason text,
    person_answer text,
    person_reason text,
    person_on date,
    yot_on date,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create unique index plans_case on plans (case_id, number);

create table plan_pathways (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    plan_id uuid not null references plans (id),
    pathway text not null,
    no_need boolean not null,
    need text,
    goal text,
    resource_kind text,
    resource text,
    lasting text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create unique index plan_pathways_plan on plan_pathways (plan_id, pathway);
create index plan_pathways_case on plan_pathways (case_id);

create table plan_actions (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    plan_id uuid not null references plans (id),
    pathway text not null,
    line uuid not null,
    position integer not null,
    what text not null,
    who text not null,
    partner text,
    by_on date,
    done_on date,
    parents text not null,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index plan_actions_case on plan_actions (case_id, plan_id);

create table plan_checks (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    plan_id uuid not null references plans (id),
    pathway text not null,
    checked_on date not null,
    checker_id uuid,
    checker text not null,
    mend text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index plan_checks_case on plan_checks (case_id, plan_id);
