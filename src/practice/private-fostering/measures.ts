import { endIn } from '../../engine/clocks/clock.ts'
import { earliestOf } from '../../engine/clocks/own-dates.ts'
import { factKind, whatFellDue } from '../../engine/measures/fact.ts'
import { measure, type Measure } from '../../engine/measures/measure.ts'
import { ofChildren } from '../dimensions.ts'
import { lastingOnce } from '../lasting-facts.ts'
import { disability, person } from '../person/records.ts'
import { begun } from './arrangement.ts'
import { firstVisit, visitAfterFirstYear, visitInFirstYear } from './clocks.ts'
import { privateFostering } from './records.ts'

/** How many children are privately fostered, and whether they are visited as the law asks. */

const area = 'Private fostering'

/** From the day on which the authority knew and the child had moved in, until it ended or the child is 16, or 18 where disabled. */
const privatelyFostered = factKind({
  id: 'privately-fostered',
  name: 'Children in private fostering',
  about: person,
  lasts: true,
  reads: [privateFostering, disability],
  facts: (thread) => {
    const died = endIn(person, thread.about(person), 'diedOn')
    return lastingOnce(begun(thread).map((start) => ({ ...start, until: earliestOf(start.until, died) })))
  },
})

const privateFosteringVisitsDue = whatFellDue([firstVisit, visitInFirstYear, visitAfterFirstYear], {
  id: 'private-fostering-visits-due',
  name: 'Private fostering visits that fell due',
})

export const privateFosteringMeasures: readonly Measure[] = [
  measure({
    id: 'pf-number',
    name: 'Children in private fostering',
    area,
    of: privatelyFostered,
    statistic: 'count',
    span: 'moment',
    better: 'neutral',
    by: ofChildren,
    source: 'Private fostering return (PF1), to 2015; children in need census',
    national: true,
    says: { counted: 'children in a private fostering arrangement of which the authority knows' },
  }),
  measure({
    id: 'pf-visits',
    name: 'Private fostering visits on time',
    area,
    of: privateFosteringVisitsDue,
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by: ofChildren,
    source: 'Children (Private Arrangements for Fostering) Regulations 2005, regulations 4 and 8; private fostering return (PF1), to 2015',
    national: true,
    says: {
      counted: 'visits made by the day they were due, at which the child was seen',
      outOf: 'visits that fell due in the 12 months: after a notice, and every 6 weeks in the first year, every 12 after it',
      note: 'visits, not children',
    },
  }),
]
