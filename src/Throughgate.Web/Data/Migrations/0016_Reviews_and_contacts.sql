-- What was said at a review stands beside the row that rules read: an import brings the row and never this.
create table review_details (
    review_id uuid not null primary key,
    case_id uuid not null references cases (id),
    young_person boolean not null,
    parents boolean not null,
    professionals boolean not null,
    others text,
    decided text,
    plan_changes text,
    managed_by text,
    managed_decided_by text,
    support_until date
);
create index review_details_case on review_details (case_id);
