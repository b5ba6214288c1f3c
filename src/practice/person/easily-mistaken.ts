/** Which children could be taken for one another, and by what to tell them apart. A record opened by mistake is a record of the wrong child. */
import { longDate } from '../../engine/web/words.ts'

export interface Mistakable {
  readonly id: string
  readonly name: string
  /** Plain dates. */
  readonly born: string | null
  readonly expected: string | null
  readonly mother: string | null
}

/** The fact that tells two apart: the first of these that differs. */
export type Difference = 'born' | 'mother' | 'number'

export interface Pair<Child extends Mistakable> {
  readonly one: Child
  readonly other: Child
  readonly because: 'like names' | 'born together'
  readonly difference: Difference
}

/** Pairs among the children that are easily mistaken, in the order given. */
export function mistakablePairs<Child extends Mistakable>(children: readonly Child[]): readonly Pair<Child>[] {
  return children.flatMap((one, place) =>
    children.slice(place + 1).flatMap((other) => {
      const because = mistakable(one, other)
      return because === null ? [] : [{ one, other, because, difference: differenceOf(one, other) }]
    }),
  )
}

/**
 * Why two could be taken for one another: names that look or sound alike, or a surname and a day of birth in common, as twins have. Null when
 * neither. Like names with births more than three years apart are told apart at a glance, unless the names are the same.
 */
export function mistakable(one: Mistakable, other: Mistakable): Pair<Mistakable>['because'] | null {
  if (one.id === other.id) return null
  const [this_, that] = [wordsOf(one.name), wordsOf(other.name)]
  if (this_.length === 0 || that.length === 0) return null
  const births = [one.born ?? one.expected, other.born ?? other.expected]
  if (sameWords(this_, that)) return 'like names'
  if (likeWords(this_, that) && nearBirths(births)) return 'like names'
  const together = births[0] !== null && births[0] === births[1] && this_.at(-1) === that.at(-1)
  return together ? 'born together' : null
}

/** "Jaden and Jayden Wickham are two children. Check the date of birth." Namesakes, however many, are one warning. */
export function warningsOf(pairs: readonly Pair<Mistakable>[]): readonly string[] {
  return [
    ...new Set(
      pairs.map((pair) => {
        const { one, other, because, difference } = pair
        if (because === 'born together')
          return `${bothNames(one.name, other.name)} were born on the same day, ${longDate(one.born ?? one.expected ?? '')}. Check the first name.`
        return one.name === other.name
          ? namesakes(
              one.name,
              pairs.filter((each) => each.one.name === one.name && each.other.name === one.name),
            )
          : `${bothNames(one.name, other.name)} are two children. Check ${checks[difference]}.`
      }),
    ),
  ]
}

const checks: Readonly<Record<Difference, string>> = { born: 'the date of birth', mother: 'who the mother is', number: 'the ID' }

function namesakes(name: string, pairs: readonly Pair<Mistakable>[]): string {
  const count = new Set(pairs.flatMap(({ one, other }) => [one.id, other.id])).size
  const differ = new Set(pairs.map(({ difference }) => difference))
  const check = (Object.keys(checks) as Difference[]).filter((each) => differ.has(each)).map((each) => checks[each])
  return `${count === 2 ? 'Two' : count} children here are called ${name}. Check ${check.join(' and ')}.`
}

function differenceOf(one: Mistakable, other: Mistakable): Difference {
  if ((one.born ?? one.expected) !== (other.born ?? other.expected)) return 'born'
  return one.mother !== null && other.mother !== null && one.mother !== other.mother ? 'mother' : 'number'
}

/** 'Jaden and Jayden Wickham', or both in full where the surnames differ. */
function bothNames(one: string, other: string): string {
  const surname = (name: string) => name.slice(name.lastIndexOf(' ') + 1)
  return one.includes(' ') && surname(one) === surname(other) ? `${one.slice(0, one.lastIndexOf(' '))} and ${other}` : `${one} and ${other}`
}

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const sameWords = (one: readonly string[], other: readonly string[]): boolean => [...one].sort().join(' ') === [...other].sort().join(' ')

/** The surnames differ by a letter at most, the first names by two, and by less than half of the shorter one. */
function likeWords(one: readonly string[], other: readonly string[]): boolean {
  const first = [one[0] ?? '', other[0] ?? ''] as const
  const last = [one.slice(1).join(' '), other.slice(1).join(' ')] as const
  const apart = changesBetween(...first)
  return changesBetween(...last) <= 1 && apart <= 2 && apart * 2 < Math.min(first[0].length, first[1].length)
}

function nearBirths([one, other]: readonly (string | null | undefined)[]): boolean {
  if (!one || !other) return true
  return Math.abs(Date.parse(one) - Date.parse(other)) <= 3 * 366 * 86_400_000
}

/** How many letters must be put in, taken out or replaced to make one word of the other (Levenshtein's distance). */
export function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let down = 1; down <= one.length; down++) {
    const next = [down]
    for (let across = 1; across <= other.length; across++) {
      const same = one[down - 1] === other[across - 1] ? 0 : 1
      next.push(Math.min((row[across] ?? 0) + 1, (next[across - 1] ?? 0) + 1, (row[across - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? 0
}
