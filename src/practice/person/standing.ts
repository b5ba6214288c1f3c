import { wordsFor, type CodeList } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { answeredYes } from './code-lists.ts'
import { carePlanOptions, legalStatuses, placementProviders, placementTypes } from '../looked-after/code-lists.ts'
import { workerRoles } from '../allocation/code-lists.ts'
import { adviserContactWays } from '../leaving-care/code-lists.ts'
import { categoriesOfAbuse } from '../protection/code-lists.ts'

/**
 * How things stand for a child on a day, told from dated records and never stored beside them. A period has its first day and not
 * its last. Where several stand at once, the one that began last is told.
 */

export interface Stands {
  readonly code: string | null
  readonly words: string
  /** Plain date, or null where the source did not say since when. */
  readonly since: string | null
  readonly record: string
}

export interface StandingPlacement extends Stands {
  readonly provider: string | null
  readonly postcode: string | null
  readonly distanceMiles: string | null
  /** Placements that began in the twelve months to the day. */
  readonly thisYear: number
}

export interface StandingWorker extends Stands {
  readonly worker: string | null
  readonly team: string | null
  readonly role: string | null
}

export interface Standing {
  readonly legalStatus: Stands | null
  /** Where none stands, the one that ended last. */
  readonly lastLegalStatus: (Stands & { readonly until: string }) | null
  readonly placement: StandingPlacement | null
  /** The address the child was last said to live at. */
  readonly home: Stands | null
  readonly plan: Stands | null
  /** The case worker; where the source names none so, whoever else is involved. */
  readonly worker: StandingWorker | null
  /** Others involved: a reviewing officer, a personal adviser. */
  readonly otherWorkers: readonly StandingWorker[]
  /** The case worker whose involvement ended last, where nobody is involved now. */
  readonly lastWorker: StandingWorker | null
  readonly team: { readonly team: string; readonly record: string } | null
  /** How many case workers the child has had in the three years to the day. */
  readonly workersInThreeYears: number
  /** The last visit at which the child was seen, and a later one at which they were not. */
  readonly lastSeen: Stands | null
  readonly notSeenSince: Stands | null
  /** The heading word: in care, on a protection plan, in need, early help, or closed. */
  readonly heading: Heading
  readonly inCareSince: string | null
  /** Where the heading is Closed: the last day of what was open. */
  readonly closedOn: string | null
}

export type Heading = 'In care' | 'Protection plan' | 'In need' | 'Early help' | 'Care leaver' | 'Closed' | 'Died' | 'Nothing open'

type Loose = Readonly<Record<string, unknown>> & { readonly id: string; readonly withdrawnAt: string | null }

