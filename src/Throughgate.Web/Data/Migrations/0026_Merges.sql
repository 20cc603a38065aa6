-- Two records that are one person: the one that was merged keeps its reference and points to the one that stays.
alter table people add column merged_into uuid references people (id);
create index people_merged on people (merged_into);

-- What a merge moved and replaced, so that it can be undone, also after further work.
create table merges (
    id uuid not null primary key,
    other_id uuid not null references people (id),
    stays_id uuid not null references people (id),
    at timestamptz not null,
    actor_name text not null,
    reason text not null,
    kept text not null,
    undone_at timestamptz
);
create index merges_stays on merges (stays_id, at);
create index merges_other on merges (other_id);
