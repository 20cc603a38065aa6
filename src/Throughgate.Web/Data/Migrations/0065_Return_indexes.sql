-- Whom a return of one scheme and quarter picks, from indexes alone: each has all that is asked, voided too.
create index cases_scheme_agreed_by_person on cases (scheme, plan_agreed_by_person_on, plan_agreed_by_yot_on, person_id, voided);
create index cases_scheme_agreed_by_yot on cases (scheme, plan_agreed_by_yot_on, plan_agreed_by_person_on, person_id, voided);
create index sentences_person_released on sentences (person_id, released_on, kind, voided);
drop index residences_yot;
create index residences_yot on residences (yot, person_id, voided);
