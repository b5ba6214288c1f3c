import { measure, type Measure } from '../../engine/measures/measure.ts'
import { inCare, ofChildren, unaccompanied } from '../dimensions.ts'
import { inTouchAtBirthday } from './birthday-clocks.ts'
import {
  afterFosterCare,
  careLeaversAt22,
  careLeaversAtBirthdays,
  careLeaversSupported,
  inTouchAtBirthdays,
  pathwayPlansDue,
  pathwayPlansStanding,
} from './facts.ts'
import { pathwayPlanMade } from './pathway-clocks.ts'
import { pathwayPlansMade, turnedEighteenFostered } from './plan-facts.ts'
import { pathwayPlanReviewed } from './pathway-review-clocks.ts'

/** How many care leavers there are, and how they are doing. */

const area = 'Leaving care'
const oc3 = 'Looked-after return (SSDA903), OC3'
const careLeavers = [...ofChildren, unaccompanied] as const

const from19 = { turned: ['19', '20', '21'] } as const
const at17or18 = { turned: ['17', '18'] } as const

const yearly = { area, statistic: 'share', span: '12 months', better: 'higher' } as const
const inTouch = {
  ...yearly,
  of: inTouchAtBirthdays,
  met: { inTime: [true] },
  by: [...careLeavers, 'turned'],
  source: inTouchAtBirthday.source,
  national: true,
} as const
const atBirthdays = {
  ...yearly,
  of: careLeaversAtBirthdays,
  source: oc3,
  national: true,
  noTrend: 'the record keeps the answer of the latest contact alone, so earlier months leave out whoever was in touch since',
} as const
const stayedPut = {
  ...yearly,
  of: afterFosterCare,
  met: { stayingPut: [true] },
  source: 'Looked-after return (SSDA903): staying put; Children Act 1989, section 23CZA',
  national: true,
} as const

const whoTurned = (which: string) => `care leavers who turned ${which} in the 12 months`
const saysInTouch = (which: string) =>
  ({
    counted: 'those with whom somebody was in touch from 3 months before the birthday to 1 month after',
    outOf: `care leavers who turned ${which}, in the month in which the time to be in touch ended`,
    leftOut:
      'those who died or went home for 6 months; those of whom only the return says it, without a day; birthdays before the latest contact, where no other contact is recorded',
  }) as const
const saysAtBirthday = (counted: string, which: string) =>
  ({
    counted,
    outOf: whoTurned(which),
    leftOut:
      'those who died or went home for 6 months; birthdays since which they turned a year older and there was contact again, for the record then tells of that',
    note: 'only the last 12 months are whole: the record keeps the answer of the latest contact alone, so earlier figures leave out those who were in touch since, and are no trend; where there was no contact since 3 months before the birthday it is not known, and counts in what it is out of',
  }) as const
const occupied = 'those in education, employment or training, full or part time'
const suitable = 'those whose accommodation is judged suitable'

