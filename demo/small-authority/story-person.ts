import { addDays } from './days.ts'
import type { Day } from './days.ts'
import type { Life, Mother } from './life.ts'
import { workerNamed } from './people.ts'

/** The two days on which the council ran its extract; the second mends some of what the first one said. */
export type Moment = 'january' | 'february'

/** Last day that each extract knows of. */
export const extractDay: Readonly<Record<Moment, Day>> = { january: '2016-01-31', february: '2016-02-29' }

/** Gives what the case system said at that moment: `known({ january: '2016-01-25', february: '2016-01-22' })`. */
export type Known = <T>(said: { readonly january: T; readonly february: T }) => T

const emptyLife = (situation: string, id: string): Life => ({
  situation,
  id,
  forename: '',
  surname: '',
  sex: 'U',
  ethnicity: 'NOBT',
  born: null,
  expected: null,
  died: null,
  upn: null,
  upnUnknown: null,
  nhs: nhsNumber(Number(id)),
  nationality: null,
  educationPlan: false,
  firstChildBorn: null,
  family: null,
  mother: null,
  immunised: null,
  previousPermanence: null,
  careLeaver: null,
  permanence: null,
  preProceedings: null,
  education: null,
  voice: null,
  addresses: [],
  disabilities: [],
  immigration: [],
  identifiers: [],
  contacts: [],
  earlyHelp: [],
  referrals: [],
  cinVisits: [],
  involvements: [],
  legal: [],
  care: [],
  missing: [],
  health: [],
  strengths: [],
  substances: [],
  convictions: [],
})

/** Who the child is: the first part of every story. Each call tells the next thing and gives the story back. */
export class PersonStory {
  readonly life: Life
  private readonly numbers = new Map<string, number>()

  constructor(situation: string, id: string) {
    this.life = emptyLife(situation, id)
  }

  /** The case system's number for the next record of a kind: stable as long as the story's earlier records of that kind stay. */
  protected number(letter: string): string {
    const next = (this.numbers.get(letter) ?? 0) + 1
    this.numbers.set(letter, next)
    return `${letter}${this.life.id}${String(next).padStart(3, '0')}`
  }

  called(forename: string, surname: string): this {
    this.life.forename = forename
    this.life.surname = surname
    return this
  }

  girl(born: Day, ethnicity: string): this {
    return this.child('F', born, ethnicity)
  }

  boy(born: Day, ethnicity: string): this {
    return this.child('M', born, ethnicity)
  }

  private child(sex: 'M' | 'F', born: Day, ethnicity: string): this {
    Object.assign(this.life, { sex, born, ethnicity })
    if (this.life.upn === null && this.life.upnUnknown === null) {
      if (born < '2011-09-01') this.life.upn = pupilNumber(Number(this.life.id), born)
      else this.life.upnUnknown = 'UN1'
    }
    return this
  }

  unborn(expected: Day): this {
    Object.assign(this.life, { expected, upnUnknown: 'UN1' })
    return this
  }

  noPupilNumber(reason: string): this {
    Object.assign(this.life, { upn: null, upnUnknown: reason })
    return this
  }

  died(on: Day): this {
    this.life.died = on
    return this
  }

  nationality(country: string): this {
    this.life.nationality = country
    return this
  }

  inFamily(family: string): this {
    this.life.family = family
    return this
  }

  /** Her mother is a person on record too; brothers and sisters who name the same mother share her. */
  motherIs(mother: Mother): this {
    this.life.mother = mother
    return this
  }

  becameMother(childBorn: Day): this {
    this.life.firstChildBorn = childBorn
    return this
  }

  livesAt(from: Day, house: string, street: string, town: string, postcode: string, kind = 'Home'): this {
    const before = this.life.addresses.at(-1)
    if (before && before.until === null) before.until = from
    this.life.addresses.push({ id: this.number('A'), kind, from, until: null, house, street, town, postcode })
    return this
  }

  disabled(on: Day, ...codes: readonly string[]): this {
    for (const code of codes) this.life.disabilities.push({ id: this.number('D'), code, on })
    return this
  }

  immigrationStatus(status: string, from: Day, until: Day | null = null): this {
    this.life.immigration.push({ id: this.number('I'), status, from, until })
    return this
  }

  identifiedBy(kind: string, value: string, from: Day, until: Day | null = null): this {
    this.life.identifiers.push({ id: this.number('K'), kind, value, from, until })
    return this
  }

  /** The case worker from that day; the one before ends then. */
  workedBy(worker: string, from: Day, why = 'TSPROC', role = 'CW'): this {
    workerNamed(worker)
    const before = this.life.involvements.findLast((each) => each.role === role && each.until === null)
    if (before) before.until = from
    const referral = this.life.referrals.at(-1)?.id ?? null
    this.life.involvements.push({ id: this.number('W'), worker, role, from, until: null, why: role === 'CW' ? why : '', referral })
    return this
  }

  reviewingOfficer(worker: string, from: Day): this {
    return this.workedBy(worker, from, '', 'IRO')
  }

  /** Everyone's work ended, or only that of one role. */
  workEnded(on: Day, role?: string): this {
    for (const each of this.life.involvements) if (each.until === null && (role === undefined || each.role === role)) each.until = on
    return this
  }
}

const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** A unique pupil number of the right form (a check letter, then 12 digits) with a council number that no council has. */
export function pupilNumber(seed: number, born: Day): string {
  const year = String((Number(born.slice(0, 4)) + 4) % 100).padStart(2, '0')
  const digits = `989${String(1000 + (seed % 8999))}${year}${String((seed * 7) % 1000).padStart(3, '0')}`
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place + 2), 0)
  return `${checkLetters[sum % 23] ?? 'A'}${digits}`
}

/** An NHS number of the range kept for tests (999...), with its check digit. */
export function nhsNumber(seed: number): string {
  for (let serial = (seed * 37) % 1_000_000; ; serial += 1) {
    const digits = `999${String(serial % 1_000_000).padStart(6, '0')}`
    const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${digits}${check}`
  }
}

/** Days from `first` to before `until`, every so many days, each on a weekday. */
export function everyFewDays(first: Day, until: Day, days: number): readonly Day[] {
  const found: Day[] = []
  for (let day = first; day < until; day = addDays(day, days)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const moved = addDays(day, weekday === 6 ? -1 : weekday === 0 ? 1 : 0)
    if (moved >= first && moved < until) found.push(moved)
  }
  return found
}
