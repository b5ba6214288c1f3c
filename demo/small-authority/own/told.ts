import type { Day } from '../days.ts'
import type { Row } from '../layout.ts'
import type { OwnTelling } from './telling.ts'

/** What is told by hand of the children whom the demonstration is about. From the day given, the routine says nothing in that table. */
interface Told {
  readonly child: string
  readonly table: string
  readonly from: Day
  readonly rows: readonly (readonly [Day, Row])[]
}

const told = (child: string, table: string, from: Day, ...rows: readonly (readonly [Day, Row])[]): Told => ({ child, table, from, rows })

const ruth = 'P141'
const dean = 'P142'
const tom = 'P140'

const jaden = '204417'
const maisie = '204418'
const noah = '204419'
const grace = '202384'
const dawit = '202501'
const yonas = '202514'
const callum = '202396'
const hana = '202446'
const connor = '202371'
const billy = '202433'
const cameInJanuary = '2016-01-01'

const firstAssessment = (row: Row): Row => ({ type: 'Initial', ...row })

/** The first assessments that wait, each at another step. */
const waiting: readonly Told[] = [
  told(jaden, 'health_assessment', '2016-01-04', [
    '2016-01-08',
    firstAssessment({ consent_on: '2016-01-08', consent_from: 'Mother', delay: 'The form has not gone to health' }),
  ]),
  told(dawit, 'health_assessment', '2015-12-14', [
    '2015-12-21',
    firstAssessment({
      consent_on: '2015-12-21',
      consent_from: 'Head of service',
      paperwork_sent_on: '2016-01-13',
      place: 'Clinic of the area, 26 miles away',
      delay: 'The clinic there has no date for children from outside its area',
    }),
  ]),
  told(yonas, 'health_assessment', '2016-01-06', [
    '2016-01-15',
    firstAssessment({
      consent_on: '2016-01-15',
      consent_from: 'Head of service',
      paperwork_sent_on: '2016-02-05',
      delay: 'No date yet from the clinic of the area',
    }),
  ]),
  told(hana, 'health_assessment', '2016-01-27', [
    '2016-02-02',
    firstAssessment({ consent_on: '2016-02-02', consent_from: 'Mother', delay: 'The form has not gone to health' }),
  ]),
  told(callum, 'health_assessment', '2016-02-18', [
    '2016-02-22',
    firstAssessment({ consent_on: '2016-02-22', consent_from: 'Mother', appointment_on: '' }),
  ]),
]

const jadens: readonly Told[] = [
  told(jaden, 'return_home_interview', '2016-01-04', [
    '2016-02-16',
    { missing_episode_id: 'MS204417001', offered_at: '2016-02-16', response: 'No reply', held_by: 'Safe Return service' },
  ]),
  told(jaden, 'personal_education_plan', '2016-01-04', [
    '2016-01-20',
    {
      held_on: '2016-01-20',
      term: 'Spring 2016',
      school: 'Saltings Academy',
      worker_id: ruth,
      childs_view: '“Mr Lacey lets me finish.”',
      targets: 'Reading at the level of his year by July; a laptop at home',
      quality: 'good',
      signed_off_on: '2016-02-01',
    },
  ]),
  told(jaden, 'placement_plan', '2016-01-04', [
    '2016-01-06',
    { placement_id: 'B204417002', type: 'Placement plan', made_on: '2016-01-06', agreed_with: 'Mother, carers, Ruth’s duty colleague' },
  ]),
  told(jaden, 'placement_notice', '2016-01-04', [
    '2016-01-07',
    { placement_id: 'B204417002', sent_on: '2016-01-07', assessment_and_plan_sent: 'Y' },
  ]),
  told(
    jaden,
    'management_oversight',
    '2016-01-01',
    [
      '2016-01-11',
      {
        recorded_on: '2016-01-11',
        by_id: tom,
        occasion: 'allocation',
        decision: 'See Jay alone this week. Read 2014 first: what worked with these carers?',
      },
    ],
    [
      '2016-01-28',
      { recorded_on: '2016-01-28', by_id: tom, occasion: 'supervision', decision: 'Chase the health form; ask the grandmother again.' },
    ],
    [
      '2016-02-25',
      {
        recorded_on: '2016-02-25',
        by_id: tom,
        occasion: 'supervision',
        decision: 'Time with Maisie each week',
        reasons: 'He runs to see her',
      },
    ],
  ),
  told(
    jaden,
    'plan_action',
    '2016-01-01',
    [
      '2016-01-29',
      {
        plan: 'care',
        what: 'See Maisie and Noah every Saturday',
        agreed_on: '2016-01-29',
        who: 'Ruth Adeyemi and the carers',
        worker_id: ruth,
        due_on: '2016-02-06',
        done_on: '2016-02-06',
        measured_by: 'Jay says it is enough',
        what_happened: 'Saturdays kept. “I want to see Maisie more than Saturdays.”',
      },
    ],
    [
      '2016-01-29',
      {
        plan: 'care',
        what: 'Ask his grandmother whether she could care for all three',
        agreed_on: '2016-01-29',
        who: 'Ruth Adeyemi',
        worker_id: ruth,
        due_on: '2016-03-18',
        measured_by: 'A viability assessment is written',
      },
    ],
  ),
]

const action = (row: Row): Row => ({ plan: 'care', ...row })

