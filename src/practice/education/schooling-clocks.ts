import { clock, each, endIn, links } from '../../engine/clocks/clock.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { after, months, schoolDays } from '../../engine/clocks/length.ts'
import { linked } from '../../engine/clocks/linked.ts'
import { earliestOf, onItself } from '../../engine/clocks/own-dates.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { periodOn } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { exclusion, homeEducation, homeEducationContact, missingEducation, schoolPlace } from './schooling-records.ts'
import { whileOfSchoolAge } from './school-age.ts'

/** School itself: a place after a move, education during an exclusion, a child nobody can find at school, a family that teaches at home. */

const education = { area: 'Education', about: person } as const
const schoolAge = 'Only while the child is of compulsory school age'

/** A school place within 20 school days where a placement changed in an emergency. */
export const schoolPlaceFound = clock({
  ...education,
  id: 'school-place-20sd',
  name: 'School place after an emergency move',
  plural: 'School places after emergency moves',
  todo: 'Find the child a school place',
  weight: 'statutory guidance',
  source: 'Promoting the education of looked-after and previously looked-after children, February 2018; the edition of 2014 said the same',
  from: '2014-07-01',
  starts: whileOfSchoolAge(
    each(schoolPlace, 'soughtOn', {
      when: ({ soughtOn, neededBecause }, thread) =>
        (neededBecause === null || neededBecause === 'emergency') && soughtOn !== null && periodOn(thread, soughtOn) !== null,
      until: (place, thread) => {
        const care = periodOn(thread, place.soughtOn ?? '')
        return earliestOf(endIn(schoolPlace, place, 'closedOn'), care && endIn(periodOfCare, care, 'endedOn'))
      },
    }),
    { early: 'falls away' },
  ),
  due: schoolDays(20),
  stops: [onItself(schoolPlace, 'startedOn')],
  reads: [periodOfCare],
  says: {
    starts: 'A placement that changed in an emergency leaves a child in care without a school',
    stops: 'The child starts at a school',
    repeats: 'At each move',
    exceptions: `A move in years 10 or 11 needs the virtual school’s agreement; a planned move has its school before it. ${schoolAge}`,
  },
})

/** Full-time education from the sixth school day of an exclusion. */
export const educationFromDaySix = clock({
  ...education,
  id: 'exclusion-day6',
  name: 'Full-time education during an exclusion',
  plural: 'Full-time education during exclusions',
  todo: 'Arrange full-time education',
  weight: 'regulation',
  source: 'Education and Inspections Act 2006, sections 100 and 101; Suspension and permanent exclusion guidance; the same in 2015',
  from: '2007-09-01',
  starts: whileOfSchoolAge(
    each(exclusion, 'firstDayOn', {
      when: ({ type, schoolDays: days }) => type === 'permanent' || (days !== null && days > 5),
      until: 'endedOn',
    }),
    { early: 'falls away' },
  ),
  // The first day of the exclusion is itself the first school day.
  due: ({ at }, _, terms) => after(addDays(at, -1), schoolDays(6), terms.school),
  unit: 'school days',
  stops: [onItself(exclusion, 'provisionFrom')],
  reads: [],
  says: {
    starts: 'The first day of a permanent exclusion, or of a suspension of more than 5 school days',
    due: 'from the sixth school day of the exclusion',
    stops: 'Full-time education begins',
    repeats: 'At each exclusion',
    exceptions: `Ends when the child is back at school. ${schoolAge}`,
  },
})