export const leavingCareMeasures: readonly Measure[] = [
  measure({
    id: 'leavers-number',
    name: 'Care leavers supported',
    area,
    of: careLeaversSupported,
    statistic: 'count',
    span: 'moment',
    better: 'neutral',
    by: careLeavers,
    source: 'Children Act 1989, sections 23A to 23CZB',
    says: {
      counted:
        'young people who were in care for 13 weeks since 14, some of it after 16, and have left: up to 21, and to 25 while support they accepted goes on',
      leftOut: 'those whose time in care is not recorded; those who were adopted or whom another authority took over',
      note: 'the return (OC3) counts those of 17 to 21 at their birthdays, so its numbers are others',
    },
  }),
  measure({
    ...inTouch,
    id: 'leavers-touch',
    name: 'Care leavers in touch, 19 to 21',
    where: from19,
    says: saysInTouch('19, 20 or 21'),
  }),
  measure({
    ...inTouch,
    id: 'leavers-touch-17-18',
    name: 'Care leavers in touch, 17 and 18',
    where: at17or18,
    says: saysInTouch('17 or 18'),
  }),
  measure({
    ...atBirthdays,
    id: 'leavers-eet',
    name: 'Care leavers in education, employment or training, 19 to 21',
    where: from19,
    met: { occupied: [true] },
    by: [...careLeavers, 'turned', 'activity'],
    source: `${oc3}; National Indicator 148`,
    says: saysAtBirthday(occupied, '19, 20 or 21'),
  }),
  measure({
    ...atBirthdays,
    id: 'leavers-eet-17-18',
    name: 'Care leavers in education, employment or training, 17 and 18',
    where: at17or18,
    met: { occupied: [true] },
    by: [...careLeavers, 'turned', 'activity'],
    says: saysAtBirthday(occupied, '17 or 18'),
  }),
  measure({
    ...atBirthdays,
    id: 'leavers-suitable',
    name: 'Care leavers in suitable accommodation, 19 to 21',
    where: from19,
    met: { suitable: [true] },
    by: [...careLeavers, 'turned', 'accommodation'],
    source: `${oc3}; National Indicator 147`,
    says: saysAtBirthday(suitable, '19, 20 or 21'),
  }),
  measure({
    ...atBirthdays,
    id: 'leavers-suitable-17-18',
    name: 'Care leavers in suitable accommodation, 17 and 18',
    where: at17or18,
    met: { suitable: [true] },
    by: [...careLeavers, 'turned', 'accommodation'],
    says: saysAtBirthday(suitable, '17 or 18'),
  }),
  measure({
    ...stayedPut,
    id: 'leavers-staying-put-18',
    name: 'Staying put 3 months after 18',
    where: { turned: ['18'] },
    by: careLeavers,
    says: {
      counted: 'those who live with their former foster carers 3 months after their eighteenth birthday',
      outOf: 'those who were in foster care and eligible until they turned 18, 3 months before',
    },
  }),
  measure({
    ...stayedPut,
    id: 'leavers-staying-put-19-20',
    name: 'Staying put at 19 and 20',
    where: { turned: ['19', '20'] },
    by: [...careLeavers, 'turned'],
    says: {
      counted: 'those who live with their former foster carers on the birthday',
      outOf: 'those who turned 19 or 20 in the 12 months, and were in foster care and eligible until they turned 18',
    },
  }),
  measure({
    id: 'leavers-22-25',
    name: 'Asked for support and had it, at 22',
    area,
    of: careLeaversAt22,
    statistic: 'share',
    met: { supported: [true] },
    span: 'year to March',
    better: 'neutral',
    by: careLeavers,
    source: `${oc3}, since 2022-23; Children Act 1989, section 23CZB`,
    says: {
      counted: 'those with an offer of support that they had accepted and that went on when they turned 22',
      outOf: 'care leavers who turned 22 in the year to March',
      note: 'our reading: the return counts whoever was in touch for support in the year, so its figures cannot stand beside this one',
    },
  }),
  measure({
    id: 'leavers-pathway',
    name: 'Pathway plans reviewed in 6 months',
    area,
    of: pathwayPlansStanding,
    statistic: 'share',
    met: { inTime: [true] },
    span: 'moment',
    better: 'higher',
    by: careLeavers,
    source: `${pathwayPlanReviewed.source}; Ofsted’s Annex A, list 9`,
    national: true,
    expected: 90,
    says: {
      counted: 'those whose plan was made or reviewed in the last 6 months',
      outOf: 'young people with a pathway plan, in care or after it, to 21 or while support goes on',
      leftOut: 'those who have no plan yet',
    },
  }),
  measure({
    id: 'eligible-pathway',
    name: 'Pathway plan by 16 and 3 months',
    area,
    of: pathwayPlansDue,
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by: careLeavers,
    source: pathwayPlanMade.source,
    expected: 70,
    says: {
      counted: 'those whose plan was made by then',
      outOf: 'eligible children whose plan fell due in the 12 months: at 16 and 3 months, or 3 months after they became eligible',
      leftOut: 'those who left care before it fell due',
    },
  }),
  measure({
    ...yearly,
    id: 'pathway-view',
    name: 'Pathway plans with the young person’s view',
    of: pathwayPlansMade,
    met: { view: [true] },
    by: careLeavers,
    expected: 65,
    speaksOf: 'record',
    source: pathwayPlanMade.source,
    says: { counted: 'plans in which it is written what the young person says', outOf: 'pathway plans made in the 12 months' },
  }),
  measure({
    ...yearly,
    id: 'staying-put-talked',
    name: 'Staying put talked about before 18',
    of: turnedEighteenFostered,
    met: { talked: [true] },
    by: [...ofChildren, ...inCare],
    expected: 60,
    speaksOf: 'record',
    source: 'Children Act 1989, section 23CZA (since 13 May 2014) and schedule 2, paragraph 19BA',
    says: {
      counted:
        'those whose pathway plan, or a review or an action of it, speaks of staying put before the birthday, or for whom it was arranged',
      outOf: 'young people who turned 18 in foster care and were eligible',
      leftOut: 'those of whom there is neither a pathway plan nor a review of one before 18',
      note: 'words are looked for: “staying put”, to stay or live on with the carers, after 18; what was said in others is not found',
    },
  }),
]
