import type { Chance } from '../chance.ts'
import type { Course } from '../course.ts'
import { addDays, ageOn, birthday, monthsFrom, workingDay, type Day } from '../days.ts'
import type { World } from '../world.ts'

/** A child whom the authority worked with from a day until a day: of whom a complaint or a word of thanks may speak. */
export interface KnownChild {
  readonly number: string
  readonly from: Day
  readonly until: Day
  /** Where it is given, children who speak for themselves are old enough to. */
  readonly born?: Day
  /** How they stand to the authority in this time. */
  readonly standing?: Standing
  /** Whether there are brothers or sisters. */
  readonly siblings?: boolean
}

export type Standing = 'at home' | 'conferenced' | 'in care' | 'left care'

/** The times in which a child is known, one standing after another. */
export function knownOf({ child, needs, leaving }: Course): readonly KnownChild[] {
  const { number, born, family } = child
  const who = { number, born, siblings: family.children.length > 1 }
  const times = needs.flatMap(({ receivedOn, closedOn, care, protection }): KnownChild[] => {
    const home = protection && (!care || protection.from < care.from) ? protection.from : (care?.from ?? closedOn)
    return [
      { ...who, from: receivedOn, until: home, standing: 'at home' },
      ...(home === protection?.from
        ? [{ ...who, from: home, until: care?.from ?? protection.until, standing: 'conferenced' as const }]
        : []),
      ...(care
        ? [
            { ...who, from: care.from, until: care.until, standing: 'in care' as const },
            { ...who, from: care.until, until: closedOn, standing: 'at home' as const },
          ]
        : protection
          ? [{ ...who, from: protection.until, until: closedOn, standing: 'at home' as const }]
          : []),
    ]
  })
  const left: readonly KnownChild[] = leaving
    ? [{ ...who, from: addDays(birthday(born, 18), 1), until: leaving.until, standing: 'left care' }]
    : []
  return [...times, ...left].filter(({ from, until }) => from < until)
}

/** Whom a word may be about. */
export interface Wanted {
  readonly leastAge?: number
  readonly mostAge?: number
  readonly standing?: readonly Standing[]
}

/** A child whom the authority worked with on a day, and who is as asked for; null where none is found. */
export function someChild(lot: Chance, children: readonly KnownChild[], day: Day, wanted: Wanted = {}): KnownChild | null {
  const { leastAge, mostAge, standing } = wanted
  for (let tries = 0; tries < (standing ? 900 : 80) && children.length > 0; tries++) {
    const child = lot.pick(children)
    if (child.from > day || child.until <= day || (standing && !(child.standing && standing.includes(child.standing)))) continue
    const age = child.born === undefined ? null : ageOn(child.born, day)
    if (leastAge !== undefined && (age === null || age < leastAge)) continue
    if (mostAge === undefined || (age !== null && age <= mostAge)) return child
  }
  return null
}

/** Of these sentences those that a child may say: who has no brother speaks of none. */
export const sayable = (said: readonly string[], child: KnownChild | null): readonly string[] => {
  const fit = child?.siblings === false ? said.filter((each) => !/\b(?:brother|sister|both boys|both children)/.test(each)) : said
  return fit.length === 0 ? said : fit
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