/** For a child in care, from the first day where that is possible. */
export const educationFromDayOne = clock({
  ...education,
  id: 'exclusion-day1-in-care',
  row: 'exclusion-day6',
  name: 'Education from the first day of an exclusion for a child in care',
  plural: 'Education from the first day of exclusions for children in care',
  todo: 'Arrange full-time education',
  weight: 'statutory guidance',
  meaning: 'threshold',
  source: 'Suspension and permanent exclusion guidance: from the first day for children in care, where possible',
  from: '2012-09-01',
  starts: whileOfSchoolAge(
    each(exclusion, 'firstDayOn', {
      when: ({ firstDayOn, type, schoolDays: days }, thread) =>
        (type === 'permanent' || (days !== null && days > 5)) && periodOn(thread, firstDayOn ?? '') !== null,
      until: 'endedOn',
    }),
    { early: 'falls away' },
  ),
  due: ({ at }, _, terms) => after(addDays(at, -1), schoolDays(1), terms.school),
  unit: 'school days',
  stops: [onItself(exclusion, 'provisionFrom')],
  reads: [periodOfCare],
  says: {
    starts: 'A child in care is excluded for good, or for more than 5 school days',
    due: 'on the first school day of the exclusion',
    stops: 'Full-time education begins',
    repeats: 'At each exclusion',
    exceptions: `Where possible: the duty is from the sixth day. ${schoolAge}`,
  },
})

/** Joint enquiries into where a child is: commonly 10 school days. */
export const missingEducationEnquiry = clock({
  ...education,
  id: 'cme-notify',
  name: 'Enquiry into a child missing education',
  plural: 'Enquiries into children missing education',
  todo: 'Find out where the child is at school',
  weight: 'statutory guidance',
  local: true,
  source:
    'Children missing education, guidance of 2016, revised 2024 and 2025; Education Act 1996, section 436A. The number of days is local',
  starts: whileOfSchoolAge(each(missingEducation, 'noticedOn'), { early: 'waits' }),
  due: schoolDays(10),
  stops: [onItself(missingEducation, 'foundOn'), onItself(missingEducation, 'passedOn'), onItself(missingEducation, 'closedOn')],
  reads: [],
  says: {
    starts: 'The authority is told of 10 school days of unexplained absence, or of a child taken off a roll without another school',
    stops: 'The child is found, passed on to another authority, or the enquiry is closed',
    exceptions: schoolAge,
  },
})

const contacts = [links(homeEducationContact, 'contactedOn', ({ answered }) => answered !== false)] as const
const taughtAtHome = whileOfSchoolAge(each(homeEducation, 'noticedOn', { until: 'endedOn' }), { early: 'waits' })

const atHome = {
  ...education,
  row: 'ehe-contact',
  weight: 'statutory guidance',
  local: true,
  source: 'Elective home education guidance 2019 (2007 before); Education Act 1996, section 437. The interval is local',
  doneBy: homeEducationContact,
  reads: [homeEducation, homeEducationContact],
} as const

/** First contact with a family that teaches at home: commonly within 10 school days. */
export const firstHomeEducationContact = clock({
  ...atHome,
  id: 'ehe-contact',
  name: 'First contact with a home-educating family',
  plural: 'First contacts with home-educating families',
  todo: 'Get in touch with the family',
  starts: linked(taughtAtHome, contacts, { after: (contactsBefore) => contactsBefore === 0 }),
  due: schoolDays(10),
  says: {
    starts: 'The authority is told that a child is taught at home',
    stops: 'The family is in touch; a letter without an answer is no contact',
    exceptions: `Ends when the child goes to school. ${schoolAge}`,
  },
})

/** And every year after that. */
export const yearlyHomeEducationContact = clock({
  ...atHome,
  id: 'ehe-contact-yearly',
  name: 'Yearly contact with a home-educating family',
  plural: 'Yearly contacts with home-educating families',
  todo: 'Get in touch with the family again',
  starts: linked(taughtAtHome, contacts, { after: (contactsBefore) => contactsBefore >= 1 }),
  due: months(12),
  says: {
    starts: 'Each contact with the family',
    stops: 'The next contact',
    repeats: 'Every year while the child is taught at home',
    exceptions: `Ends when the child goes to school. ${schoolAge}`,
  },
})

export const schoolingClocks = [
  schoolPlaceFound,
  educationFromDaySix,
  educationFromDayOne,
  missingEducationEnquiry,
  firstHomeEducationContact,
  yearlyHomeEducationContact,
]
