/** By what measures of children are parted, and how each stood on every day of a child's life. */
import { professional, team } from '../authority/records.ts'
import { birthday } from '../engine/clocks/days.ts'
import type { Said } from '../engine/clocks/thread.ts'
import { always, dimension, oneAtATime, type Spell } from '../engine/measures/dimension.ts'
import { codeList } from '../engine/records/kind.ts'
import { involvement } from './allocation/records.ts'
import { legalStatus as legalStatusRecord } from './court/records.ts'
import { careEpisode, placement } from './looked-after/records.ts'
import { legalStatuses, placementProviders } from './looked-after/code-lists.ts'
import { categoriesOfAbuse } from './protection/code-lists.ts'
import { childProtectionPlan } from './protection/records.ts'
import { disability as disabilityRecord, immigrationStatus, person } from './person/records.ts'
import { sexes } from './person/code-lists.ts'

const yesOrNo = (name: string, yes: string, no: string) =>
  codeList(name, 'Goldthread', [
    { code: 'yes', label: yes },
    { code: 'no', label: no },
  ])

/** The age bands of the DfE's tables of children looked after, with those who have left care. */
const bands = [
  ['0', 0, 'Under 1'],
  ['1', 1, '1 to 4'],
  ['5', 5, '5 to 9'],
  ['10', 10, '10 to 15'],
  ['16', 16, '16 and 17'],
  ['18', 18, '18 and over'],
] as const

/** Children not yet born are in the band of those under 1. A band begins on the birthday. */
export const ageBand = dimension({
  id: 'age',
  label: 'Age',
  about: person,
  reads: [],
  values: codeList(
    'Age',
    'Department for Education, children looked after: age bands',
    bands.map(([code, , label]) => ({ code, label })),
  ),
  spells: (thread) => {
    const { bornOn, expectedOn } = thread.about(person)
    if (bornOn === null) return expectedOn === null ? [] : always('0')
    return bands.map(([value, from], place): Spell => {
      const next = bands[place + 1]
      return { from: from === 0 ? null : birthday(bornOn, from), until: next ? birthday(bornOn, next[1]) : null, value }
    })
  },
})

export const sex = dimension({
  id: 'sex',
  label: 'Sex',
  about: person,
  reads: [],
  values: sexes,
  spells: (thread) => always(thread.about(person).sex),
})

/** The five groups of the census, from the first letter of the code. */
const ethnicGroups = codeList('Ethnic group', 'Children in need census: groups of the ethnicity codes', [
  { code: 'W', label: 'White' },
  { code: 'M', label: 'Mixed' },
  { code: 'A', label: 'Asian or Asian British' },
  { code: 'B', label: 'Black or Black British' },
  { code: 'O', label: 'Other ethnic group' },
])

const ethnicGroup = dimension({
  id: 'ethnicity',
  label: 'Ethnic group',
  about: person,
  reads: [],
  values: ethnicGroups,
  spells: (thread) => {
    const { ethnicity } = thread.about(person)
    if (ethnicity === null || ['REFU', 'NOBT', 'UNKNOWN'].includes(ethnicity)) return []
    return always(ethnicity === 'CHNE' || ethnicity === 'OOTH' ? 'O' : ethnicity.charAt(0))
  },
})

/** Whether a disability is recorded. That none is recorded is not that there is none; NONE says so. */
const disabled = dimension({
  id: 'disability',
  label: 'Disability',
  about: person,
  reads: [disabilityRecord],
  values: yesOrNo('Disability', 'Disability recorded', 'No disability recorded'),
  spells: (thread) => always(thread.all(disabilityRecord).some(({ code }) => code !== null && code !== 'NONE') ? 'yes' : 'no'),
})

/** In the dataset's words or a council's own. Who was once an unaccompanied child stays one here, as the published tables count them. */
export const wasUnaccompanied = ({ status }: Said<(typeof immigrationStatus)['fields']>): boolean =>
  status !== null && /^(u|uasc)$|unaccompanied/i.test(status.trim())

export const unaccompanied = dimension({
  id: 'unaccompanied',
  label: 'Unaccompanied or not',
  about: person,
  reads: [immigrationStatus],
  values: yesOrNo('Unaccompanied', 'Unaccompanied asylum-seeking', 'Not unaccompanied'),
  spells: (thread) => always(thread.all(immigrationStatus).some(wasUnaccompanied) ? 'yes' : 'no'),
})

type Involvement = Said<(typeof involvement)['fields']>

/** Who holds the case: case workers, or where the case system names none, whoever is involved (as in `allocation/holders.ts`). */
const heldBy = (involvements: readonly Involvement[], whom: (each: Involvement) => string | null): readonly Spell[] => {
  const named = involvements.some(({ role }) => role === 'CW')
  return oneAtATime(
    involvements.flatMap((each): Spell[] => {
      const value = whom(each)
      const holds = named ? each.role === 'CW' : each.role === null
      return value === null || !holds ? [] : [{ from: each.startedOn, until: each.endedOn, value }]
    }),
  )
}