const others: readonly Told[] = [
  told(callum, 'placement_notice', '2016-02-18', [
    '2016-02-22',
    { placement_id: 'B202396001', sent_on: '2016-02-22', assessment_and_plan_sent: 'Y' },
  ]),
  told(connor, 'plan_action', '2015-01-01', [
    '2015-10-20',
    action({
      what: 'Apply for passport',
      agreed_on: '2015-10-20',
      who: 'Dean Ormsby',
      worker_id: dean,
      due_on: '2015-11-30',
      measured_by: 'He can go on the school’s trip to France in May',
    }),
  ]),
  told(connor, 'identity_document', '2015-01-01', [
    '2015-10-20',
    { type: 'Passport', why_not: 'Never applied for: his mother’s signature is wanted', chased_by: 'Dean Ormsby' },
  ]),
  told(billy, 'management_oversight', '2016-01-01', [
    '2016-01-12',
    { recorded_on: '2016-01-12', by_id: tom, occasion: 'supervision', decision: 'Dean to see Billy before the end of the month.' },
  ]),
  told(grace, 'personal_education_plan', '2015-12-07'),
  told(grace, 'plan_action', '2016-01-04', [
    '2016-01-06',
    action({ what: 'Find a school nearer the carers', agreed_on: '2016-01-06', who: 'Virtual school', due_on: '2016-03-11' }),
  ]),
  told(dawit, 'identity_document', '2015-12-14', [
    '2015-12-18',
    {
      type: 'Home Office card',
      applied_on: '2015-12-18',
      why_not: 'The interview is on 6 April',
      chased_by: 'Whoever takes over from Bea Holloway',
    },
  ]),
  told(dawit, 'advocacy', '2015-12-14', [
    '2015-12-22',
    {
      offered_on: '2015-12-22',
      response: 'Accepted',
      offered_for: 'Coming into care, with an interpreter for Tigrinya',
      started_on: '2016-01-11',
      advocate: 'Estuary Children’s Rights Service',
    },
  ]),
  told(maisie, 'placement_plan', cameInJanuary, [
    '2016-01-06',
    { placement_id: 'B204418001', type: 'Placement plan', made_on: '2016-01-06' },
  ]),
  told(noah, 'placement_plan', cameInJanuary, [
    '2016-01-06',
    { placement_id: 'B204419001', type: 'Placement plan', made_on: '2016-01-06' },
  ]),
  told('202420', 'independent_visitor', '2014-01-01', [
    '2014-02-05',
    {
      considered_on: '2014-02-05',
      decision: 'Appoint',
      decision_reason: 'Sees nobody but her brother',
      childs_views: '“Someone who likes drawing.”',
      matched_on: '2014-05-12',
      visitor: 'A volunteer of the visitors’ scheme',
    },
  ]),
  told('202610', 'life_story_work', '2014-01-01', [
    '2014-03-10',
    {
      started_on: '2014-03-10',
      worker_id: 'P171',
      celebration_on: '2014-08-14',
      book_given_on: '2014-08-21',
      later_life_letter_on: '2014-08-21',
    },
  ]),
  told('202623', 'life_story_work', '2014-01-01', [
    '2015-02-09',
    {
      started_on: '2015-02-09',
      worker_id: 'P171',
      celebration_on: '2015-10-09',
      book_given_on: '2015-10-20',
      later_life_letter_on: '2015-11-02',
    },
  ]),
]

/** Private fostering: a cousin’s household told by school, and a language student. */
const privately: readonly Told[] = [
  told('201671', 'private_fostering', '2015-01-01', [
    '2015-11-02',
    {
      arranged_on: '2015-10-12',
      started_on: '2015-10-26',
      became_aware_on: '2015-11-02',
      how_aware: 'School told us',
      notice_received_on: '2015-11-05',
      notice_from: 'carer',
      carer: 'A friend of her mother',
      relationship: 'Family friend',
      child_disabled: 'N',
      suitable: 'Y',
    },
  ]),
  told(
    '201671',
    'private_fostering_visit',
    '2015-01-01',
    ...(['2015-11-10', '2015-12-18', '2016-01-27'] as const).map(
      (on) =>
        [
          on,
          {
            private_fostering_id: 'PF201671-001',
            visited_on: on,
            worker_id: 'P134',
            child_seen: 'Y',
            seen_alone: 'Y',
            report_written_on: on,
          },
        ] as const,
    ),
  ),
  told('201640', 'private_fostering', '2015-01-01', [
    '2016-02-04',
    {
      arranged_on: '2015-12-01',
      planned_from: '2016-02-08',
      started_on: '2016-02-08',
      notice_received_on: '2016-02-04',
      notice_from: 'carer',
      carer: 'Host family of the language school',
      relationship: 'None',
      child_disabled: 'N',
    },
  ]),
  told('201640', 'private_fostering_visit', '2015-01-01', [
    '2016-02-15',
    {
      private_fostering_id: 'PF201640-001',
      visited_on: '2016-02-15',
      worker_id: 'P131',
      child_seen: 'Y',
      seen_alone: 'Y',
      report_written_on: '2016-02-16',
    },
  ]),
]

/** Tells it; before the routine does. */
export function tellByHand(own: OwnTelling): void {
  for (const { child, table, from, rows } of [...waiting, ...jadens, ...others, ...privately]) own.byHand(table, child, from, rows)
}
