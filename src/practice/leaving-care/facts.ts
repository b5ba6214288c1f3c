import { endIn, type Start } from '../../engine/clocks/clock.ts'
import { addMonths } from '../../engine/clocks/days.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue, type Fact } from '../../engine/measures/fact.ts'
import { codeList } from '../../engine/records/kind.ts'
import { lastingOnce, timeOn } from '../lasting-facts.ts'
import { periodOfCare, placement } from '../looked-after/records.ts'
import { periodOn, timeInCare, timeInCareReads } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { inTouchAtBirthday } from './birthday-clocks.ts'
import { accommodations, activities } from './code-lists.ts'
import { eligibleIn, wasEligible } from './eligibility.ts'
import { pathwayPlanMade } from './pathway-clocks.ts'
import { pathwayPlanReviewed } from './pathway-review-clocks.ts'
import { careLeaver } from './records.ts'
import { birthdayOf, daysOfStayingPut, hasAnswer, supportEnds } from './support.ts'
import { adviserOffer, personalAdviserVisit, stayingPut } from './support-records.ts'

/** What is counted of young people who have left care: who they are, and how they are around their birthdays. */

const ages = codeList(
  'Age of a care leaver',
  'Looked-after return (SSDA903), OC3',
  ['17', '18', '19', '20', '21'].map((code) => ({ code, label: code })),
)
const turned = { label: 'Turned', type: 'words', codes: ages } as const

/** Adopted, or taken over by another authority: no care leaver of ours. */
const notOurs = ['E11', 'E12', 'E3']

/**
 * A care leaver from the day of leaving care, or the eighteenth birthday in care, to the twenty-first; to 25 while support that they accepted goes
 * on. Not while they are in care again before 18.
 */
export const careLeaversSupported = factKind({
  id: 'care-leavers-supported',
  name: 'Care leavers supported',
  about: person,
  lasts: true,
  reads: [...timeInCareReads, adviserOffer],
  facts: (thread) => {
    const died = endIn(person, thread.about(person), 'diedOn')
    const left = eligibleIn(thread).flatMap(({ until: at, leftCare, of }): Start[] => {
      if (leftCare && (at !== of.period.endedOn || notOurs.includes(of.period.endReason ?? ''))) return []
      const again = leftCare ? timeInCare(thread).find(({ from }) => from >= at) : undefined
      const back = again ? { at: again.from, by: { table: periodOfCare.table, id: again.period.id } } : null
      return [{ at, by: { table: periodOfCare.table, id: of.period.id }, until: earliestOf(back, supportEnds(thread, at), died) }]
    })
    return lastingOnce([...left, ...(left.length === 0 ? [] : supportAfter21(thread, died))])
  },
})

function supportAfter21(thread: Thread, died: Start['until']): Start[] {
  const twentyFirst = birthdayOf(thread, 21)
  return thread.dated(adviserOffer, 'offeredOn').flatMap(({ at, record }): Start[] => {
    if (record.answer !== 'accepted' || twentyFirst === null || at < twentyFirst.at) return []
    const until = earliestOf(endIn(adviserOffer, record, 'supportEndedOn'), birthdayOf(thread, 25), died)
    return [{ at, by: { table: adviserOffer.table, id: record.id }, until }]
  })
}

/** Whether anybody was in touch from 3 months before a birthday to 1 month after. Of whom the return alone says it, without a day, nobody can tell at which. */
export const inTouchAtBirthdays = whatFellDue(inTouchAtBirthday, {
  id: 'care-leavers-in-touch',
  name: 'Care leavers around a birthday',
  says: { turned },
  more: ({ part }, thread) => {
    const dated = thread.dated(personalAdviserVisit, 'visitedOn').length + thread.dated(careLeaver, 'latestContactOn').length
    const undated = thread.all(careLeaver).some(({ inTouch }) => inTouch !== null)
    return dated === 0 && undated ? null : { turned: part?.slice(0, 2) ?? null }
  },
})

type CareLeaver = Said<(typeof careLeaver)['fields']>

/**
 * What a care leaver does and where they live, at a birthday. The record says it as it was at the latest contact: that is told of a birthday from 3
 * months before it until the next. Of earlier birthdays it says nothing any more, and they are left out; of later ones it is not known, and
 * they count as such. So the figure of the last twelve months is whole. Those of years before leave out whoever was in touch since, and are no trend:
 * for that, what a care leaver does would have to be recorded with its day.
 */
