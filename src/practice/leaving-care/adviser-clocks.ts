import { clock, each, endIn, links, on, type Start, type Terms } from '../../engine/clocks/clock.ts'
import { calendarDays, months, after, weeks } from '../../engine/clocks/length.ts'
import { linked } from '../../engine/clocks/linked.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { involvement } from '../allocation/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { periodOn, timeInCareReads } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { eligibleIn, wasEligible } from './eligibility.ts'
import { pathwayPlan } from './pathway-records.ts'
import { daysOf, mergedByDay } from './points.ts'
import { careLeaver } from './records.ts'
import { birthdayOf, hasAnswer, sinceFifteenth, supportEnds, wantsNothing } from './support.ts'
import { adviserOffer, leavingCareAccommodation, personalAdviserVisit } from './support-records.ts'

/** The personal adviser: named, visiting, keeping in touch, and offered again after 21. */

/** The first day of support to 25 for all care leavers. */
const supportTo25 = '2018-04-01'

const leavingCare = { area: 'Leaving care', about: person } as const

type Visit = Said<(typeof personalAdviserVisit)['fields']>

/** A visit where the young person lives, at which they were seen; where that was not recorded, it counts. */
const isVisit = ({ how, youngPersonSeen }: Visit): boolean => (how === null || how === 'home visit') && youngPersonSeen !== false
/** Any contact that reached them. */
const isContact = ({ how }: Visit): boolean => how !== 'not reached'

/** Times in accommodation that the authority gives, each until they moved out or on. */
const accommodated = each(leavingCareAccommodation, 'providedOn', {
  when: ({ givenUnder }) => givenUnder !== 'other',
  until: (home, thread) => {
    const next = thread.dated(leavingCareAccommodation, 'providedOn').find(({ at }) => home.providedOn !== null && at > home.providedOn)
    return earliestOf(
      endIn(leavingCareAccommodation, home, 'endedOn'),
      next && { at: next.at, by: { table: leavingCareAccommodation.table, id: next.record.id } },
    )
  },
})

const visits = [links(personalAdviserVisit, 'visitedOn', isVisit)] as const

const regulation8 = {
  ...leavingCare,
  weight: 'regulation',
  lookedUp: true,
  from: '2011-04-01',
  ages: { until: 21 },
  doneBy: personalAdviserVisit,
  reads: [leavingCareAccommodation, personalAdviserVisit],
} as const

/** The adviser visits within 7 days of the day on which accommodation is first given. */
export const firstVisitToAccommodation = clock({
  ...regulation8,
  id: 'pa-visit-7-days',
  name: 'Personal adviser’s first visit to accommodation',
  plural: 'Personal advisers’ first visits to accommodation',
  todo: 'Visit the young person where they live now',
  source: 'Care Leavers (England) Regulations 2010, regulation 8(2)(a)',
  starts: linked(accommodated, visits, { after: (visitsBefore) => visitsBefore === 0 }),
  due: calendarDays(7),
  says: {
    starts: 'Accommodation is first given under section 23B or 24B',
    stops: 'The adviser visits there and sees the young person',
    repeats: 'At each move',
  },
})

/** And within 2 months of each visit after that. */
export const laterVisitsToAccommodation = clock({
  ...regulation8,
  id: 'pa-visit-2-months',
  name: 'Personal adviser’s visit to accommodation',
  plural: 'Personal advisers’ visits to accommodation',
  todo: 'Visit the young person where they live',
  source: 'Care Leavers (England) Regulations 2010, regulation 8(2)(b) and (c)',
  starts: linked(accommodated, visits, { after: (visitsBefore) => visitsBefore >= 1 }),
  due: months(2),
  says: {
    starts: 'A visit to the accommodation',
    stops: 'The next visit',
    repeats: 'While the young person lives there, to 21',
    exceptions: 'One visit also before the review that follows a move',
  },
})

/** Keeping in touch with care leavers: the law gives no number, authorities commonly say 8 weeks. */
export const keepingInTouch = clock({
  ...leavingCare,
  id: 'pa-contact',
  name: 'Contact with a care leaver',
  plural: 'Contacts with care leavers',
  todo: 'Get in touch with the young person',
  weight: 'local',
  local: true,
  source: 'Children Act 1989, sections 23B and 23C: a duty to keep in touch, without a number',
  ages: { until: 25 },
  starts: lastContacts,
  due: weeks(8),
  doneBy: personalAdviserVisit,
  reads: [careLeaver, personalAdviserVisit, periodOfCare, adviserOffer],
  says: {
    starts: 'Each contact with a young person who has left care',
    stops: 'The next contact that reaches them',
    repeats: 'To 21; to 25 where they accepted support',
    exceptions:
      'Not while they are in care, nor where they refuse contact, no longer need the service or went home for 6 months. Where touch is lost, steps to find them are to be taken at once',
  },
})

