-- How an offer was made, and what the young person said to it in their own words: what a caseload brought in from elsewhere cannot carry.
create table offers_said (
    offer_id uuid not null primary key,
    case_id uuid not null references cases (id),
    way text not null,
    own_words text
);
create index offers_said_case on offers_said (case_id);
