import { describe, expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { figure, type Life } from '../../../test/support/facts.ts'
import { legalStatus } from '../court/records.ts'
import { periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { healthAssessment } from './assessment-records.ts'
import { healthMeasures } from './measures.ts'
import { conviction, healthCheck, immunisation, strengthsAndDifficultiesScore, substanceMisuse, yearlyHealthReturn } from './records.ts'

const the = (id: string) => healthMeasures.find((each) => each.id === id) as (typeof healthMeasures)[number]
const inCare = (startedOn: string, endedOn: string | null = null) => record(periodOfCare, { startedOn, endedOn })
const born = (bornOn: string) => record(person, { bornOn })
const assessed = (doneOn: string, says: object = {}) => record(healthAssessment, { doneOn, ...says })
const checked = (type: string, checkedOn: string, status: string | null = 'Completed') => record(healthCheck, { type, checkedOn, status })
const returned = (year: number, says: object) => record(yearlyHealthReturn, { year, ...says })

/** In care for years. */
const longInCare: Life = [born('2005-05-05'), inCare('2013-01-07')]

test('an initial assessment in 20 working days, one a day late, and a child who left before it was due', () => {
  const cameIn = '2016-01-04'
  const first = (reportReceivedOn: string) => record(healthAssessment, { type: 'Initial', examiner: 'Doctor', reportReceivedOn })
  const lives = [[inCare(cameIn), first('2016-02-01')], [inCare(cameIn), first('2016-02-02')], [inCare(cameIn, '2016-01-29')]]
  expect(figure(the('cla-iha'), lives, '2016-02')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
  expect(figure(the('cla-iha'), lives, '2016-01')).toMatchObject({ value: null })
})

describe('of children in care for 12 months', () => {
  test('who came on 1 April is one of them on 31 March, who came on 2 April is not, nor whose time was interrupted', () => {
    const lives = [
      [inCare('2015-04-01')],
      [inCare('2015-04-02')],
      [inCare('2013-01-07', '2015-09-01'), inCare('2015-09-02')],
      [inCare('2013-01-07', '2015-09-01'), inCare('2015-09-01')],
      [inCare('2013-01-07'), record(legalStatus, { status: 'V4', startedOn: '2013-01-07' })],
    ]
    expect(figure(the('cla-dental'), lives, '2016-03')).toMatchObject({ value: 0, denominator: 2 })
  })

  test('an assessment holds for 12 months, for 6 where the child was under 5 that day', () => {
    const lives = [
      [...longInCare, assessed('2015-03-01')],
      [...longInCare, assessed('2015-02-28')],
      [born('2011-02-01'), inCare('2013-01-07'), assessed('2015-09-01')],
      [born('2010-08-31'), inCare('2013-01-07'), assessed('2015-08-31')],
      [born('2010-09-01'), inCare('2013-01-07'), assessed('2015-08-31')],
    ]
    expect(figure(the('cla-rha'), lives, '2016-02')).toMatchObject({ numerator: 3, denominator: 5 })
  })

  test('a child who refused was not assessed; what the return says of the year counts at its 31 March', () => {
    const lives = [
      [...longInCare, record(healthAssessment, { refusedOn: '2016-01-04' })],
      [...longInCare, returned(2016, { healthAssessed: true, teethChecked: true })],
      [...longInCare, returned(2015, { healthAssessed: true, teethChecked: true })],
    ]
    expect(figure(the('cla-rha'), lives, '2016-03')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(figure(the('cla-dental'), lives, '2016-03')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(figure(the('cla-dental'), lives, '2016-02')).toMatchObject({ numerator: 1 })
  })

  test('teeth checked; a check that is planned or was refused is none', () => {
    const lives = [
      [...longInCare, checked('Dental Check', '2015-04-01')],
      [...longInCare, checked('Dental Check', '2015-03-31')],
      [...longInCare, checked('Dental Check', '2015-05-01', 'Planned')],
      [...longInCare, checked('Dental Check', '2015-05-01', 'Refused')],
    ]
    expect(figure(the('cla-dental'), lives, '2016-03')).toMatchObject({ value: 25 })
  })

  test('sight tested within 24 months, of those aged 4 or over', () => {
    const lives = [
      [...longInCare, checked('Eye test', '2014-04-01')],
      [...longInCare, checked('Eye test', '2014-03-31')],
      [born('2012-03-31'), inCare('2013-01-07')],
      [born('2012-04-01'), inCare('2013-01-07'), checked('Eye test', '2015-05-01')],
    ]
    expect(figure(the('cla-vision'), lives, '2016-03')).toMatchObject({ numerator: 1, denominator: 3 })
  })

  test('immunisations by what was last said; what was said only later says nothing of the day', () => {
    const said = (updatedOn: string, upToDate: boolean) => record(immunisation, { updatedOn, upToDate })
    const lives = [
      [...longInCare, said('2015-04-01', true)],
      [...longInCare, said('2015-03-31', true)],
      [...longInCare, returned(2015, { immunisationsUpToDate: true }), said('2015-09-01', false)],
      longInCare,
      [...longInCare, said('2016-06-01', true)],
    ]
    expect(figure(the('cla-imms'), lives, '2016-03')).toMatchObject({ value: 25, numerator: 1, denominator: 4 })
    expect(figure(the('cla-imms'), lives, '2016-06')).toMatchObject({ numerator: 1, denominator: 5 })
  })
})

describe('of a year to 31 March in care', () => {
  const year = (bornOn: string, ...more: Life): Life => [born(bornOn), inCare('2015-04-01'), ...more]

  test('development checks of those under 5 on that day, as the return says', () => {
    const lives = [
      year('2011-04-01', returned(2016, { healthCheckUpToDate: true })),
      year('2014-01-01', returned(2016, { healthCheckUpToDate: false })),
      year('2011-03-31', returned(2016, { healthCheckUpToDate: true })),
      year('2014-01-01'),
    ]
    expect(figure(the('cla-development'), lives, '2016-03')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
    expect(figure(the('cla-development'), lives, '2017-03')).toMatchObject({ value: null })
  })

  test('questionnaires of those aged 4 to 16: the last score of the year, or the return’s', () => {
    const score = (completedOn: string, points: number | null) => record(strengthsAndDifficultiesScore, { completedOn, score: points })
    const lives = [
      year('2012-03-31', score('2015-04-01', 30), score('2016-03-31', 10), score('2016-04-01', 40)),
      year('2005-01-01', returned(2016, { sdqScore: 20 })),
      year('1999-04-01', score('2015-06-01', null)),
      year('1999-03-31', score('2015-06-01', 5)),
      year('2012-04-01', score('2015-06-01', 5)),
    ]
    expect(figure(the('cla-sdq-done'), lives, '2016-03')).toMatchObject({ numerator: 2, denominator: 3 })
    expect(figure(the('cla-sdq-average'), lives, '2016-03')).toMatchObject({ value: 15, denominator: 2 })
    expect(figure(the('cla-sdq-average'), [], '2016-03')).toMatchObject({ value: null })
  })

  test('substance misuse in the year, of all', () => {
    const lives = [
      year('2001-01-01', record(substanceMisuse, { identifiedOn: '2015-04-01' })),
      year('2001-01-01', record(substanceMisuse, { identifiedOn: '2015-03-31' })),
      year('2001-01-01', returned(2016, { substanceMisuse: true })),
      [inCare('2015-04-02'), record(substanceMisuse, { identifiedOn: '2015-06-01' })],
    ]
    expect(figure(the('cla-substance'), lives, '2016-03')).toMatchObject({ numerator: 2, denominator: 3 })
  })

  test('convicted, of those aged 10 to 17 on the last day; who turned 18 on it has left', () => {
    const offence = record(conviction, { offenceOn: '2015-12-01' })
    const lives = [
      year('2006-03-31', offence),
      year('2006-04-01', offence),
      year('1998-04-01', returned(2016, { convicted: true })),
      year('1998-03-31', offence),
      year('2001-01-01'),
    ]
    expect(figure(the('cla-offending'), lives, '2016-03')).toMatchObject({ numerator: 2, denominator: 3 })
  })

  test('a child who left on 31 March was not in care for the year; one who left on 1 April was', () => {
    const lives = [[inCare('2014-01-06', '2016-03-31')], [inCare('2014-01-06', '2016-04-01')]]
    expect(figure(the('cla-substance'), lives, '2016-03')).toMatchObject({ denominator: 1 })
  })
})

test('where an initial assessment waits: days to the request, and from it to the appointment', () => {
  const asked = (says: object) => [inCare('2016-01-04'), record(healthAssessment, { type: 'Initial', ...says })]
  const lives = [
    asked({ paperworkSentOn: '2016-01-06', appointmentOn: '2016-01-20' }),
    asked({ paperworkSentOn: '2016-02-03', appointmentOn: '2016-02-09' }),
    asked({ appointmentOn: '2016-01-20' }),
    asked({ type: 'Review', paperworkSentOn: '2016-01-06', appointmentOn: '2016-02-20' }),
  ]
  expect(figure(the('iha-paperwork-days'), lives, '2016-02')).toMatchObject({ value: 16, denominator: 2 })
  expect(figure(the('iha-appointment-days'), lives, '2016-02')).toMatchObject({ value: 10, denominator: 2 })
})

test('a request is in time five working days after coming into care; where only the case system speaks, nothing is told of one', () => {
  const asked = (paperworkSentOn: string) => [inCare('2016-01-04'), record(healthAssessment, { type: 'Initial', paperworkSentOn })]
  const lives = [asked('2016-01-11'), asked('2016-01-12'), [inCare('2016-01-04')]]
  expect(figure(the('iha-request-time'), lives, '2016-01')).toMatchObject({ value: 50, numerator: 1, denominator: 2 })
})