/** @param day plain date in London. */
export function standingOn(records: readonly ReadRecord[], day: string, diedOn: string | null = null): Standing {
  const of = (table: string): Loose[] =>
    records
      .filter(({ kind, record }) => kind.table === table && record.withdrawnAt === null)
      .map(({ record }) => record as unknown as Loose)
  const current = (table: string, from = 'startedOn', until = 'endedOn'): Loose[] =>
    of(table)
      .filter((record) => dateIn(record, from, '0000') <= day && dateIn(record, until, '9999') > day)
      .sort((a, b) => (dateIn(a, from) < dateIn(b, from) ? 1 : -1))

  const [care] = current('period_of_care')
  const [legal] = current('legal_status')
  const [endedLegal] = ended('legal_status')
  const [place] = current('placement')
  const [home] = current('address')
  const [protection] = current('child_protection_plan')
  const [inNeed] = current('child_in_need_plan')
  const [carePlan] = current('care_plan')
  const [pathway] = current('pathway_plan', 'madeOn')
  const [referral] = current('referral', 'receivedOn', 'closedOn')
  const [earlyHelp] = current('early_help_episode')
  const involved = current('involvement')
  const worker = involved.find(isCaseWorker) ?? involved.find(({ role }) => role === null) ?? involved[0]
  const past = ended('involvement').filter(isCaseWorker)
  const visits = visitTables
    .flatMap((table) => of(table).map((visit) => ({ table, visit })))
    .filter(({ visit }) => dateIn(visit, 'visitedOn', '9999') <= day)
    .sort((a, b) => (dateIn(a.visit, 'visitedOn') < dateIn(b.visit, 'visitedOn') ? 1 : -1))
  const seen = [...visits.filter(({ visit }) => visit.childSeen === true).slice(0, 1), ...seenByAdviser()].sort((a, b) =>
    dateIn(a.visit, 'visitedOn') < dateIn(b.visit, 'visitedOn') ? 1 : -1,
  )[0]
  const [latest] = visits
  const heading = headingOf()

  return {
    legalStatus: legal ? stands('legal_status', legal, words(legalStatuses, legal.status), legal.status) : null,
    lastLegalStatus:
      legal || !endedLegal
        ? null
        : {
            ...stands('legal_status', endedLegal, words(legalStatuses, endedLegal.status), endedLegal.status),
            until: dateIn(endedLegal, 'endedOn'),
          },
    placement: place ? placed(place) : null,
    home: home ? stands('address', home, addressInWords(home)) : null,
    plan: planOf(),
    worker: worker ? working(worker) : null,
    otherWorkers: involved.filter((each) => each !== worker).map(working),
    lastWorker: worker || !past[0] ? null : working(past[0]),
    team: worker && text(worker.team) ? { team: text(worker.team) as string, record: `involvement/${worker.id}` } : null,
    workersInThreeYears: workersSince(yearsBefore(day, 3)),
    lastSeen: seen ? stands(seen.table, seen.visit, howSeenInWords(seen), null, 'visitedOn') : null,
    notSeenSince: latest && latest.visit.childSeen === false ? stands(latest.table, latest.visit, 'not seen', null, 'visitedOn') : null,
    heading,
    inCareSince: text(care?.startedOn),
    closedOn: heading === 'Closed' ? lastEnd() : null,
  }

  function planOf(): Stands | null {
    if (protection) {
      const category = words(categoriesOfAbuse, protection.latestCategory ?? protection.initialCategory) ?? 'category not recorded'
      return stands('child_protection_plan', protection, `Child protection plan: ${category}`)
    }
    if (carePlan) {
      const aims = answeredYes(carePlanOptions, carePlan.options as Record<string, string> | null)
      return stands('care_plan', carePlan, aims ?? 'Care plan, permanence plan not recorded')
    }
    if (inNeed) return stands('child_in_need_plan', inNeed, 'Child in need plan')
    return pathway ? stands('pathway_plan', pathway, 'Pathway plan', null, 'madeOn') : null
  }

  /** What has ended by the day, the last of it first. */
  function ended(table: string): Loose[] {
    return of(table)
      .filter((record) => dateIn(record, 'endedOn', '9999') <= day)
      .sort((a, b) => (dateIn(a, 'endedOn') < dateIn(b, 'endedOn') ? 1 : -1))
  }

  /** The last time a personal adviser saw the young person. */
  function seenByAdviser(): { readonly table: string; readonly visit: Loose }[] {
    return of('personal_adviser_visit')
      .filter((visit) => visit.youngPersonSeen === true && dateIn(visit, 'visitedOn', '9999') <= day)
      .sort((a, b) => (dateIn(a, 'visitedOn') < dateIn(b, 'visitedOn') ? 1 : -1))
      .slice(0, 1)
      .map((visit) => ({ table: 'personal_adviser_visit', visit }))
  }

  function placed(record: Loose): StandingPlacement {
    const yearAgo = yearsBefore(day, 1)
    return {
      ...stands('placement', record, words(placementTypes, record.type), record.type),
      provider: words(placementProviders, record.provider),
      postcode: text(record.postcode),
      distanceMiles: text(record.distanceMiles),
      thisYear: of('placement').filter((each) => dateIn(each, 'startedOn') <= day && dateIn(each, 'startedOn') > yearAgo).length,
    }
  }

  function workersSince(from: string): number {
    const then = of('involvement').filter(
      (each) => isCaseWorker(each) && dateIn(each, 'startedOn') <= day && dateIn(each, 'endedOn', '9999') > from,
    )
    return new Set(then.map((each) => text(each.worker)).filter((id) => id !== null)).size
  }

  function lastEnd(): string | null {
    const ends = [...of('referral').map((each) => text(each.closedOn)), ...of('period_of_care').map((each) => text(each.endedOn))]
    return (
      ends
        .filter((end) => end !== null && end <= day)
        .sort()
        .at(-1) ?? null
    )
  }

  function headingOf(): Heading {
    if (diedOn !== null && diedOn <= day) return 'Died'
    if (care) return 'In care'
    if (protection) return 'Protection plan'
    if (inNeed ?? referral) return 'In need'
    if (earlyHelp) return 'Early help'
    if (of('care_leaver').some((each) => each.inTouch !== 'DIED' && each.eligibility !== 'No Current Eligibility')) return 'Care leaver'
    return of('referral').length > 0 || of('period_of_care').length > 0 ? 'Closed' : 'Nothing open'
  }
}

