-- Agencies that a scheme works with, and the agreements with them (SCH-4).
create table partners (
    id uuid not null primary key,
    scheme text not null,
    name text not null,
    kind text not null,
    delivers boolean not null,
    open_from date not null,
    closed_on date,
    version integer not null
);
create index partners_scheme on partners (scheme, name);

create table agreements (
    id uuid not null primary key,
    partner_id uuid not null references partners (id),
    from_on date not null,
    until_on date not null,
    has_protocol boolean not null,
    purpose text not null,
    version integer not null
);
create index agreements_partner on agreements (partner_id, until_on);

create table agreement_categories (
    agreement_id uuid not null references agreements (id),
    category text not null,
    primary key (agreement_id, category)
);
