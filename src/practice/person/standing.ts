import { wordsFor, type CodeList } from '../../engine/records/kind.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { answeredYes } from './code-lists.ts'
import { carePlanOptions, legalStatuses, placementProviders, placementTypes } from '../looked-after/code-lists.ts'
import { workerRoles } from '../allocation/code-lists.ts'
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

export interface Standing {
  readonly legalStatus: Stands | null
  readonly placement:
    | (Stands & {
        readonly provider: string | null
        readonly postcode: string | null
        readonly distanceMiles: string | null
        readonly thisYear: number
      })
    | null
  readonly plan: Stands | null
  readonly worker: (Stands & { readonly worker: string | null; readonly role: string | null }) | null
  readonly team: { readonly team: string; readonly record: string } | null
  /** The heading word: in care, on a protection plan, in need, early help, or closed. */
  readonly heading: Heading
  readonly inCareSince: string | null
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
      .filter((record) => (text(record[from]) ?? '0000') <= day && (record[until] === null || (text(record[until]) as string) > day))
      .sort((a, b) => ((text(a[from]) ?? '') < (text(b[from]) ?? '') ? 1 : -1))
  const stands = (
    table: string,
    record: Loose | undefined,
    words: string | null,
    code: unknown = null,
    from = 'startedOn',
  ): Stands | null =>
    record
      ? {
          code: text(code),
          words: words ?? 'Not recorded',
          since: text(record[from])?.slice(0, 10) ?? null,
          record: `${table}/${record.id}`,
        }
      : null

  const [care] = current('period_of_care')
  const [legal] = current('legal_status')
  const [place] = current('placement')
  const [protection] = current('child_protection_plan')
  const [inNeed] = current('child_in_need_plan')
  const [carePlan] = current('care_plan')
  const [referral] = current('referral', 'receivedOn', 'closedOn')
  const [earlyHelp] = current('early_help_episode')
  const involved = current('involvement')
  const worker = involved.find((each) => each.role === 'CW') ?? involved[0]

  const plan =
    stands(
      'child_protection_plan',
      protection,
      protection
        ? `Child protection plan: ${words(categoriesOfAbuse, protection.latestCategory ?? protection.initialCategory) ?? 'category not recorded'}`
        : null,
    ) ??
    stands(
      'care_plan',
      carePlan,
      carePlan
        ? (answeredYes(carePlanOptions, carePlan.options as Record<string, string> | null) ?? 'Care plan, permanence plan not recorded')
        : null,
    ) ??
    stands('child_in_need_plan', inNeed, 'Child in need plan')
  const placed = stands('placement', place, place ? words(placementTypes, place.type) : null, place?.type)
  const yearAgo = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`

  return {
    legalStatus: stands('legal_status', legal, legal ? words(legalStatuses, legal.status) : null, legal?.status),
    placement: placed &&
      place && {
        ...placed,
        provider: words(placementProviders, place.provider),
        postcode: text(place.postcode),
        distanceMiles: text(place.distanceMiles),
        thisYear: of('placement').filter((each) => (text(each.startedOn) ?? '0000') <= day && (text(each.startedOn) ?? '0000') > yearAgo)
          .length,
      },
    plan,
    worker: worker
      ? { ...(stands('involvement', worker, null) as Stands), worker: text(worker.worker), role: words(workerRoles, worker.role) }
      : null,
    team: worker && text(worker.team) ? { team: text(worker.team) as string, record: `involvement/${worker.id}` } : null,
    heading: heading(),
    inCareSince: text(care?.startedOn) ?? null,
  }

  function heading(): Heading {
    if (diedOn !== null && diedOn <= day) return 'Died'
    if (care) return 'In care'
    if (protection) return 'Protection plan'
    if (inNeed ?? referral) return 'In need'
    if (earlyHelp) return 'Early help'
    if (of('care_leaver').some((each) => each.inTouch !== 'DIED')) return 'Care leaver'
    return of('referral').length > 0 || of('period_of_care').length > 0 ? 'Closed' : 'Nothing open'
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null)
const words = (list: CodeList, code: unknown): string | null => wordsFor(list, text(code))
