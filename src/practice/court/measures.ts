import { endIn, type Start } from '../../engine/clocks/clock.ts'
import { birthday, daysBetween } from '../../engine/clocks/days.ts'
import { after, type Length } from '../../engine/clocks/length.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import { factKind, whatWasDone } from '../../engine/measures/fact.ts'
import { measure, type Measure } from '../../engine/measures/measure.ts'
import { ofChildren } from '../dimensions.ts'
import { caseClosed } from '../front-door/case.ts'
import { referral } from '../front-door/records.ts'
import { lastingOnce } from '../lasting-facts.ts'
import { person } from '../person/records.ts'
import { proceedingsOutcomes } from './code-lists.ts'
import { careProceedings } from './proceedings.ts'
import { casesDecided, overBy } from './proceedings-clocks.ts'
import { preProceedings } from './records.ts'

/** How long care proceedings take, and how many children are on the way to them. */

const area = 'Care proceedings'

/** The length that the law sets; the clock of a case that the court extended runs to another day. */
const inLaw = casesDecided.due as Length

const proceedingsEnded = whatWasDone(casesDecided, {
  id: 'care-proceedings-ended',
  name: 'Children whose care proceedings ended',
  says: {
    weeks: { label: 'Took', type: 'number', unit: 'weeks' },
    inLength: { label: 'Within the length that the law sets', type: 'yes or no' },
    outcome: { label: 'Outcome', type: 'words', codes: proceedingsOutcomes },
  },
  more: ({ startedAt, startedBy, stoppedAt }, thread) => {
    if (stoppedAt === null) return null
    return {
      weeks: daysBetween(startedAt, stoppedAt) / 7,
      inLength: stoppedAt <= after(startedAt, inLaw),
      outcome: thread.all(careProceedings).find(({ id }) => id === startedBy.id)?.outcome ?? null,
    }
  },
})

/** From the decision to start, or the letter where that is not recorded, until it is stepped down or issued. Where an outcome is known and no day of it, nobody can say until when. */
const inPreProceedings = factKind({
  id: 'in-pre-proceedings',
  name: 'Children in pre-proceedings',
  about: person,
  lasts: true,
  reads: [preProceedings, careProceedings, referral],
  facts: (thread) => {
    const { bornOn } = thread.about(person)
    const self = { table: person.table, id: thread.subject.id }
    return lastingOnce(
      thread.all(preProceedings).flatMap((record): Start[] => {
        const at = record.decidedOn ?? record.letterSentOn
        if (at === null) return []
        const over = overBy(thread, record, at)
        if (over === null && record.outcome !== null) return []
        const until = earliestOf(
          over,
          caseClosed(thread, { referral: null }, at),
          bornOn === null ? null : { at: birthday(bornOn, 18), by: self },
          endIn(person, thread.about(person), 'diedOn'),
        )
        return [{ at, by: { table: preProceedings.table, id: record.id }, until }]
      }),
    )
  },
})

const ended = {
  area,
  of: proceedingsEnded,
  span: '12 months',
  by: [...ofChildren, 'outcome'],
  national: true,
} as const

const note = 'each child of a family counts; applications from 22 April 2014, when the limit began'
const endedInTheYear = 'children whose care proceedings ended in the 12 months'

export const courtMeasures: readonly Measure[] = [
  measure({
    ...ended,
    id: 'proceedings-weeks',
    name: 'Average length of care proceedings',
    statistic: 'mean',
    value: 'weeks',
    better: 'lower',
    unit: 'weeks',
    source: 'Ministry of Justice, Family Court Statistics Quarterly; Cafcass',
    says: { counted: 'weeks from issue to the final order', outOf: endedInTheYear, note },
  }),
  measure({
    ...ended,
    id: 'proceedings-26w',
    name: 'Care proceedings ended in 26 weeks',
    statistic: 'share',
    met: { inLength: [true] },
    better: 'higher',
    source: `Ministry of Justice, Family Court Statistics Quarterly. ${casesDecided.source}`,
    says: {
      counted: 'children whose proceedings ended within 26 weeks of issue, whether or not the court had extended the time',
      outOf: endedInTheYear,
      note,
    },
  }),
  measure({
    id: 'preproc-open',
    name: 'Children in pre-proceedings',
    area,
    of: inPreProceedings,
    statistic: 'count',
    span: 'moment',
    better: 'neutral',
    by: ofChildren,
    source: 'Public Law Outline (Family Procedure Rules, practice direction 12A); counted locally',
    says: {
      counted: 'children for whom pre-proceedings were decided on and have neither been stepped down nor gone to court',
      leftOut: 'pre-proceedings whose outcome is recorded without a day',
    },
  }),
]
