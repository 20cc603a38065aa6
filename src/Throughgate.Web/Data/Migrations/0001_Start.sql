-- The caseload, its history and the log. One text for SQLite and PostgreSQL: SQLite takes any type name.
-- A block between "-- only sqlite" or "-- only postgres" and "-- both" runs on that database alone.

create table people (
    id uuid not null primary key,
    reference text not null unique,
    first_name text not null,
    last_name text not null,
    search_name text not null,
    date_of_birth date not null,
    gender text not null,
    ethnicity text not null,
    looked_after boolean,
    send boolean,
    is_parent boolean,
    first_language text,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index people_search on people (search_name);

-- Location facts stand in tables of their own: residences (area), placements (establishment), accommodation_spells (kind of place).
create table residences (
    id uuid not null primary key,
    person_id uuid not null references people (id),
    yot text not null,
    from_on date not null,
    to_on date,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index residences_person on residences (person_id, from_on);
create index residences_yot on residences (yot, person_id);

create table sentences (
    id uuid not null primary key,
    reference text not null unique,
    person_id uuid not null references people (id),
    type text not null,
    kind text not null,
    main_offence text not null,
    offence_on date,
    arrested_on date,
    sentenced_on date not null,
    released_on date,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index sentences_person on sentences (person_id, sentenced_on);
create index sentences_released on sentences (released_on, person_id);

-- Expected release and end of the order: a dated change each, never a field that overwrites. what: expected_release or ends.
create table sentence_dates (
    id uuid not null primary key,
    sentence_id uuid not null references sentences (id),
    what text not null,
    value_on date,
    known_from date not null,
    position integer not null,
    origin text not null,
    import_id uuid,
    version integer not null
);
create unique index sentence_dates_sentence on sentence_dates (sentence_id, what, position);

create table placements (
    id uuid not null primary key,
    sentence_id uuid not null references sentences (id),
    establishment text,
    from_on date not null,
    position integer not null,
    origin text not null,
    import_id uuid,
    version integer not null
);
create unique index placements_sentence on placements (sentence_id, position);
create index placements_establishment on placements (establishment);

create table workers (
    id uuid not null primary key,
    name text not null unique
);

create table cases (
    id uuid not null primary key,
    reference text not null unique,
    person_id uuid not null references people (id),
    scheme text not null,
    sentence_id uuid not null references sentences (id),
    referred_on date not null,
    lead_professional_on date,
    plan_drawn_up_on date,
    plan_agreed_by_person_on date,
    plan_agreed_by_yot_on date,
    closed_on date,
    closing_reason text,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index cases_person on cases (person_id);
create index cases_scheme on cases (scheme, closed_on, referred_on);
create index cases_sentence on cases (sentence_id);

create table allocations (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    role text not null,
    worker_id uuid not null references workers (id),
    from_on date not null,
    to_on date,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index allocations_case on allocations (case_id, role, from_on);
create index allocations_worker on allocations (worker_id, to_on);

create table offers (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    offered_on date not null,
    setting text not null,
    answer text not null,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index offers_case on offers (case_id, offered_on);

-- held_at: UK civil time, as people write it in a diary.
create table contacts (
    id uuid not null primary key,
    reference text not null unique,
    case_id uuid not null references cases (id),
    held_at timestamp not null,
    minutes integer,
    kind text not null,
    counts_as text not null,
    outcome text not null,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index contacts_case on contacts (case_id, held_at);

create table assessments (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    completed_on date not null,
    purpose text not null,
    living_arrangements integer,
    family_and_personal_relationships integer,
    education_training_employment integer,
    neighbourhood integer,
    lifestyle integer,
    substance_use integer,
    physical_health integer,
    emotional_and_mental_health integer,
    perception_of_self_and_others integer,
    thinking_and_behaviour integer,
    attitudes_to_offending integer,
    motivation_to_change integer,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index assessments_case on assessments (case_id, completed_on);

create table ete_weeks (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    week_on date not null,
    hours numeric not null,
    provision text,
    unable_reason text,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index ete_weeks_case on ete_weeks (case_id, week_on);

create table accommodation_spells (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    from_on date not null,
    to_on date,
    type text not null,
    suitable boolean,
    confirmed_on date,
    told_on date,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index accommodation_spells_case on accommodation_spells (case_id, from_on);

create table reviews (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    held_on date not null,
    kind text not null,
    origin text not null,
    import_id uuid,
    version integer not null
);
create index reviews_case on reviews (case_id, held_on);

create table imports (
    id uuid not null primary key,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    name text not null,
    added integer not null,
    changed integer not null,
    unchanged integer not null
);

-- A scheme's own figures from a day on, each with its reason. What is not here is the default of the rulebook.
create table scheme_figures (
    id uuid not null primary key,
    scheme text not null,
    figure text not null,
    value_number integer not null,
    from_on date not null,
    set_at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    reason text not null
);
create index scheme_figures_scheme on scheme_figures (scheme, figure, from_on);

-- Facts about this database itself, such as the mark of a demo.
create table marks (
    name text not null primary key,
    value text not null
);

-- History: one typed event a change. The log: one row an answer. Both append-only, one chain of hashes a scheme.
create table chain_heads (
    chain text not null primary key,
    seq bigint not null,
    hash bytea not null
);

create table history (
    id uuid not null primary key,
    chain text not null,
    seq bigint not null,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    kind text not null,
    person_id uuid,
    case_id uuid,
    import_id uuid,
    why text,
    data text not null,
    hash bytea not null
);
create unique index history_chain on history (chain, seq);
create index history_person on history (person_id, at);

create table access_log (
    id uuid not null primary key,
    chain text not null,
    seq bigint not null,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    role text not null,
    action text not null,
    outcome text not null,
    people text not null,
    detail text not null,
    hash bytea not null
);
create unique index access_log_chain on access_log (chain, seq);
create index access_log_actor on access_log (actor_id, at);

-- only sqlite
create trigger history_no_update before update on history begin select raise(abort, 'history is append-only'); end;
create trigger history_no_delete before delete on history begin select raise(abort, 'history is append-only'); end;
create trigger access_log_no_update before update on access_log begin select raise(abort, 'the log is append-only'); end;
create trigger access_log_no_delete before delete on access_log begin select raise(abort, 'the log is append-only'); end;
-- only postgres
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger history_no_change before update or delete or truncate on history for each statement execute function refuse_change();
create trigger access_log_no_change before update or delete or truncate on access_log for each statement execute function refuse_change();
-- both
