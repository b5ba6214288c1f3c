import { comparator, measureTarget, newLimits, population } from '../../../src/authority/figure-records.ts'
import { later, workingDay, type Day } from '../days.ts'
import type { Telling } from '../telling.ts'
import { sizes, type Size, type World } from '../world.ts'
import type { Worker } from '../workforce.ts'
import { writtenFrom } from './sessions.ts'

/**
 * Tells what the council says of its figures, whatever its districts: how many children live here, what it aims at, how others stand, and where
 * the limits of a chart start afresh. Nothing here is counted of the lives that are told.
 */
export function tellFigures(telling: Telling): void {
  tellPopulation(telling)
  tellTargets(telling)
  tellOthers(telling)
  tellNewLimits(telling)
}

const invented = 'Invented for Estuary'

const analystOf = ({ workforce, from }: World): Worker =>
  workforce.workers.find(({ title }) => title === 'Performance analyst') ?? workforce.manager(workforce.teams[0]?.id ?? '', from)

/** Written on a day, or when the records begin. */
const writing = ({ world }: Telling, day: Day): { on: Day; by: Worker; prompt: true } => ({
  on: workingDay(later(day, writtenFrom(world))),
  by: analystOf(world),
  prompt: true,
})

/** Children under 18 at 30 June, at the size of the authority whose figures were published: its rates of May 2016 are to 40,120. */
const childrenAt: Readonly<Record<number, number>> = {
  2012: 38_100,
  2013: 38_480,
  2014: 39_300,
  2015: sizes.thurrock.children,
  2016: 40_600,
  2017: 41_050,
  2018: 41_500,
}

/** Of those under 18, how many are from 5 to 15. */
const ofSchoolAge = 0.6

/** Before and after the years that are given, one in a hundred more each year. */
export function childrenLivingHere({ districts, children }: Pick<Size, 'districts' | 'children'>, year: number): number {
  const nearest = Math.max(2012, Math.min(2018, year))
  const atPublished = (childrenAt[nearest] as number) * 1.01 ** (year - nearest)
  return Math.round((atPublished * districts * children) / sizes.thurrock.children)
}

/** Estimates of 30 June, from the one before the history begins. */
function tellPopulation(telling: Telling): void {
  const { size, from, to } = telling.world
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++) {
    const countedOn = `${year}-06-30`
    const under18 = childrenLivingHere(size, year)
    for (const [fromAge, untilAge, people] of [
      [0, 18, under18],
      [5, 16, Math.round(under18 * ofSchoolAge)],
    ] as const)
      telling.tell(population, { countedOn, fromAge, untilAge, people, publishedIn: invented }, writing(telling, countedOn))
  }
}

const inPlan = 'Children and young people’s plan, agreed by the Cabinet'
const inCareStrategy = 'Corporate Parenting Committee'
const asLaw = 'The Director: what the law asks of every child'

/** What the council aims at, in the unit of each measure. */
export const targets: readonly (readonly [measure: string, value: number, why: string])[] = [
  ['referral-decision-1wd', 95, inPlan],
  ['re-referrals', 20, inPlan],
  ['assessments-45', 85, inPlan],
  ['icpc-15', 90, inPlan],
  ['cpp-reviews', 100, asLaw],
  ['cpp-visits', 95, inPlan],
  ['conf-minutes-time', 90, inPlan],
  ['cin-visits', 90, inPlan],
  ['cla-reviews', 98, inPlan],
  ['cla-participation', 95, inCareStrategy],
  ['lac-minutes-time', 90, inPlan],
  ['cla-visits', 95, inCareStrategy],
  ['cla-3-placements', 10, inCareStrategy],
  ['cla-long-term-stability', 70, inCareStrategy],
  ['cla-out-of-area', 60, `${inCareStrategy}: most homes and agencies’ carers are outside the area`],
  ['cla-iha', 90, `${inCareStrategy}, with the clinical commissioning group`],
  ['cla-rha', 95, `${inCareStrategy}, with the clinical commissioning group`],
  ['cla-dental', 90, inCareStrategy],
  ['cla-imms', 88, inCareStrategy],
  ['pep-termly', 95, 'Governing body of the virtual school'],
  ['rhi-offered', 100, asLaw],
  ['rhi-72h', 90, inPlan],
  ['leavers-touch', 95, inCareStrategy],
  ['leavers-eet', 60, inCareStrategy],
  ['leavers-suitable', 92, inCareStrategy],
  ['leavers-pathway', 95, inCareStrategy],
  ['sup-frequency', 90, 'Supervision policy'],
]

