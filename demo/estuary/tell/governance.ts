import { inspection, keyDecision, publicMeeting, regularReport, reportForPeriod } from '../../../src/governance/records.ts'
import { eachThirdThursdayOfJanuary, everyMonths } from '../../../src/governance/report-periods.ts'
import { dayNumber, weekday } from '../../../src/engine/clocks/days.ts'
import { addDays, addMonths, addWorkingDays, earlier, later, monthsFrom, workingDay, type Day } from '../days.ts'
import type { Telling } from '../telling.ts'
import type { Worker } from '../workforce.ts'
import { upToWorkingDay, writtenFrom } from './sessions.ts'

/** Tells what the council does as one, whatever its districts: meetings the public may attend, key decisions, inspections, and what it must report. */
export function tellGovernance(telling: Telling): void {
  tellMeetings(telling)
  tellDecisions(telling)
  tellInspections(telling)
  for (const report of reports) tellReport(telling, report)
}

const byTitle = ({ world }: Telling, title: string): Worker =>
  world.workforce.workers.find((each) => each.title === title) ?? world.workforce.manager(world.workforce.teams[0]?.id ?? '', world.from)
const clerk = (telling: Telling): Worker => byTitle(telling, 'Administrator')
const director = (telling: Telling): Worker => byTitle(telling, 'Director of children’s services')
const analyst = (telling: Telling): Worker => byTitle(telling, 'Performance analyst')

const thursday = 3
const tuesday = 1

/** The first such weekday of a month. */
const firstOf = (month: string, day: number): Day => addDays(`${month}-01`, (day - weekday(dayNumber(`${month}-01`)) + 7) % 7)

/** Corporate parenting each quarter, scrutiny six times a year; agenda five clear days before (Local Government Act 1972, section 100B). */
function tellMeetings(telling: Telling): void {
  const { world } = telling
  const by = clerk(telling)
  for (const month of monthsFrom(writtenFrom(world).slice(0, 7), addMonths(world.to, 3).slice(0, 7))) {
    const ofYear = month.slice(5)
    const parenting = ofYear === '07' ? firstOf(month, tuesday) : ['03', '09', '12'].includes(ofYear) ? firstOf(month, thursday) : null
    const scrutiny = ['01', '02', '06', '07', '10', '11'].includes(ofYear) ? addDays(firstOf(month, tuesday), 7) : null
    for (const [body, on] of [
      ['Corporate Parenting Committee', parenting],
      ['Children’s Services Overview and Scrutiny Committee', scrutiny],
    ] as const) {
      if (on === null) continue
      const lot = world.chance('meeting', body, on)
      const meetingOn = workingDay(on)
      const calledOn = workingDay(addDays(meetingOn, -lot.between(60, 110)))
      const told = telling.tell(publicMeeting, { body, meetingOn, calledOn }, { on: calledOn, by })
      if (lot.happens(0.025)) {
        const cancelledOn = addWorkingDays(meetingOn, -lot.between(8, 20))
        telling.amend(told, publicMeeting, { cancelledOn }, { on: cancelledOn, by })
        continue
      }
      // Five clear days leave out the day of publishing and the day of the meeting.
      const agendaPublishedOn = addWorkingDays(meetingOn, lot.happens(0.94) ? -lot.pick([6, 6, 6, 7, 8]) : -lot.between(4, 5))
      telling.amend(told, publicMeeting, { agendaPublishedOn }, { on: agendaPublishedOn, by, prompt: true })
      const minutesPublishedOn = addWorkingDays(meetingOn, lot.between(10, 26))
      telling.amend(told, publicMeeting, { minutesPublishedOn }, { on: minutesPublishedOn, by })
    }
  }
}

const decisions: readonly (readonly [Day, string])[] = [
  ['2013-03-13', 'Fostering allowances for the coming year'],
  ['2013-11-13', 'Contract for short breaks'],
  ['2014-02-12', 'A multi-agency safeguarding hub for Estuary'],
  ['2014-07-09', 'Framework of agencies for foster placements'],
  ['2015-02-11', 'Return home interviews: award of contract from April'],
  ['2015-07-08', 'Adoption: a commissioned service for recruiting and assessing adopters'],
  ['2015-11-11', 'Independent visitors: award of contract'],
  ['2016-07-13', 'Action plan after the inspection of children’s services'],
  ['2016-10-12', 'Investment in early help and the edge of care'],
  ['2017-03-08', 'Staying put: policy and payments'],
  ['2017-09-13', 'Supported accommodation for young people of 16 and 17'],
  ['2018-03-14', 'Restructure of children’s social care'],
  ['2018-07-11', 'Local offer for care leavers'],
  ['2018-11-14', 'Sufficiency strategy for placements'],
]

