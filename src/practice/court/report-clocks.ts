import { clock, each } from '../../engine/clocks/clock.ts'
import { onTheSame } from '../../engine/clocks/ends.ts'
import { weeks } from '../../engine/clocks/length.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import { person } from '../person/records.ts'
import { courtReport } from './proceedings.ts'

/** Reports that a family court asks the council for. */

type Report = Said<(typeof courtReport)['fields']>

const filed = onTheSame(courtReport, 'filedOn')

export const section37Report = clock({
  id: 'section-37-report',
  name: 'Section 37 report',
  plural: 'Section 37 reports',
  todo: 'File the section 37 report',
  area: 'Assessment',
  about: person,
  weight: 'statute',
  source: 'Children Act 1989, section 37(4): within 8 weeks of the direction, unless the court says otherwise. The same since 1991',
  ages: { until: 18 },
  starts: each(courtReport, 'directedOn', { when: ({ type }) => type === 'section 37', until: 'dischargedOn' }),
  due: ({ record }) => (record as Report).dueOn ?? weeks(8),
  unit: 'weeks',
  stops: [filed],
  reads: [courtReport],
  says: {
    starts: 'The court directs the council to look into the child’s circumstances',
    due: 'on the day the court set, else within 8 weeks',
    stops: 'The report is filed',
    exceptions: 'Ends when the direction is discharged',
  },
})

export const section7Report = clock({
  id: 'section-7-report',
  name: 'Section 7 report',
  plural: 'Section 7 reports',
  todo: 'File the section 7 report',
  area: 'Assessment',
  about: person,
  weight: 'statute',
  source: 'Children Act 1989, section 7: by the day the court sets. The same since 1991',
  ages: { until: 18 },
  starts: each(courtReport, 'directedOn', { when: ({ type }) => type === 'section 7', until: 'dischargedOn' }),
  due: ({ record }) => (record as Report).dueOn,
  unit: 'calendar days',
  stops: [filed],
  reads: [courtReport],
  says: {
    starts: 'The court asks for a report on the child’s welfare',
    due: 'on the day the court set; where none is recorded, nothing falls due',
    stops: 'The report is filed',
    exceptions: 'Ends when the direction is discharged',
  },
})

export const courtReportClocks = [section37Report, section7Report]
