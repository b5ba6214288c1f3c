import { feedback } from '../../../src/voice/feedback/records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addWorkingDays, workingDay, type Day } from '../days.ts'
import type { Telling } from '../telling.ts'
import { composed, some } from '../words.ts'
import type { Worker } from '../workforce.ts'
import { adultsBadly, adultsWell, badly, changes, closing, further, services, themesOf, well } from './feedback-words.ts'
import { daysOf, sayable, someChild, type KnownChild, type Standing } from './registers.ts'

/** Where somebody has the task, so many say in a month what they think, at the size of the authority whose figures were published. */
const inMonth = 26

/**
 * Tells what children, families and those who work with them thought of the help, and what changed (Children Act 1989, section 22(4) and (5)).
 * Where nobody has the task of asking (`few-asked-for-feedback`), few are asked, and those few hear nothing of it again.
 */
export function tellFeedback(telling: Telling, children: readonly KnownChild[]): void {
  const { world } = telling
  for (const [place, day] of daysOf(world, world.chance('feedback'), () => inMonth).entries()) {
    const lot = world.chance('feedback', String(place))
    if (!lot.happens(world.problems.size('few-asked-for-feedback', day))) tellOne(telling, lot, day, children)
  }
}

const youngest: Readonly<Record<string, number>> = { CHILD: 6, INCARE: 8, LEAVER: 18 }
const standings: Readonly<Record<string, readonly Standing[]>> = {
  CHILD: ['at home', 'conferenced'],
  INCARE: ['in care'],
  LEAVER: ['left care'],
  CARER: ['in care'],
}

function tellOne(telling: Telling, lot: Chance, givenOn: Day, children: readonly KnownChild[]): void {
  const { world } = telling
  const givenBy = lot.weighed([
    ['PARENT', 30],
    ['CHILD', 18],
    ['INCARE', 22],
    ['LEAVER', 8],
    ['CARER', 13],
    ['PROF', 9],
  ] as const)
  const how = lot.weighed(
    givenBy === 'INCARE'
      ? ([
          ['COUNCIL', 30],
          ['PERSON', 30],
          ['SURVEY', 25],
          ['MEETING', 15],
        ] as const)
      : givenBy === 'PROF'
        ? ([
            ['SURVEY', 70],
            ['MEETING', 30],
          ] as const)
        : ([
            ['SURVEY', 40],
            ['MEETING', 30],
            ['PERSON', 20],
            ['LETTER', 10],
          ] as const),
  )
  // What is said in a survey or by the children in care council is often nobody’s in particular.
  const named = how !== 'COUNCIL' && givenBy !== 'PROF' && !lot.happens(how === 'SURVEY' ? 0.55 : 0.15)
  const [leastAge, standing] = [youngest[givenBy], standings[givenBy]]
  const child = named
    ? someChild(lot, children, givenOn, { ...(leastAge === undefined ? {} : { leastAge }), ...(standing ? { standing } : {}) })
    : null
  const codes = some(lot, themesOf[givenBy] ?? [], 1, 2)
  const [good, bad] = youngest[givenBy] === undefined ? [adultsWell, adultsBadly] : [well, badly]
  const said = codes.map((code) => lot.pick(sayable((lot.happens(0.45) ? good : bad)[code] ?? [''], child)))
  const by = byWhom(telling, givenOn)
  const told = telling.tell(
    feedback,
    {
      ...(child === null ? {} : { child: child.number }),
      givenOn,
      givenBy,
      how,
      about: lot.pick(services[givenBy] ?? []),
      whatTheySaid: composed(lot, [...said, closing]),
      themes: codes,
    },
    { on: givenOn, by },
  )
  const forgotten = lot.happens(world.problems.size('few-asked-for-feedback', givenOn) * 0.9)
  if (!lot.happens(forgotten ? 0.12 : 0.62)) return
  const changedOn = workingDay(addDays(givenOn, lot.between(12, 95)))
  telling.amend(
    told,
    feedback,
    { whatChanged: composed(lot, [lot.pick(changes[codes[0] ?? ''] ?? []), further]) },
    { on: changedOn, by: byWhom(telling, changedOn) },
  )
  if (!lot.happens(forgotten ? 0.3 : 0.85)) return
  const toldOn = addWorkingDays(changedOn, lot.between(1, 20))
  telling.amend(told, feedback, { toldOn }, { on: toldOn, by: byWhom(telling, toldOn) })
}

const byWhom = ({ world: { workforce } }: Telling, on: Day): Worker =>
  workforce.workers.find(({ title, from, until }) => title === 'Principal social worker' && from <= on && until > on) ??
  workforce.manager(workforce.teams[1]?.id ?? '', on)
