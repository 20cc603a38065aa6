-- Emerging practice: what a scheme tried and what changed, for other schemes to read. Each text stays; the newest is read.
create table practice_notes (
    id uuid not null primary key,
    scheme text not null,
    published_at timestamptz,
    withdrawn_at timestamptz,
    version integer not null
);
create index practice_notes_published on practice_notes (published_at);

create table practice_note_texts (
    note_id uuid not null references practice_notes (id),
    number integer not null,
    pathway text not null,
    title text not null,
    done text not null,
    for_whom text not null,
    changed text not null,
    at timestamptz not null,
    primary key (note_id, number)
);
