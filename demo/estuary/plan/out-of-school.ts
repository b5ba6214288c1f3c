import type { Chance } from '../chance.ts'
import { lastDayOf, monthsFrom } from '../days.ts'
import type { World } from '../world.ts'
import { num, toWorking } from './clock.ts'
import { inspectors, yearBefore } from './published.ts'
import { monthsBefore } from './protection.ts'

export type Span = readonly [from: number, until: number]

/** Stretches of something of which so many are under way on given days. */
function spansOf(
  world: World,
  name: string,
  wanted: (month: string) => number,
  months: number,
  fixed: Readonly<Record<string, number>>,
): readonly Span[] {
  const lot = world.chance(name)
  const stops = new Map(Object.entries(world.size.published ? fixed : {}).map(([on, number]) => [num(on), number]))
  const ends = new Set(monthsFrom(monthsBefore(world.from, 24), world.to).map((month) => num(lastDayOf(month))))
  for (const stop of stops.keys()) ends.add(stop)
  const done: Span[] = []
  const open: { from: number; ripe: number }[] = []
  let from = num(`${monthsBefore(world.from, 24)}-01`)
  for (const to of [...ends].sort((one, other) => one - other)) {
    const target = stops.get(to) ?? Math.round(world.size.scale * wanted(monthOf(to)))
    const usual = Math.round((world.size.scale * wanted(monthOf(to)) * (to - from + 1)) / (30.4 * months) + lot.next() - 0.5)
    const entering = Math.max(usual, target - open.length, 0)
    const leaving = open.length + entering - target
    open.sort((one, other) => one.ripe - other.ripe)
    for (const { from: began } of open.splice(0, leaving)) done.push([began, Math.max(began + 5, within(from, to, lot))])
    for (let nth = 0; nth < entering; nth++) {
      const began = within(from, to, lot)
      open.push({ from: began, ripe: began + lot.about(months * 30, 0.7) })
    }
    from = to + 1
  }
  return [...done, ...open.map(({ from: began, ripe }): Span => [began, Math.max(Math.round(ripe), num(world.to) + 30)])].filter(
    ([, until]) => until > num(world.from),
  )
}

const monthOf = (on: number): string => {
  const date = new Date(on * 86_400_000)
  return `${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`
}

const within = (from: number, to: number, lot: Chance): number =>
  Math.min(to, toWorking(from + Math.floor(lot.next() * Math.max(1, to - from - 3))))
const since = (month: string, start: number): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - start * 12

/** Children missing education: rising until the autumn of 2015, then fewer each month. */
export const missingEducation = (world: World): readonly Span[] =>
  spansOf(
    world,
    'missing education',
    (month) => Math.max(55, month < '2015-10' ? 62 + since(month, 2013) * 0.8 : 92 - since(month, 2015) * 0.75),
    4,
    { [inspectors.day]: inspectors.missingEducation },
  )

/** Children educated at home: more every year, and nobody asks why. */
export const homeEducation = (world: World): readonly Span[] =>
  spansOf(world, 'home education', (month) => 110 + since(month, 2013) * 1.75, 22, { [inspectors.day]: inspectors.homeEducated })

/** Children privately fostered: few are notified, and fewer. */
export const privateFostering = (world: World): readonly Span[] =>
  spansOf(world, 'private fostering', (month) => (month < '2015-06' ? 7 : month < '2017-01' ? 2.5 : 4), 9, {
    [yearBefore.day]: yearBefore.privateFostering,
    [inspectors.day]: inspectors.privateFostering,
  })
