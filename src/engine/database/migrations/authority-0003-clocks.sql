-- What is due: worked out from records and kept, so that lists need not work it out again. It can be thrown away and computed afresh, so it
-- has no history: as known at a past moment it is worked out from the records as they were known then. `:schema` is the authority's schema.

create table :schema.due_date (
  subject uuid not null,
  clock text not null,
  number integer not null,
  started_kind text not null,
  started_by uuid not null,
  started_on date not null,
  started_time time,
  due_on date not null,
  due_time time,
  stopped_kind text,
  stopped_by uuid,
  stopped_on date,
  stopped_time time,
  done boolean not null,
  paused_on date,
  resumed_on date,
  part text,
  steps date[],
  seen_by text[],
  primary key (subject, clock, number)
);
create index due_date_of_clock on :schema.due_date (clock, due_on);

-- By which rules and settings they were worked out, so that what changes them is noticed.
create table :schema.due_date_basis (
  only_one boolean primary key default true check (only_one),
  rules text not null,
  worked_out_at timestamptz not null default engine.instant()
);

alter table :schema.due_date enable row level security;
alter table :schema.due_date_basis enable row level security;
create policy looking on :schema.due_date for select to goldthread_reads, goldthread_writes
  using ((seen_by is null and 'staff' = any (string_to_array(current_setting('app.keys', true), ','))) or seen_by && string_to_array(current_setting('app.keys', true), ','));
create policy keeping on :schema.due_date to goldthread_writes, goldthread_imports using (true) with check (true);
create policy looking on :schema.due_date_basis for select to goldthread_reads using (true);
create policy keeping on :schema.due_date_basis to goldthread_writes, goldthread_imports using (true) with check (true);
grant select on :schema.due_date to goldthread_reads;
grant select, insert, update, delete on :schema.due_date to goldthread_writes, goldthread_imports;
grant select on :schema.due_date_basis to goldthread_reads;
grant select, insert, update on :schema.due_date_basis to goldthread_writes, goldthread_imports;
