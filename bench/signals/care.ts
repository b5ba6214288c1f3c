import { between, lot, purpose, weighed } from './chance.ts'
import { birthdayOf, lastTold, told, workingAfter } from './calendar.ts'
import { careHealth, educationPlans } from './care-health.ts'
import { leaving } from './leaving.ts'
import { missing } from './missing.ts'
import { discussedInSupervision } from './oversight.ts'
import { quoted } from './tables.ts'
import type { Telling } from './telling.ts'

/** A child’s time in care: episodes, legal statuses, placements, visits, reviews, the care plan. */

const [forLength, forMoves, forPlacement, forLegal, forEnd, forSeen, forPart, forRecord, forUpdate] = [
  'length of care',
  'moves',
  'placement',
  'legal status',
  'end of care',
  'seen in care',
  'part in review',
  'record of review',
  'update of plan',
].map(purpose) as [number, number, number, number, number, number, number, number, number]

interface Placement {
  readonly from: number
  readonly until: number
  readonly type: string
  readonly provider: string
  readonly miles: number
}

/** @param handover the day from which the team for children in care may hold the child @returns the day on which care ends */
export function care(telling: Telling, key: number, referral: string, from: number, handover: number, emergency: boolean): number {
  const { seed, child } = telling
  const eighteen = birthdayOf(child.born, 18)
  if (from >= eighteen - 30 || from > lastTold) return Math.max(from, 0)
  const short = lot(seed, forLength, key) < 0.18
  const until = Math.min(eighteen, from + telling.length(forLength, key, 1, short ? 40 : 950, short ? 0.5 : 0.8, 8, 6000))
  const post = telling.postIn('care', 0)
  const places = placements(telling, key, from, until)
  const placeOn = (day: number) => places.find((each) => each.from <= day && day < each.until) ?? places.at(-1)
  const who = (day: number) => telling.who(day, post, placeOn(day)?.provider ?? '')
  rows(telling, key, referral, from, until, places, emergency, eighteen)
  telling.held(post, Math.max(from, handover), until, referral)
  telling.put('ssd_cla_care_plan', `CP${key}`, child.id, told(workingAfter(from, 6)), told(until), planOptions)

  places.forEach((place, nth) => {
    const lasting = place.type === 'U4' || place.type === 'U1'
    const year = place.from + 365
    telling.course({
      process: 'careVisit',
      key: key * 16 + Math.min(nth, 15),
      from: place.from,
      until: place.until,
      due: (last, n) => last + (n === 0 ? 7 : lasting && last >= year ? 89 : 42),
      spare: [0, 4],
      late: 'a turn',
      who,
      then: (day, n) =>
        telling.put(
          'ssd_cla_visits',
          `V${key}.${nth}.${n}`,
          `L${key}`,
          child.id,
          told(day),
          'Y',
          lot(seed, forSeen, key, n) < 0.7 ? 'Y' : 'N',
        ),
    })
  })
  telling.course({
    process: 'careReview',
    key,
    from,
    until,
    due: (last, n) => (n === 0 ? workingAfter(last, 20) : last + (n === 1 ? 89 : 181)),
    spare: [1, 9],
    late: [3, 45],
    who,
    then: (day, n) => review(telling, key, n, day, until, who),
  })
  careHealth(telling, key, from, until, who)
  educationPlans(telling, key, from, until, who)
  discussedInSupervision(telling, key * 4 + 2, post, from, until)
  missing(telling, key, from, until, true)
  if (until === eighteen || until - child.born > 16.3 * 365.25) leaving(telling, key, from, until)
  return until
}

const planOptions = quoted(
  JSON.stringify(
    Object.fromEntries(
      ['REMAINSUP', 'RETURN1M', 'RETURN6M', 'RETURNEV', 'LTRELFR', 'LTFOST18', 'RESPLMT', 'SUPPLIV', 'ADOPTION', 'OTHERPLN'].map((code) => [
        code,
        code === 'LTFOST18' ? 'Y' : 'N',
      ]),
    ),
  ),
)

function placements(telling: Telling, key: number, from: number, until: number): readonly Placement[] {
  const { seed, child } = telling
  const found: Placement[] = []
  for (let begins = from, nth = 0; begins < until; nth += 1) {
    const stay = Math.max(6, Math.round(-Math.log(1 - lot(seed, forMoves, key, nth)) * (nth === 0 ? 500 : 900)))
    const ends = nth > 12 || until - (begins + stay) < 20 ? until : Math.min(until, begins + stay)
    const old = begins - child.born > 15.5 * 365.25
    const [type, provider] = weighed(lot(seed, forPlacement, key, nth), old ? forOlder : forYounger)
    found.push({
      from: begins,
      until: ends,
      type,
      provider,
      miles: between(lot(seed, forPlacement, key, nth + 50), 1, provider === 'PR4' ? 38 : 17),
    })
    begins = ends
  }
  return found
}

/** Kind of placement and provider, with how many of a hundred. */
type Weights = readonly (readonly [readonly [type: string, provider: string], number])[]

