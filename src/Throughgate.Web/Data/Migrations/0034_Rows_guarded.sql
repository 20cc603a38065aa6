-- The schemes whose managers hear that a record was opened in an emergency: of whoever opened it, and those the young person has a case of.
alter table glass_broken add column told text not null default '';

-- Who needs to know, said a second time by the database (R1). The account that serves pages sees a row only where this says so: a filter that was forgotten
-- shows nothing. What it is told of the reader stands in settings of the connection (tg.*); the program's own work says tg.program. Grants.cs puts the
-- policies on every table with a person, case or sentence in it, where the serving account is not the one that owns the tables.
-- only postgres
create function tg_sees(p uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    sees text := current_setting('tg.sees', true);
    me uuid;
    works uuid;
    scheme_is text;
    today date;
    tied boolean := false;
begin
    if current_setting('tg.program', true) = 'on' then return true; end if;
    if p is null or coalesce(sees, '') = '' then return false; end if;
    if p::text = current_setting('tg.seen', true) then return true; end if;
    me := current_setting('tg.account')::uuid;
    works := nullif(current_setting('tg.worker'), '')::uuid;
    scheme_is := current_setting('tg.scheme');
    today := current_setting('tg.today')::date;
    if sees = 'PeopleOfTheScheme' then
        tied := exists (select 1 from residences r where r.person_id = p and not r.voided and r.yot = any (string_to_array(current_setting('tg.yots'), ';')))
            or exists (
                select 1 from cases c where c.person_id = p and not c.voided and c.scheme = scheme_is and (current_setting('tg.whole') = 'on' or exists (
                    select 1 from allocations a where a.case_id = c.id and not a.voided and a.worker_id = works and a.from_on <= today and (a.to_on is null or a.to_on >= today))));
    elsif sees = 'OwnPeople' then
        tied := exists (
            select 1 from cases c join allocations a on a.case_id = c.id
            where c.person_id = p and not c.voided and c.scheme = scheme_is and (c.closed_on is null or c.closed_on > today)
            and not a.voided and a.worker_id = works and a.from_on <= today and (a.to_on is null or a.to_on >= today));
    elsif sees = 'PeopleHeld' then
        tied := exists (
            select 1 from sentences s where s.person_id = p and not s.voided and s.kind = 'custodial' and s.sentenced_on <= today
            and (s.released_on is null or s.released_on >= current_setting('tg.released')::date)
            and (select l.establishment from placements l where l.sentence_id = s.id and not l.voided and l.from_on <= today order by l.position desc limit 1)
                = any (string_to_array(current_setting('tg.establishments'), ';')));
    elsif sees = 'PeopleShared' then
        -- Wider than the rule: whoever the agency was ever named for. The rule itself decides what is shown.
        tied := exists (
            select 1 from cases c where c.person_id = p and not c.voided and (
                exists (select 1 from consent_answers a where a.case_id = c.id and a.partner_id = nullif(current_setting('tg.partner'), '')::uuid)
                or exists (select 1 from sharing_decisions d where d.case_id = c.id and d.partner_id = nullif(current_setting('tg.partner'), '')::uuid)));
    end if;
    tied := tied and not exists (
        select 1 from restrictions r where r.person_id = p and r.lifted_at is null and not r.voided
        and not exists (select 1 from restriction_names n where n.restriction_id = r.id and n.account_id = me));
    if not tied and sees = 'PeopleOfTheScheme' then
        tied := exists (select 1 from glass_broken g where g.account_id = me and g.person_id = p and not g.voided and g.until_at > current_setting('tg.now')::timestamptz);
    end if;
    if not tied then
        -- The reference of a record that was merged leads to the one that stays.
        tied := exists (select 1 from people m where m.id = p and m.merged_into is not null and tg_sees(m.merged_into));
    end if;
    if tied then perform set_config('tg.seen', p::text, false); end if;
    return tied;
end $$;

create function tg_sees_case(k uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    sees boolean;
begin
    if current_setting('tg.program', true) = 'on' then return true; end if;
    if k::text = current_setting('tg.seen_case', true) then return true; end if;
    select tg_sees(c.person_id) into sees from cases c where c.id = k;
    if coalesce(sees, false) then perform set_config('tg.seen_case', k::text, false); end if;
    return coalesce(sees, false);
end $$;

create function tg_sees_sentence(s uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select tg_sees(t.person_id) from sentences t where t.id = s), false)
$$;
