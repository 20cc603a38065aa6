-- Accounts are made by an administrator; whose they are chooses the password through a link that is good once and for a while.
alter table accounts add column closes_on date;

create table invitations (
    id uuid not null primary key,
    account_id uuid not null references accounts (id),
    key_hash bytea not null unique,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index invitations_account on invitations (account_id);
