import { identityDocument } from '../../../src/practice/looked-after/support-records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addMonths, addWorkingDays, birthday, earlier, later, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { CareTold } from './care-times.ts'
import { chasedBy, whyNotHeld } from './care-support-words.ts'

/** What the committee was told of: held by the twentieth and on record by the twenty-eighth of June 2016, or not both until mid-July. */
const published = { heldBy: '2016-06-20', recordedBy: '2016-06-28', notBefore: '2016-07-16' } as const

/**
 * Tells the papers of their own that a child in care has, or has not: a birth certificate and a passport; of who came alone, the card that the
 * Home Office gives; and from sixteen everyone’s national insurance number. Nobody applies before somebody asks, where that is planted; the committee
 * asked in the summer of 2016.
 * @param both whether the child has both at the end of June 2016, by the number published; null where chance decides
 */
export function tellDocuments(living: Living, times: readonly CareTold[], both: boolean | null): void {
  if (times.length === 0) return
  const ways = living.child.unaccompanied ? [cardOf(living, times)] : papersOf(living, times, both)
  for (const way of [...ways, nationalInsurance(living, times)]) if (way !== null) tellDocument(living, times, way)
}

type DocumentType = 'Birth certificate' | 'Passport' | 'Home Office card' | 'National insurance number'

/** How a child came by a document, or did not. */
interface Way {
  readonly type: DocumentType
  /** When it was applied for, or the first that is on record of it. */
  readonly firstOn: Day
  readonly applied: boolean
  /** Null where it never was. */
  readonly heldOn: Day | null
  /** It is part of what was published: written down within days. */
  readonly counted: boolean
}

/** So many days into a time in care, in the first that lasts as long; null where none does. */
const into = (times: readonly CareTold[], days: number): Day | null => {
  for (const { care } of times) {
    const day = workingDay(addDays(care.from, days))
    if (day < care.until) return day
  }
  return null
}

function cardOf({ chance, child }: Living, times: readonly CareTold[]): Way | null {
  const lot = chance('Home Office card')
  const heldOn = into(times, lot.between(6, 70))
  if (heldOn === null || !lot.happens(0.94) || child.unaccompanied === null) return null
  return { type: 'Home Office card', firstOn: heldOn, applied: false, heldOn, counted: false }
}

function papersOf(living: Living, times: readonly CareTold[], both: boolean | null): readonly (Way | null)[] {
  const { world } = living
  const lot = living.chance('papers of their own')
  const [certificate, passport] = [lot.between(12, 130), lot.between(150, 330)]
  const [kept, handed, asked] = [lot.next(), lot.next(), lot.between(0, 320)]
  if (both === true) return [countedOn(times, 'Birth certificate', certificate, lot), countedOn(times, 'Passport', passport, lot)]
  const afterAsking = (days: number): Day | null => {
    const day = addDays(published.notBefore, asked + days)
    return kept < 0.65
      ? (times
          .map(({ care }) => workingDay(later(day, addDays(care.from, 30))))
          .find((on, place) => on < (times[place] as CareTold).care.until) ?? null)
      : null
  }
  const [first] = times
  const neglected = both === false || lot.happens(world.problems.size('identity-documents', addDays((first as CareTold).care.from, 60)))
  if (!neglected)
    return [
      lot.happens(0.97) ? way(times, 'Birth certificate', into(times, certificate), lot) : null,
      lot.happens(0.94) ? way(times, 'Passport', into(times, passport), lot) : way(times, 'Passport', null, lot),
    ]
  // One of the two is there more often than not: the parents gave it to the carers.
  const has = handed < 0.62 ? 'Birth certificate' : handed < 0.7 ? 'Passport' : null
  return (['Birth certificate', 'Passport'] as const).map((type, place) =>
    way(times, type, type === has ? into(times, certificate) : afterAsking(60 * place), lot),
  )
}

/**
 * A letter with the number comes by itself shortly before the sixteenth birthday, to where child benefit was claimed: of many children in care it has to be
 * asked for. Who came alone applies once they have their card. It is told where the child is in care then.
 */
function nationalInsurance({ chance, child, world }: Living, times: readonly CareTold[]): Way | null {
  const lot = chance('national insurance number')
  const [early, came, asked, waits, comes] = [
    lot.between(5, 95),
    lot.between(20, 110),
    lot.between(130, 300),
    lot.between(120, 380),
    lot.next(),
  ]
  const before = addDays(birthday(child.born, 16), -early)
  const ready = child.unaccompanied ? later(before, addDays(child.unaccompanied.arrived, asked)) : before
  const neglected = lot.happens(world.problems.size('identity-documents', ready))
  const from = neglected ? addDays(ready, waits) : ready
  const heldOn =
    times
      .map(({ care }) => workingDay(later(from, addDays(care.from, came))))
      .find((day, place) => day < (times[place] as CareTold).care.until) ?? null
  return heldOn === null || comes < 0.04 ? null : way(times, 'National insurance number', heldOn, lot)
}

