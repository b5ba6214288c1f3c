import type { Transaction } from '../engine/database/database.ts'
import type { Terms } from '../engine/clocks/clock.ts'
import type { Length, Unit } from '../engine/clocks/length.ts'
import { commonTerms, type SchoolTerm } from '../engine/clocks/school-terms.ts'
import { codeList, date, identifier, oneOf, recordKind, text, whole } from '../engine/records/kind.ts'

// Exported for the data dictionary, which finds lists by looking.
// ts-unused-exports:disable-next-line
export const units = codeList('Unit of a length', 'Goldthread', [
  { code: 'hours', label: 'Hours' },
  { code: 'calendar days', label: 'Calendar days' },
  { code: 'working days', label: 'Working days' },
  { code: 'school days', label: 'School days' },
  { code: 'weeks', label: 'Weeks' },
  { code: 'months', label: 'Months' },
  { code: 'years', label: 'Years' },
])

/** What the authority has decided about a clock: the length of a local one, and from when it uses it. */
export const clockSetting = recordKind({
  name: 'Clock setting',
  plural: 'Clock settings',
  table: 'clock_setting',
  group: 'Workers',
  fields: {
    clock: identifier('Clock', { required: true, note: 'The identifier that `bin/goldthread clocks` lists.' }),
    length: whole('Length', { note: 'Only for clocks whose length is local.' }),
    unit: oneOf(units, 'Unit'),
    inUseFrom: date('In use from', {
      mayBeAhead: true,
      note: 'Starts before this day count for nothing: for what was not recorded here before. Blank for always.',
    }),
  },
  sameWhen: ['clock'],
  basis: 'Goldthread: what the law leaves to the authority is the authority’s setting.',
})

/** A term of the schools in the area, with the break inside it. Every council has its own calendar. */
export const schoolTerm = recordKind({
  name: 'School term',
  plural: 'School terms',
  table: 'school_term',
  group: 'Education',
  fields: {
    name: text('Term', { required: true, note: 'Autumn 2015.' }),
    startedOn: date('First day', { required: true, mayBeAhead: true }),
    endedOn: date('Last day', { required: true, mayBeAhead: true }),
    breakFrom: date('First day of the half-term break', { mayBeAhead: true }),
    breakUntil: date('Last day of the half-term break', { mayBeAhead: true }),
  },
  sameWhen: ['startedOn'],
  basis: 'Education (School Day and School Year) (England) Regulations 1999: the authority or the governors set the terms.',
})

/** What the authority has decided, as clocks ask for it. Years for which no term is recorded have terms as they commonly are. */
export async function clockTerms(tx: Transaction): Promise<Terms> {
  const [decided] = await tx.prepared<{ settings: Setting[] | null; terms: SchoolTerm[] | null }>(
    `select (select json_agg(json_build_object('clock', clock, 'length', length, 'unit', unit, 'inUseFrom', in_use_from) order by known_from, id)
             from clock_setting where withdrawn_at is null) as settings,
            (select json_agg(json_build_object('name', name, 'from', started_on, 'until', ended_on, 'breakFrom', break_from, 'breakUntil', break_until) order by started_on, id)
             from school_term where withdrawn_at is null) as terms`,
    [],
  )
  // Of several about one clock the last that was written stands.
  const by = new Map((decided?.settings ?? []).map((each) => [each.clock, each]))
  return {
    school: termsWith(decided?.terms ?? []),
    length: (clock, fallback): Length => {
      const set = by.get(clock)
      return set?.length && set.unit ? { n: set.length, unit: set.unit } : fallback
    },
    inUseFrom: (clock) => by.get(clock)?.inUseFrom ?? null,
  }
}

interface Setting {
  readonly clock: string
  readonly length: number | null
  readonly unit: Unit | null
  readonly inUseFrom: string | null
}

/** The terms recorded, and for each school year (from September) without any the usual three. */
function termsWith(recorded: readonly SchoolTerm[]): readonly SchoolTerm[] {
  const known = new Set(recorded.map(({ from }) => schoolYear(from)))
  const usual = everyUsualTerm.filter(({ from }) => !known.has(schoolYear(from)))
  return [
    ...usual,
    ...recorded.map(({ name, from, until, breakFrom = null, breakUntil = null }) => ({ name, from, until, breakFrom, breakUntil })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1))
}

const firstYear = 2000
const lastYear = 2045

const everyUsualTerm = commonTerms(firstYear, lastYear)

const schoolYear = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)

/** Sets the length of a local clock, or from when it is used; what was set before stays as history. */
export async function setClock(
  tx: Transaction,
  clock: string,
  { length, inUseFrom }: { readonly length?: Length; readonly inUseFrom?: string | null },
): Promise<void> {
  const there = await tx.query('select id from clock_setting where clock = $1 and withdrawn_at is null', [clock])
  if (there.length === 0) await tx.run(`insert into clock_setting (clock, source) values ($1, 'goldthread')`, [clock])
  if (length)
    await tx.run('update clock_setting set length = $2, unit = $3 where clock = $1 and withdrawn_at is null', [
      clock,
      length.n,
      length.unit,
    ])
  if (inUseFrom !== undefined)
    await tx.run('update clock_setting set in_use_from = $2 where clock = $1 and withdrawn_at is null', [clock, inUseFrom])
}
