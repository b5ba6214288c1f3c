import type { SsdTable } from './layout.ts'

/** Tables of the dataset that hold nothing of their own. Each gives the SQL of its view. */
export const workedOutTables: Readonly<Record<string, (table: SsdTable) => string>> = {
  ssd_dim_date: () => `
    select to_char(d, 'YYYYMMDD')::int as date_key, d::date as full_date, extract(year from d)::int as calendar_year,
           extract(quarter from d)::int as calendar_quarter, extract(month from d)::int as month_number, extract(day from d)::int as day_of_month,
           extract(isoyear from d)::int as iso_year, extract(week from d)::int as iso_week, extract(isodow from d)::int as day_of_week_monday1,
           case when extract(isodow from d) > 5 then 1 else 0 end as is_weekend,
           date_trunc('month', d)::date as month_start_date, (date_trunc('month', d) + interval '1 month' - interval '1 day')::date as month_end_date,
           date_trunc('quarter', d)::date as quarter_start_date, (date_trunc('quarter', d) + interval '3 months' - interval '1 day')::date as quarter_end_date,
           date_trunc('year', d)::date as year_start_date, (date_trunc('year', d) + interval '1 year' - interval '1 day')::date as year_end_date,
           extract(year from f)::int as fiscal_year_start_year, extract(year from f)::int || '/' || to_char(f + interval '1 year', 'YY') as fiscal_year_label,
           (date_trunc('year', f) + interval '3 months')::date as fiscal_year_start_date,
           (date_trunc('year', f) + interval '15 months' - interval '1 day')::date as fiscal_year_end_date,
           extract(quarter from f)::int as fiscal_quarter, (date_trunc('quarter', f) + interval '3 months')::date as fiscal_quarter_start_date,
           (date_trunc('quarter', f) + interval '6 months' - interval '1 day')::date as fiscal_quarter_end_date
    from (select day as d, day - interval '3 months' as f from generate_series(timestamp '2000-01-01', timestamp '2050-12-31', interval '1 day') day) days`,

  // Everyone held is in the cohort: the six-year window is the extract's, and what lies outside it was not brought in.
  ssd_cohort: () => `
    select coalesce(p.source_id, p.id::text) as dim_person_id, p.legacy_id,
           (exists (select 1 from contact c where c.person_id = p.id and c.withdrawn_at is null))::int as has_contact,
           (exists (select 1 from referral r where r.person_id = p.id and r.withdrawn_at is null))::int as has_referral,
           (exists (select 1 from care_episode e where e.person_id = p.id and e.withdrawn_at is null))::int as has_903,
           (exists (select 1 from care_leaver l where l.person_id = p.id and l.withdrawn_at is null))::int as is_care_leaver,
           (exists (select 1 from care_leaver l where l.person_id = p.id and l.withdrawn_at is null and l.eligibility is not null))::int as has_eligibility,
           1 as has_client_flag,
           (exists (select 1 from involvement i where i.person_id = p.id and i.withdrawn_at is null))::int as has_involvement,
           least((select min(c.received_at) from contact c where c.person_id = p.id and c.withdrawn_at is null),
                 (select min(r.received_on) from referral r where r.person_id = p.id and r.withdrawn_at is null)) as first_activity_dttm,
           greatest((select max(c.received_at) from contact c where c.person_id = p.id and c.withdrawn_at is null),
                    (select max(r.received_on) from referral r where r.person_id = p.id and r.withdrawn_at is null)) as last_activity_dttm
    from person p`,

  ssd_version_log: () => `
    select '1.4.5' as version_number, date '2026-07-01' as release_date, 'Standard Safeguarding Dataset, as views of Goldthread' as description,
           1 as is_current, date '2026-07-01' as created_at, 'goldthread' as created_by, 'None'::text as impact_description`,

  // Filled when payloads are sent to the department. Nothing has been sent, so there are no rows.
  ssd_api_data_staging: ({ columns }) =>
    `select ${columns.map(({ name, type }) => `null::${type === 'datetime' ? 'timestamp' : type === 'int' ? 'int' : 'text'} as "${name}"`).join(', ')} where false`,
}
