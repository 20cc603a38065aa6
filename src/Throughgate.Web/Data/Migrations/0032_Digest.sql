-- Who wants the day's digest by e-mail, and the last day on which it went out (or was due and there was nothing to say).
create table digests (
    account_id uuid not null primary key references accounts (id),
    wanted_at timestamptz not null,
    sent_on date
);
