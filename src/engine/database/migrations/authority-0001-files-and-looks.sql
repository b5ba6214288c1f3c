-- What was brought in from files, and who has looked. `:schema` is the authority's schema.

create table :schema.import (
  id uuid primary key,
  brought_at timestamptz not null default engine.instant(),
  brought_by text not null default engine.actor(),
  finished_at timestamptz,
  taken_back_at timestamptz,
  taken_back_by text
);
create table :schema.import_file (
  id uuid primary key,
  import_id uuid not null references :schema.import,
  number integer not null,
  path text not null,
  format text not null,
  said_for text,
  remarks jsonb not null default '[]'
);
create index import_file_of on :schema.import_file (import_id);
create table :schema.import_count (
  import_file_id uuid not null references :schema.import_file,
  kind text not null,
  added integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  withdrawn integer not null default 0,
  refused integer not null default 0,
  primary key (import_file_id, kind)
);
create table :schema.import_refusal (
  id uuid primary key default gen_random_uuid(),
  import_file_id uuid not null references :schema.import_file,
  kind text not null,
  line integer,
  field text,
  found text,
  allowed text,
  why text not null
);
create index import_refusal_of on :schema.import_refusal (import_file_id, line);
-- What two sources say differently of one record: the one we hold and the one we do not, for a person to settle.
create table :schema.disagreement (
  id uuid primary key default gen_random_uuid(),
  import_file_id uuid not null references :schema.import_file,
  kind text not null,
  record_id uuid not null,
  line integer,
  field text not null,
  held text,
  held_from text not null,
  said text not null,
  said_by text not null
);
create index disagreement_of_file on :schema.disagreement (import_file_id);
create index disagreement_of_record on :schema.disagreement (record_id);

-- The log of looks: the application may add to it and, as auditor, read it; nobody may change it.
create table :schema.look (
  id uuid primary key default gen_random_uuid(),
  looked_at timestamptz not null default engine.instant(),
  actor text not null default engine.actor(),
  role text not null,
  name text not null,
  subject uuid,
  known_at timestamptz,
  detail jsonb
);
create index look_at_subject on :schema.look (subject, looked_at);
create index look_by_actor on :schema.look (actor, looked_at);

alter table :schema.import enable row level security;
alter table :schema.import_file enable row level security;
alter table :schema.import_count enable row level security;
alter table :schema.import_refusal enable row level security;
alter table :schema.disagreement enable row level security;
alter table :schema.look enable row level security;

create policy looking on :schema.import for select to goldthread_reads, goldthread_writes using ('staff' = any (engine.keys()));
create policy looking on :schema.import_file for select to goldthread_reads, goldthread_writes using ('staff' = any (engine.keys()));
create policy looking on :schema.import_count for select to goldthread_reads, goldthread_writes using ('staff' = any (engine.keys()));
create policy looking on :schema.import_refusal for select to goldthread_reads, goldthread_writes using ('files' = any (engine.keys()));
create policy looking on :schema.disagreement for select to goldthread_reads, goldthread_writes using ('staff' = any (engine.keys()));
create policy bringing_in on :schema.import to goldthread_imports using (true) with check (true);
create policy bringing_in on :schema.import_file to goldthread_imports using (true) with check (true);
create policy bringing_in on :schema.import_count to goldthread_imports using (true) with check (true);
create policy bringing_in on :schema.import_refusal to goldthread_imports using (true) with check (true);
create policy bringing_in on :schema.disagreement to goldthread_imports using (true) with check (true);
create policy noting on :schema.look for insert to goldthread_reads, goldthread_writes, goldthread_imports, goldthread_audits with check (actor = engine.actor());
create policy auditing on :schema.look for select to goldthread_audits using (true);

grant usage on schema :schema to goldthread_reads, goldthread_writes, goldthread_imports, goldthread_audits;
grant select on :schema.import, :schema.import_file, :schema.import_count, :schema.import_refusal, :schema.disagreement to goldthread_reads, goldthread_writes, goldthread_imports;
grant insert, update on :schema.import, :schema.import_file, :schema.import_count, :schema.import_refusal, :schema.disagreement to goldthread_imports;
grant insert (role, name, subject, known_at, detail) on :schema.look to goldthread_reads, goldthread_writes, goldthread_imports, goldthread_audits;
grant select on :schema.look to goldthread_audits;
