-- The street address of a place to live is a location fact: it stands alone, under the key of its spell, and is read by no rule, figure, list or export.
create table street_addresses (
    row_id uuid not null primary key,
    case_id uuid not null references cases (id),
    text text not null
);
create index street_addresses_case on street_addresses (case_id);
