import { seriousIncident } from '../../../src/practice/protection/serious-incidents.ts'
import type { NeedCourse } from '../course.ts'
import { addDays, addMonths, addWorkingDays, daysBetween, earlier, workingDay } from '../days.ts'
import { ageThen, type Living } from '../living.ts'
import { composed } from '../words.ts'
import { meant } from './who-is-meant.ts'

const toTheSmall = [
  'Brought to hospital with a broken arm that the account given does not explain.',
  'Found with burns on both legs; {mum} said that {he} had pulled a cup over.',
  'Admitted with a head injury. The scan shows an older one as well.',
  'Had swallowed tablets that were within reach, and was in intensive care for two nights.',
  'Found unresponsive in the cot; recovered in hospital.',
]
const toTheOlder = [
  'Stabbed in the thigh near the seafront and operated on the same night.',
  'Took an overdose after the meeting and was kept in hospital for a week.',
  'Disclosed harm by several adults over some months, known to none of the services.',
  'Fell from a height while away from home and broke {his} back.',
  'Beaten at home until a neighbour called the police.',
]
const andThen = [
  'Police are looking into it.',
  'The family was known to us.',
  'A plan was in place at the time.',
  'The other children are with their grandmother.',
  'The strategy meeting was held the same day.',
]

/** A child was seriously harmed and abuse or neglect is suspected: a handful in a district in six years, among those under protection. */
export function tellIncident(living: Living, need: NeedCourse, place: number): void {
  const { telling, world, child } = living
  const { enquiry, protection } = need
  const lot = living.chance('serious incident', String(place))
  if (enquiry === null || !enquiry.substantiated || !lot.happens(protection === null ? 0.002 : 0.004)) return
  const begins =
    protection !== null && lot.happens(0.6)
      ? addDays(protection.from, lot.between(5, Math.max(6, daysBetween(protection.from, earlier(protection.until, world.to)))))
      : enquiry.discussedOn
  const happenedOn = begins
  if (happenedOn < child.born) return
  const becameAwareOn = addDays(happenedOn, lot.between(0, 2))
  const by = living.managerOn(becameAwareOn)
  const told = telling.tell(
    seriousIncident,
    {
      happenedOn,
      becameAwareOn,
      abuseSuspected: true,
      whatHappened: composed(lot, [ageThen(living, happenedOn) < 6 ? toTheSmall : toTheOlder, andThen], meant(living, happenedOn)),
    },
    { on: becameAwareOn, by, prompt: true },
  )
  const notifiedOn = addWorkingDays(becameAwareOn, lot.happens(0.9) ? lot.between(1, 5) : lot.between(6, 9))
  telling.amend(told, seriousIncident, { notifiedOn }, { on: notifiedOn, by, prompt: true })
  const review = lot.happens(0.3)
  // Since 29 June 2018 a rapid review goes to the national panel; before, the chair of the local board decided within a month.
  const panel = notifiedOn >= '2018-06-29'
  const decidedOn = panel ? addWorkingDays(notifiedOn, lot.between(10, 15)) : workingDay(addDays(notifiedOn, lot.between(14, 28)))
  telling.amend(
    told,
    seriousIncident,
    { ...(panel ? { rapidReviewSentOn: decidedOn } : {}), ...(review ? { reviewDecidedOn: decidedOn } : { noReviewDecidedOn: decidedOn }) },
    { on: decidedOn, by, prompt: true },
  )
  if (!review) return
  const late = lot.happens(0.4)
  const publishedOn = workingDay(late ? addDays(addMonths(decidedOn, 6), lot.between(20, 200)) : addDays(decidedOn, lot.between(130, 175)))
  telling.amend(
    told,
    seriousIncident,
    {
      reviewPublishedOn: publishedOn,
      ...(late
        ? {
            delayReason: lot.pick([
              'The criminal trial had to end first.',
              'The coroner asked for time.',
              'The author fell ill and was replaced.',
            ]),
          }
        : {}),
    },
    { on: publishedOn, by, prompt: true },
  )
}
