import { addDays } from '../../engine/clocks/days.ts'
import { compulsorySchoolAge } from '../education/school-age.ts'
import { exclusion, missingEducation, personalEducationPlan, schoolPlace } from '../education/schooling-records.ts'
import { contact, referral } from '../front-door/records.ts'
import { timesLookedAfter } from '../looked-after/facts.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { timeInCareReads } from '../looked-after/time-in-care.ts'
import { person } from '../person/records.ts'
import { planAction } from '../planning/records.ts'
import { onceLasted, outside, together, within, type Time } from './time.ts'
import { daysOf, nothing, openCases, timesOf, type Way } from './way.ts'

/** Children whom education knows to be at no school, and social care knows for something else. */

/** How long both may know a child before one is to have heard of the other: four weeks, and for how long what was said counts: six months. Ours. */
const fourWeeks = 28
const halfAYear = 180

/** Whether words of a plan speak of school. */
const ofSchool = /\b(school|educat|attend|tuition|pupil|class)/i
/** Schools and education services, as those who make a contact. */
const education = ['2A', '2B']

export const outOfSchool: Way = {
  code: 'out-of-school',
  name: 'Out of school, and social care does not speak of it',
  area: 'Education',
  counted:
    'children of whom, in the last six months, no plan action speaks of school, no school place was sought, no personal education plan was made and no contact came from education',
  outOf:
    'children of school age who have been missing education, or excluded for good with no education meanwhile, and known to social care (an open case, or in care), for four weeks or more',
  leftOut: 'authorities where neither children missing education nor permanent exclusions are recorded here: nobody is found',
  note: 'the words of plan actions are read for school, education, attendance and tuition. Four weeks and six months are ours',
  source:
    'Children missing education, statutory guidance: education and social care share what they know; Education Act 1996, section 436A; inspectors’ report of 2016, paragraphs 39 and 40',
  expected: null,
  reads: [missingEducation, exclusion, referral, ...timeInCareReads, planAction, schoolPlace, personalEducationPlan, contact],
  found: (thread) => {
    const excluded = timesOf(thread, exclusion, 'firstDayOn', 'endedOn', ({ type }) => type === 'permanent').map((time): Time => {
      const meanwhile = thread.all(exclusion).find(({ id }) => id === time.by.id)?.provisionFrom ?? null
      return meanwhile !== null && (time.until === null || meanwhile < time.until) ? { ...time, until: meanwhile } : time
    })
    const away = together([...timesOf(thread, missingEducation, 'noticedOn', 'closedOn'), ...excluded])
    if (away.length === 0) return nothing
    const care = timesLookedAfter(thread).map(({ from, until, period }): Time => ({
      from,
      until,
      by: { table: periodOfCare.table, id: period.id },
    }))
    const known = together([...openCases(thread), ...care])
    const { bornOn } = thread.about(person)
    const both = bornOn === null ? within(away, known) : within(within(away, known), [compulsorySchoolAge(bornOn)])
    const could = onceLasted(both, fourWeeks)
    if (could.length === 0) return nothing
    const raised = [
      ...daysOf(thread, planAction, ['agreedOn', 'doneOn'], ({ what }) => what !== null && ofSchool.test(what)),
      ...daysOf(thread, schoolPlace, ['soughtOn', 'startedOn']),
      ...daysOf(thread, personalEducationPlan, ['heldOn']),
      ...daysOf(thread, contact, ['receivedAt'], ({ sourceCode }) => education.includes(sourceCode ?? '')),
    ]
    return {
      could,
      did: outside(
        could,
        raised.map((day) => ({ from: day, until: addDays(day, halfAYear) })),
      ),
    }
  },
}
