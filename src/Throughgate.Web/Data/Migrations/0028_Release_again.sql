-- The weekends of a release after a return to custody stand beside those of the release before it; null: of the programme's own sentence.
alter table weekends add column sentence_id uuid references sentences (id);
