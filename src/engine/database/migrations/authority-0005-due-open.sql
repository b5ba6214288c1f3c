-- What is open of a clock, and what was late of it: the list of clocks and a clock's page begin there. `:schema` is the authority's schema.

create index due_date_until on :schema.due_date (clock, stopped_on);
create index due_date_late on :schema.due_date (clock, stopped_on) where stopped_on > due_on;

-- The same rule, asked so that the planner expects that nearly every row is for all staff.
alter policy looking on :schema.due_date
  using ((seen_by is null and nullif('staff' = any (string_to_array(current_setting('app.keys', true), ',')), false) is not null) or seen_by && string_to_array(current_setting('app.keys', true), ','));
