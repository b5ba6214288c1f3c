import { clock } from '../engine/clocks/clock.ts'
import { workingDays, years } from '../engine/clocks/length.ts'
import { itself } from '../engine/clocks/itself.ts'
import { onItself } from '../engine/clocks/own-dates.ts'
import type { Said } from '../engine/clocks/thread.ts'
import { inspection } from './records.ts'

/** What an inspection asks of the authority, from the call to the next one. */

const ofInspection = { area: 'Governance', about: inspection, reads: [inspection] } as const
type Inspection = Said<typeof inspection.fields>

const isGraded = ({ type, graded }: Inspection): boolean => ['SIF', 'STD', 'SHO'].includes(type as string) && graded !== false

/** Ofsted's own framework of children's services began. */
const systemBegan = '2018-01-01'

/** The child-level lists are handed over within the week of notice. */
export const childDataHandedOver = clock({
  ...ofInspection,
  id: 'inspection-annex-a',
  name: 'Child-level lists handed over to inspectors',
  todo: 'Hand the child-level lists over to the inspectors',
  weight: 'framework',
  source:
    'Ofsted, inspecting local authority children’s services, Annex A, from 2018: within the week of notice; under the single inspection of 2013 to 2017, on the first day on site',
  starts: itself(inspection, 'noticeOn', { when: (each) => isGraded(each) || each.type === 'FOC' }),
  stops: [onItself(inspection, 'childDataSentOn')],
  due: ({ at, record }) => {
    const { type, onSiteFrom } = record as Inspection
    return type === 'SIF' || at < systemBegan ? onSiteFrom : workingDays(5)
  },
  unit: 'working days',
  says: {
    starts: 'Notice of an inspection or focused visit (the Monday call)',
    due: 'within 5 working days; of a single inspection, the first day on site',
    stops: 'The lists are handed over',
    exceptions: 'None for joint inspections and monitoring visits, which ask for lists of their own',
  },
})

/** The authority publishes the report within thirty working days. */
export const reportPublished = clock({
  ...ofInspection,
  id: 'ofsted-publish-report',
  name: 'Inspection report published by the authority',
  plural: 'Inspection reports published by the authority',
  todo: 'Publish the inspection report',
  weight: 'regulation',
  source: 'Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2',
  lookedUp: true,
  starts: itself(inspection, 'reportReceivedOn', { when: isGraded }),
  stops: [onItself(inspection, 'reportPublishedOn')],
  due: workingDays(30),
  says: { starts: 'The report of a graded inspection is received', stops: 'The authority publishes it' },
})

/** What will be done about the findings is published and sent within seventy working days. */
export const statementOfAction = clock({
  ...ofInspection,
  id: 'ofsted-action-plan',
  name: 'Statement of action after an inspection',
  plural: 'Statements of action after inspections',
  todo: 'Publish the statement of action and send it to Ofsted and the Secretary of State',
  weight: 'regulation',
  source:
    'Education and Inspections Act 2006, section 137(3) and (4); Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 3',
  starts: itself(inspection, 'reportReceivedOn', {
    when: (each) => isGraded(each) || (each.type === 'FOC' && each.priorityAction === true),
  }),
  stops: [onItself(inspection, 'statementSentOn')],
  due: workingDays(70),
  says: {
    starts: 'The report of a graded inspection is received, or the letter of a focused visit that asks for priority action',
    stops: 'The statement is published and sent',
  },
})

/** After a joint targeted area inspection, a joint statement within seventy working days. */
export const jointStatement = clock({
  ...ofInspection,
  id: 'jtai-statement',
  name: 'Joint statement after a joint targeted area inspection',
  plural: 'Joint statements after joint targeted area inspections',
  todo: 'Send the joint statement',
  weight: 'regulation',
  source: 'Children Act 2004, section 20, and regulations under it; the first such inspections were in February 2016',
  from: '2016-02-01',
  starts: itself(inspection, 'reportReceivedOn', { when: ({ type }) => type === 'JTAI' }),
  stops: [onItself(inspection, 'statementSentOn')],
  due: workingDays(70),
  says: { starts: 'The letter of findings is received', stops: 'The joint statement is sent' },
})

/** The next graded inspection comes about three years after the last. */
export const nextGradedInspection = clock({
  ...ofInspection,
  id: 'ilacs-cycle',
  name: 'Next graded inspection',
  plural: 'Next graded inspections',
  todo: 'Be ready for the next graded inspection',
  meaning: 'threshold',
  weight: 'framework',
  source:
    'Ofsted, inspecting local authority children’s services, from January 2018; the single inspection of 2013 to 2017 was one round for all',
  lookedUp: true,
  from: systemBegan,
  starts: itself(inspection, ({ onSiteFrom, noticeOn }) => onSiteFrom ?? noticeOn, { when: isGraded }),
  stops: [onItself(inspection, 'followedOn')],
  due: years(3),
  says: {
    starts: 'The first day on site of a graded inspection (where that is not recorded, its notice)',
    due: 'about 3 years later',
    stops: 'Notice of the next graded inspection',
    exceptions: 'A focused visit or joint inspection in between; after an inadequate grade, monitoring visits and then another inspection',
  },
})

export const inspectionClocks = [childDataHandedOver, reportPublished, statementOfAction, jointStatement, nextGradedInspection]
