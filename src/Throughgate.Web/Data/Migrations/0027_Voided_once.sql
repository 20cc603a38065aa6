-- One a programme: of what stands. What was recorded by mistake and taken out does not stand in the way of the right one.
drop index case_needs_case;
create unique index case_needs_case on case_needs (case_id) where not voided;
drop index plans_case;
create unique index plans_case on plans (case_id, number) where not voided;
drop index closings_case;
create unique index closings_case on closings (case_id) where not voided;

-- Who was born on a day: whether somebody is on record already is asked before a new record is made.
create index people_born on people (date_of_birth);