const byTeam = dimension({
  id: 'team',
  label: 'Team',
  about: person,
  reads: [involvement],
  values: team,
  spells: (thread) => heldBy(thread.all(involvement), (each) => each.team),
})

/** Workers are many: counts by them are made when asked, and shown to who may see who holds whom. */
const byWorker = dimension({
  id: 'worker',
  label: 'Worker',
  about: person,
  reads: [involvement],
  values: professional,
  counted: false,
  spells: (thread) => heldBy(thread.all(involvement), (each) => each.worker),
})

export const category = dimension({
  id: 'category',
  label: 'Category of abuse',
  about: person,
  reads: [childProtectionPlan],
  values: categoriesOfAbuse,
  spells: (thread) =>
    oneAtATime(
      thread
        .all(childProtectionPlan)
        .flatMap(({ startedOn, endedOn, latestCategory, initialCategory }) =>
          startedOn === null
            ? []
            : (latestCategory ?? initialCategory) === null
              ? []
              : [{ from: startedOn, until: endedOn, value: (latestCategory ?? initialCategory) as string }],
        ),
    ),
})

export const legalStatus = dimension({
  id: 'legal-status',
  label: 'Legal status',
  about: person,
  reads: [legalStatusRecord, careEpisode],
  values: legalStatuses,
  spells: (thread) => {
    const recorded = thread.all(legalStatusRecord).flatMap(({ status, startedOn, endedOn }) => spell(status, startedOn, endedOn))
    return oneAtATime(
      recorded.length > 0 ? recorded : thread.all(careEpisode).flatMap((each) => spell(each.legalStatus, each.startedOn, each.endedOn)),
    )
  },
})

const spell = (value: string | null, from: string | null, until: string | null): Spell[] =>
  value === null || from === null ? [] : [{ from, until, value }]

/** The kinds of placement as the DfE's tables put them together. */
const placementGroups = codeList('Placement', 'Department for Education, children looked after: placement types', [
  { code: 'foster', label: 'Foster care' },
  { code: 'adoption', label: 'Placed for adoption' },
  { code: 'parents', label: 'With parents' },
  { code: 'home', label: 'Children’s home' },
  { code: 'secure', label: 'Secure home or custody' },
  { code: 'supported', label: 'Supported or independent living' },
  { code: 'residential', label: 'Residential school, care or hospital' },
  { code: 'temporary', label: 'Temporary' },
  { code: 'other', label: 'Other' },
])

/** Into which of them a placement type falls. */
export function placementGroupOf(type: string): string {
  if (/^U/.test(type)) return 'foster'
  if (/^A/.test(type)) return 'adoption'
  if (type === 'P1') return 'parents'
  if (type === 'K2') return 'home'
  if (type === 'K1' || type === 'R5') return 'secure'
  if (['H5', 'K3', 'P2', 'P3'].includes(type)) return 'supported'
  if (['R1', 'R2', 'R3', 'S1'].includes(type)) return 'residential'
  return /^T/.test(type) ? 'temporary' : 'other'
}

export const placementType = dimension({
  id: 'placement',
  label: 'Placement',
  about: person,
  reads: [placement],
  values: placementGroups,
  spells: (thread) =>
    oneAtATime(thread.all(placement).flatMap(({ type, startedOn, endedOn }) => spell(type && placementGroupOf(type), startedOn, endedOn))),
})

const provider = dimension({
  id: 'provider',
  label: 'Placement provider',
  about: person,
  reads: [placement],
  values: placementProviders,
  spells: (thread) => oneAtATime(thread.all(placement).flatMap(({ provider: by, startedOn, endedOn }) => spell(by, startedOn, endedOn))),
})

const place = dimension({
  id: 'area',
  label: 'In or out of area',
  about: person,
  reads: [placement],
  values: codeList('Place', 'Goldthread', [
    { code: 'in', label: 'In the authority’s area' },
    { code: 'out', label: 'Outside the area' },
  ]),
  spells: (thread) =>
    oneAtATime(
      thread
        .all(placement)
        .flatMap(({ outsideArea, startedOn, endedOn }) =>
          spell(outsideArea === null ? null : outsideArea ? 'out' : 'in', startedOn, endedOn),
        ),
    ),
})

/** What every measure of children is parted by. */
export const ofChildren = [ageBand, sex, ethnicGroup, disabled, byTeam, byWorker] as const
/** What measures of children in care are parted by besides. */
export const inCare = [unaccompanied, legalStatus, placementType, provider, place] as const

/** All of them. */
export const childDimensions = [...ofChildren, category, ...inCare] as const
