import type { OwnTelling } from './telling.ts'

/** What people ask and complain of, allegations against adults who work with children, and what the council reports. */
export function tellVoice(own: OwnTelling): void {
  for (const { since, ...complaint } of complaints) own.tell('complaint', 'E', since, complaint)
  for (const { since, ...allegation } of allegations) own.tell('allegation', 'E', since, allegation)
  for (const on of ['2016-01-20', '2016-02-18'])
    own.tell('allegation_review', 'E', on, {
      allegation_id: 'AE-002',
      reviewed_on: on,
      reviewed_by: 'Designated officer',
      why_not_concluded: 'The police still wait for the school’s records.',
    })
  for (const { since, ...request } of requests) own.tell('information_request', 'E', since, request)
  tellReports(own)
}

const complaints = [
  {
    since: '2015-06-08',
    reference: 'C15/031',
    procedure: 'CA89',
    child_id: '202371',
    made_by: 'CHILD',
    about: 'Nobody told me that my social worker would change.',
    event_on: '2015-05-29',
    received_on: '2015-06-08',
    acknowledged_on: '2015-06-09',
    advocate_offered_on: '2015-06-09',
    stage1_answered_on: '2015-06-19',
    outcome: 'UPH',
    what_changed: 'A letter with the new worker’s name and picture goes out before the first visit.',
  },
  {
    since: '2015-09-21',
    reference: 'C15/044',
    procedure: 'CA89',
    child_id: '198230',
    made_by: 'PARENT',
    about: 'The assessment says things I did not say.',
    event_on: '2015-09-02',
    received_on: '2015-09-21',
    acknowledged_on: '2015-09-23',
    complex: 'N',
    stage1_answered_on: '2015-10-08',
    stage2_requested_on: '2015-10-26',
    statement_agreed_on: '2015-11-09',
    stage2_extended_on: '2015-12-10',
    stage2_answered_on: '2016-02-08',
    outcome: 'PAR',
    what_changed: 'Parents read the assessment before it is signed.',
  },
  {
    since: '2015-11-16',
    reference: 'C15/052',
    procedure: 'CORP',
    made_by: 'OTHER',
    about: 'Parking outside the family centre.',
    received_on: '2015-11-16',
    acknowledged_on: '2015-11-17',
    stage1_answered_on: '2015-11-27',
    outcome: 'NOT',
  },
  {
    since: '2016-01-25',
    reference: 'C16/004',
    procedure: 'CA89',
    child_id: '202384',
    made_by: 'ADVOCATE',
    about: 'She has been moved from her school without being asked.',
    event_on: '2016-01-11',
    received_on: '2016-01-25',
    acknowledged_on: '2016-01-26',
    advocate_offered_on: '2016-01-26',
    complex: 'Y',
    stage1_answered_on: '2016-02-19',
    outcome: 'UPH',
    what_changed: 'The virtual school is asked before any move of school.',
  },
  {
    since: '2016-02-15',
    reference: 'C16/009',
    procedure: 'CA89',
    child_id: '202335',
    made_by: 'CHILD',
    about: 'I asked in October to see my mum on Sundays and nobody has answered.',
    event_on: '2016-02-01',
    received_on: '2016-02-15',
    acknowledged_on: '2016-02-16',
    advocate_offered_on: '2016-02-16',
  },
]

const allegations = [
  {
    since: '2015-10-06',
    reference: 'A15/018',
    role: 'Teaching assistant',
    employer: 'Saltings Academy',
    sector: 'SCHOOL',
    nature: 'PHY',
    employer_knew_on: '2015-10-05',
    referred_on: '2015-10-06',
    referred_by: 'Head teacher',
    first_decision_on: '2015-10-06',
    meets_threshold: 'Y',
    meeting_needed: 'Y',
    meeting_on: '2015-10-12',
    police_investigate: 'N',
    concluded_on: '2015-10-30',
    outcome: 'UNS',
  },
  {
    since: '2015-12-14',
    reference: 'A15/024',
    role: 'Football coach',
    employer: 'A junior football club',
    sector: 'OTHER',
    nature: 'CON',
    employer_knew_on: '2015-12-11',
    referred_on: '2015-12-14',
    referred_by: 'Club welfare officer',
    first_decision_on: '2015-12-15',
    meets_threshold: 'Y',
    meeting_needed: 'Y',
    meeting_on: '2015-12-21',
    police_investigate: 'Y',
  },
  {
    since: '2016-02-10',
    reference: 'A16/003',
    role: 'Foster carer',
    employer: 'Estuary Council',
    sector: 'FOSTERING',
    nature: 'EMO',
    employer_knew_on: '2016-02-10',
    referred_on: '2016-02-10',
    referred_by: 'Supervising social worker',
    first_decision_on: '2016-02-11',
    meets_threshold: 'N',
    meeting_needed: 'N',
    concluded_on: '2016-02-11',
    outcome: 'UNF',
  },
]

const requests = [
  {
    since: '2016-02-01',
    reference: 'SAR16/007',
    type: 'SAR',
    asked_by: 'SELF',
    child_id: '202540',
    about: 'My whole file, from when I came into care.',
    received_on: '2016-02-01',
    identity_asked_on: '2016-02-02',
    identity_confirmed_on: '2016-02-09',
  },
  {
    since: '2016-01-11',
    reference: 'FOI16/021',
    type: 'FOI',
    about: 'How many children in care have moved more than three times since April.',
    received_on: '2016-01-11',
    answered_on: '2016-02-05',
    answer: 'ALL',
  },
]

/** Regular report and, for each period of it, when it was due and sent. */
const reports = [
  { type: '903', from: '2015-03-31', to: 'Department for Education', periods: [['2015-03-31', '2015-06-30', '2015-06-26']] },
  { type: 'CIN', from: '2015-03-31', to: 'Department for Education', periods: [['2015-03-31', '2015-07-31', '2015-07-29']] },
  { type: 'PRIV', from: '2015-03-31', to: 'Safeguarding board', periods: [['2015-03-31', '2015-06-30', '2015-06-18']] },
  { type: 'COMP', from: '2015-03-31', to: 'Scrutiny committee', periods: [['2015-03-31', '2015-09-30', '2015-10-14']] },
] as const

function tellReports(own: OwnTelling): void {
  for (const [place, { type, from, to, periods }] of reports.entries()) {
    own.tell('regular_report', 'E', from, { type, counted_from: from, responsible_id: 'P102', sent_to: to })
    for (const [until, due, sent] of periods)
      own.tell('report_for_period', 'E', until, {
        report_id: `RRE-00${place + 1}`,
        period_to: until,
        due_on: due,
        sent_on: sent,
        signed_off_by: 'Director of children’s services',
      })
  }
}
