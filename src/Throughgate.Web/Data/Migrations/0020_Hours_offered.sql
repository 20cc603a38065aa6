-- Hours of education, training or employment that were offered in the week, beside those received; null where nobody recorded them.
alter table ete_weeks add column hours_offered numeric;
