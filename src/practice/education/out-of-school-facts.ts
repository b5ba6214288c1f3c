import { oneAtATime } from '../../engine/measures/dimension.ts'
import { factKind } from '../../engine/measures/fact.ts'
import { person } from '../person/records.ts'
import { missingEducationReasons } from './code-lists.ts'
import { homeEducation, missingEducation } from './schooling-records.ts'

/** Children who are not at a school: those missing education, and those taught at home. A child is on a register once at a time. */

/** Found is not back at school: a child is on the register until it is closed. */
export const childrenMissingEducation = factKind({
  id: 'children-missing-education',
  name: 'Children missing education',
  about: person,
  lasts: true,
  says: { reason: { label: 'Why', type: 'words', codes: missingEducationReasons } },
  reads: [missingEducation],
  facts: (thread) => {
    const records = new Map(thread.all(missingEducation).map((each) => [each.id, each]))
    return oneAtATime(
      thread.dated(missingEducation, 'noticedOn').map(({ at, record }) => ({ from: at, until: record.closedOn, value: record.id })),
    ).map(({ from, until, value: id }) => ({
      on: from as string,
      until,
      by: { table: missingEducation.table, id },
      says: { reason: records.get(id)?.missingBecause ?? null },
    }))
  },
})

export const childrenTaughtAtHome = factKind({
  id: 'children-taught-at-home',
  name: 'Children educated at home',
  about: person,
  lasts: true,
  reads: [homeEducation],
  facts: (thread) =>
    oneAtATime(
      thread.dated(homeEducation, 'noticedOn').map(({ at, record }) => ({ from: at, until: record.endedOn, value: record.id })),
    ).map(({ from, until, value: id }) => ({ on: from as string, until, by: { table: homeEducation.table, id } })),
})
