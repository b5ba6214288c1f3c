import { expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../test/support/clocks.ts'
import { clocks } from '../clocks.ts'
import { notRun } from './not-run.ts'
import { regularReport, reportForPeriod } from './records.ts'
import {
  adoptionReport,
  annualEngagement,
  complaintsReport,
  fosteringReport,
  privateFosteringReport,
  safeguardingPartnersReport,
  selfEvaluation,
} from './report-clocks.ts'

const report = (type: string, countedFrom: string, noLongerFrom: string | null = null) =>
  record(regularReport, { type, countedFrom, noLongerFrom })

const ofType = (type: string) => ({
  start: (day: string) => [report(type, day)],
  stop: (day: string, started: string) => [record(reportForPeriod, { periodTo: started, sentOn: day })],
})

holdsItsDates(selfEvaluation, {
  ...ofType('SELF'),
  dates: [
    ['2018-12-25', '2019-12-25', 'a year runs to Christmas Day'],
    ['2020-02-29', '2021-02-28', 'from a leap day'],
  ],
})
holdsItsDates(annualEngagement, {
  ...ofType('MEET'),
  dates: [
    ['2018-12-25', '2019-12-25', 'a year runs to Christmas Day'],
    ['2020-02-29', '2021-02-28', 'from a leap day'],
  ],
})
holdsItsDates(safeguardingPartnersReport, { ...ofType('PART'), dates: [['2014-12-25', '2015-12-25', 'a year runs to Christmas Day']] })
holdsItsDates(adoptionReport, {
  ...ofType('ADOPT'),
  dates: [
    ['2015-06-25', '2015-12-25', 'six months run to Christmas Day'],
    ['2015-08-31', '2016-02-29', 'the last day of a shorter month, in a leap year'],
  ],
})
holdsItsDates(fosteringReport, {
  ...ofType('FREP'),
  dates: [
    ['2015-09-25', '2015-12-25', 'three months run to Christmas Day'],
    ['2015-11-30', '2016-02-29', 'the last day of a shorter month, in a leap year'],
  ],
})
holdsItsDates(privateFosteringReport, { ...ofType('PRIV'), dates: [['2015-03-31', '2016-03-31', 'a year, the Easter holidays among it']] })
holdsItsDates(complaintsReport, { ...ofType('COMP'), dates: [['2015-03-31', '2016-03-31', 'a year, the Easter holidays among it']] })

test('a report that follows the last one counts from the day that was sent', () => {
  const sent = record(reportForPeriod, { periodTo: '2015-09-30', sentOn: '2015-10-12' })
  expect(due(fosteringReport, [report('FREP', '2015-07-13'), sent], '2016-01-13')).toMatchObject([
    { dueAt: '2015-10-13', state: 'met' },
    { startedAt: '2015-10-12', dueAt: '2016-01-12', state: 'overdue', days: 1 },
  ])
})

test('the self-evaluation counts from January 2018 at the earliest', () => {
  expect(due(selfEvaluation, [report('SELF', '2016-06-01')], '2018-06-01')).toMatchObject([
    { startedAt: '2018-01-01', dueAt: '2019-01-01' },
  ])
})

test('a report that is no longer asked for has none due', () => {
  expect(due(adoptionReport, [report('ADOPT', '2015-06-01', '2015-11-02')], '2016-06-01')).toEqual([])
})

test('the complaints report for a year is late when the next year’s was sent first', () => {
  const next = record(reportForPeriod, { periodTo: '2016-03-31', sentOn: '2016-09-05' })
  expect(due(complaintsReport, [report('COMP', '2015-03-31'), next], '2016-10-03')).toMatchObject([
    { dueAt: '2016-03-31', state: 'late' },
    { state: 'met' },
    { dueAt: '2018-03-31', state: null },
  ])
})

/** Every rule for allegations, fostering, complaints, supervision and governance that the reference lists. */
const rows = `lado-referral lado-first-decision lado-meeting lado-conclude dbs-referral
  foster-stage1-result foster-assessment-8m foster-adm-7wd foster-irm foster-review-first foster-review-yearly foster-resign
  foster-unannounced foster-supervision foster-tsds foster-dbs home-reg44 home-reg45
  complaint-ack complaint-stage1 complaint-stage1-max complaint-stage2 complaint-stage2-max complaint-stage3-request
  complaint-stage3-panel complaint-panel-report complaint-panel-response complaint-out-of-time complaint-annual-report
  sar-one-month foi-20wd
  supervision-monthly supervision-asye asye-reviews case-supervision manager-oversight-allocation case-audit swe-renewal
  committee-agenda key-decision-notice call-in ofsted-publish-report ofsted-action-plan self-evaluation annual-engagement ilacs-cycle
  inspection-annex-a jtai-statement return-cin return-903 return-workforce return-sen2 return-adoption-quarterly return-fostering
  report-private-fostering report-adoption-fostering report-safeguarding-partners macpt-duty`.split(/\s+/)

test('each rule either runs or says why it does not', () => {
  const running = new Set(clocks.map(({ row }) => row))
  expect(rows.filter((row) => !running.has(row) && notRun[row] === undefined)).toEqual([])
  expect(Object.keys(notRun).filter((row) => running.has(row))).toEqual([])
})
