-- Records that must not be erased while this stands: a claim, an inquiry, a complaint.
create table holds (
    id uuid not null primary key,
    person_id uuid not null references people (id),
    scheme text not null,
    reason text not null,
    from_at timestamptz not null,
    by_name text not null,
    ended_at timestamptz,
    ended_by text,
    end_reason text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index holds_person on holds (person_id);

-- A record on its way to being erased: proposed by one, signed by another, erased after a while in which it can be stopped; what was done stands in the certificate.
create table disposals (
    id uuid not null primary key,
    person_id uuid not null references people (id),
    scheme text not null,
    reference text not null,
    basis text not null,
    due_on date not null,
    proposed_at timestamptz not null,
    proposed_by uuid not null,
    proposer_name text not null,
    signed_at timestamptz,
    signed_by uuid,
    signer_name text,
    erase_on date,
    stopped_at timestamptz,
    stopped_by text,
    stop_reason text,
    done_at timestamptz,
    certificate text,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index disposals_person on disposals (person_id);
create index disposals_scheme on disposals (scheme, done_at);
create unique index disposals_one on disposals (person_id) where stopped_at is null and done_at is null;

-- Rows of history and log whose content was erased: what is left of each has this hash, and the chain goes on over the hash that the whole row had.
create table erased_rows (
    ledger text not null,
    row_id uuid not null,
    chain text not null,
    seq bigint not null,
    disposal_id uuid not null references disposals (id),
    rest bytea not null,
    primary key (ledger, row_id)
);
create index erased_rows_chain on erased_rows (chain, seq);

-- only sqlite
drop trigger history_no_update;
drop trigger access_log_no_update;
create trigger history_no_update before update on history
when not (new.data = '{}' and new.why is null and new.id = old.id and new.chain = old.chain and new.seq = old.seq and new.at = old.at and new.actor_id is old.actor_id and new.actor_name = old.actor_name
    and new.kind = old.kind and new.person_id is old.person_id and new.case_id is old.case_id and new.import_id is old.import_id and new.hash = old.hash
    and exists (select 1 from erased_rows e where e.ledger = 'history' and e.row_id = new.id))
begin select raise(abort, 'history is append-only'); end;
create trigger access_log_no_update before update on access_log
when not (new.detail = '{}' and new.id = old.id and new.chain = old.chain and new.seq = old.seq and new.at = old.at and new.actor_id is old.actor_id and new.actor_name = old.actor_name
    and new.role = old.role and new.action = old.action and new.outcome = old.outcome and new.people = old.people and new.hash = old.hash
    and exists (select 1 from erased_rows e where e.ledger = 'access_log' and e.row_id = new.id))
begin select raise(abort, 'the log is append-only'); end;
create trigger erased_rows_no_update before update on erased_rows begin select raise(abort, 'what was erased is append-only'); end;
create trigger erased_rows_no_delete before delete on erased_rows begin select raise(abort, 'what was erased is append-only'); end;
-- only postgres
create function refuse_unless_erased() returns trigger language plpgsql as $$
begin
    if exists (select 1 from erased_rows e where e.ledger = tg_table_name and e.row_id = new.id)
        and to_jsonb(new) - array['data', 'why', 'detail'] = to_jsonb(old) - array['data', 'why', 'detail']
        and coalesce(to_jsonb(new) ->> 'data', '{}') = '{}' and coalesce(to_jsonb(new) ->> 'detail', '{}') = '{}' and to_jsonb(new) ->> 'why' is null then
        return new;
    end if;
    raise exception '% is append-only', tg_table_name;
end $$;
drop trigger history_no_change on history;
drop trigger access_log_no_change on access_log;
create trigger history_no_change before delete or truncate on history for each statement execute function refuse_change();
create trigger access_log_no_change before delete or truncate on access_log for each statement execute function refuse_change();
create trigger history_no_update before update on history for each row execute function refuse_unless_erased();
create trigger access_log_no_update before update on access_log for each row execute function refuse_unless_erased();
create trigger erased_rows_no_change before update or delete or truncate on erased_rows for each statement execute function refuse_change();
-- both
