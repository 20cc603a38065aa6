-- A return to custody does not close a case: it is a sentence row of its own that follows the one before it.
alter table sentences add column follows_id uuid references sentences (id);
create index sentences_follows on sentences (follows_id);

-- What a licence or an order forbids or asks: in sight of whoever works with the young person. Words only; no rule or figure reads them.
create table licence_conditions (
    id uuid not null primary key,
    person_id uuid not null references people (id),
    kind text not null,
    condition_text text not null,
    from_on date not null,
    to_on date,
    explained_on date,
    explained_by text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index licence_conditions_person on licence_conditions (person_id, from_on);
