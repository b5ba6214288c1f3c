import { professional } from '../authority/records.ts'
import { clock, links, type Clock, type Start } from '../engine/clocks/clock.ts'
import { addDays, addMonths } from '../engine/clocks/days.ts'
import { after, months, weeks } from '../engine/clocks/length.ts'
import { linked } from '../engine/clocks/linked.ts'
import { without } from '../engine/clocks/stretches.ts'
import { involvement } from '../practice/allocation/records.ts'
import { supervision, workerAbsence } from './records.ts'
import { assessedYear, holdingChildren, whileAway, type Worker } from './worker-time.ts'

/** Supervision of workers: monthly while they hold children; oftener in the first year after qualifying. */

const ofWorker = { area: 'Supervision', about: professional, doneBy: supervision } as const
const held = links(supervision, 'heldOn')

/** Holding children, less the assessed year. What follows that year counts from its last supervision, so that its end wins nobody a month. */
const heldOutsideAssessedYear: Clock['starts'] = (thread, terms) => {
  const years = assessedYear(thread, terms)
  const ended = years[0]?.until
  return without(holdingChildren(thread), years).map((stretch) => {
    if (!ended || stretch.at !== ended.at) return stretch
    const last = thread.dated(supervision, 'heldOn').findLast(({ at }) => at <= ended.at)
    if (!last || after(last.at, months(1)) <= ended.at) return stretch
    return { ...stretch, at: last.at, by: { table: supervision.table, id: last.record.id } }
  })
}

/** Supervision as often as the authority says, for everyone who holds children and is not in the assessed year. */
export const monthlySupervision = clock({
  ...ofWorker,
  id: 'supervision-monthly',
  name: 'Supervision',
  plural: 'Supervisions',
  todo: 'Hold supervision',
  weight: 'local',
  source: 'Local Government Association, Standards for Employers of Social Workers; the number is the authority’s, commonly a month',
  local: true,
  starts: linked(heldOutsideAssessedYear, [held], { after: (before, start) => before > 0 || start.by.table !== supervision.table }),
  due: months(1),
  pauses: whileAway,
  reads: [professional, involvement, supervision, workerAbsence],
  says: {
    starts: 'A worker is first allocated a child as case worker, and each supervision',
    stops: 'The next supervision',
    repeats: 'While the worker holds children; up to four weeks without any do not break it',
    pauses: 'While the worker is away for more than four weeks',
    exceptions:
      'A newly qualified social worker in the assessed year has a rule of their own; this one goes on from the last supervision of that year',
  },
})

/** Newly qualified: weekly for six weeks, fortnightly to six months, then monthly to twelve. */
export const newlyQualifiedSupervision = clock({
  ...ofWorker,
  id: 'supervision-asye',
  name: 'Supervision of a newly qualified social worker',
  plural: 'Supervisions of newly qualified social workers',
  todo: 'Hold supervision with the newly qualified social worker',
  weight: 'standard',
  source:
    'Guidance on the assessed and supported year in employment for child and family social workers; the same since the year began in 2012',
  starts: linked(assessedYear, [held]),
  due: betweenSupervisions,
  unit: 'weeks',
  pauses: whileAway,
  reads: [professional, supervision, workerAbsence],
  says: {
    starts: 'The assessed year begins, and each supervision in it',
    due: 'within a week in the first 6 weeks, a fortnight up to 6 months, then a month',
    stops: 'The next supervision',
    repeats: 'Until the assessed year ends after 12 months, or the worker leaves',
    pauses: 'While the worker is away for more than four weeks',
    exceptions: 'With a smaller caseload and protected time',
  },
})

function betweenSupervisions({ at, record }: Start): ReturnType<typeof weeks> {
  const began = (record as Worker).newlyQualifiedFrom as string
  if (at < addDays(began, 6 * 7)) return weeks(1)
  return at < addMonths(began, 6) ? weeks(2) : months(1)
}

export const supervisionClocks = [monthlySupervision, newlyQualifiedSupervision]
