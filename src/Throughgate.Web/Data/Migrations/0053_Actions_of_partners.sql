-- An action of a plan names its agency by the directory and not by what was typed. What was typed stays to be read; where it is the name of one agency of the
-- scheme, that agency is meant.
alter table plan_actions add column partner_id uuid references partners (id);

update plan_actions set partner_id = (
    select p.id from partners p join cases c on c.scheme = p.scheme
    where c.id = plan_actions.case_id and lower(trim(p.name)) = lower(trim(plan_actions.partner)))
where partner is not null and 1 = (
    select count(*) from partners p join cases c on c.scheme = p.scheme
    where c.id = plan_actions.case_id and lower(trim(p.name)) = lower(trim(plan_actions.partner)));
