-- Due dates in two parts, each with an index: what is open or was late, which is what pages count, and what was done in time. The first holds
-- all that is counted, so that the table itself need not be read. They take the place of the two of before. `:schema` is the authority's schema.

drop index if exists :schema.due_date_until, :schema.due_date_late;
create index due_date_open on :schema.due_date (clock, stopped_on, due_on) include (started_on, paused_on, resumed_on, seen_by)
  where stopped_on is null or stopped_on > due_on;
create index due_date_in_time on :schema.due_date (clock, stopped_on) where stopped_on <= due_on;
