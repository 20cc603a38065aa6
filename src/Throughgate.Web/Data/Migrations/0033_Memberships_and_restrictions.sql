-- Of what an account is a member, from when and until when: of a scheme, a YOT of it, an establishment, an agency, a consortium. What somebody may see
-- follows from it on each day, so an account has no scheme of its own any more.

create table memberships (
    id uuid not null primary key,
    account_id uuid not null references accounts (id),
    kind text not null,
    of_what text not null,
    from_on date not null,
    to_on date,
    version integer not null
);
create index memberships_account on memberships (account_id, from_on);
create index memberships_of on memberships (kind, of_what);

insert into memberships (id, account_id, kind, of_what, from_on, to_on, version)
select id, id, 'scheme', scheme, '2000-01-01', null, 1 from accounts where scheme is not null;

drop index accounts_scheme;
alter table accounts drop column scheme;

-- A consortium and the schemes in it.
create table consortia (
    id uuid not null primary key,
    name text not null unique
);
create table consortium_schemes (
    id uuid not null primary key,
    consortium_id uuid not null references consortia (id),
    scheme text not null,
    from_on date not null,
    to_on date
);
create index consortium_schemes_of on consortium_schemes (consortium_id, scheme);

-- A record that only those named may see, and whoever broke the glass for an hour.
create table restrictions (
    id uuid not null primary key,
    person_id uuid not null references people (id),
    set_at timestamptz not null,
    set_by text not null,
    reason text not null,
    lifted_at timestamptz,
    lifted_by text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null
);
create index restrictions_live on restrictions (person_id) where lifted_at is null;
create index restrictions_person on restrictions (person_id);

create table restriction_names (
    restriction_id uuid not null references restrictions (id),
    account_id uuid not null references accounts (id),
    primary key (restriction_id, account_id)
);

create table glass_broken (
    id uuid not null primary key,
    account_id uuid not null references accounts (id),
    account_name text not null,
    person_id uuid not null references people (id),
    scheme text not null,
    broken_at timestamptz not null,
    until_at timestamptz not null,
    reason text not null,
    reviewed_at timestamptz,
    reviewed_by text,
    finding text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null
);
create index glass_broken_account on glass_broken (account_id, until_at);
create index glass_broken_person on glass_broken (person_id);
create index glass_broken_scheme on glass_broken (scheme, reviewed_at);
