-- The door: every transaction of the product is opened by engine.begin_as, which sets who acts, when, with which keys and as
-- which role. Settings are SET LOCAL by EXECUTE (not by the settings function), so that they travel with a transaction to
-- other servers too. Functions that read them fail when they are absent: nothing happens without an actor.

create schema if not exists engine;

do $$
declare
  wanted text;
begin
  foreach wanted in array array['goldthread_reads', 'goldthread_writes', 'goldthread_imports', 'goldthread_audits'] loop
    begin
      if not exists (select 1 from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception when duplicate_object or unique_violation then null; -- Another database of the same server made it meanwhile.
    end;
    begin
      execute format('grant %I to %I', wanted, current_user);
    exception when others then
      -- Superusers need no grant; two databases granting at once may collide.
      if not (select rolsuper from pg_roles where rolname = current_user) then raise; end if;
    end;
  end loop;
end $$;

create or replace function engine.actor() returns text language sql stable parallel safe
  return nullif(current_setting('app.actor'), '');

create or replace function engine.reason() returns text language sql stable parallel safe
  return nullif(current_setting('app.reason', true), '');

create or replace function engine.instant() returns timestamptz language sql stable parallel safe
  return current_setting('app.instant')::timestamptz;

create or replace function engine.known_at() returns timestamptz language sql stable parallel safe
  return current_setting('app.known_at')::timestamptz;

create or replace function engine.keys() returns text[] language sql stable parallel safe
  return string_to_array(current_setting('app.keys', true), ',');

create or replace function engine.begin_as(actor text, role text, keys text, instant timestamptz, known_at timestamptz, authority text, reason text)
returns void language plpgsql as $$
begin
  if coalesce(actor, '') = '' then
    raise exception 'A transaction must name its actor' using errcode = '28000';
  end if;
  if role not in ('reads', 'writes', 'imports', 'audits') then
    raise exception 'There is no role %', role using errcode = '28000';
  end if;
  execute format('set local app.actor = %L', actor);
  execute format('set local app.authority = %L', authority);
  execute format('set local app.keys = %L', coalesce(keys, ''));
  execute format('set local app.instant = %L', coalesce(instant, clock_timestamp())::text);
  execute format('set local app.reason = %L', coalesce(reason, ''));
  if known_at is null then
    execute format('set local search_path = %I, engine, public', authority);
  else
    execute format('set local app.known_at = %L', known_at::text);
    execute format('set local search_path = %I, %I, engine, public', authority || '_then', authority);
    -- The past is looked at, not written: not even by naming the table behind the view.
    execute 'set local transaction_read_only = on';
  end if;
  execute format('set local role %I', 'goldthread_' || role);
end $$;

-- One instant a transaction, and where one transaction holds several statements of successive dates, one instant a statement.
create or replace function engine.later() returns void language plpgsql as $$
begin
  execute format('set local app.instant = %L', (engine.instant() + interval '1 microsecond')::text);
end $$;

-- Which declared model each authority's schema was last brought to.
create table if not exists engine.model (
  authority text primary key,
  fingerprint text not null,
  brought_at timestamptz not null
);
create table if not exists engine.migration (
  authority text not null,
  name text not null,
  run_at timestamptz not null,
  primary key (authority, name)
);

-- Every UPDATE keeps what was there. The row trigger stamps the new version; the statement trigger writes the old ones to the
-- history table. Versions written and written again at the same instant were never held otherwise, and leave none.
-- A long transaction may meet a row that a shorter one has changed since it began: what it writes is then held from a microsecond
-- after that change, so that the change is kept and no version is held from before the one it replaces.
-- The table's name comes by argument and the rows are gathered before they are inserted, so that both work on a distributed schema.
create or replace function engine.held_from(before timestamptz) returns timestamptz language sql stable parallel safe
  return case when before > engine.instant() then before + interval '1 microsecond' else engine.instant() end;

create or replace function engine.stamp() returns trigger language plpgsql as $$
begin
  new.known_from := engine.held_from(old.known_from);
  new.changed_by := engine.actor();
  new.reason := engine.reason();
  return new;
end $$;

create or replace function engine.keep_history() returns trigger language plpgsql security definer as $$
declare
  history text := format('%I.%I', TG_TABLE_SCHEMA, TG_ARGV[0] || '_history');
  batch jsonb;
begin
  for batch in
    select jsonb_agg(kept.version)
    from (
      select to_jsonb(o) || jsonb_build_object('known_until', engine.held_from(o.known_from), 'ended_by', engine.actor(), 'ended_because', engine.reason()) as version,
             (row_number() over () - 1) / 5000 as part
      from before_change o
      where o.known_from <> engine.instant()
    ) kept
    group by kept.part
  loop
    execute format('insert into %s select version.* from jsonb_populate_recordset(null::%s, $1) version', history, history) using batch;
  end loop;
  return null;
end $$;

-- Names as they are compared: small letters without accents or marks.
create or replace function engine.plain(words text) returns text language sql immutable parallel safe
  return btrim(regexp_replace(lower(translate(words,
    'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿĄĆĘŁŃŚŹŻąćęłńśźżČŠŽčšžŞşĞğİıȘșȚțĂă',
    'AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyyACELNSZZacelnszzCSZcszSsGgIiSsTtAa')), '[^a-z0-9]+', ' ', 'g'));

-- Records whose words are like the ones sought, now or in an earlier version. It looks past row-level security, because a
-- likeness cannot use an index beneath it; whoever calls it joins the result to the table, where the rules hold.
create or replace function engine.alike(kind text, sought text, most integer)
returns table (id uuid, likeness real, earlier boolean) language plpgsql stable security definer
set pg_trgm.similarity_threshold = 0.3 set pg_trgm.word_similarity_threshold = 0.5 as $$
declare
  authority text := current_setting('app.authority');
  words text := engine.plain(sought);
begin
  return query execute format($find$
    select found.id, max(found.likeness)::real, bool_and(found.earlier)
    from (
      select t.id, greatest(similarity(t.likeness, $1), word_similarity($1, t.likeness) * 0.9) as likeness, false as earlier
      from %1$I.%2$I t where t.likeness %% $1 or $1 <%% t.likeness
      union all
      select t.id, greatest(similarity(t.likeness, $1), word_similarity($1, t.likeness) * 0.9) - 0.001, true
      from %1$I.%3$I t where t.likeness %% $1 or $1 <%% t.likeness
    ) found
    group by found.id
    order by 2 desc, 1
    limit $2
  $find$, authority, kind, kind || '_history') using words, most;
end $$;

grant usage on schema engine to goldthread_reads, goldthread_writes, goldthread_imports, goldthread_audits;
grant select on engine.model to goldthread_reads, goldthread_writes, goldthread_imports, goldthread_audits;
grant execute on all functions in schema engine to goldthread_reads, goldthread_writes, goldthread_imports, goldthread_audits;