/** An address in a line, in the order an envelope has it: '18 Oyster Quay, Estuary, XE1 1QY'. Null when nothing of it is recorded. */
export function addressInWords(address: Readonly<Record<string, unknown>>): string | null {
  const parts = (address.parts ?? {}) as Readonly<Record<string, string>>
  const part = (name: string): string => (parts[name] ?? '').trim()
  const street = [part('HOUSE'), part('STREET')].filter(Boolean).join(' ')
  const lines = [part('ROOM') && `Room ${part('ROOM')}`, part('FLOOR') && `Floor ${part('FLOOR')}`, part('FLAT') && `Flat ${part('FLAT')}`]
  return [...lines, part('BUILDING'), street, part('TOWN'), postcodeInWords(text(address.postcode))].filter(Boolean).join(', ') || null
}

/** A postcode as people write it, with a space (at which no line breaks) before its last three characters; anything else as it is. */
export function postcodeInWords(postcode: string | null): string | null {
  if (postcode === null) return null
  const [, outward, inward] = /^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/i.exec(postcode.trim()) ?? []
  return outward && inward ? `${outward}\u00a0${inward}`.toUpperCase() : postcode
}

const visitTables = ['looked_after_visit', 'child_protection_visit', 'child_in_need_visit'] as const

const isCaseWorker = ({ role }: Loose): boolean => role === 'CW'

/** 'alone'; by a personal adviser, who sees an adult, 'visited where they live'. */
function howSeenInWords({ table, visit }: { readonly table: string; readonly visit: Loose }): string {
  if (table === 'personal_adviser_visit') return (words(adviserContactWays, visit.how) ?? 'way not recorded').toLowerCase()
  return visit.seenAlone === true ? 'alone' : visit.seenAlone === false ? 'not alone' : 'not recorded whether alone'
}

const working = (record: Loose): StandingWorker => ({
  ...stands('involvement', record, null, record.role),
  worker: text(record.worker),
  team: text(record.team),
  role: words(workerRoles, record.role),
})

const stands = (table: string, record: Loose, said: string | null, code: unknown = null, from = 'startedOn'): Stands => ({
  code: text(code),
  words: said ?? 'Not recorded',
  since: text(record[from])?.slice(0, 10) ?? null,
  record: `${table}/${record.id}`,
})

const dateIn = (record: Loose, field: string, otherwise = ''): string => text(record[field]) ?? otherwise

const yearsBefore = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

const text = (value: unknown): string | null => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null)
const words = (list: CodeList, code: unknown): string | null => wordsFor(list, text(code))