/** From the first April of the history on. */
function tellTargets(telling: Telling): void {
  const { from } = telling.world
  const year = Number(from.slice(0, 4)) + (from.slice(5) > '04-01' ? 1 : 0)
  const since = `${year}-04-01`
  for (const [measure, value, why] of targets)
    telling.tell(measureTarget, { measure, value: String(value), since, why }, writing(telling, later(`${year}-03-18`, from)))
}

const neighbours = 'Statistical neighbours'
const committee = 'Corporate Parenting Committee of 5 July 2016, item 6'
const endOfMarch = (year: number): string => `31 March ${year}`
const yearToMarch = (year: number): string => `year ending 31 March ${year}`

interface OfOthers {
  readonly measure: string
  readonly geography?: string
  readonly time: (year: number) => string
  readonly figures: Readonly<Record<number, number>>
  readonly source?: string
}

/** Two were published; the others are invented around them. */
const others: readonly OfOthers[] = [
  { measure: 'cla-rate', time: endOfMarch, figures: { 2015: 66.4 }, source: committee },
  { measure: 'cla-rate', geography: 'England', time: endOfMarch, figures: { 2015: 60 }, source: committee },
  { measure: 'cla-rate', time: endOfMarch, figures: { 2013: 64.1, 2014: 65.2, 2016: 67.3, 2017: 68.9, 2018: 70.6 } },
  { measure: 're-referrals', time: yearToMarch, figures: { 2013: 24.6, 2014: 23.8, 2015: 23.1, 2016: 22.4, 2017: 21.9, 2018: 22.3 } },
  { measure: 'assessments-45', time: yearToMarch, figures: { 2014: 81.3, 2015: 80.2, 2016: 82.9, 2017: 83.4, 2018: 82.1 } },
  { measure: 'cpp-rate', time: endOfMarch, figures: { 2013: 43.2, 2014: 45.9, 2015: 47.4, 2016: 49.1, 2017: 48.6, 2018: 51.2 } },
]

/** Each stands here since the November of its year, when the nation’s tables are out. */
function tellOthers(telling: Telling): void {
  const { from, to } = telling.world
  for (const { measure, geography = neighbours, time, figures, source = invented } of others)
    for (const [name, figure] of Object.entries(figures)) {
      const year = Number(name)
      if (name < from.slice(0, 4) || `${name}-11-20` > to) continue
      telling.tell(
        comparator,
        { measure, geography, year, time: time(year), value: String(figure), publishedIn: source },
        writing(telling, `${name}-11-20`),
      )
    }
}

/** Where something was changed on purpose. What was planted came with the first, and the second was to mend it: where nothing was, neither is told. */
export const limitsAfresh: readonly (readonly [measure: string, since: Day, why: string])[] = [
  ['rhi-accepted', '2015-04-01', 'A new provider of return home interviews from 1 April 2015'],
  ['cla-iha', '2016-05-01', 'A new health provider from 1 May 2016: its consent form is no longer sent back where it is not complete'],
]

function tellNewLimits(telling: Telling): void {
  const { from, planted } = telling.world
  if (!planted) return
  for (const [measure, since, why] of limitsAfresh)
    if (since >= from) telling.tell(newLimits, { measure, since, why }, writing(telling, since))
}
