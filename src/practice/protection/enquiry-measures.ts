import { measure, type Measure } from '../../engine/measures/measure.ts'
import { ofChildren } from '../dimensions.ts'
import { enquiriesEnded, enquiriesStarted, incidentsNotified, initialConferencesHeld } from './enquiry-facts.ts'

/** From the enquiry to the conference and its plan; and serious incidents. */

const area = 'Protection'
const table = (name: string) => `Department for Education, children in need: ${name}`
const people = { per: 10_000, from: 0, until: 18 }
const outOfChildren = 'children under 18 who live in the area, by the mid-year estimate'
const conferences = 'initial child protection conferences held, one for each child'
const transfers = 'transfer-in conferences'

export const enquiryMeasures: readonly Measure[] = [
  measure({
    id: 's47-rate',
    name: 'Section 47 enquiries per 10,000 children',
    area,
    of: enquiriesStarted,
    statistic: 'rate',
    people,
    span: '12 months',
    better: 'neutral',
    by: ofChildren,
    source: table('table C4'),
    national: true,
    says: { counted: 'section 47 enquiries started, by the day of the strategy discussion; one for each child', outOf: outOfChildren },
  }),
  measure({
    id: 's47-to-icpc',
    settles: 2,
    name: 'Enquiries that lead to a conference',
    area,
    of: enquiriesStarted,
    statistic: 'share',
    met: { conference: [true] },
    span: '12 months',
    better: 'neutral',
    by: ofChildren,
    source: table('table C4'),
    national: true,
    says: {
      counted: 'enquiries of which an initial conference came that has been held',
      outOf: 'section 47 enquiries started',
      note: 'a conference that names no enquiry is taken to come of the last one before it. England’s figure is conferences over enquiries, not linked. Enquiries of the last weeks may still lead to one',
    },
  }),
  measure({
    id: 's47-nfa',
    name: 'Enquiries ending in no further action',
    area,
    of: enquiriesEnded,
    where: { noFurtherAction: [true, false] },
    statistic: 'share',
    met: { noFurtherAction: [true] },
    span: '12 months',
    better: 'lower',
    by: ofChildren,
    source: 'The authority’s own; no national definition',
    says: {
      counted: 'enquiries whose outcome is no further action',
      outOf: 'section 47 enquiries completed',
      leftOut: 'those whose outcome is not recorded',
    },
  }),
  measure({
    id: 'icpc-rate',
    name: 'Initial conferences per 10,000 children',
    area,
    of: initialConferencesHeld,
    statistic: 'rate',
    people,
    span: '12 months',
    better: 'neutral',
    by: ofChildren,
    source: table('table C4'),
    national: true,
    says: { counted: conferences, outOf: outOfChildren, leftOut: transfers },
  }),
  measure({
    id: 'icpc-15',
    name: 'Initial conferences in 15 working days',
    area,
    of: initialConferencesHeld,
    where: { inTime: [true, false] },
    statistic: 'share',
    met: { inTime: [true] },
    span: '12 months',
    better: 'higher',
    by: ofChildren,
    source: table('table C4'),
    national: true,
    expected: 70,
    says: {
      counted: 'conferences held within 15 working days of the strategy discussion',
      outOf: conferences,
      leftOut: `${transfers}, and those of which neither an enquiry nor the day they were due is recorded`,
    },
  }),
  measure({
    id: 'icpc-to-plan',
    name: 'Initial conferences that lead to a plan',
    area,
    of: initialConferencesHeld,
    where: { plan: [true, false] },
    statistic: 'share',
    met: { plan: [true] },
    span: '12 months',
    better: 'neutral',
    by: ofChildren,
    source: table('tables C4 and D1'),
    national: true,
    says: {
      counted: 'conferences that decided on a child protection plan',
      outOf: conferences,
      leftOut: `${transfers}, and those whose outcome is not recorded`,
      note: 'England’s figure is children who start a plan over children with a conference, not linked',
    },
  }),
  measure({
    id: 'serious-incidents',
    name: 'Serious incident notifications',
    area,
    of: incidentsNotified,
    statistic: 'count',
    span: '12 months',
    better: 'neutral',
    by: ofChildren,
    source: 'Department for Education, serious incident notifications',
    national: true,
    says: {
      counted: 'serious incidents notified, by the day of the notification',
      leftOut: 'incidents of which it was decided not to notify',
    },
  }),
]
