-- What was wrongly recorded is voided with a reason and stays: a voided row is read by nobody but history and the import, which must not bring it back.
alter table people add column voided boolean not null default false;
alter table residences add column voided boolean not null default false;
alter table sentences add column voided boolean not null default false;
alter table sentence_dates add column voided boolean not null default false;
alter table placements add column voided boolean not null default false;
alter table cases add column voided boolean not null default false;
alter table allocations add column voided boolean not null default false;
alter table offers add column voided boolean not null default false;
alter table contacts add column voided boolean not null default false;
alter table assessments add column voided boolean not null default false;
alter table ete_weeks add column voided boolean not null default false;
alter table accommodation_spells add column voided boolean not null default false;
alter table reviews add column voided boolean not null default false;

-- Who says so: the establishment's own date, a letter of the court, the young person.
alter table sentence_dates add column said_by text;
alter table sentence_dates add column note text;
alter table placements add column said_by text;

-- What was written with a contact, an offer or a review stands apart from the facts that rules and figures read.
create table notes (
    row_id uuid not null primary key,
    case_id uuid not null references cases (id),
    text text not null
);
create index notes_case on notes (case_id);
