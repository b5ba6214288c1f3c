-- To whom a daily summary has been sent, so that nobody has two of one day. `:schema` is the authority's schema.

create table :schema.summary_sent (
  account text not null,
  day date not null,
  sent_at timestamptz not null default engine.instant(),
  -- It could not be sent, and is tried again.
  failed boolean not null default false,
  primary key (account, day)
);
alter table :schema.summary_sent enable row level security;
create policy noting on :schema.summary_sent to goldthread_writes using (true) with check (true);
grant select, insert, update on :schema.summary_sent to goldthread_writes;
