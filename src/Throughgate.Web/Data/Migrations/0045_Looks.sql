-- Who was shown to whom, taken out of access_log so that it can be asked by young person: a projection, caught up before it is read and made anew by
-- `cli audit index`. Answers do not write it: the log is the largest table by far, and the one that pages wait for.
create table looks (
    shown_id uuid not null,
    chain text not null,
    seq bigint not null,
    actor_id uuid,
    at timestamptz not null,
    alone boolean not null,
    primary key (shown_id, chain, seq)
);
create index looks_alone on looks (chain, at) where alone;

-- How far each chain is taken out.
create table looks_read (
    chain text not null primary key,
    seq bigint not null
);

-- Looks that a manager asked about, and what was found. log_row is the first row of the looks of that day.
create table look_reviews (
    id uuid not null primary key,
    scheme text not null,
    log_row uuid not null,
    looker_id uuid not null,
    shown_id uuid not null,
    looked_on date not null,
    found text not null,
    note text not null,
    reviewed_at timestamptz not null,
    reviewed_by uuid not null,
    reviewer_name text not null
);
create index look_reviews_scheme on look_reviews (scheme, looked_on);
create index look_reviews_shown on look_reviews (shown_id);