/** An adviser is named for every eligible child. */
export const adviserNamed = clock({
  ...leavingCare,
  id: 'pa-appointed',
  name: 'Personal adviser named',
  plural: 'Personal advisers named',
  todo: 'Name a personal adviser',
  weight: 'statute',
  local: true,
  source: 'Children Act 1989, schedule 2, paragraph 19C: a duty, without a day; commonly by 16 years and 3 months',
  from: '2011-04-01',
  ages: { from: 16, until: 18 },
  starts: eligibleWithoutAdviser,
  due: months(3),
  stops: [
    on(involvement, 'startedOn', { when: ({ role }) => isAdviser(role), from: sinceFifteenth }),
    on(pathwayPlan, 'madeOn', { when: ({ personalAdviser }) => personalAdviser !== null, from: sinceFifteenth }),
    on(personalAdviserVisit, 'visitedOn', { from: sinceFifteenth }),
  ],
  reads: [...timeInCareReads, careLeaver],
  says: {
    starts: 'The sixteenth birthday of a child who has been in care for 13 weeks since 14, or the later day on which they have',
    stops: 'A personal adviser is allocated, or makes a pathway plan or a visit',
    exceptions:
      'May be named from the fifteenth birthday. Where all that is known is who the adviser is, and not since when, nothing falls due',
  },
})

/** From 21 to 24, support is offered at least once in every 12 months. */
export const supportOfferedAgain = clock({
  ...leavingCare,
  id: 'pa-21-25-annual',
  name: 'Offer of adviser support at 21 to 24',
  plural: 'Offers of adviser support at 21 to 24',
  todo: 'Offer the support of a personal adviser',
  weight: 'statute',
  source: 'Children Act 1989, section 23CZB (Children and Social Work Act 2017, section 3), since 1 April 2018',
  from: supportTo25,
  starts: twentyOneOrLastOffer,
  due: months(12),
  stops: [on(adviserOffer, 'offeredOn', { when: (offer, start) => offer.id !== start.by.id })],
  reads: [...timeInCareReads, careLeaver],
  says: {
    starts: 'The twenty-first birthday, the last offer, or the end of support that was accepted',
    stops: 'Support is offered',
    repeats: 'Every year to the twenty-fifth birthday, while none is given',
    exceptions: 'Sooner where the young person asks. Before April 2018 only those in education or training had an adviser to 25',
  },
})

export const adviserClocks = [firstVisitToAccommodation, laterVisitsToAccommodation, keepingInTouch, adviserNamed, supportOfferedAgain]

function lastContacts(thread: Thread, terms: Terms): Start[] {
  const contacts = mergedByDay(
    daysOf(thread, personalAdviserVisit, 'visitedOn', isContact),
    daysOf(thread, careLeaver, 'latestContactOn', ({ inTouch }) => inTouch !== 'DIED'),
  )
  const sixteenth = birthdayOf(thread, 16)
  return contacts.flatMap((contact, place): Start[] => {
    const next = contacts[place + 1] ?? null
    const until = supportEnds(thread, contact.at)
    if (sixteenth === null || contact.at < sixteenth.at || until === null || periodOn(thread, contact.at) !== null) return []
    if (next === null && (wantsNothing(thread) || hasAnswer(thread, 'REFU'))) return []
    // The dataset knows the latest contact only: whether there were others between, nobody can tell.
    if (next?.by.table === careLeaver.table && next.at > after(contact.at, terms.length('pa-contact', weeks(8)), terms.school)) return []
    return [{ ...contact, until, stop: next }]
  })
}

/** A role in the words of the case system. */
const isAdviser = (role: string | null): boolean => role !== null && /^(pa|personal advis[eo]r)$/i.test(role.trim())

function eligibleWithoutAdviser(thread: Thread): Start[] {
  const named = mergedByDay(
    daysOf(thread, involvement, 'startedOn', ({ role }) => isAdviser(role)),
    daysOf(thread, pathwayPlan, 'madeOn', ({ personalAdviser }) => personalAdviser !== null),
    daysOf(thread, personalAdviserVisit, 'visitedOn'),
  )
  if (named.length === 0 && thread.all(careLeaver).some(({ personalAdviser }) => personalAdviser !== null)) return []
  return eligibleIn(thread).flatMap(({ from, until, of }, place): Start[] => {
    const by = { table: periodOfCare.table, id: of.period.id }
    return place > 0 && named.some(({ at }) => at < from) ? [] : [{ at: from, by, until: { at: until, by } }]
  })
}

function twentyOneOrLastOffer(thread: Thread): Start[] {
  const [twentyFirst, twentyFifth] = [birthdayOf(thread, 21), birthdayOf(thread, 25)]
  if (twentyFirst === null || twentyFifth === null || !wasEligible(thread) || hasAnswer(thread, 'DIED')) return []
  const first: Start = { ...twentyFirst, at: twentyFirst.at > supportTo25 ? twentyFirst.at : supportTo25 }
  const offers = thread.dated(adviserOffer, 'offeredOn').flatMap(({ at, record }): Start[] => {
    const from = record.answer === 'accepted' ? record.supportEndedOn : at
    return from === null || at < first.at ? [] : [{ at: from, by: { table: adviserOffer.table, id: record.id } }]
  })
  return [first, ...offers].filter(({ at }) => at < twentyFifth.at).map((start) => ({ ...start, until: twentyFifth }))
}
