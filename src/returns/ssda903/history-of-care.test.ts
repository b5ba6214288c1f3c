import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careHistory, type Episode } from './history-of-care.ts'

const episode = (
  startedOn: string,
  endedOn: string | null,
  startReason: string,
  endReason: string | null,
  more: Partial<Episode> = {},
): Episode => ({
  startedOn,
  endedOn,
  startReason,
  endReason,
  legalStatus: 'C2',
  placementType: 'U4',
  provider: 'PR1',
  urn: '1234567',
  postcode: 'AB1 2CD',
  changeReason: null,
  ...more,
})

const periods = (episodes: readonly Episode[]) =>
  careHistory(episodes).periods.map(({ startedOn, endedOn, endReason }) => [startedOn, endedOn, endReason])
const placements = (episodes: readonly Episode[]) =>
  careHistory(episodes).placements.map(({ startedOn, endedOn, type }) => [startedOn, endedOn, type])
const statuses = (episodes: readonly Episode[]) =>
  careHistory(episodes).legalStatuses.map(({ startedOn, endedOn, status }) => [startedOn, endedOn, status])

describe('A period of care', () => {
  test('runs through episodes that meet, from coming into care to leaving it', () => {
    const found = periods([
      episode('2018-02-05', '2018-06-11', 'S', 'X1'),
      episode('2018-06-11', '2019-01-15', 'P', 'X1'),
      episode('2019-01-15', '2019-03-20', 'L', 'E4A'),
    ])
    expect(found).toEqual([['2018-02-05', '2019-03-20', 'E4A']])
  })

  test('is open while its last episode is, whatever reason an open episode gives', () => {
    expect(periods([episode('2018-02-05', '2018-06-11', 'S', 'X1'), episode('2018-06-11', null, 'P', 'X1')])).toEqual([
      ['2018-02-05', null, null],
    ])
  })

  test('crosses 31 March unbroken: the year’s end is the return’s, not the child’s', () => {
    expect(periods([episode('2018-02-05', '2018-03-31', 'S', 'X1'), episode('2018-03-31', '2018-05-01', 'L', 'E11')])).toEqual([
      ['2018-02-05', '2018-05-01', 'E11'],
    ])
  })

  test('ends when a child leaves and comes back the same day, and another begins', () => {
    expect(periods([episode('2018-02-05', '2018-06-11', 'S', 'E4B'), episode('2018-06-11', null, 'S', null)])).toEqual([
      ['2018-02-05', '2018-06-11', 'E4B'],
      ['2018-06-11', null, null],
    ])
  })

  test('does not reach over a gap of one day, even where the last reason says that another episode follows', () => {
    expect(periods([episode('2018-02-05', '2018-06-11', 'S', 'X1'), episode('2018-06-12', '2018-07-01', 'P', 'E8')])).toEqual([
      ['2018-02-05', '2018-06-11', null],
      ['2018-06-12', '2018-07-01', 'E8'],
    ])
  })

  test('holds overlapping episodes as they are: one period, none of them shortened', () => {
    const overlapping = [
      episode('2016-07-12', '2018-05-26', 'L', 'E46'),
      episode('2017-12-28', '2018-10-11', 'S', 'X1'),
      episode('2018-10-11', '2020-06-19', 'P', 'E13'),
    ]
    expect(periods(overlapping)).toEqual([['2016-07-12', '2020-06-19', 'E13']])
    expect(placements(overlapping)).toEqual([
      ['2016-07-12', '2018-05-26', 'U4'],
      ['2017-12-28', '2018-10-11', 'U4'],
      ['2018-10-11', '2020-06-19', 'U4'],
    ])
  })

  test('no episodes, no history', () => {
    expect(careHistory([])).toEqual({ periods: [], placements: [], legalStatuses: [], episodes: [] })
  })
})

describe('A placement', () => {
  test('goes on when only the legal status changes', () => {
    expect(
      placements([episode('2018-02-05', '2018-06-11', 'S', 'X1', { legalStatus: 'C1' }), episode('2018-06-11', null, 'L', null)]),
    ).toEqual([['2018-02-05', null, 'U4']])
  })

  test.each([['P'], ['T'], ['B'], ['U'], ['S']])('ends with reason %s, even where home and provider are the same', (reason) => {
    expect(placements([episode('2018-02-05', '2018-06-11', 'S', 'X1'), episode('2018-06-11', null, reason, null)])).toHaveLength(2)
  })

  test('ends where the episode says that only the legal status changed but gives another home', () => {
    expect(
      placements([
        episode('2018-02-05', '2018-06-11', 'S', 'X1'),
        episode('2018-06-11', null, 'L', null, { placementType: 'K2', urn: 'SC123456' }),
      ]),
    ).toEqual([
      ['2018-02-05', '2018-06-11', 'U4'],
      ['2018-06-11', null, 'K2'],
    ])
  })

  test('is the same with and without a space in its postcode, and takes what only a later episode says', () => {
    const found = careHistory([
      episode('2018-02-05', '2018-06-11', 'S', 'X1', { postcode: 'AB12CD', urn: null }),
      episode('2018-06-11', '2018-07-01', 'L', 'E3', { changeReason: 'CHILD' }),
    ])
    expect(found.placements).toEqual([
      {
        startedOn: '2018-02-05',
        endedOn: '2018-07-01',
        type: 'U4',
        provider: 'PR1',
        urn: '1234567',
        postcode: 'AB12CD',
        changeReason: 'CHILD',
        period: '2018-02-05',
      },
    ])
  })

  test('each episode is given the period and the placement it is part of', () => {
    const found = careHistory([
      episode('2018-02-05', '2018-06-11', 'S', 'X1'),
      episode('2018-06-11', '2018-07-01', 'L', 'X1'),
      episode('2018-07-01', null, 'P', null),
    ])
    expect(found.episodes.map(({ episode: { startedOn }, period, placement }) => [startedOn, period, placement])).toEqual([
      ['2018-02-05', '2018-02-05', '2018-02-05'],
      ['2018-06-11', '2018-02-05', '2018-02-05'],
      ['2018-07-01', '2018-02-05', '2018-07-01'],
    ])
  })
})