export const careLeaversAtBirthdays = factKind({
  id: 'care-leavers-at-birthdays',
  name: 'Care leavers at a birthday',
  about: person,
  says: {
    turned,
    occupied: { label: 'In education, employment or training', type: 'yes or no' },
    activity: { label: 'Main activity', type: 'words', codes: activities },
    suitable: { label: 'In suitable accommodation', type: 'yes or no' },
    accommodation: { label: 'Accommodation', type: 'words', codes: accommodations },
  },
  reads: [...timeInCareReads, careLeaver],
  facts: (thread) => {
    const eligible = eligibleIn(thread)[0]
    const latest = thread.dated(careLeaver, 'latestContactOn').at(-1)
    const { diedOn } = thread.about(person)
    if (!eligible || !latest || hasAnswer(thread, 'RHOM', 'DIED')) return []
    return ages.codes.flatMap(({ code }): Fact[] => {
      const [birthday, next] = [birthdayOf(thread, Number(code)), birthdayOf(thread, Number(code) + 1)]
      if (birthday === null || next === null || eligible.from >= birthday.at || periodOn(thread, birthday.at) !== null) return []
      if ((diedOn !== null && diedOn <= birthday.at) || latest.at >= next.at) return []
      const known = latest.at >= addMonths(birthday.at, -3)
      const by = { table: careLeaver.table, id: latest.record.id }
      return [{ on: birthday.at, by, says: { turned: code, ...(known ? whatTheyDo(latest.record) : {}) } }]
    })
  },
})

const whatTheyDo = ({ activity, accommodation, accommodationSuitable }: CareLeaver): NonNullable<Fact['says']> => ({
  activity,
  // Full and part time; G is neither in education, nor in employment or training, 0 not reported.
  occupied: activity === null || activity === '0' ? null : /^[FP]/.test(activity),
  accommodation,
  suitable: accommodationSuitable === null ? null : accommodationSuitable === '1',
})

/** Those in foster care and eligible up to their eighteenth birthday, on each day on which the return asks whether they still live there. */
export const afterFosterCare = factKind({
  id: 'after-foster-care',
  name: 'Young people who turned 18 in foster care',
  about: person,
  says: { turned, stayingPut: { label: 'Staying put', type: 'yes or no' } },
  reads: [...timeInCareReads, placement, stayingPut],
  facts: (thread) => {
    const eighteenth = birthdayOf(thread, 18)?.at
    const { diedOn } = thread.about(person)
    if (!eighteenth || !eligibleIn(thread).some(({ until, leftCare }) => until === eighteenth && !leftCare)) return []
    const home = thread
      .dated(placement, 'startedOn')
      .findLast(({ at, record: { endedOn } }) => at < eighteenth && (endedOn === null || endedOn >= eighteenth))
    if (!home || !/^U/.test(home.record.type ?? '')) return []
    return daysOfStayingPut(thread).flatMap(({ day, age }): Fact[] => {
      if (diedOn !== null && diedOn <= day) return []
      const arrangement = thread
        .dated(stayingPut, 'startedOn')
        .find(({ at, record: { endedOn } }) => at <= day && (endedOn === null || day < endedOn))
      const by = arrangement ? { table: stayingPut.table, id: arrangement.record.id } : { table: placement.table, id: home.record.id }
      return [{ on: day, by, says: { turned: age, stayingPut: arrangement !== undefined } }]
    })
  },
})

/** Care leavers on their twenty-second birthday, and whether support that they asked for went on then. */
export const careLeaversAt22 = factKind({
  id: 'care-leavers-at-22',
  name: 'Care leavers who turned 22',
  about: person,
  says: { supported: { label: 'Had support they asked for', type: 'yes or no' } },
  reads: [...timeInCareReads, adviserOffer],
  facts: (thread) => {
    const turned = birthdayOf(thread, 22)
    const { diedOn } = thread.about(person)
    if (turned === null || !wasEligible(thread) || (diedOn !== null && diedOn <= turned.at)) return []
    return [{ on: turned.at, by: turned.by, says: { supported: supportEnds(thread, turned.at) !== null } }]
  },
})

export const pathwayPlansStanding = timeOn([pathwayPlanReviewed], {
  id: 'pathway-plans-to-review',
  name: 'Young people with a pathway plan to be reviewed',
})

export const pathwayPlansDue = whatFellDue(pathwayPlanMade, { name: 'Eligible children whose pathway plan fell due' })
