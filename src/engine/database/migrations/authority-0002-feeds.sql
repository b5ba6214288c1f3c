-- Addresses that programs read without signing in, each known to one account. `:schema` is the authority's schema.
-- What stands in the address is not kept, only its SHA-256: who reads this table cannot read a feed.

create table :schema.feed (
  id uuid primary key default gen_random_uuid(),
  account text not null default engine.actor(),
  token_hash text not null,
  made_at timestamptz not null default engine.instant(),
  ended_at timestamptz
);
create unique index feed_token on :schema.feed (token_hash);
create index feed_of on :schema.feed (account);

alter table :schema.feed enable row level security;

-- A person sees, makes and ends only their own, and what has ended is not begun again. The key `feeds` finds whose an address is; no role of a person has it.
create policy looking on :schema.feed for select to goldthread_reads, goldthread_writes using (account = engine.actor() or 'feeds' = any (engine.keys()));
create policy making on :schema.feed for insert to goldthread_writes with check (account = engine.actor());
create policy ending on :schema.feed for update to goldthread_writes using (account = engine.actor())
  with check (account = engine.actor() and ended_at is not null);

grant select on :schema.feed to goldthread_reads, goldthread_writes;
grant insert (token_hash), update (ended_at) on :schema.feed to goldthread_writes;
