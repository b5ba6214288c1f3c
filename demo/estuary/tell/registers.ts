import type { Chance } from '../chance.ts'
import { ageOn, monthsFrom, workingDay, type Day } from '../days.ts'
import type { World } from '../world.ts'

/** A child whom the authority worked with from a day until a day: of whom a complaint or a word of thanks may speak. */
export interface KnownChild {
  readonly number: string
  readonly from: Day
  readonly until: Day
  /** Where it is given, children who speak for themselves are old enough to. */
  readonly born?: Day
}

/** A child whom the authority worked with on a day, and of at least an age where that is asked; null where none is found. */
export function someChild(lot: Chance, children: readonly KnownChild[], day: Day, leastAge?: number): KnownChild | null {
  for (let tries = 0; tries < 80 && children.length > 0; tries++) {
    const child = lot.pick(children)
    if (child.from > day || child.until <= day) continue
    if (leastAge === undefined || (child.born !== undefined && ageOn(child.born, day) >= leastAge)) return child
  }
  return null
}

/** Numbers one after another, begun anew each year: C15/031. Later districts have their own before it. */
export function numbering(letters: string, { district }: World): (day: Day) => string {
  const last = new Map<string, number>()
  return (day) => {
    const year = day.slice(2, 4)
    const next = (last.get(year) ?? 0) + 1
    last.set(year, next)
    return `${letters}${year}/${district === 1 ? '' : `${district}-`}${String(next).padStart(3, '0')}`
  }
}

/** Working days of the history on which something comes in, in order. @param inMonth how many in a month, at the size of the authority whose figures were published */
export function daysOf(world: World, lot: Chance, inMonth: (month: string) => number): readonly Day[] {
  const found: Day[] = []
  let owed = 0
  for (const month of monthsFrom(world.from.slice(0, 7), world.to.slice(0, 7)))
    for (owed += inMonth(month) * world.size.scale; owed >= 1; owed--)
      found.push(workingDay(`${month}-${String(lot.between(1, 28)).padStart(2, '0')}`))
  return found.sort()
}
