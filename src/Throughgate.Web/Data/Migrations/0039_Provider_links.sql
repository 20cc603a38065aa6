-- Whom an identity provider's subject is here. Made once, with an invitation or from a session; never an account by itself.
create table provider_links (
    issuer text not null,
    subject text not null,
    account_id uuid not null references accounts (id),
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
create index provider_links_account on provider_links (account_id);
