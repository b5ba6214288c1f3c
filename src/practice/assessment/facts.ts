import { workingDaysBetween } from '../../engine/clocks/working-days.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { factKind, type Fact } from '../../engine/measures/fact.ts'
import { edgeOfMonth, isEdgeOfMonth } from '../edge-of-month.ts'
import { caseClosed } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { saidYes, saidYesToAny } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { earlierDay, endOfChildhood, inParts, inTime, overdueIn, toldSince } from '../told-in-parts.ts'
import { assessmentFromItsStart } from './clocks.ts'
import { assessmentFactors as factorsFound, assessmentOutcomes } from './code-lists.ts'
import { assessment, assessmentFactors } from './records.ts'

/** Assessments that were authorised, what they found, and those that are open. */

type Assessment = Said<(typeof assessment)['fields']>

/** All that were authorised. Whether in time is what the clock says of them, which counts single assessments from their start, as the census does. */
export const assessmentsAuthorised = factKind({
  id: 'assessments-authorised',
  name: 'Assessments authorised',
  about: person,
  says: {
    inTime: { label: 'In 45 working days', type: 'yes or no' },
    days: { label: 'Took', type: 'number', unit: 'working days' },
    childSeen: { label: 'Child seen', type: 'yes or no' },
    noFurtherAction: { label: 'No further action', type: 'yes or no' },
    edge: edgeOfMonth,
    childsView: { label: 'What the child said is written', type: 'yes or no' },
    childsIdentity: { label: 'Identity, culture and needs of their own are written', type: 'yes or no' },
  },
  reads: [assessment],
  clocks: [assessmentFromItsStart],
  facts: (thread, runs) => {
    const byAssessment = new Map(runs(assessmentFromItsStart).map((run) => [run.startedBy.id, run]))
    return thread.dated(assessment, 'authorisedOn').map(({ at, record }): Fact => {
      const run = byAssessment.get(record.id)
      const told = run?.done === true && run.startedAt <= at
      return {
        on: at,
        by: { table: assessment.table, id: record.id },
        says: {
          ...(told && { inTime: at <= run.dueAt, days: workingDaysBetween(run.startedAt, at) }),
          childSeen: wasBornBy(thread, at) ? record.childSeen === true : null,
          noFurtherAction: endedThere(record),
          edge: isEdgeOfMonth(at),
          ...(isWritten(record) && wasBornBy(thread, at) && whatIsWritten(record)),
        },
      }
    })
  },
})

/** Whether the assessment itself is held, and not only its dates: then what it does not say was left out. */
const isWritten = ({ childsView, childsIdentity, analysis }: Assessment): boolean =>
  [childsView, childsIdentity, analysis].some((words) => words !== null)

const whatIsWritten = ({ childsView, childsIdentity }: Assessment) => ({
  childsView: childsView !== null,
  childsIdentity: childsIdentity !== null,
})

/** Who is only expected cannot be seen. Where neither day is known, the child is born. */
function wasBornBy(thread: Thread, day: string): boolean {
  const { bornOn, expectedOn } = thread.about(person)
  return bornOn === null ? expectedOn === null : bornOn <= day
}

/** What is said outright counts first, then the outcomes; null where neither says anything. */
function endedThere({ noFurtherAction, outcomes }: Assessment): boolean | null {
  if (noFurtherAction !== null) return noFurtherAction
  if (!saidYesToAny(assessmentOutcomes, outcomes)) return null
  return saidYes(outcomes, 'NFA_FLAG') || saidYes(outcomes, 'NFA_S47_END_FLAG')
}

/** A fact for each assessment of which factors are recorded, with all that were found: an assessment may find several. */
export const factorsAtAssessment = factKind({
  id: 'factors-at-assessment',
  name: 'Assessments with their factors',
  about: person,
  says: {
    factors: { label: 'Factor', type: 'several words', codes: factorsFound },
    any: { label: 'Any factor found', type: 'yes or no' },
    onlyOther: { label: 'Nothing but “other” found', type: 'yes or no' },
  },
  reads: [assessment, assessmentFactors],
  facts: (thread) =>
    thread.dated(assessment, 'authorisedOn').flatMap(({ at, record: { id } }): Fact[] => {
      const said = thread.all(assessmentFactors).filter(({ assessment: of, factors }) => of === id && factors !== null)
      if (said.length === 0) return []
      const found = [...new Set(said.flatMap(({ factors }) => factors ?? []))].filter((code) => code !== noneFound).sort()
      return [
        {
          on: at,
          by: { table: assessment.table, id },
          says: { factors: found, any: found.length > 0, onlyOther: found.length === 1 && found[0] === other },
        },
      ]
    }),
})

/** The code for "no factors identified", and that for "other". */
const noneFound = '21'
const other = '20'

/** Assessments, not children. One that was never authorised is open until its case closes. */
export const assessmentsOpen = factKind({
  id: 'assessments-open',
  name: 'Assessments open',
  about: person,
  lasts: true,
  says: { inTime: { label: 'Not yet past 45 working days', type: 'yes or no' } },
  reads: [assessment, referral],
  clocks: [assessmentFromItsStart],
  facts: (thread, runs, terms) => {
    const end = endOfChildhood(thread.about(person))
    const since = assessmentFromItsStart.from ?? ''
    return thread.dated(assessment, 'startedOn').flatMap(({ at, record }) => {
      const until = earlierDay(earlierDay(record.authorisedOn, caseClosed(thread, record, at)?.at ?? null), end)
      if (at < since || (until !== null && until <= at)) return []
      const own = runs(assessmentFromItsStart).filter(({ startedBy }) => startedBy.id === record.id)
      const open = { from: at, until }
      const told = toldSince([assessmentFromItsStart], own, terms, open)
      return inParts(open, { table: assessment.table, id: record.id }, { inTime: inTime(overdueIn(own), told) })
    })
  },
})
