import { clock, links, type Clock } from '../engine/clocks/clock.ts'
import { months } from '../engine/clocks/length.ts'
import { itself } from '../engine/clocks/itself.ts'
import { linked } from '../engine/clocks/linked.ts'
import { regularReport, reportForPeriod } from './records.ts'
import { atTheEndOfEach, everyMonths } from './report-periods.ts'

/** Reports to councillors, partners and Ofsted. Some cover a year that ends on 31 March; others follow the last one. */

const ofReport = { area: 'Governance', about: regularReport, doneBy: reportForPeriod, reads: [regularReport, reportForPeriod] } as const

/** Each follows the last one sent. @param notBefore when the rule began: what is counted from before then starts on that day */
const afterTheLast = (type: string, notBefore = ''): Clock['starts'] =>
  linked(
    itself(regularReport, ({ countedFrom }) => (countedFrom !== null && countedFrom < notBefore ? notBefore : countedFrom), {
      when: (report) => report.type === type,
      until: ['noLongerFrom'],
    }),
    [links(reportForPeriod, 'sentOn')],
  )

const frameworkBegan = '2018-01-01'

export const selfEvaluation = clock({
  ...ofReport,
  id: 'self-evaluation',
  name: 'Self-evaluation shared with Ofsted',
  plural: 'Self-evaluations shared with Ofsted',
  todo: 'Share the self-evaluation with Ofsted',
  weight: 'framework',
  source: 'Ofsted, inspecting local authority children’s services, from January 2018',
  lookedUp: true,
  starts: afterTheLast('SELF', frameworkBegan),
  due: months(12),
  says: {
    starts: 'The last self-evaluation was sent (before 2018: 1 January 2018)',
    stops: 'The next is sent, before the annual engagement meeting',
    repeats: 'Every year',
  },
})

export const annualEngagement = clock({
  ...ofReport,
  id: 'annual-engagement',
  name: 'Annual engagement meeting with Ofsted',
  plural: 'Annual engagement meetings with Ofsted',
  todo: 'Hold the annual engagement meeting with Ofsted',
  weight: 'framework',
  source: 'Ofsted, inspecting local authority children’s services, from January 2018',
  lookedUp: true,
  starts: afterTheLast('MEET', frameworkBegan),
  due: months(12),
  says: {
    starts: 'The last meeting was held (before 2018: 1 January 2018)',
    stops: 'The next is held; Ofsted’s letter, which is not published, follows within a month',
    repeats: 'Every year',
  },
})

export const privateFosteringReport = clock({
  ...ofReport,
  id: 'report-private-fostering',
  name: 'Private fostering report to partners',
  plural: 'Private fostering reports to partners',
  todo: 'Report on private fostering to the safeguarding partners',
  weight: 'standard',
  source: 'National Minimum Standards for Private Fostering 2005, standard 7',
  starts: atTheEndOfEach('PRIV', everyMonths(12)),
  due: months(12),
  says: {
    starts: '31 March each year',
    due: 'within 12 months, unless a date is recorded as set',
    stops: 'The report is made',
    repeats: 'Every year',
  },
})

export const adoptionReport = clock({
  ...ofReport,
  id: 'report-adoption',
  row: 'report-adoption-fostering',
  name: 'Adoption report to the executive',
  plural: 'Adoption reports to the executive',
  todo: 'Report on adoption to the executive',
  weight: 'standard',
  source: 'Adoption: National Minimum Standards 2014, standard 25',
  starts: afterTheLast('ADOPT'),
  due: months(6),
  says: { starts: 'The last report', stops: 'The next report to the executive', repeats: 'Every six months' },
})

export const fosteringReport = clock({
  ...ofReport,
  id: 'report-fostering',
  row: 'report-adoption-fostering',
  name: 'Fostering report to the executive',
  plural: 'Fostering reports to the executive',
  todo: 'Report on fostering to the executive',
  weight: 'standard',
  source: 'Fostering Services: National Minimum Standards 2011, standard 25',
  starts: afterTheLast('FREP'),
  due: months(3),
  says: { starts: 'The last report', stops: 'The next report to the executive', repeats: 'Every three months' },
})

export const safeguardingPartnersReport = clock({
  ...ofReport,
  id: 'report-safeguarding-partners',
  name: 'Safeguarding partners’ yearly report',
  plural: 'Safeguarding partners’ yearly reports',
  todo: 'Publish the safeguarding partners’ yearly report',
  weight: 'statute',
  source:
    'Children Act 2004, section 16G, and Working Together to Safeguard Children 2023, chapter 2; in 2015 it was the report of the chair of the Local Safeguarding Children Board',
  starts: afterTheLast('PART'),
  due: months(12),
  says: { starts: 'The last report', stops: 'The next is published', repeats: 'Every year' },
})

export const complaintsReport = clock({
  ...ofReport,
  id: 'complaint-annual-report',
  name: 'Annual complaints report',
  plural: 'Annual complaints reports',
  todo: 'Report on the year’s complaints to the committee',
  area: 'Complaints',
  weight: 'regulation',
  source: 'Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 13',
  starts: atTheEndOfEach('COMP', everyMonths(12)),
  due: months(12),
  says: {
    starts: '31 March each year',
    due: 'within 12 months, unless a date is recorded as set',
    stops: 'The report goes to the committee',
    repeats: 'Every year',
  },
})

export const reportClocks = [
  selfEvaluation,
  annualEngagement,
  privateFosteringReport,
  adoptionReport,
  fosteringReport,
  safeguardingPartnersReport,
  complaintsReport,
]
