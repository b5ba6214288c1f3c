import { careEpisode, periodOfCare, placement } from '../../../src/practice/looked-after/records.ts'
import { legalStatus } from '../../../src/practice/court/records.ts'
import type { CareCourse, NeedCourse, PlacementCourse } from '../course.ts'
import { addDays, addWorkingDays, earlier, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told } from '../telling.ts'

/**
 * Times in care: the period, placements, legal statuses and the episodes of both, as the looked-after return counts them. Published figures hang
 * on their days, so they are written at once; but for two children whose leaving was written down weeks later.
 */
export function tellCareHistory(living: Living): void {
  for (const [place, need] of living.course.needs.entries()) if (need.care) tellCare(living, place, need, need.care)
}

function tellCare(living: Living, place: number, need: NeedCourse, care: CareCourse): void {
  const { telling } = living
  const left = {
    on: care.until,
    by: living.workerOn(addDays(care.until, -1)),
    prompt: true,
    recorded: care.leavingRecordedOn ?? undefined,
  } as const
  const decided = decidedOn(living, care)
  const period = living.keep(
    `care/${place}`,
    telling.tell(periodOfCare, { startedOn: care.from }, { on: care.from, by: living.workerOn(care.from), prompt: true }),
  )
  if (decided !== null)
    telling.amend(
      period,
      periodOfCare,
      { ceaseApprovedOn: decided, leavingPlannedOn: care.until },
      { on: decided, by: living.managerOn(decided), prompt: true },
    )
  telling.amend(period, periodOfCare, { endedOn: care.until, endReason: care.leaves }, left)
  const placements = care.placements.map((each, nth) => {
    const by = living.workerOn(each.from)
    const told = living.keep(
      `placement/${place}/${nth}`,
      telling.tell(
        placement,
        {
          periodOfCare: period.id,
          startedOn: each.from,
          type: typeOf(living.world.to, each),
          provider: providers[each.kind],
          urn: /^SC/.test(each.place) ? each.place : each.kind === 'own carers' || each.kind === 'relatives' ? 'SC900101' : null,
          postcode: each.postcode,
          distanceMiles: String(each.miles),
          outsideArea: each.outsideArea,
          temporaryApprovalOn: each.kind === 'relatives' ? each.from : null,
          emergencyPlacement:
            nth === 0 && care.emergency && each.kind === 'own carers' && living.chance('emergency placement').happens(0.2),
        },
        { on: each.from, by, prompt: true },
      ),
    )
    if (each.kind === 'relatives') tellApproval(living, each, told)
    const last = nth === care.placements.length - 1
    telling.amend(
      told,
      placement,
      { endedOn: each.until, changeReason: last ? null : each.endReason },
      last ? left : { on: each.until, by: living.workerOn(each.until), prompt: true },
    )
    return told
  })
  for (const [nth, { status, from, until }] of care.legal.entries()) {
    const told = telling.tell(legalStatus, { status, startedOn: from }, { on: from, by: living.workerOn(from), prompt: true })
    telling.amend(
      told,
      legalStatus,
      { endedOn: until },
      nth === care.legal.length - 1 ? left : { on: until, by: living.workerOn(until), prompt: true },
    )
  }
  const days = [...new Set([...care.placements.map(({ from }) => from), ...care.legal.map(({ from }) => from)])].sort()
  const home = living.child.family.homes.findLast(({ from }) => from <= care.from) ?? living.child.family.homes[0]
  for (const [nth, from] of days.entries()) {
    const until = days[nth + 1] ?? care.until
    const at = care.placements.findLastIndex((each) => each.from <= from)
    const lives = care.placements[at] as PlacementCourse
    const moves = lives.from === from
    const law = care.legal.findLast((each) => each.from <= from)
    const lawChanges = law?.from === from
    const last = until === care.until
    const told = telling.tell(
      careEpisode,
      {
        periodOfCare: period.id,
        placement: (placements[at] as { id: string }).id,
        referral: living.kept(`referral/${place}`).id,
        startedOn: from,
        startReason: nth === 0 ? 'S' : moves && lawChanges ? 'B' : moves ? 'P' : 'L',
        categoryOfNeed: need.need,
        enteredCareOn: care.from,
        legalStatus: law?.status ?? 'V2',
        placementType: typeOf(living.world.to, lives),
        placementProvider: providers[lives.kind],
        placementPostcode: lives.postcode,
        homePostcode: home?.postcode ?? null,
        urn: /^SC/.test(lives.place) ? lives.place : null,
      },
      { on: from, by: living.workerOn(from), prompt: true },
    )
    const leaves = lives.until === until && !last
    telling.amend(
      told,
      careEpisode,
      { endedOn: until, endReason: last ? care.leaves : 'X1', placeChangeReason: leaves ? lives.endReason : null },
      last ? left : { on: until, by: living.workerOn(until), prompt: true },
    )
  }
}

/** A relative is approved for sixteen weeks, once for eight more, and then in full (regulations 24 and 25). */
function tellApproval({ telling, chance, managerOn }: Living, { from, until }: PlacementCourse, told: Told): void {
  const lot = chance('approval of relatives', from)
  const approved = addWorkingDays(addDays(from, Math.round(lot.about(98, 0.2))), 0)
  const extended = addWorkingDays(addDays(from, 112), -lot.between(1, 6))
  if (approved > addDays(from, 112) && extended < until)
    telling.amend(told, placement, { temporaryApprovalExtendedOn: extended }, { on: extended, by: managerOn(extended) })
  if (approved < until) telling.amend(told, placement, { fullApprovalOn: approved }, { on: approved, by: managerOn(approved) })
}

/**
 * When the authority decided to stop looking after a child who goes home from being accommodated (Care Planning, Placement and Case Review (England) Regulations 2010, regulation
 * 39, for those of 16 and 17 from January 2014 and for all from April 2015). Some go before anybody decides.
 */
function decidedOn(living: Living, { from, until, leaves, legal }: CareCourse): Day | null {
  const lot = living.chance('leaving care decided', from)
  if (!['E4A', 'E4B', 'E13', 'E8', 'E16'].includes(leaves) || legal.at(-1)?.status !== 'V2' || until < '2014-01-27') return null
  const day = addWorkingDays(until, -lot.between(2, 12))
  return leaves === 'E4B' || day <= from || !lot.happens(0.88) ? null : day
}

const providers = {
  'own carers': 'PR1',
  'agency carers': 'PR4',
  relatives: 'PR1',
  'children’s home': 'PR4',
  'residential school': 'PR5',
  'secure home': 'PR2',
  'supported accommodation': 'PR4',
  parents: 'PR0',
  adopters: 'PR1',
  custody: 'PR3',
} as const

/** The code of the return: whether it is meant to last is seen after a year. */
function typeOf(end: Day, { kind, from, until }: PlacementCourse): string {
  const lasts = from >= '2015-04-01' ? addDays(from, 400) < earlier(until, end) : addDays(from, 365) < until
  switch (kind) {
    case 'own carers':
    case 'agency carers':
      return lasts ? 'U4' : 'U6'
    case 'relatives':
      return lasts ? 'U1' : 'U3'
    case 'children’s home':
      return 'K2'
    case 'residential school':
      return 'S1'
    case 'secure home':
      return 'K1'
    case 'supported accommodation':
      return 'H5'
    case 'parents':
      return 'P1'
    case 'adopters':
      return 'A6'
    case 'custody':
      return 'R5'
  }
}
