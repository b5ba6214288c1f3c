import type { Derivation, FileIntake, Plan } from '../../engine/intake/telling.ts'
import { legalStatus } from '../../practice/court/records.ts'
import { careEpisode, periodOfCare, placement } from '../../practice/looked-after/records.ts'
import { person } from '../../practice/person/records.ts'
import { caseSystem, lookedAfterReturn } from '../sources.ts'
import { careHistory, type Episode } from './history-of-care.ts'

/**
 * Periods of care, placements and legal statuses, worked out from the care episodes of the children a return speaks of: all that are
 * held of them, not only those of its year. Where the case system itself names an episode's period, period and placement are left to
 * it; the legal status, which its episodes do not say, still follows from ours.
 */
export const careHistoryFrom903: Derivation = {
  source: lookedAfterReturn,
  // The case system may say later where a period began, or name it: what was worked out from the return alone then follows suit.
  after: [caseSystem, lookedAfterReturn],
  from: careEpisode,
  async derive(tx, stagingOf, intake, teller) {
    const spoken = [
      ...stagingOf(careEpisode).map((staging) => `select subject from ${staging}`),
      ...stagingOf(person).map((staging) => `select key as subject from ${staging}`),
    ].join(' union ')
    const ofReturns = `exists (select 1 from care_episode r where r.person_id = p.id and (r.source = '${lookedAfterReturn.id}' or r.others ? '@${lookedAfterReturn.id}'))`
    const considered = `select p.source_id as subject from person p where p.source_id in (${spoken})${teller === lookedAfterReturn ? '' : ` and ${ofReturns}`}`
    const state = await historyStater(intake)
    const rows = tx.stream<HeldEpisode & Record<string, unknown>>(`
      select p.source_id as child, e.started_on, e.ended_on, e.start_reason, e.end_reason, e.legal_status, e.placement_type,
             e.placement_provider, e.urn, e.placement_postcode, e.place_change_reason, e.line,
             c.source is not null and c.source <> '${lookedAfterReturn.id}' as named_elsewhere
      from care_episode e join person p on p.id = e.person_id left join period_of_care c on c.id = e.period_of_care_id
      where e.withdrawn_at is null and e.started_on is not null and (e.ended_on is null or e.ended_on >= e.started_on)
        and p.source_id in (${considered})
      order by p.source_id, e.started_on, e.id`)
    let child: string | null = null
    let episodes: SaidEpisode[] = []
    for await (const row of rows) {
      if (child !== null && row.child !== child) {
        state(child, episodes)
        episodes = []
        await intake.flush()
      }
      child = row.child
      episodes.push(episodeOf(row))
    }
    if (child !== null) state(child, episodes)
    return considered
  },
}

interface SaidEpisode extends Episode {
  readonly line: number
  /** Another source names its period of care, and its placement with it. */
  readonly namedElsewhere: boolean
}

interface HeldEpisode {
  readonly child: string
  readonly started_on: string
  readonly ended_on: string | null
  readonly start_reason: string | null
  readonly end_reason: string | null
  readonly legal_status: string | null
  readonly placement_type: string | null
  readonly placement_provider: string | null
  readonly urn: string | null
  readonly placement_postcode: string | null
  readonly place_change_reason: string | null
  readonly line: number | null
  readonly named_elsewhere: boolean
}

const episodeOf = (row: HeldEpisode): SaidEpisode => ({
  startedOn: row.started_on,
  endedOn: row.ended_on,
  startReason: row.start_reason,
  endReason: row.end_reason,
  legalStatus: row.legal_status,
  placementType: row.placement_type,
  provider: row.placement_provider,
  urn: row.urn,
  postcode: row.placement_postcode,
  changeReason: row.place_change_reason,
  line: row.line ?? 0,
  namedElsewhere: row.named_elsewhere,
})

/** States one child's history; the episodes again, with the period and placement they are part of. */
async function historyStater(intake: FileIntake): Promise<(child: string, episodes: readonly SaidEpisode[]) => void> {
  const columns = (fields: Readonly<Record<string, string>>, keys: readonly string[] = []) =>
    Object.entries(fields).map(([field, column]) => ({
      field,
      column,
      by: keys.includes(field) ? ('key in this telling' as const) : undefined,
    }))
  const derived = { ownIds: false, withdraws: 'all' } as const
  const periods = await intake.plan({
    kind: periodOfCare,
    columns: columns({ startedOn: 'DECOM', endedOn: 'DEC', endReason: 'REC' }),
    ...derived,
  })
  const placements = await intake.plan({
    kind: placement,
    columns: columns(
      {
        periodOfCare: 'DECOM',
        startedOn: 'DECOM',
        endedOn: 'DEC',
        type: 'PLACE',
        provider: 'PLACE_PROVIDER',
        urn: 'URN',
        postcode: 'PL_POST',
        changeReason: 'REASON_PLACE_CHANGE',
      },
      ['periodOfCare'],
    ),
    ...derived,
  })
  const statuses = await intake.plan({
    kind: legalStatus,
    columns: columns({ startedOn: 'DECOM', endedOn: 'DEC', status: 'LS' }),
    ...derived,
  })
  const again = await intake.plan({
    kind: careEpisode,
    columns: columns({ startedOn: 'DECOM', periodOfCare: 'DECOM', placement: 'DECOM' }, ['periodOfCare', 'placement']),
    ownIds: false,
    withdraws: 'nothing',
  })
  return (child, episodes) => {
    const history = careHistory(episodes.filter(({ namedElsewhere }) => !namedElsewhere))
    const lines = new Map(episodes.map(({ startedOn, line }) => [startedOn, line]))
    const key = (startedOn: string): string => `${child}|${startedOn}`
    const state = (plan: Plan, startedOn: string, cells: readonly (string | null)[]): void =>
      void plan.state(lines.get(startedOn) ?? 0, child, null, cells)
    for (const each of history.periods) state(periods, each.startedOn, [each.startedOn, each.endedOn, each.endReason])
    for (const each of history.placements) {
      state(placements, each.startedOn, [
        key(each.period),
        each.startedOn,
        each.endedOn,
        each.type,
        each.provider,
        each.urn,
        each.postcode,
        each.changeReason,
      ])
    }
    for (const each of careHistory(episodes).legalStatuses) state(statuses, each.startedOn, [each.startedOn, each.endedOn, each.status])
    for (const { episode, period, placement: place } of history.episodes)
      state(again, episode.startedOn, [episode.startedOn, key(period), key(place)])
  }
}
