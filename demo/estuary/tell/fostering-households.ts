import type { Chance } from '../chance.ts'
import { addDays, addMonths, addWorkingDays, daysBetween, monthsFrom, workingDay, type Day } from '../days.ts'
import type { World } from '../world.ts'

/** How far a household that asked to foster has come, with the days of each step; null for steps that were never reached. */
export interface HouseholdCourse {
  /** Null where it never came to an application. */
  readonly reference: string | null
  readonly name: string
  readonly adults: 1 | 2
  readonly postcode: string
  readonly outsideArea: boolean
  readonly places: number
  readonly enquiredOn: Day
  readonly appliedOn: Day | null
  readonly withdrawnOn: Day | null
  readonly informationOn: Day | null
  readonly toldOn: Day | null
  readonly panelOn: Day | null
  readonly minutesOn: Day | null
  readonly decidedOn: Day | null
  /** First day of approval, and the first day on which it no longer holds: far ahead for those who stay. */
  readonly approved: { readonly from: Day; readonly until: Day; readonly ended: 'RES' | 'MOV' | 'TER' | 'OTH' } | null
}

const stays: Day = '2099-12-31'

/**
 * Approved households on some days, at the size of the authority whose figures were published: 85 on 31 March 2015 and 96 on 31 October 2015
 * (2016 report §63: marketing was renewed that spring); in between and around them it grows evenly.
 */
const approvedOn: readonly (readonly [Day, number])[] = [
  ['2012-12-31', 82],
  ['2014-03-31', 84],
  ['2015-03-31', 85],
  ['2015-10-31', 96],
  ['2016-10-31', 101],
  ['2018-12-31', 106],
  ['2020-12-31', 110],
]

function wantedOn(day: Day, scale: number): number {
  const next = approvedOn.findIndex(([on]) => on >= day)
  const after = approvedOn[next < 0 ? approvedOn.length - 1 : next]
  const before = next > 0 ? approvedOn[next - 1] : after
  if (!after || !before) return 0
  const share = before === after ? 0 : daysBetween(before[0], day) / daysBetween(before[0], after[0])
  return Math.round((before[1] + (after[1] - before[1]) * share) * scale)
}

const known = new WeakMap<World, readonly HouseholdCourse[]>()

/** Every household that ever asked, in order of what became of them: the approved first. Always the same for a world. */
export function householdCourses(world: World): readonly HouseholdCourse[] {
  const found = known.get(world) ?? [...approvedHouseholds(world), ...otherHouseholds(world)]
  known.set(world, found)
  return found
}

function approvedHouseholds(world: World): readonly HouseholdCourse[] {
  const { scale } = world.size
  const lot = world.chance('fostering households')
  const all: { from: Day; until: Day }[] = []
  const first = addDays(world.from, -1)
  for (let place = 0; place < wantedOn(first, scale); place++)
    all.push({ from: workingDay(addDays(first, -lot.between(60, 1900))), until: stays })
  for (const month of monthsFrom(world.from.slice(0, 7), addDays(world.to, 500).slice(0, 7))) {
    const there = all.filter(({ until }) => until === stays)
    const settled = there.filter(({ from }) => from < addDays(`${month}-01`, -240))
    const wanted = wantedOn(addDays(addMonths(`${month}-01`, 1), -1), scale)
    const leaving = settled.filter(() => lot.happens(0.0088))
    while (there.length - leaving.length > wanted) leaving.push(lot.pick(settled.filter((each) => !leaving.includes(each))))
    for (const each of leaving) each.until = workingDay(`${month}-${String(lot.between(1, 24)).padStart(2, '0')}`)
    for (let more = wanted - (there.length - leaving.length); more > 0; more--)
      all.push({ from: workingDay(`${month}-${lot.between(11, 24)}`), until: stays })
  }
  // Later districts have their number in the reference, so that none stands twice in the authority.
  const ofDistrict = world.district === 1 ? '' : String(world.district)
  return all
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, until }, place) => householdOf(world, `FH${ofDistrict}${String(place + 1).padStart(3, '0')}`, from, until))
}