describe('A legal status', () => {
  test('goes on through placements and ends with another or with care', () => {
    expect(
      statuses([
        episode('2018-02-05', '2018-06-11', 'S', 'X1', { legalStatus: 'V2' }),
        episode('2018-06-11', '2018-09-03', 'P', 'X1', { legalStatus: 'V2' }),
        episode('2018-09-03', '2019-01-02', 'L', 'E4A', { legalStatus: 'C1' }),
      ]),
    ).toEqual([
      ['2018-02-05', '2018-09-03', 'V2'],
      ['2018-09-03', '2019-01-02', 'C1'],
    ])
  })

  test('that nobody gave is no record', () => {
    expect(statuses([episode('2018-02-05', '2018-06-11', 'S', 'E8', { legalStatus: null })])).toEqual([])
  })
})

describe('Whatever episodes come', () => {
  const dayAt = (at: number): string => new Date(Date.UTC(2017, 0, 1 + at)).toISOString().slice(0, 10)
  const anyEpisode = fc
    .record({
      from: fc.integer({ min: 0, max: 60 }),
      length: fc.option(fc.integer({ min: 0, max: 25 }), { nil: null, freq: 6 }),
      startReason: fc.constantFrom('S', 'L', 'P', 'T', 'B', 'U', null),
      endReason: fc.constantFrom('X1', 'X1', 'X1', 'E4A', 'E8', null),
      legalStatus: fc.constantFrom('C1', 'C2', 'V2', null),
      placementType: fc.constantFrom('U4', 'K2', null),
    })
    .map(({ from, length, startReason, endReason, ...more }) =>
      episode(dayAt(from), length === null ? null : dayAt(from + length), startReason as string, endReason, more),
    )
  const anyHistory = fc.uniqueArray(anyEpisode, { maxLength: 9, selector: ({ startedOn }) => startedOn })

  const horizon = 120
  const daysOf = (stretches: readonly { startedOn: string; endedOn: string | null }[]): string[] =>
    stretches.flatMap(({ startedOn, endedOn }) =>
      Array.from({ length: horizon }, (_, at) => dayAt(at)).filter((day) => day >= startedOn && (endedOn === null || day < endedOn)),
    )
  const sorted = (days: Iterable<string>): string[] => [...days].sort()

  test('every day in care is in exactly one period, and no other day is', () => {
    fc.assert(
      fc.property(anyHistory, (episodes) => {
        expect(sorted(daysOf(careHistory(episodes).periods))).toEqual(sorted(new Set(daysOf(episodes))))
      }),
    )
  })

  test('placements add up to the days of their episodes, as do legal statuses', () => {
    fc.assert(
      fc.property(anyHistory, (episodes) => {
        const history = careHistory(episodes)
        expect(sorted(daysOf(history.placements))).toEqual(sorted(daysOf(episodes)))
        expect(sorted(daysOf(history.legalStatuses))).toEqual(sorted(daysOf(episodes.filter(({ legalStatus }) => legalStatus !== null))))
      }),
    )
  })

  test('each episode lies within the period it is given, and in one placement', () => {
    fc.assert(
      fc.property(anyHistory, (episodes) => {
        const history = careHistory(episodes)
        expect(history.episodes).toHaveLength(episodes.length)
        for (const {
          episode: { startedOn, endedOn },
          period,
          placement,
        } of history.episodes) {
          const its = history.periods.find(
            (each) => each.startedOn === period && each.startedOn <= startedOn && (each.endedOn ?? '9999') >= (endedOn ?? '9999'),
          )
          expect(its).toBeDefined()
          expect(history.placements.some((each) => each.startedOn === placement && each.startedOn <= startedOn)).toBe(true)
        }
      }),
    )
  })

  test('the order they come in does not matter', () => {
    fc.assert(
      fc.property(anyHistory, fc.infiniteStream(fc.nat()), (episodes, order) => {
        const shuffled = episodes.map((each) => ({ each, place: order.next().value as number })).sort((a, b) => a.place - b.place)
        expect(careHistory(shuffled.map(({ each }) => each))).toEqual(careHistory(episodes))
      }),
    )
  })
})
