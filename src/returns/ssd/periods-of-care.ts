import type { Derivation } from '../../engine/intake/telling.ts'
import { careEpisode, periodOfCare } from '../../practice/looked-after/records.ts'
import { caseSystem, lookedAfterReturn } from '../sources.ts'

/**
 * The SSD numbers the episodes of one period of care alike and has no row for the period. It runs from the first day of the first
 * episode (or the day the child entered care, where said) to the end of the last, unless one is still open; its reason is the last's.
 */
export const periodsFromSsdEpisodes: Derivation = {
  source: caseSystem,
  // A return may say when an episode ended of which the case system does not.
  after: [caseSystem, lookedAfterReturn],
  from: careEpisode,
  async derive(tx, stagingOf, intake) {
    const staged = stagingOf(careEpisode)
    const considered = staged.map((staging) => `select subject from ${staging}`).join(' union ')
    const plan = await intake.plan({
      kind: periodOfCare,
      columns: [
        { field: 'startedOn', column: 'clae_cla_episode_start_date' },
        { field: 'endedOn', column: 'clae_cla_episode_ceased_date' },
        { field: 'endReason', column: 'clae_cla_episode_ceased_reason' },
      ],
      ownIds: true,
      withdraws: 'nothing',
    })
    const periods = tx.stream<{
      child: string
      period: string
      started_on: string | null
      ended_on: string | null
      end_reason: string | null
    }>(`
      with touched as (
        select distinct e.period_of_care_id from care_episode e join (${staged.map((staging) => `select id from ${staging}`).join(' union ')}) s using (id)
        where e.period_of_care_id is not null
      ),
      episodes as (
        select e.period_of_care_id, e.person_id, e.started_on, e.entered_care_on, e.ended_on, e.end_reason,
               row_number() over (partition by e.period_of_care_id order by e.ended_on desc nulls first, e.started_on desc nulls last, e.id) as from_last
        from care_episode e join touched using (period_of_care_id)
        where e.withdrawn_at is null
      )
      select p.source_id as child, c.source_id as period, least(min(e.entered_care_on), min(e.started_on)) as started_on,
             case when bool_or(e.ended_on is null) then null else max(e.ended_on) end as ended_on,
             max(e.end_reason) filter (where e.from_last = 1 and e.ended_on is not null) as end_reason
      from episodes e join period_of_care c on c.id = e.period_of_care_id join person p on p.id = c.person_id
      where c.source_id is not null
      group by p.source_id, c.source_id
      order by c.source_id`)
    for await (const { child, period, started_on: startedOn, ended_on: endedOn, end_reason: endReason } of periods) {
      plan.state(0, child, period, [startedOn, endedOn, endReason])
    }
    return considered
  },
}
