-- Whether what is recorded may be used, without name, for evaluation and research: a third answer of the talk, beside taking part and sharing. Null: not talked about.
alter table consents add column statistics text;
alter table consents add column statistics_on date;