/** The steps to an approval, from its day back: eight months at most from the application, for nine in ten (standard 14). */
function householdOf(world: World, reference: string, from: Day, until: Day): HouseholdCourse {
  const lot = world.chance('household', reference)
  const minutesOn = addWorkingDays(from, lot.happens(0.92) ? -lot.between(1, 6) : -lot.between(8, 14))
  const panelOn = addWorkingDays(minutesOn, -lot.between(3, 8))
  const appliedOn = workingDay(addDays(from, lot.happens(0.9) ? -lot.between(150, 232) : -lot.between(248, 310)))
  const informationOn = workingDay(addDays(appliedOn, lot.between(45, 85)))
  return {
    ...whoTheyAre(world, lot),
    reference,
    enquiredOn: workingDay(addDays(appliedOn, -lot.between(20, 80))),
    appliedOn,
    withdrawnOn: null,
    informationOn,
    toldOn: addWorkingDays(informationOn, lot.happens(0.9) ? lot.between(2, 10) : lot.between(11, 17)),
    panelOn,
    minutesOn,
    decidedOn: from,
    approved: {
      from,
      until,
      ended: lot.weighed([
        ['RES', 78],
        ['MOV', 9],
        ['OTH', 10],
        ['TER', 3],
      ] as const),
    },
  }
}

/** Most who ask never apply; some apply and give up, a few are refused. More ask from the spring of 2015. */
function otherHouseholds(world: World): readonly HouseholdCourse[] {
  const lot = world.chance('fostering enquiries')
  const found: HouseholdCourse[] = []
  let applicants = 0
  let owed = 0
  for (const month of monthsFrom(addDays(world.from, -300).slice(0, 7), world.to.slice(0, 7))) {
    for (owed += (month < '2015-04' ? 2.6 : month < '2016-06' ? 5 : 3.8) * world.size.scale; owed >= 1; owed--) {
      const enquiredOn = workingDay(`${month}-${String(lot.between(1, 28)).padStart(2, '0')}`)
      const nothing = { informationOn: null, toldOn: null, panelOn: null, minutesOn: null, decidedOn: null, approved: null }
      if (!lot.happens(0.16)) {
        found.push({ ...whoTheyAre(world, lot), ...nothing, reference: null, enquiredOn, appliedOn: null, withdrawnOn: null })
        continue
      }
      const appliedOn = workingDay(addDays(enquiredOn, lot.between(20, 70)))
      const informationOn = workingDay(addDays(appliedOn, lot.between(45, 90)))
      const toldOn = addWorkingDays(informationOn, lot.between(3, 11))
      const refused = lot.happens(0.18)
      const decidedOn = refused ? workingDay(addDays(appliedOn, lot.between(180, 235))) : null
      found.push({
        ...whoTheyAre(world, lot),
        ...nothing,
        reference: `FA${world.district === 1 ? '' : world.district}${String(++applicants).padStart(3, '0')}`,
        enquiredOn,
        appliedOn,
        withdrawnOn: refused ? null : workingDay(addDays(appliedOn, lot.between(15, 170))),
        informationOn,
        toldOn,
        ...(decidedOn === null
          ? {}
          : {
              decidedOn,
              minutesOn: addWorkingDays(decidedOn, -lot.between(2, 6)),
              panelOn: addWorkingDays(decidedOn, -lot.between(9, 14)),
            }),
      })
    }
  }
  return found
}

const letters = [...'ABDEFGHJLNPQRSTUWXYZ']

function whoTheyAre(
  { workforce: { outsider } }: World,
  lot: Chance,
): Pick<HouseholdCourse, 'name' | 'adults' | 'postcode' | 'outsideArea' | 'places'> {
  const adults = lot.happens(0.68) ? 2 : 1
  const outsideArea = lot.happens(0.24)
  const district = outsideArea ? lot.pick(['XF1', 'XF2', 'XG1', 'XG3', 'XK1']) : `XE${lot.between(1, 6)}`
  return {
    name: adults === 1 ? outsider(lot) : `${outsider(lot)} and ${outsider(lot)}`,
    adults,
    postcode: `${district} ${lot.between(1, 9)}${lot.pick(letters)}${lot.pick(letters)}`,
    outsideArea,
    places: lot.weighed([
      [1, 38],
      [2, 42],
      [3, 20],
    ] as const),
  }
}
