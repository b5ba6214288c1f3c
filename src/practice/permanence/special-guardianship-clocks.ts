import { chain, clock, each, endIn, links } from '../../engine/clocks/clock.ts'
import { months } from '../../engine/clocks/length.ts'
import { earliestOf, onItself } from '../../engine/clocks/own-dates.ts'
import { person } from '../person/records.ts'
import { specialGuardianship, specialGuardianshipReview } from './special-guardianship-records.ts'

/** Special guardianship: notice before the application, and support reviewed after the order. */

/** Whoever would apply gives the authority 3 months' notice. */
export const noticeOfSpecialGuardianship = clock({
  id: 'sgo-notice',
  name: 'Earliest application for special guardianship',
  plural: 'Earliest applications for special guardianship',
  todo: 'Write the report for the court',
  area: 'Permanence',
  about: person,
  weight: 'statute',
  meaning: 'earliest',
  source: 'Children Act 1989, section 14A(7)',
  from: '2005-12-30',
  ages: { until: 18 },
  starts: each(specialGuardianship, 'noticeOn', { when: ({ leaveGiven }) => leaveGiven !== true, until: 'notPursuedOn' }),
  due: months(3),
  stops: [onItself(specialGuardianship, 'appliedOn')],
  reads: [],
  says: {
    starts: 'Notice is given to the authority',
    due: 'not before 3 months',
    stops: 'The application to the court',
    exceptions: 'No notice is needed where the court gives leave to apply. Ends when it is given up',
  },
})

/** Support is reviewed at least every 12 months. */
export const supportReviewed = clock({
  id: 'sgo-support-review',
  name: 'Special guardianship support review',
  plural: 'Special guardianship support reviews',
  todo: 'Review the special guardianship support',
  area: 'Permanence',
  about: person,
  weight: 'regulation',
  source: 'Special Guardianship Regulations 2005, regulations 17 and 18',
  from: '2005-12-30',
  ages: { until: 18 },
  starts: chain(
    specialGuardianship,
    'supportPlanFrom',
    (record) => earliestOf(endIn(specialGuardianship, record, 'supportEndedOn'), endIn(specialGuardianship, record, 'notPursuedOn')),
    [links(specialGuardianshipReview, 'heldOn')],
  ),
  due: months(12),
  doneBy: specialGuardianshipReview,
  reads: [specialGuardianship, specialGuardianshipReview],
  says: {
    starts: 'The support plan, and each review of it',
    stops: 'Support is reviewed',
    repeats: 'Every year while support is given, until the child is 18',
    exceptions: 'Sooner when the family’s situation changes',
  },
})

export const specialGuardianshipClocks = [noticeOfSpecialGuardianship, supportReviewed]