const forYounger: Weights = [
  [['U6', 'PR1'], 38],
  [['U6', 'PR4'], 24],
  [['U4', 'PR1'], 12],
  [['U4', 'PR4'], 6],
  [['U3', 'PR1'], 12],
  [['K2', 'PR4'], 6],
  [['K2', 'PR1'], 2],
]
const forOlder: Weights = [
  [['U6', 'PR1'], 28],
  [['U6', 'PR4'], 20],
  [['U4', 'PR1'], 10],
  [['K2', 'PR4'], 16],
  [['K2', 'PR1'], 6],
  [['H5', 'PR4'], 20],
]

function rows(
  telling: Telling,
  key: number,
  referral: string,
  from: number,
  until: number,
  places: readonly Placement[],
  emergency: boolean,
  eighteen: number,
): void {
  const { seed, child } = telling
  const agreed = !emergency && lot(seed, forLegal, key) < 0.4
  const legal = agreed
    ? [[from, 'V2'] as const]
    : [
        ...(emergency ? [[from, 'L1'] as const] : []),
        [emergency ? from + 3 : from, 'C1'] as const,
        [from + between(lot(seed, forLegal, key, 1), 160, 260), 'C2'] as const,
      ]
  const statuses = legal.filter(([day]) => day < until)
  const days = [...new Set([...places.map((place) => place.from), ...statuses.map(([day]) => day)])]
    .sort((one, other) => one - other)
    .filter((day) => day <= lastTold)
  const ending = until >= eighteen ? 'E17' : weighed(lot(seed, forEnd, key), endings)
  const need = weighed(lot(seed, forEnd, key, 1), needsInCare)
  days.forEach((day, nth) => {
    const moved = places.some((place) => place.from === day)
    const ordered = statuses.some(([on]) => on === day)
    const next = days[nth + 1]
    const end = next ?? until
    const over = end <= lastTold
    const place = places.findLastIndex((each) => each.from <= day)
    telling.put(
      'ssd_cla_episodes',
      `G${key}.${nth}`,
      child.id,
      `B${key}.${place}`,
      told(day),
      nth === 0 ? 'S' : moved && ordered ? 'B' : moved ? 'P' : 'L',
      need,
      over ? told(end) : '',
      over ? (next === undefined ? ending : 'X1') : '',
      `L${key}`,
      referral,
      '',
      told(from),
    )
  })
  statuses.forEach(([day, code], nth) => {
    if (day <= lastTold) telling.put('ssd_legal_status', `J${key}.${nth}`, child.id, code, told(day), told(statuses[nth + 1]?.[0] ?? until))
  })
  places.forEach((place, nth) => {
    if (place.from > lastTold) return
    const last = nth === places.length - 1
    telling.put(
      'ssd_cla_placement',
      `B${key}.${nth}`,
      `L${key}`,
      child.id,
      told(place.from),
      place.type,
      place.provider === 'PR1' ? 'SC900101' : `SC9002${10 + (key % 40)}`,
      place.miles,
      place.provider,
      `XE${1 + (key % 9)} 3QT`,
      told(place.until),
      last || place.until > lastTold ? '' : 'CARPL',
    )
  })
}

const endings = [
  ['E4A', 50],
  ['E4B', 5],
  ['E13', 8],
  ['E41', 8],
  ['E47', 14],
  ['E3', 3],
  ['E8', 6],
] as const
const needsInCare = [
  ['N1', 64],
  ['N2', 4],
  ['N3', 5],
  ['N4', 8],
  ['N5', 14],
  ['N6', 3],
  ['N8', 2],
] as const

function review(
  telling: Telling,
  key: number,
  n: number,
  day: number,
  until: number,
  who: (day: number) => ReturnType<Telling['who']>,
): void {
  const { seed, child } = telling
  const old = day - child.born >= 4 * 365.25
  const took = old && telling.step('tookPart', day, who(day), key, n)
  const part = !telling.records('tookPart') ? '' : !old ? 'PN0' : took ? weighed(lot(seed, forPart, key, n), parts) : 'PN7'
  telling.put('ssd_cla_reviews', `RV${key}.${n}`, `L${key}`, child.id, told(day), told(day), 'N', part)
  const due = workingAfter(day, 20)
  if (telling.records('reviewRecord')) {
    const inTime = telling.step('reviewRecord', due, who(due), key, n, due < until)
    const share = lot(seed, forRecord, key, n)
    const sent = inTime ? workingAfter(day, between(share, 4, 19)) : workingAfter(due, between(share, 1, 30))
    if (inTime || !telling.isLost('reviewRecord', due, who(due)))
      telling.put('meeting_paperwork', `MC${key}.${n}`, child.id, 'looked after review', told(day), '', '', `RV${key}.${n}`, told(sent))
  }
  if (!telling.records('planUpdate')) return
  const limit = workingAfter(day, 10)
  const updated = telling.step('planUpdate', limit, who(limit), key, n, limit < until)
  const share = lot(seed, forUpdate, key, n)
  const on = updated ? workingAfter(day, between(share, 1, 9)) : workingAfter(limit, between(share, 10, 90))
  const lost = !updated && telling.isLost('planUpdate', limit, who(limit))
  if (!lost && on < until && on <= lastTold)
    telling.put('care_plan_update', `CU${key}.${n}`, child.id, `CP${key}`, told(on), `RV${key}.${n}`)
}

const parts = [
  ['PN1', 60],
  ['PN2', 8],
  ['PN3', 6],
  ['PN5', 14],
  ['PN6', 12],
] as const
