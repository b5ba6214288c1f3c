import { setImmediate } from 'node:timers/promises'
import { heritageBy } from '../../demo/names.ts'
import { chanceFrom } from '../../demo/small-authority/chance.ts'
import { authorityFrom, type Authority } from './authority.ts'
import { schoolTerms } from './care-health.ts'
import { about, count, lot, normal, purpose, weighed } from './chance.ts'
import { firstComing, firstTold, lastTold, monthOf, textOf } from './calendar.ts'
import { choosePlants } from './choose-plants.ts'
import { childhood } from './need.ts'
import { supervisions } from './oversight.ts'
import type { Plant, PlantKind } from './plants.ts'
import { filesIn, quoted, type Put, type Written } from './tables.ts'
import { Telling, type Child } from './telling.ts'
import { Truth } from './truth.ts'

/**
 * An invented authority over six years, 2019 to 2024, as the files it would give us: every child who was open at some time in them, with all that
 * is recorded of them. What follows from the seed is the same every time, and the same with a problem planted as without it, but for what the
 * problem touches.
 */

export interface Asked {
  readonly seed: number
  /** Children open on an ordinary day: 500 to 20,000. */
  readonly size: number
  /** The problems; where none are named, those that the seed chooses. */
  readonly plants?: readonly Plant[]
  readonly kinds?: readonly PlantKind[]
}

export interface Made {
  readonly authority: Authority
  readonly truth: Truth
  readonly files: readonly Written[]
  readonly children: number
  /** Children open on 31 December of each year told. */
  readonly open: readonly number[]
}

const [forWeek, forMany, forDay, forBrothers, forAge, forSex, forMix, forDisability, forArea, forMore, forDrift] = [
  'week',
  'families',
  'day of coming',
  'brothers',
  'age',
  'sex',
  'ethnic group',
  'disability',
  'area',
  'more families',
  'drift of families',
].map(purpose) as [number, number, number, number, number, number, number, number, number, number, number]

/** January to December: schools see children, and in August and at Christmas nobody does. */
const season = [1.04, 1.0, 1.08, 0.95, 1.05, 1.07, 1.05, 0.78, 1.01, 1.08, 1.1, 0.82]
/** Of a hundred referrals, how many on each day of the week from Monday. */
const weekdays = [
  [0, 22],
  [1, 21],
  [2, 20],
  [3, 19],
  [4, 15],
  [5, 2],
  [6, 1],
] as const
const brothers = [
  [1, 60],
  [2, 25],
  [3, 15],
] as const
/** Referrals a day for each child open. */
const coming = 1 / 204
/** Of referrals, those of a child who was not known before, by family. */
const families = 0.76 / 1.55

/** Writes the files of an authority into a folder. @throws Error where the folder cannot be written */
export async function writeAuthority(folder: string, asked: Asked): Promise<Made> {
  const { seed, size } = asked
  const plain = authorityFrom(seed, size, [])
  const plants = asked.plants ?? choosePlants(plain, asked.kinds)
  const authority = authorityFrom(seed, size, plants)
  const truth = new Truth()
  const { put, close } = filesIn(folder)
  const open = Array.from({ length: 6 }, () => 0)
  let children = 0
  let files: readonly Written[] = []
  try {
    workforce(authority, put)
    schoolTerms(put)
    population(size, put)
    for (const family of familiesOf(authority)) {
      for (const telling of toldOf(authority, truth, family)) {
        children += 1
        for (const [table, cells] of telling.rows) put(table, ...cells)
        yearEnds.forEach((end, place) => {
          if (telling.open.some(([from, until]) => from <= end && until > end)) open[place] = (open[place] ?? 0) + 1
        })
      }
      if (children % 500 === 0) await setImmediate()
    }
    supervisions(authority, truth, put)
  } finally {
    files = close()
  }
  return { authority, truth, files, children, open }
}

const yearEnds = [0, 1, 2, 3, 4, 5].map((year) => firstTold + Math.round((year + 1) * 365.25) - 1)

interface Family {
  readonly number: number
  readonly day: number
}

