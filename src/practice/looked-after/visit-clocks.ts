import { clock, type Clock, type ClockDeclaration } from '../../engine/clocks/clock.ts'
import { legalStatus } from '../court/records.ts'
import { person } from '../person/records.ts'
import { lookedAfterReview, lookedAfterVisit, periodOfCare, placement } from './records.ts'
import type { VisitRegime, VisitRule } from './visit-regime.ts'
import { visitEvery, visitsDue } from './visits-due.ts'

/** Visits to children in care. On any day of a placement one of these is running: which, `visit-regime.ts` says. */

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

type About = Pick<ClockDeclaration, 'name' | 'plural' | 'todo' | 'source' | 'from' | 'says'>

const visits = (id: VisitRule, about: About): Clock =>
  clock({
    id,
    area: 'In care',
    about: person,
    weight: 'regulation',
    lookedUp: true,
    from: '2011-04-01',
    ages: { until: 18 },
    unit: 'calendar days',
    ...about,
    starts: (thread) => visitsDue(thread).filter(({ record }) => record.rule === id),
    due: dueBy(id),
    doneBy: lookedAfterVisit,
    reads: [placement, periodOfCare, legalStatus, lookedAfterReview, lookedAfterVisit],
  })

/** The rule's length; where it has two, the one for the stage the placement has reached. */
function dueBy(rule: VisitRule): Clock['due'] {
  const [first, then] = [visitEvery(rule, 'first'), visitEvery(rule, 'then')]
  return first === then ? first : ({ record }) => ((record as VisitRegime).stage === 'first' ? first : then)
}

const seen = 'The child is visited. A visit on which they were not seen does not count'

export const firstVisit = visits('lac-visit-first', {
  name: 'First visit in a placement',
  plural: 'First visits in placements',
  todo: 'Visit the child in the new placement',
  source: `${regulations}, regulation 28(2)(a)`,
  says: {
    starts: 'The day a placement begins; every placement, not only the first',
    stops: seen,
    exceptions:
      'A temporary move and a change of status with the same carers begin no placement. Short breaks (regulation 48) and placements for adoption have visits of their own, and so have placements with parents and with carers approved for a time',
  },
})

export const firstYearVisit = visits('lac-visit-year1', {
  name: 'Visit in the first year of a placement',
  plural: 'Visits in the first year of placements',
  todo: 'Visit the child',
  source: `${regulations}, regulation 28(2)(b)`,
  says: { starts: 'Each visit in the first 12 months of a placement', stops: seen, repeats: 'With each visit, for 12 months' },
})

export const laterVisit = visits('lac-visit-later', {
  name: 'Visit after the first year of a placement',
  plural: 'Visits after the first year of placements',
  todo: 'Visit the child',
  source: `${regulations}, regulation 28(2)(c)(ii)`,
  says: {
    starts: 'Each visit after the first 12 months of a placement that is not meant to last until 18',
    stops: seen,
    repeats: 'With each visit, until the placement ends',
    exceptions:
      'For a child under a care order who lives where others are responsible (custody, hospital) regulation 28(6) asks for three months after the first year; here it is six weeks all the same',
  },
})

export const permanentVisit = visits('lac-visit-permanent', {
  name: 'Visit in a placement meant to last',
  plural: 'Visits in placements meant to last',
  todo: 'Visit the child',
  source: `${regulations}, regulation 28(2)(c)(i)`,
  says: {
    starts:
      'Each visit after the first 12 months of a placement that is meant to last until the child is 18: long-term foster care (U1, U4), or one for which that decision is recorded',
    stops: seen,
    repeats: 'With each visit, until the placement ends',
  },
})

export const agreedVisit = visits('lac-visit-long-term-agreed', {
  name: 'Visit in long-term foster care, fewer agreed',
  plural: 'Visits in long-term foster care, fewer agreed',
  todo: 'Visit the child',
  source: `${regulations}, regulation 28(3A), added by the Care Planning and Fostering (Miscellaneous Amendments) (England) Regulations 2015`,
  from: '2015-04-01',
  says: {
    starts: 'Each visit in a long-term foster placement that has lasted a year, where the child understands and has agreed to fewer visits',
    stops: seen,
    repeats: 'With each visit, until the placement ends or the child asks for more',
    exceptions: 'From 1 April 2015; before, every three months',
  },
})

export const visitBeforeParentsAssessed = visits('lac-visit-parents-interim', {
  name: 'Visit to a child with parents not yet assessed',
  plural: 'Visits to children with parents not yet assessed',
  todo: 'Visit the child at home',
  source: `${regulations}, regulations 19 and 28(3)`,
  says: {
    starts: 'The day a child is placed with parents before these were assessed, and each visit after it',
    due: 'within 1 week until the first review held in the placement, then within 6 weeks',
    stops: seen,
    repeats: 'With each visit, until it is decided whether the child may stay',
    exceptions: 'Under an interim care order the visits of regulation 28(4) come more often, and take their place',
  },
})

export const visitToCarerApprovedForATime = visits('lac-visit-temp-approved', {
  name: 'Visit: carer approved for a time, or interim order at home',
  plural: 'Visits: carers approved for a time, or interim orders at home',
  todo: 'Visit the child',
  source: `${regulations}, regulation 28(4)`,
  says: {
    starts:
      'The day a placement begins with a connected person who has temporary approval, or with parents under an interim care order (the day of approval or of the order where that is later), and each visit after it',
    due: 'within 1 week until the first review held in the placement, then within 4 weeks',
    stops: seen,
    repeats: 'With each visit, until the carer is approved in full, the interim order ends or the placement ends',
  },
})

export const visitAtHomeUnderCareOrder = visits('lac-visit-care-order-home', {
  name: 'Visit to a child at home under a care order',
  plural: 'Visits to children at home under care orders',
  todo: 'Visit the child at home',
  source: `${regulations}, regulation 28(5)`,
  says: {
    starts:
      'The day a care order is made for a child who lives with parents, or the day they move to them under one, and each visit after it',
    due: 'within 1 week, then within 6 weeks',
    stops: seen,
    repeats: 'With each visit, until the order or the placement ends',
  },
})

export const visitClocks = [
  firstVisit,
  firstYearVisit,
  laterVisit,
  permanentVisit,
  agreedVisit,
  visitBeforeParentsAssessed,
  visitToCarerApprovedForATime,
  visitAtHomeUnderCareOrder,
]
