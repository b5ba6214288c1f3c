-- What signals told when they were last looked for, so that a page need not look again: worked out from counts and facts, and thrown away with them, so it
-- has no history. Of earlier days only which signals there were stays, to say what is new. `:schema` is the authority's schema.

create table :schema.signal_run (
  id uuid primary key default gen_random_uuid(),
  -- What counted as today, and the first day of the last month that was over.
  day date not null,
  month date not null,
  worked_out_at timestamptz not null default engine.instant(),
  -- Differs whenever what signals are looked for in does.
  sign text not null,
  looked integer not null,
  silent integer not null,
  signals text[] not null
);
create index signal_run_day on :schema.signal_run (day, worked_out_at);

-- A row a signal of the latest run, in order. It names nobody.
create table :schema.signal_told (
  run uuid not null,
  place integer not null,
  signal text not null,
  told jsonb not null,
  primary key (run, place)
);

-- Whom each counts.
create table :schema.signal_subjects (
  run uuid not null,
  signal text not null,
  subjects uuid[] not null,
  primary key (run, signal)
);

alter table :schema.signal_run enable row level security;
alter table :schema.signal_told enable row level security;
alter table :schema.signal_subjects enable row level security;
create policy looking on :schema.signal_run for select to goldthread_reads, goldthread_writes
  using (nullif(string_to_array(current_setting('app.keys', true), ',') && array['staff', 'figures'], false) is not null);
create policy looking on :schema.signal_told for select to goldthread_reads, goldthread_writes
  using (nullif(string_to_array(current_setting('app.keys', true), ',') && array['staff', 'figures'], false) is not null);
create policy looking on :schema.signal_subjects for select to goldthread_reads, goldthread_writes
  using (nullif('staff' = any (string_to_array(current_setting('app.keys', true), ',')), false) is not null);
create policy keeping on :schema.signal_run to goldthread_writes using (true) with check (true);
create policy keeping on :schema.signal_told to goldthread_writes using (true) with check (true);
create policy keeping on :schema.signal_subjects to goldthread_writes using (true) with check (true);
grant select on :schema.signal_run, :schema.signal_told, :schema.signal_subjects to goldthread_reads;
grant select, insert, delete on :schema.signal_run, :schema.signal_told, :schema.signal_subjects to goldthread_writes;

-- A daily and a weekly message may go out on one day.
alter table :schema.summary_sent add column kind text not null default 'day';
alter table :schema.summary_sent drop constraint summary_sent_pkey;
alter table :schema.summary_sent add primary key (account, day, kind);
