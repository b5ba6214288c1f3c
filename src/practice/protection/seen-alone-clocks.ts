import { clock, endIn, type Clock, type ClockDeclaration, type End, type Start } from '../../engine/clocks/clock.ts'
import { birthday } from '../../engine/clocks/days.ts'
import { calendarDays } from '../../engine/clocks/length.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import type { Fields, RecordKind } from '../../engine/records/kind.ts'
import { referral } from '../front-door/records.ts'
import { childInNeedPlan, childInNeedVisit } from '../in-need/records.ts'
import { lookedAfterVisit, periodOfCare } from '../looked-after/records.ts'
import { person } from '../person/records.ts'
import { childProtectionPlan, childProtectionVisit } from './records.ts'

/**
 * That a child is seen alone when visited. A visit at which a child who was seen was not seen alone, with no reason recorded, leaves something to be
 * done: it is done by the next visit of any kind at which the child is. One such thing is open at a time. The age of five is ours: guidance speaks of
 * age and understanding, and gives no number.
 */
const fromAge = 5

/** What the three kinds of visit have in common. */
type VisitKind = RecordKind<Pick<(typeof lookedAfterVisit)['fields'], 'visitedOn' | 'childSeen' | 'seenAlone' | 'whyNotAlone'>>

const inCare = [lookedAfterVisit] as unknown as readonly VisitKind[]
const onAPlan = [childProtectionVisit, childInNeedVisit] as unknown as readonly VisitKind[]
const visitKinds = [...inCare, ...onAPlan]

interface Visit extends End {
  readonly kind: VisitKind
  readonly alone: boolean | null
  readonly reason: string | null
}

/** Visits at which the child was seen, earliest first; of several on one day, that at which the child was alone comes last and answers the others. */
function visitsIn(thread: Thread): readonly Visit[] {
  return visitKinds
    .flatMap((kind) =>
      thread.dated(kind, 'visitedOn').flatMap(({ at, record: { id, childSeen, seenAlone, whyNotAlone } }): Visit[] => {
        return childSeen === false ? [] : [{ at, by: { table: kind.table, id }, kind, alone: seenAlone, reason: whyNotAlone }]
      }),
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.alone ?? false) - Number(b.alone ?? false)))
}

function notSeenAlone(thread: Thread, kinds: readonly VisitKind[]): Start[] {
  const { bornOn } = thread.about(person)
  const old = bornOn === null ? null : birthday(bornOn, fromAge)
  if (old === null) return []
  const found: Start[] = []
  let open: { start: Start; until: End | null } | null = null
  for (const { at, by, kind, alone, reason } of visitsIn(thread)) {
    if (open?.until && open.until.at < at) open = null
    if (alone === true && open) {
      found[found.length - 1] = { ...open.start, stop: { at, by } }
      open = null
    }
    if (alone !== false || reason !== null || open || at < old || !kinds.includes(kind)) continue
    const until = workEnds(thread, at)
    if (until === 'no work is recorded') continue
    open = { start: { at, by, until, stop: null }, until }
    found.push(open.start)
  }
  return found
}

/** When all work with the child ended that was going on that day: the case, plans, care. Null: it goes on. */
function workEnds(thread: Thread, day: string): End | null | 'no work is recorded' {
  const times = [
    ...workIn(thread, referral, 'receivedOn', 'closedOn'),
    ...workIn(thread, childInNeedPlan, 'startedOn', 'endedOn'),
    ...workIn(thread, childProtectionPlan, 'startedOn', 'endedOn'),
    ...workIn(thread, periodOfCare, 'startedOn', 'endedOn'),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  let end: End | null = null
  for (const { at, until } of times) {
    if (at > (end?.at ?? day)) break
    if (until === null) return null
    if (until.at >= (end?.at ?? day)) end = until
  }
  return end ?? 'no work is recorded'
}

const workIn = <F extends Fields>(thread: Thread, kind: RecordKind<F>, from: keyof F & string, until: keyof F & string) =>
  thread.dated(kind, from).map(({ at, record }) => ({ at, until: endIn(kind, record, until) }))

const seenAlone = (
  kinds: readonly VisitKind[],
  words: Pick<ClockDeclaration, 'id' | 'name' | 'plural' | 'weight' | 'source'> & { readonly row?: string; readonly visit: string },
): Clock => {
  const { visit, ...rest } = words
  return clock({
    ...rest,
    todo: 'See the child alone',
    area: 'Child protection',
    about: person,
    lookedUp: true,
    ages: { from: fromAge, until: 18 },
    starts: (thread) => notSeenAlone(thread, kinds),
    due: calendarDays(0),
    doneBy: kinds[0] ?? null,
    reads: [lookedAfterVisit, childProtectionVisit, childInNeedVisit, referral, childInNeedPlan, childProtectionPlan, periodOfCare],
    says: {
      starts: `${visit} at which the child was seen, and not alone`,
      due: 'at that visit',
      stops: 'A visit of any kind at which the child is seen alone',
      repeats: 'With the next such visit',
      exceptions:
        'From the age of five, which is ours: guidance judges by age and understanding. Not where the visit says why the child was not seen alone: they did not want to be, or it was not safe. Ends when no case, plan or time in care is open',
    },
  })
}

export const seenAloneInCare = seenAlone(inCare, {
  id: 'child-seen-alone',
  name: 'Child in care seen alone',
  plural: 'Children in care seen alone',
  weight: 'regulation',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 29: the visitor speaks with the child in private',
  visit: 'A visit to a child in care',
})

export const seenAloneAtHome = seenAlone(onAPlan, {
  id: 'child-seen-alone-at-home',
  row: 'child-seen-alone',
  name: 'Child on a plan seen alone',
  plural: 'Children on plans seen alone',
  weight: 'statutory guidance',
  source: 'Working Together 2023, chapter 3, and the editions of 2015 and 2018: children are seen alone where that is right for them',
  visit: 'A child protection or child in need visit',
})

export const seenAloneClocks = [seenAloneInCare, seenAloneAtHome]
