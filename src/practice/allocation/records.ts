import { professional, team } from '../../authority/records.ts'
import { date, oneOf, recordKind, reference, text, wordsFor } from '../../engine/records/kind.ts'
import { referral } from '../front-door/records.ts'
import { person } from '../person/records.ts'
import { workerChangeReasons, workerRoles } from './code-lists.ts'

/** That a worker has, or had, a child allocated. */
export const involvement = recordKind({
  name: 'Involvement',
  plural: 'Involvements',
  table: 'involvement',
  group: 'Workers',
  about: person,
  fields: {
    worker: reference(() => professional, 'Worker', { as: { ssd: 'invo_professional_id' } }),
    role: text('Role', { as: { ssd: 'invo_professional_role_id' }, note: 'CW is case worker; other codes are the case system’s own.' }),
    team: reference(() => team, 'Team', { as: { ssd: 'invo_professional_team' } }),
    startedOn: date('From', { as: { ssd: 'invo_involvement_start_date', ssda903: 'SWEpisodes.SW_DECOM' } }),
    endedOn: date('Until', { as: { ssd: 'invo_involvement_end_date', ssda903: 'SWEpisodes.SW_DEC' } }),
    changeReason: oneOf(workerChangeReasons, 'Why the worker changed', {
      as: { ssd: 'invo_worker_change_reason', ssda903: 'SWEpisodes.SW_REASON' },
    }),
    referral: reference(() => referral, 'Referral', { as: { ssd: 'invo_referral_id' } }),
  },
  as: { ssd: { table: 'ssd_involvements', key: 'invo_involvements_id', person: 'invo_person_id' } },
  sameWhen: ['worker', 'startedOn'],
  foundBy: [['team', 'endedOn'], ['worker', 'startedOn'], ['endedOn'], ['role']],
  entries: [
    {
      on: 'startedOn',
      line: (r) => `Worker allocated${told(wordsFor(workerRoles, r.role), wordsFor(workerChangeReasons, r.changeReason))}`,
    },
    { on: 'endedOn', line: (r) => `Worker no longer allocated${told(wordsFor(workerRoles, r.role))}` },
  ],
  basis: 'Standard Safeguarding Dataset, ssd_involvements; looked-after return since 2023-24, SWEpisodes.',
})

/** ": Case worker. Child asked", of what is known. */
const told = (...known: readonly (string | null)[]): string => {
  const said = known.filter((words) => words !== null)
  return said.length === 0 ? '' : `: ${said.join('. ')}`
}
