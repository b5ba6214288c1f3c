import { clock, each, endIn, on, type Start } from '../../engine/clocks/clock.ts'
import { earliest, firstOn, onTheSame } from '../../engine/clocks/ends.ts'
import { after, workingDays } from '../../engine/clocks/length.ts'
import { workingDaysBetween } from '../../engine/clocks/working-days.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { caseClosed, referralOf } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedVisit } from '../in-need/records.ts'
import { lookedAfterVisit } from '../looked-after/records.ts'
import { saidYes } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { childProtectionVisit } from '../protection/records.ts'
import { assessment } from './records.ts'

type Assessment = Said<(typeof assessment)['fields']>
type Referral = Said<(typeof referral)['fields']>

/** Assessments that go on when their case has been closed will not be authorised any more. */
const caseClosedOf = (record: Assessment, thread: Thread) => caseClosed(thread, record, record.startedOn as string)

/** Single assessments came with the guidance of 2013; before, there were initial and core assessments. */
const sinceSingleAssessments = '2013-04-15'

/** 45 working days from the referral to the authorised assessment: what guidance asks. */
export const assessmentFromReferral = clock({
  id: 'assessment-45wd',
  name: 'Assessment, from the referral',
  plural: 'Assessments, from the referral',
  todo: 'Complete the assessment',
  area: 'Assessment',
  about: person,
  weight: 'statutory guidance',
  source:
    'Working Together to Safeguard Children 2023, chapter 3: no longer than 45 working days from the point of referral. The editions of 2013, 2015 and 2018 (chapter 1) said the same',
  lookedUp: true,
  from: sinceSingleAssessments,
  ages: { until: 18 },
  starts: (thread) =>
    thread.dated(referral, 'receivedOn').flatMap(({ at, record }): Start[] => {
      const led = firstAssessmentOf(thread, record)
      const asked = saidYes(record.outcomes, 'SINGLE_ASSESSMENT_FLAG')
      if (led === null && !asked) return []
      const stop = led === null ? null : endIn(assessment, led, 'authorisedOn')
      const begun = led === null || asked ? null : led.startedOn
      return [{ at, by: { table: referral.table, id: record.id }, until: endIn(referral, record, 'closedOn'), stop, record: { begun } }]
    }),
  due: ({ at, record }) => {
    const { begun } = record as { readonly begun: string | null }
    return begun !== null && workingDaysBetween(at, begun) > 45 ? null : workingDays(45)
  },
  unit: 'working days',
  doneBy: assessment,
  doneInItself: true,
  reads: [referral, assessment],
  says: {
    starts: 'The day the referral was received that led to the assessment',
    due: 'within 45 working days',
    stops: 'The first assessment after the referral is authorised',
    exceptions:
      'Guidance allows longer where the reasons are recorded. Only the first assessment of a referral is counted from it: a later one, or one begun more than 45 working days after a referral that did not ask for one, is counted from its own start alone. The census counts every assessment from its start, so the two may differ. Ends when the case closes',
  },
})

/** The first assessment that names a referral, or that began after it and before the next. */
function firstAssessmentOf(thread: Thread, { id }: Referral): Assessment | null {
  return thread.dated(assessment, 'startedOn').find(({ at, record }) => referralOf(thread, record, at)?.id === id)?.record ?? null
}

/** 45 working days from the start of the assessment: what the census counts. */
export const assessmentFromItsStart = clock({
  id: 'assessment-45wd-census',
  row: 'assessment-45wd',
  name: 'Assessment, from its start',
  plural: 'Assessments, from their start',
  todo: 'Complete the assessment',
  area: 'Assessment',
  about: person,
  meaning: 'threshold',
  weight: 'statistics',
  source: 'Children in need census: assessments completed within 45 working days, counted from the day the assessment started',
  lookedUp: true,
  from: sinceSingleAssessments,
  ages: { until: 18 },
  starts: each(assessment, 'startedOn', { until: caseClosedOf }),
  due: workingDays(45),
  stops: [onTheSame(assessment, 'authorisedOn')],
  reads: [assessment, referral],
  says: {
    starts: 'The day an assessment starts',
    stops: 'The assessment is authorised',
    repeats: 'With each assessment',
    exceptions: 'Guidance counts from the referral, so an assessment that is in time here may be late there. Ends when the case closes',
  },
})

/** A visit that does not say that the child was not seen. */
const mayHaveSeen = (visit: { readonly childSeen: boolean | null }): boolean => visit.childSeen !== false

/** The child is seen early in the assessment. */
export const childSeenInAssessment = clock({
  id: 'assessment-child-seen',
  name: 'Child seen in the assessment',
  plural: 'Children seen in assessments',
  todo: 'See the child',
  area: 'Assessment',
  about: person,
  weight: 'local',
  source:
    'Local procedures, commonly 5 or 10 working days, in 2015 as now. Working Together asks that the child is seen, alone where appropriate, and gives no number',
  lookedUp: true,
  from: sinceSingleAssessments,
  ages: { from: 0, until: 18 },
  starts: each(assessment, 'startedOn', {
    until: (record) => (record.childSeen === true ? null : endIn(assessment, record, 'authorisedOn')),
  }),
  due: ({ at, record }, thread, terms) => {
    const due = after(at, terms.length('assessment-child-seen', workingDays(10)))
    return dayCanBeTold(record as Assessment, thread, at, due) ? due : null
  },
  unit: 'working days',
  local: true,
  stops: [
    on(childInNeedVisit, 'visitedOn', { when: mayHaveSeen }),
    on(childProtectionVisit, 'visitedOn', { when: mayHaveSeen }),
    on(lookedAfterVisit, 'visitedOn', { when: mayHaveSeen }),
    onTheSame(assessment, 'authorisedOn', ({ childSeen }) => childSeen === true),
  ],
  doneBy: childInNeedVisit,
  reads: [assessment],
  says: {
    starts: 'The day an assessment starts; for a child born during it, the birth',
    due: 'within 10 working days, or the length set here',
    stops: 'A visit at which the child was seen, or the assessment is authorised and says that the child was seen',
    exceptions:
      'Sooner where there may be harm: the same day or the next. A visit at which the child was not seen does not count. Where the assessment says that the child was seen, and neither a visit nor its own end in time says when, nothing is told. Ends when the assessment is authorised',
  },
})

/** An assessment that says the child was seen gives no day: a visit during it does, or that it was authorised in time. */
function dayCanBeTold({ childSeen, authorisedOn }: Assessment, thread: Thread, from: string, due: string): boolean {
  if (childSeen !== true || (authorisedOn !== null && authorisedOn <= due)) return true
  const visit = earliest(
    firstOn(thread, childInNeedVisit, 'visitedOn', from, mayHaveSeen),
    firstOn(thread, childProtectionVisit, 'visitedOn', from, mayHaveSeen),
    firstOn(thread, lookedAfterVisit, 'visitedOn', from, mayHaveSeen),
  )
  return visit !== null && (authorisedOn === null || visit.at <= authorisedOn)
}

export const assessmentClocks = [assessmentFromReferral, assessmentFromItsStart, childSeenInAssessment]