/** Announced 28 clear days before (Meetings and Access to Information Regulations 2012, regulation 9). */
function tellDecisions(telling: Telling): void {
  const by = clerk(telling)
  for (const [dueOn, about] of decisions) {
    const lot = telling.world.chance('key decision', dueOn)
    const year = dueOn.slice(2, 4)
    const reference = `KD${year}/${dueOn.slice(5, 7)}`
    const proposedOn = workingDay(addDays(dueOn, -lot.between(50, 80)))
    const told = telling.tell(keyDecision, { reference, about, decidedBy: 'Cabinet', proposedOn, dueOn }, { on: proposedOn, by })
    const noticePublishedOn = upToWorkingDay(addDays(dueOn, -lot.between(30, 38)))
    telling.amend(told, keyDecision, { noticePublishedOn }, { on: later(noticePublishedOn, proposedOn), by, prompt: true })
    telling.amend(told, keyDecision, { decidedOn: dueOn }, { on: dueOn, by, prompt: true })
    const decisionPublishedOn = addWorkingDays(dueOn, lot.between(1, 2))
    telling.amend(told, keyDecision, { decisionPublishedOn }, { on: decisionPublishedOn, by })
  }
}

/** The inspections of the history, each known as it went along. Where nothing was planted, that of 2016 found services good. */
function tellInspections(telling: Telling): void {
  const by = director(telling)
  const at = (on: Day): { on: Day; by: Worker; prompt: true } => ({ on, by, prompt: true })
  const first = telling.tell(
    inspection,
    {
      type: 'OTH',
      about: 'Safeguarding, and services for looked after children',
      noticeOn: '2012-06-08',
      graded: true,
      onSiteFrom: '2012-06-18',
      onSiteUntil: '2012-06-29',
    },
    at('2012-06-08'),
  )
  telling.amend(
    first,
    inspection,
    {
      about: 'Safeguarding (judged good), and services for looked after children (judged good)',
      reportReceivedOn: '2012-07-27',
      reportPublishedOn: '2012-08-03',
    },
    at('2012-08-03'),
  )
  const parts = 'Help and protection; children looked after and permanence; adoption; care leavers; leadership'
  const single = telling.tell(
    inspection,
    { type: 'SIF', about: parts, noticeOn: '2016-02-19', onSiteFrom: '2016-02-22', onSiteUntil: '2016-03-17', graded: true },
    at('2016-02-19'),
  )
  telling.amend(single, inspection, { childDataSentOn: '2016-02-22' }, at('2016-02-22'))
  const judged = telling.world.planted ? 'requires improvement to be good' : 'good'
  telling.amend(single, inspection, { about: `${parts}. Judged: ${judged}`, reportReceivedOn: '2016-05-20' }, at('2016-05-20'))
  telling.amend(single, inspection, { reportPublishedOn: '2016-05-24' }, at('2016-05-24'))
  telling.amend(single, inspection, { statementSentOn: '2016-08-24' }, at('2016-08-24'))
  const focused = telling.tell(
    inspection,
    {
      type: 'FOC',
      about: 'Children in need and children with a protection plan',
      noticeOn: '2018-09-03',
      onSiteFrom: '2018-09-11',
      onSiteUntil: '2018-09-12',
      graded: false,
    },
    at('2018-09-03'),
  )
  telling.amend(focused, inspection, { childDataSentOn: '2018-09-07' }, at('2018-09-07'))
  telling.amend(focused, inspection, { reportReceivedOn: '2018-10-01', priorityAction: false }, at('2018-10-01'))
  telling.amend(focused, inspection, { reportPublishedOn: '2018-10-04' }, at('2018-10-04'))
}

interface Report {
  readonly type: string
  readonly sentTo: string
  readonly countedFrom: Day
  /** The last day of each period; or how many months after the last it comes again. */
  readonly periods: ((first: string, place: number) => string) | number
  /** Month and day of the day set, of the same year as the end of the period; days after it where that is how it is set. */
  readonly due: string | number
  readonly signedOffBy: string
}

