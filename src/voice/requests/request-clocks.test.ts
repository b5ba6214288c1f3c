import { describe, expect, test } from 'vitest'
import { due, holdsItsDates, record } from '../../../test/support/clocks.ts'
import { informationRequest } from './records.ts'
import { freedomOfInformation, subjectAccess, subjectAccessFormerly } from './request-clocks.ts'

type Says = Parameters<typeof record<typeof informationRequest.fields>>[1]
const ownFile = (says: Says) => record(informationRequest, { type: 'SAR', ...says })
const freedom = (says: Says) => record(informationRequest, { type: 'FOI', ...says })

holdsItsDates(subjectAccess, {
  start: (day) => [ownFile({ receivedOn: day })],
  stop: (day) => [ownFile({ answeredOn: day })],
  dates: [
    ['2018-06-05', '2018-07-05', 'a month to the day, a Thursday'],
    ['2019-01-31', '2019-02-28', 'February has no 31st: its last day'],
    ['2018-06-08', '2018-07-09', 'the 8th is a Sunday: the Monday'],
    ['2018-11-25', '2018-12-27', 'the 25th is Christmas Day and the 26th Boxing Day: the 27th'],
  ],
})

holdsItsDates(subjectAccessFormerly, {
  start: (day) => [ownFile({ receivedOn: day })],
  stop: (day) => [ownFile({ answeredOn: day })],
  dates: [
    ['2016-01-11', '2016-02-20', 'forty days, to a Saturday'],
    ['2016-03-01', '2016-04-10', 'days run through Good Friday and Easter Monday'],
  ],
})

holdsItsDates(freedomOfInformation, {
  start: (day) => [freedom({ receivedOn: day })],
  stop: (day) => [freedom({ answeredOn: day })],
  dates: [
    ['2016-01-11', '2016-02-08', 'four plain weeks from a Monday'],
    ['2015-12-14', '2016-01-14', 'Christmas Day, the Boxing Day holiday on the 28th and New Year’s Day are not counted'],
    ['2016-03-19', '2016-04-19', 'received on a Saturday: counting begins on the Monday'],
  ],
})

describe('a request for one’s own file', () => {
  test('received on 24 May 2018 has 40 days, on 25 May one month', () => {
    expect(due(subjectAccessFormerly, [ownFile({ receivedOn: '2018-05-24' })], '2018-06-01')).toMatchObject([{ dueAt: '2018-07-03' }])
    expect(due(subjectAccess, [ownFile({ receivedOn: '2018-05-24' })], '2018-06-01')).toEqual([])
    expect(due(subjectAccessFormerly, [ownFile({ receivedOn: '2018-05-25' })], '2018-06-01')).toEqual([])
    expect(due(subjectAccess, [ownFile({ receivedOn: '2018-05-25' })], '2018-06-01')).toMatchObject([{ dueAt: '2018-06-25' }])
  })

  test('with notice of more time, has three months', () => {
    expect(due(subjectAccess, [ownFile({ receivedOn: '2018-06-05', extendedOn: '2018-06-20' })], '2018-08-01')).toMatchObject([
      { dueAt: '2018-09-05', state: 'running' },
    ])
  })

  test('stands still while proof of identity is awaited, and counts from its coming', () => {
    const asked = { receivedOn: '2018-06-05', identityAskedOn: '2018-06-06' }
    expect(due(subjectAccess, [ownFile(asked)], '2018-09-03')).toMatchObject([{ state: 'paused' }])
    expect(due(subjectAccess, [ownFile({ ...asked, identityConfirmedOn: '2018-06-19' })], '2018-06-20')).toMatchObject([
      { startedAt: '2018-06-05', dueAt: '2018-07-19', state: 'running' },
    ])
  })

  test('stands still while a clarification is awaited, and is due as many days later', () => {
    const asked = { receivedOn: '2018-06-05', clarificationAskedOn: '2018-06-11' }
    expect(due(subjectAccess, [ownFile(asked)], '2018-07-20')).toMatchObject([{ state: 'paused' }])
    // Ten days after Thursday 5 July is Sunday the 15th: the Monday.
    const clarified = [ownFile({ ...asked, clarificationReceivedOn: '2018-06-21' })]
    expect(due(subjectAccess, clarified, '2018-06-20')).toMatchObject([{ state: 'paused' }])
    expect(due(subjectAccess, clarified, '2018-06-21')).toMatchObject([{ dueAt: '2018-07-16', state: 'running' }])
  })

  test('before 25 May 2018 counted from the last of what was asked for', () => {
    const asked = { receivedOn: '2016-01-04', feeAskedOn: '2016-01-05', feeReceivedOn: '2016-01-11', identityAskedOn: '2016-01-05' }
    expect(due(subjectAccessFormerly, [ownFile(asked)], '2016-03-01')).toMatchObject([{ state: 'paused' }])
    expect(due(subjectAccessFormerly, [ownFile({ ...asked, identityConfirmedOn: '2016-01-08' })], '2016-02-20')).toMatchObject([
      { dueAt: '2016-02-20', state: 'running' },
    ])
  })

  test('withdrawn, asks for nothing more', () => {
    expect(due(subjectAccess, [ownFile({ receivedOn: '2018-06-05', withdrawnOn: '2018-06-20' })], '2018-09-03')).toEqual([])
  })

  test('is no freedom of information request, nor the other way about', () => {
    expect(due(freedomOfInformation, [ownFile({ receivedOn: '2018-06-05' })], '2018-09-03')).toEqual([])
    expect(due(subjectAccess, [freedom({ receivedOn: '2018-06-05' })], '2018-09-03')).toEqual([])
  })
})

describe('a freedom of information request', () => {
  test('stands still while clarification is awaited, and has its 20 working days from the clarification', () => {
    const asked = { receivedOn: '2016-01-11', clarificationAskedOn: '2016-01-13' }
    expect(due(freedomOfInformation, [freedom(asked)], '2016-03-01')).toMatchObject([{ state: 'paused' }])
    expect(due(freedomOfInformation, [freedom({ ...asked, clarificationReceivedOn: '2016-01-20' })], '2016-02-17')).toMatchObject([
      { dueAt: '2016-02-17', state: 'running' },
    ])
  })

  test('leaves out the working days from the fees notice to the payment, both included', () => {
    // Monday, Tuesday and Wednesday: three days after 8 February.
    const asked = { receivedOn: '2016-01-11', feeAskedOn: '2016-01-18' }
    expect(due(freedomOfInformation, [freedom(asked)], '2016-01-19')).toMatchObject([{ state: 'paused' }])
    expect(due(freedomOfInformation, [freedom({ ...asked, feeReceivedOn: '2016-01-20' })], '2016-01-21')).toMatchObject([
      { dueAt: '2016-02-11', state: 'running' },
    ])
  })

  test('leaves out no day for a notice on a Saturday paid on the Sunday', () => {
    const paid = { receivedOn: '2016-01-11', feeAskedOn: '2016-01-16', feeReceivedOn: '2016-01-17' }
    expect(due(freedomOfInformation, [freedom(paid)], '2016-01-21')).toMatchObject([{ dueAt: '2016-02-08' }])
  })

  test('has 40 working days where notice was given that the public interest must be weighed', () => {
    // Eight weeks from Monday 11 January.
    expect(due(freedomOfInformation, [freedom({ receivedOn: '2016-01-11', extendedOn: '2016-02-05' })], '2016-02-09')).toMatchObject([
      { dueAt: '2016-03-07' },
    ])
  })
})
