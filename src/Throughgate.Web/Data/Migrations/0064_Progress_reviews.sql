-- A scheme's progress called to a review (PER-3), and the actions agreed there.
create table progress_reviews (
    id uuid not null primary key,
    scheme text not null,
    held_on date not null,
    measure text,
    why text not null,
    attends text not null,
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null
);
create index progress_reviews_scheme on progress_reviews (scheme, held_on);

create table progress_actions (
    id uuid not null primary key,
    review_id uuid not null references progress_reviews (id),
    what text not null,
    owner_id uuid not null references accounts (id),
    owner_name text not null,
    due_on date not null,
    done_on date,
    done_by_name text,
    version integer not null
);
create index progress_actions_review on progress_actions (review_id);
create index progress_actions_owner on progress_actions (owner_id, done_on);