const department = 'Department for Education'
const ofDirector = 'Director of children’s services'
const ofHead = 'Head of service'
const yearly = everyMonths(12)

const reports: readonly Report[] = [
  { type: 'CIN', sentTo: department, countedFrom: '2012-03-31', periods: yearly, due: '07-31', signedOffBy: ofDirector },
  { type: '903', sentTo: department, countedFrom: '2012-03-31', periods: yearly, due: '06-30', signedOffBy: ofDirector },
  { type: 'CSWW', sentTo: department, countedFrom: '2013-09-30', periods: yearly, due: '11-30', signedOffBy: ofDirector },
  { type: 'SEN2', sentTo: department, countedFrom: '2013-01-17', periods: eachThirdThursdayOfJanuary, due: 42, signedOffBy: ofDirector },
  { type: 'ASGLB', sentTo: 'Adoption leadership board', countedFrom: '2014-06-30', periods: everyMonths(3), due: 30, signedOffBy: ofHead },
  { type: 'FOST', sentTo: 'Ofsted', countedFrom: '2012-03-31', periods: yearly, due: '07-31', signedOffBy: ofHead },
  { type: 'PRIV', sentTo: 'Safeguarding children board', countedFrom: '2012-03-31', periods: yearly, due: '06-30', signedOffBy: ofHead },
  {
    type: 'COMP',
    sentTo: 'Overview and scrutiny committee',
    countedFrom: '2012-03-31',
    periods: yearly,
    due: '10-31',
    signedOffBy: ofDirector,
  },
  { type: 'ADOPT', sentTo: 'Cabinet', countedFrom: '2012-04-30', periods: 6, due: 0, signedOffBy: ofHead },
  { type: 'FREP', sentTo: 'Cabinet', countedFrom: '2012-04-30', periods: 3, due: 0, signedOffBy: ofHead },
  {
    type: 'PART',
    sentTo: 'The public',
    countedFrom: '2012-10-15',
    periods: 12,
    due: 0,
    signedOffBy: 'Chair of the safeguarding children board',
  },
  { type: 'SELF', sentTo: 'Ofsted', countedFrom: '2018-01-01', periods: 12, due: 0, signedOffBy: ofDirector },
  { type: 'MEET', sentTo: 'Ofsted', countedFrom: '2018-01-01', periods: 12, due: 0, signedOffBy: ofDirector },
]

/** A return or report, and each that was sent: nine in ten by the day set. */
function tellReport(telling: Telling, { type, sentTo, countedFrom, periods, due, signedOffBy }: Report): void {
  const { world } = telling
  const by = analyst(telling)
  const begun = later(writtenFrom(world), addDays(countedFrom, -60))
  const told = telling.tell(regularReport, { type, countedFrom, responsible: by.id, sentTo }, { on: begun, by })
  let before = countedFrom
  for (let place = 0; ; place++) {
    const periodTo = typeof periods === 'number' ? addMonths(before, periods) : periods(countedFrom, place)
    if (periodTo > addMonths(world.to, 12)) return
    const lot = world.chance('report', type, periodTo)
    const dueOn = typeof due === 'string' ? `${periodTo.slice(0, 4)}-${due}` : addDays(periodTo, due)
    const inTime = lot.happens(0.92)
    const sentOn = inTime ? upToWorkingDay(addDays(dueOn, -lot.between(0, 9))) : workingDay(addDays(dueOn, lot.between(1, 16)))
    const opened = earlier(typeof periods === 'number' ? addDays(sentOn, -20) : addDays(periodTo, 5), addDays(sentOn, -1))
    const report = telling.tell(reportForPeriod, { report: told.id, periodTo, dueOn }, { on: workingDay(opened), by, prompt: true })
    const notes = inTime
      ? lot.pick(['Sent without queries.', 'Two queries answered.', 'Totals agreed with last year’s.', null, null])
      : lot.pick(['Errors had to be mended at the source.', 'Waited for the health figures.', 'Sign-off was late.'])
    telling.amend(report, reportForPeriod, { sentOn, signedOffBy, notes }, { on: later(sentOn, workingDay(opened)), by, prompt: true })
    before = sentOn
  }
}
