import { professional } from '../authority/records.ts'
import { clock, type End, type Start } from '../engine/clocks/clock.ts'
import { months } from '../engine/clocks/length.ts'
import { itself } from '../engine/clocks/itself.ts'
import { earliestOf } from '../engine/clocks/own-dates.ts'
import type { Thread } from '../engine/clocks/thread.ts'
import { newlyQualifiedStages } from './code-lists.ts'
import { newlyQualifiedReview, registrationRenewal, workerAbsence } from './records.ts'
import { whileAway } from './worker-time.ts'

/** The first year of a social worker, and their registration ever after. */

const sinceQualifying = itself(professional, 'newlyQualifiedFrom', { until: ['leftOn'] })

/** Reviews after three, six and twelve months. */
export const newlyQualifiedReviews = clock({
  id: 'asye-reviews',
  name: 'Review of a newly qualified social worker',
  plural: 'Reviews of newly qualified social workers',
  todo: 'Hold the review of the newly qualified social worker',
  area: 'Supervision',
  about: professional,
  weight: 'standard',
  source:
    'Guidance on the assessed and supported year in employment for child and family social workers; the same since the year began in 2012',
  starts: (thread, terms) =>
    sinceQualifying(thread, terms).flatMap((start) =>
      newlyQualifiedStages.codes.map(({ code, label }): Start => {
        const later = reviewedAt(thread, (stage) => Number(stage) > Number(code))
        return {
          ...start,
          until: earliestOf(start.until, later),
          stop: reviewedAt(thread, (stage) => stage === code),
          part: label as string,
        }
      }),
    ),
  due: ({ part }) => months(Number(newlyQualifiedStages.codes.find(({ label }) => label === part)?.code)),
  unit: 'months',
  pauses: whileAway,
  doneBy: newlyQualifiedReview,
  reads: [professional, newlyQualifiedReview, workerAbsence],
  says: {
    starts: 'The assessed year begins',
    due: 'at 3, 6 and 12 months',
    stops: 'The review of that stage is held',
    pauses: 'While the worker is away for more than four weeks',
    exceptions: 'A later review ends the wait for an earlier one; ends when the worker leaves',
  },
})

function reviewedAt(thread: Thread, which: (stage: string | null) => boolean): End | null {
  const found = thread.dated(newlyQualifiedReview, 'heldOn').find(({ record }) => which(record.stage))
  return found ? { at: found.at, by: { table: newlyQualifiedReview.table, id: found.record.id } } : null
}

/** Registration with Social Work England is renewed each autumn, with the Health and Care Professions Council it was every second one. */
export const registrationRenewed = clock({
  id: 'swe-renewal',
  name: 'Social work registration renewed',
  plural: 'Social work registrations renewed',
  todo: 'Renew the registration, with professional development recorded',
  area: 'Supervision',
  about: professional,
  weight: 'regulation',
  source:
    'Social Work England registration rules, each year from 2 December 2019; before, the Health and Care Professions Council, in every even year',
  starts: (thread, terms) => {
    const leaves = thread.about(professional).leftOn
    const renewals = thread.dated(registrationRenewal, 'renewedOn').filter(({ record }) => record.learningRecorded !== false)
    const known: End[] = [
      ...sinceQualifying(thread, terms).map(({ at, by }) => ({ at, by })),
      ...renewals.map(({ at, record }) => ({ at, by: { table: registrationRenewal.table, id: record.id } })),
    ]
    // Renewals that look forward to the same autumn are one start: by the last of them.
    const autumns = new Map(known.map(({ at, by }) => [nextAutumn(at), by]))
    return [...autumns].map(([year, by]): Start => {
      const renewed = renewals.find(({ at }) => at >= `${year}-09-01`)
      return {
        at: `${year}-09-01`,
        by,
        until: leaves === null ? null : { at: leaves, by: { table: professional.table, id: thread.subject.id } },
        stop: renewed ? { at: renewed.at, by: { table: registrationRenewal.table, id: renewed.record.id } } : null,
      }
    })
  },
  due: ({ at }) => `${at.slice(0, 4)}-11-30`,
  doneBy: registrationRenewal,
  reads: [professional, registrationRenewal],
  says: {
    starts: '1 September after the last renewal, or after the assessed year began',
    due: 'by 30 November',
    stops: 'The renewal, unless it is recorded that professional development was not',
    repeats: 'Every year; until 2018 every even year',
    exceptions: 'Nothing is due for a worker of whom neither a renewal nor an assessed year is recorded; ends when the worker leaves',
  },
})

/** The year whose autumn is the next for renewing after a day. */
function nextAutumn(day: string): number {
  const year = Number(day.slice(0, 4)) + (day < `${day.slice(0, 4)}-09-01` ? 0 : 1)
  return year < 2020 && year % 2 === 1 ? year + 1 : year
}

export const workerClocks = [newlyQualifiedReviews, registrationRenewed]
