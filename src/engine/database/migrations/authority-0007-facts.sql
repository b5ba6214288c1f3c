-- What measures count: facts worked out from records and kept, how their subjects stood by what measures are parted by, and the counts that follow.
-- All of it can be thrown away and worked out afresh, so it has no history: as known at a past moment it is worked out from the records as they
-- were known then. `:schema` is the authority's schema.

create table :schema.fact (
  subject uuid not null,
  kind text not null,
  number integer not null,
  from_on date not null,
  until_on date,
  record_kind text not null,
  record uuid not null,
  says jsonb not null,
  seen_by text[],
  primary key (subject, kind, number)
);
create index fact_from on :schema.fact (kind, from_on);
create index fact_until on :schema.fact (kind, until_on) where until_on is not null;

-- A row a subject: for each dimension, from when until when it stood how.
create table :schema.fact_spells (
  subject uuid primary key,
  spells jsonb not null,
  seen_by text[]
);

-- Rows are added and never changed, so that two who write at once do not wait for each other; the count is their sum. Now and then they are put together.
-- A row holds a series: what is added in which month.
create table :schema.fact_count (
  id uuid primary key default gen_random_uuid(),
  measure text not null,
  dimension text not null,
  value text not null,
  months date[] not null,
  above double precision[] not null,
  below double precision[] not null
);
create index fact_count_of on :schema.fact_count (measure, dimension);

-- Which measures there are, for whoever reads by SQL.
create table :schema.measure_told (
  id text primary key,
  name text not null,
  area text not null,
  facts text not null,
  statistic text not null,
  span text not null,
  months integer not null,
  above_lasts boolean not null,
  below_lasts boolean not null,
  unit text not null,
  better text not null,
  of_whole text[] not null,
  made_here boolean not null
);

alter table :schema.fact enable row level security;
alter table :schema.fact_spells enable row level security;
alter table :schema.fact_count enable row level security;
alter table :schema.measure_told enable row level security;
create policy looking on :schema.fact for select to goldthread_reads, goldthread_writes
  using ((seen_by is null and nullif('staff' = any (string_to_array(current_setting('app.keys', true), ',')), false) is not null) or seen_by && string_to_array(current_setting('app.keys', true), ','));
create policy looking on :schema.fact_spells for select to goldthread_reads, goldthread_writes
  using ((seen_by is null and nullif('staff' = any (string_to_array(current_setting('app.keys', true), ',')), false) is not null) or seen_by && string_to_array(current_setting('app.keys', true), ','));
-- Counts name nobody: whoever may see figures sees them.
create policy looking on :schema.fact_count for select to goldthread_reads, goldthread_writes
  using (nullif(string_to_array(current_setting('app.keys', true), ',') && array['staff', 'figures'], false) is not null);
create policy looking on :schema.measure_told for select to goldthread_reads, goldthread_writes using (true);
create policy keeping on :schema.fact to goldthread_writes, goldthread_imports using (true) with check (true);
create policy keeping on :schema.fact_spells to goldthread_writes, goldthread_imports using (true) with check (true);
create policy keeping on :schema.fact_count to goldthread_writes, goldthread_imports using (true) with check (true);
create policy keeping on :schema.measure_told to goldthread_writes, goldthread_imports using (true) with check (true);
grant select on :schema.fact, :schema.fact_spells, :schema.fact_count, :schema.measure_told to goldthread_reads;
grant select, insert, update, delete on :schema.fact, :schema.fact_spells, :schema.fact_count, :schema.measure_told to goldthread_writes, goldthread_imports;

-- For analysts and their programs: facts by names that say what they are, and the series of every measure, in whole and parted. Rates are to people
-- of whom this machinery knows nothing: `above` is what is counted, to be set against the population.
create view :schema.facts with (security_invoker = true) as
  select f.kind as facts, f.subject, f.number, f.from_on, f.until_on, f.record_kind, f.record, f.says, s.spells
  from :schema.fact f left join :schema.fact_spells s on s.subject = f.subject;

create view :schema.series with (security_invoker = true) as
  with change as (
    select c.measure, c.dimension, c.value, each.month, sum(each.above) as above, sum(each.below) as below
    from :schema.fact_count c cross join lateral unnest(c.months, c.above, c.below) as each(month, above, below)
    -- Under # stand the numbers of which a median is told.
    where c.dimension <> '#' group by c.measure, c.dimension, c.value, each.month
  ), stretch as (
    select distinct measure, dimension, value, min(month) over (partition by measure) as first from change
  ), every_month as (
    select s.measure, s.dimension, s.value, m::date as month
    from stretch s cross join lateral generate_series(s.first, greatest(s.first, date_trunc('month', current_date)), interval '1 month') m
  ), added as (
    select e.measure, t.name, t.area, t.statistic, t.span, t.unit, e.dimension, e.value, e.month,
           case when t.above_lasts then sum(c.above) over beginning when t.months = 36 then sum(c.above) over three_years when t.months = 12 then sum(c.above) over a_year else c.above end as above,
           case when t.below_lasts then sum(b.below) over beginning when t.months = 36 then sum(b.below) over three_years when t.months = 12 then sum(b.below) over a_year else b.below end as below
    from every_month e
    join :schema.measure_told t on t.id = e.measure
    left join change c on c.measure = e.measure and c.dimension = e.dimension and c.value = e.value and c.month = e.month
    -- Of what is told as shares of the whole, the whole stands below the line.
    left join change b on b.measure = e.measure and b.month = e.month
      and (case when e.dimension = any (t.of_whole) then (b.dimension, b.value) = ('', '') else (b.dimension, b.value) = (e.dimension, e.value) end)
    window beginning as (partition by e.measure, e.dimension, e.value order by e.month rows unbounded preceding),
           a_year as (partition by e.measure, e.dimension, e.value order by e.month rows 11 preceding),
           three_years as (partition by e.measure, e.dimension, e.value order by e.month rows 35 preceding)
  )
  select measure, name, area, statistic, span, unit, dimension, value, month, coalesce(above, 0) as above, coalesce(below, 0) as below,
         case statistic
           when 'count' then coalesce(above, 0)
           when 'share' then 100 * above / nullif(below, 0)
           when 'mean' then above / nullif(below, 0)
           when 'ratio' then case unit when '%' then 100 else 1 end * above / nullif(below, 0)
         end as figure
  from added
  where span <> 'year to March' or extract(month from month) = 3;

grant select on :schema.facts, :schema.series to goldthread_reads;