/** Held in time for the figure of June 2016 whatever else. */
function countedOn(times: readonly CareTold[], type: DocumentType, days: number, lot: Chance): Way {
  const now =
    times.find(({ care }) => care.from <= published.heldBy && care.until > published.heldBy)?.care ?? (times.at(-1) as CareTold).care
  const usual = into(times, days)
  const latest = later(addWorkingDays(published.heldBy, -lot.between(0, 25)), now.from)
  const heldOn = usual !== null && usual <= published.heldBy ? usual : earlier(latest, published.heldBy)
  const firstOn =
    usual === heldOn ? earlier(workingDay(later(addDays(heldOn, -lot.between(10, 50)), addDays(heldOn, -days))), heldOn) : heldOn
  return { type, firstOn, applied: firstOn < heldOn, heldOn, counted: true }
}

function way(times: readonly CareTold[], type: DocumentType, heldOn: Day | null, lot: Chance): Way | null {
  const [ahead, said, applied] = [lot.between(14, 60), lot.next(), lot.happens(0.7)]
  if (heldOn !== null) {
    const firstOn = workingDay(
      later(addDays(heldOn, -ahead), addDays(times.findLast(({ care }) => care.from <= heldOn)?.care.from ?? heldOn, 1)),
    )
    return { type, firstOn: earlier(firstOn, heldOn), applied, heldOn, counted: false }
  }
  // Of half of those that never came it is on record why.
  const firstOn = into(times, lot.between(90, 420))
  return firstOn !== null && said < 0.5 ? { type, firstOn, applied: false, heldOn: null, counted: false } : null
}

function tellDocument(living: Living, times: readonly CareTold[], { type, firstOn, applied, heldOn, counted }: Way): void {
  const { telling, child, world } = living
  const lot = living.chance('document', type)
  const recorded = (day: Day): Day | undefined => {
    if (!counted) return undefined
    const soon = addWorkingDays(day, lot.between(0, 4))
    return day <= published.heldBy ? earlier(soon, published.recordedBy) : soon
  }
  const writing = (on: Day) => ({ on, by: living.workerOn(on), recorded: recorded(on) })
  const expiresOn = type === 'Passport' && heldOn !== null ? addMonths(addDays(heldOn, -lot.between(0, 20)), 60) : null
  const held = heldOn === null ? null : { heldOn, ...(expiresOn && { expiresOn }) }
  const open = {
    ...(applied ? { appliedOn: firstOn } : {}),
    ...(!applied && type !== 'Home Office card' ? { whyNot: whyNotHeld(living, firstOn, type, lot) } : {}),
    ...(lot.happens(0.5) ? { chasedBy: chasedBy(lot) } : {}),
  }
  const waits = held === null || firstOn < (heldOn ?? '')
  const told = telling.tell(identityDocument, waits ? { type, ...open } : { type, ...held }, writing(firstOn))
  if (waits && held !== null && heldOn !== null)
    telling.amend(told, identityDocument, { ...held, ...('whyNot' in open ? { whyNot: null } : {}) }, writing(heldOn))
  if (held === null) return
  renew(living, times, expiresOn, (on, values) => telling.amend(told, identityDocument, values, writing(on)))
  const adult = birthday(child.born, 18)
  const last = times.at(-1) as CareTold
  if (last.care.until >= adult && adult <= world.to && lot.happens(0.86)) {
    const givenOn = later(addWorkingDays(adult, lot.between(0, 25)), addWorkingDays(heldOn ?? adult, 1))
    telling.amend(told, identityDocument, { givenOn }, writing(givenOn))
  }
}

/** A child’s passport runs out after five years. Most are renewed in time while the child is in care. */
function renew(
  living: Living,
  times: readonly CareTold[],
  expiresOn: Day | null,
  amend: (on: Day, values: { readonly appliedOn: Day; readonly expiresOn: Day }) => void,
): void {
  for (let ends = expiresOn; ends !== null && ends <= addDays(living.world.to, 60);) {
    const lot = living.chance('passport renewed', ends)
    const on = workingDay(addDays(ends, -lot.between(20, 75)))
    const inCare = times.some(({ care }) => care.from <= on && on < care.until)
    if (!inCare || !(lot.happens(0.85) || on <= published.heldBy)) return
    const next: Day = addMonths(on, 60)
    amend(on, { appliedOn: workingDay(addDays(on, -lot.between(14, 35))), expiresOn: next })
    ends = next
  }
}