/** Families as they come in, week by week. Those of a planted rise have numbers of their own. */
function* familiesOf({ seed, size, plants }: Authority): Generator<Family> {
  const monday = firstComing - ((firstComing + 3) % 7)
  const rises = plants.filter(({ kind }) => kind === 'volume')
  for (let week = 0; monday + week * 7 <= lastTold; week += 1) {
    const begins = monday + week * 7
    const month = monthOf(begins + 3)
    const slow = 1 + 0.03 * Math.sin((week / 300) * 2 * Math.PI + lot(seed, forDrift, 0) * 6.28)
    const noise = Math.exp(0.1 * normal(lot(seed, forWeek, week)) - 0.005)
    const mean = size * coming * families * 7 * (season[month % 12] ?? 1) * slow * noise
    for (let nth = 0, many = Math.min(1500, count(lot(seed, forMany, week), mean)); nth < many; nth += 1)
      yield family(seed, week * 2048 + nth, begins)
    const more = rises.reduce((sum, plant) => sum + (monthOf(begins) >= plant.onset ? plant.amount : 0), 0)
    for (let nth = 0, many = Math.min(540, more === 0 ? 0 : count(lot(seed, forMore, week), mean * more)); nth < many; nth += 1)
      yield family(seed, week * 2048 + 1500 + nth, begins)
  }
}

const family = (seed: number, number: number, begins: number): Family => ({
  number,
  day: begins + weighed(lot(seed, forDay, number), weekdays),
})

/** The children of a family who belong to the extract, with their rows. */
function toldOf(authority: Authority, truth: Truth, { number, day }: Family): readonly Telling[] {
  const { seed } = authority
  if (day > lastTold) return []
  const many = weighed(lot(seed, forBrothers, number), brothers)
  const area = lot(seed, forArea, number)
  const ethnicity = weighed(lot(seed, forMix, number), authority.ethnicities)
  const tellings: Telling[] = []
  for (let place = 0; place < many; place += 1) {
    const id = 1_000_000 + number * 4 + place
    const share = lot(seed, forAge, id)
    const age = share < 0.12 ? lot(seed, forAge, id, 1) : 1 + lot(seed, forAge, id, 1) * 15.8
    const born = day - 2 - Math.floor(age * 365.25)
    const child: Child = { id, born, ethnicity, disabled: lot(seed, forDisability, id) < 0.11, area, family: number }
    const telling = new Telling(authority, truth, child)
    person(telling, place)
    childhood(telling, day, many)
    if (telling.isTold) tellings.push(telling)
  }
  return tellings
}

function person(telling: Telling, place: number): void {
  const { seed, child } = telling
  const girl = lot(seed, forSex, child.id) < 0.48
  const heritage = heritageBy(chanceFrom(child.family + seed))
  const names = girl ? heritage.girls : heritage.boys
  const forename = names[Math.floor(lot(seed, forSex, child.id, 1) * names.length)] ?? ''
  const surname = heritage.surnames[child.family % heritage.surnames.length] ?? ''
  const sex = girl ? 'F' : 'M'
  telling.put(
    'ssd_person',
    '',
    child.id,
    '',
    forename,
    surname,
    sex,
    sex,
    child.ethnicity,
    textOf(child.born),
    '',
    '',
    'N',
    '',
    '',
    'N',
    '',
    '',
  )
  telling.put('ssd_family', `FM${child.id}`, `FAM${child.family}`, child.id)
  if (child.disabled) telling.put('ssd_disability', `D${child.id}`, child.id, place % 2 === 0 ? 'LD' : 'AUT')
}

function workforce(authority: Authority, put: Put): void {
  for (const { id, name } of authority.teams) put('ssd_department', id, name, '', '')
  for (const { held, team } of authority.posts)
    for (const { worker } of held) {
      const heritage = heritageBy(chanceFrom(worker + authority.seed))
      const name = `${heritage.women[worker % heritage.women.length] ?? ''} ${heritage.surnames[worker % heritage.surnames.length] ?? ''}`
      put('ssd_professionals', worker, `ST${worker}`, quoted(name), `SW${worker}0`, 'N', 'Social worker', '', team, about(0.5, 1, 0))
    }
}

/** Children under 18 in the area by mid-year estimates: some 30 for each who is open. */
function population(size: number, put: Put): void {
  for (let year = 2015; year <= 2024; year += 1)
    put('population', `PO${year}`, `${year}-06-30`, 0, 18, size * 31 + (year - 2015) * Math.round(size / 8), '')
}
