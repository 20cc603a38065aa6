-- Returns as they were submitted (RET-3): only ever added to. What a version is follows from its rows; nothing of it is changed.
create table return_versions (
    id uuid not null primary key,
    scheme text not null,
    start_year integer not null,
    quarter integer not null,
    number integer not null,
    reading text not null,
    edition text not null,
    product text not null,
    data_at timestamptz not null,
    seal text not null,
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null,
    why text,
    bundle bytea not null,
    hash text not null
);
create unique index return_versions_number on return_versions (scheme, start_year, quarter, number);

-- Signed, or sent back: one a version.
create table return_decisions (
    return_id uuid not null primary key references return_versions (id),
    signed boolean not null,
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null,
    reason text
);

-- Who stands behind a pseudonym of a frozen return: goes when the record is erased.
create table return_members (
    return_id uuid not null references return_versions (id),
    pseudonym text not null,
    person_id uuid not null references people (id),
    token uuid not null,
    told text not null,
    primary key (return_id, pseudonym)
);
create index return_members_person on return_members (person_id);

create table return_checks (
    id uuid not null primary key,
    scheme text not null,
    start_year integer not null,
    quarter integer not null,
    seal text not null,
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null
);
create index return_checks_of on return_checks (scheme, start_year, quarter, at);

-- What cannot be mended and is accepted with a reason (RET-6).
create table return_acceptances (
    id uuid not null primary key,
    scheme text not null,
    start_year integer not null,
    quarter integer not null,
    person_id uuid not null references people (id),
    item text not null,
    reason text not null,
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index return_acceptances_of on return_acceptances (scheme, start_year, quarter);
create index return_acceptances_person on return_acceptances (person_id);

-- Summary figures typed elsewhere (RET-4), whole; the latest stands.
create table typed_returns (
    id uuid not null primary key,
    scheme text not null,
    start_year integer not null,
    quarter integer not null,
    figures text not null,
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null
);
create index typed_returns_of on typed_returns (scheme, start_year, quarter, at);

-- only sqlite
create trigger return_versions_no_update before update on return_versions begin select raise(abort, 'a return that was submitted is frozen'); end;
create trigger return_versions_no_delete before delete on return_versions begin select raise(abort, 'a return that was submitted is frozen'); end;
create trigger return_decisions_no_update before update on return_decisions begin select raise(abort, 'a return that was decided is frozen'); end;
create trigger return_decisions_no_delete before delete on return_decisions begin select raise(abort, 'a return that was decided is frozen'); end;
create trigger return_checks_no_update before update on return_checks begin select raise(abort, 'checks are only added'); end;
create trigger return_checks_no_delete before delete on return_checks begin select raise(abort, 'checks are only added'); end;
create trigger typed_returns_no_update before update on typed_returns begin select raise(abort, 'typed figures are only added'); end;
create trigger typed_returns_no_delete before delete on typed_returns begin select raise(abort, 'typed figures are only added'); end;
create trigger return_members_no_update before update on return_members begin select raise(abort, 'a return that was submitted is frozen'); end;
create trigger return_members_no_delete before delete on return_members
when not exists (
    select 1 from disposals d where d.signed_at is not null and d.stopped_at is null and d.done_at is null
    and (d.person_id = old.person_id or d.person_id = (select p.merged_into from people p where p.id = old.person_id)))
begin select raise(abort, 'a return that was submitted is frozen'); end;
create trigger return_decisions_by_another before insert on return_decisions
when new.signed and exists (select 1 from return_versions v where v.id = new.return_id and v.by_id = new.by_id)
begin select raise(abort, 'who submitted a return does not sign it'); end;
-- only postgres
create trigger return_versions_no_change before update or delete or truncate on return_versions for each statement execute function refuse_change();
create trigger return_decisions_no_change before update or delete or truncate on return_decisions for each statement execute function refuse_change();
create trigger return_checks_no_change before update or delete or truncate on return_checks for each statement execute function refuse_change();
create trigger typed_returns_no_change before update or delete or truncate on typed_returns for each statement execute function refuse_change();
create trigger return_members_no_update before update or truncate on return_members for each statement execute function refuse_change();
create function refuse_unless_disposed() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from disposals d where d.signed_at is not null and d.stopped_at is null and d.done_at is null
        and (d.person_id = old.person_id or d.person_id = (select p.merged_into from people p where p.id = old.person_id))) then
        return old;
    end if;
    raise exception 'a return that was submitted is frozen';
end $$;
create trigger return_members_no_delete before delete on return_members for each row execute function refuse_unless_disposed();
create function refuse_own_signature() returns trigger language plpgsql as $$
begin
    if new.signed and exists (select 1 from return_versions v where v.id = new.return_id and v.by_id = new.by_id) then
        raise exception 'who submitted a return does not sign it';
    end if;
    return new;
end $$;
create trigger return_decisions_by_another before insert on return_decisions for each row execute function refuse_own_signature();
-- both
