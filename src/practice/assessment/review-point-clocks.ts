import { clock, each, endIn, type Clock, type End, type Start, type Terms } from '../../engine/clocks/clock.ts'
import { earliest } from '../../engine/clocks/ends.ts'
import { after, workingDays } from '../../engine/clocks/length.ts'
import { BeyondTheList } from '../../engine/clocks/working-days.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { managementOversight } from '../allocation/management-oversight.ts'
import { caseClosed } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { person } from '../person/records.ts'
import { assessment } from './records.ts'

/**
 * The points at which a manager looks at an assessment under way: commonly after 10, 20 and 35 working days. Each has a length of the
 * authority's own. Reviews are taken in the order in which they were held: one answers every point that has fallen due by that day and is not
 * answered yet; where none has, it answers the next.
 */
const points = [
  { id: 'assessment-review-point', which: 'first', length: workingDays(10) },
  { id: 'assessment-review-point-second', which: 'second', length: workingDays(20) },
  { id: 'assessment-review-point-third', which: 'third', length: workingDays(35) },
] as const

type Assessment = Said<(typeof assessment)['fields']>

/** The review that answers each of the points; null where none does. */
export function answers(reviews: readonly End[], dues: readonly string[]): readonly (End | null)[] {
  const answered: (End | null)[] = dues.map(() => null)
  for (const review of reviews) {
    const open = dues.flatMap((due, place) => (answered[place] === null && due <= review.at ? [place] : []))
    for (const place of open.length > 0 ? open : [answered.indexOf(null)]) if (place >= 0) answered[place] = review
  }
  return answered
}

const reviewPoint = (place: number): Clock => {
  const { id, which, length } = points[place] as (typeof points)[number]
  return clock({
    id,
    row: 'assessment-review-point',
    name: `Manager’s ${which} review of an assessment`,
    plural: `Managers’ ${which} reviews of assessments`,
    todo: 'Review the assessment with the worker',
    area: 'Assessment',
    about: person,
    weight: 'local',
    source:
      'Local protocol for assessment, which Working Together (2013 to 2023) asks to say how assessments are managed and reviewed; commonly at 10, 20 and 35 working days',
    from: '2013-04-15',
    ages: { until: 18 },
    starts: (thread, terms) =>
      each(assessment, 'startedOn', {
        until: (record) => earliest(endIn(assessment, record, 'authorisedOn'), caseClosed(thread, record, record.startedOn as string)),
      })(thread, terms).map((start) => ({ ...start, stop: answerTo(place, start, thread, terms) })),
    due: length,
    local: true,
    doneBy: managementOversight,
    reads: [assessment, referral, managementOversight],
    says: {
      starts: 'The day an assessment starts',
      stops: `The manager’s review: management oversight on the occasion of an assessment review, or the internal review recorded on the assessment`,
      exceptions:
        'A review answers the points that have fallen due by its day, or, where none is open, the next. Ends when the assessment is authorised or the case closes',
    },
  })
}

function answerTo(place: number, start: Start, thread: Thread, terms: Terms): End | null {
  try {
    const dues = points.map(({ id, length }): string => after(start.at, terms.length(id, length)))
    return answers(reviewsOf(thread, start.record as Assessment), dues)[place] ?? null
  } catch (error) {
    // A date so far off that no working days can be counted: it has no due dates either.
    if (error instanceof BeyondTheList) return null
    throw error
  }
}

function reviewsOf(thread: Thread, record: Assessment): readonly End[] {
  const [began, done] = [record.startedOn as string, record.authorisedOn ?? '9999']
  const written = thread
    .dated(managementOversight, 'recordedOn')
    .filter(({ at, record: { occasion } }) => occasion === 'assessment review' && at >= began && at <= done)
    .map(({ at, record: { id } }): End => ({ at, by: { table: managementOversight.table, id } }))
  const own = endIn(assessment, record, 'internalReviewOn')
  return [...written, ...(own ? [own] : [])]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .filter((each, place, all) => each.at !== all[place - 1]?.at)
}

export const reviewPointClocks = points.map((_, place) => reviewPoint(place))
