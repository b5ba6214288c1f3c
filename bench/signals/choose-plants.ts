import type { Authority, Team } from './authority.ts'
import { between, lot, purpose } from './chance.ts'
import { monthFrom } from './calendar.ts'
import { plantKinds, type Plant, type PlantKind, type PlantSize } from './plants.ts'
import type { Process } from './process.ts'
import { processOf, type ProcessId } from './processes.ts'
import type { Where } from './truth.ts'

/** Which problems are planted in an authority: as many as three, of different processes, or none in every fifth. */

const [forKind, forSize, forProcess, forPlace, forOnset, forPosts] = ['kind', 'size', 'process', 'place', 'onset', 'posts'].map((words) =>
  purpose(`plant: ${words}`),
) as [number, number, number, number, number, number]

const sizes = ['small', 'middling', 'large'] as const

/** How large a problem of each size is: points as a share, a share of the cases, or a share more. */
const amounts: Readonly<Record<PlantKind, readonly [number, number, number]>> = {
  shift: [0.08, 0.15, 0.28],
  trend: [0.12, 0.2, 0.32],
  outlier: [0.15, 0.3, 0.5],
  apart: [0.1, 0.16, 0.26],
  volume: [0.15, 0.3, 0.6],
  'worker leaves': [1, 2, 3],
  unrecorded: [0.35, 0.65, 1],
  words: [0.2, 0.4, 0.7],
  text: [0.15, 0.35, 0.7],
  'late entry': [0.2, 0.4, 0.7],
  between: [0.4, 0.7, 1],
  group: [0.12, 0.2, 0.32],
}

const visits = ['protectionVisit', 'needVisit', 'careVisit'] as const
const timely = [
  'decision',
  'seenEarly',
  'assessment',
  'conference',
  'conferenceRecord',
  'protectionVisit',
  'seenAlone',
  'protectionReview',
  'coreGroup',
  'needVisit',
  'needReview',
  'careVisit',
  'careReview',
  'tookPart',
  'reviewRecord',
  'planUpdate',
  'firstHealth',
  'healthReview',
  'dental',
  'firstEducationPlan',
  'educationPlan',
  'offered',
  'accepted',
  'interview',
  'pathwayReview',
  'supervision',
  'discussed',
  'comingBack',
] as const satisfies readonly ProcessId[]

/** The processes in which a problem of a kind may be planted. */
const mayBe: Readonly<Record<PlantKind, readonly ProcessId[]>> = {
  shift: timely,
  trend: timely,
  outlier: [
    'decision',
    'assessment',
    'protectionVisit',
    'needVisit',
    'coreGroup',
    'conferenceRecord',
    'reviewRecord',
    'offered',
    'discussed',
  ],
  apart: ['assessment', 'protectionVisit', 'needVisit', 'careVisit', 'reviewRecord', 'planUpdate', 'needReview', 'discussed'],
  volume: ['referral'],
  'worker leaves': ['needVisit'],
  unrecorded: [
    'seen',
    'childsView',
    'seenAlone',
    'coreGroup',
    'needReview',
    'planUpdate',
    'firstHealth',
    'conferenceRecord',
    'discussed',
    'offered',
  ],
  words: ['multiple', 'otherSource', 'otherFactor', 'edge'],
  text: ['sameText', 'workersText', 'onlyAgreed'],
  'late entry': ['reviewRecord', 'conferenceRecord', 'writtenUp'],
  between: ['exploitation'],
  group: ['protectionVisit', 'needVisit', 'careVisit', 'assessment'],
}

const firstOnset = monthFrom('2021-04')
const lastOnset = monthFrom('2024-06')
/** A place that was apart was so from before the records begin. */
const ever = monthFrom('2015-01')

/**
 * @param plain the authority without problems
 * @param kinds the kinds that may be chosen
 */
export function choosePlants(plain: Authority, kinds: readonly PlantKind[] = plantKinds): readonly Plant[] {
  const { seed } = plain
  if (seed % 5 === 0 && kinds.length === plantKinds.length) return []
  const chosen: Plant[] = []
  const taken = new Set<ProcessId>()
  for (let nth = 0; nth < 3; nth += 1) {
    // Kinds and sizes take turns over the seeds, so that a few seeds have something of each.
    const kind = kinds[(seed * 3 + nth + Math.floor(lot(seed, forKind, 0) * 2)) % kinds.length]
    if (kind === undefined || (kinds.length < 3 && nth >= kinds.length)) continue
    const size = sizes[(seed + nth + Math.floor(lot(seed, forSize, nth, plain.size) * 3)) % sizes.length] ?? 'middling'
    const open = mayBe[kind].filter(
      (process) => plain.records(process) && !taken.has(process) && (process !== 'childsView' || plain.records('sameText')),
    )
    const process = open[Math.floor(lot(seed, forProcess, nth) * open.length)]
    if (process === undefined) continue
    const plant = plantOf(plain, kind, size, process, nth)
    if (plant.processes.some((each) => taken.has(each))) continue
    for (const each of plant.processes) taken.add(each)
    chosen.push(plant)
  }
  return chosen
}

/** A problem of this kind, size and process, in a place and from a month drawn from the authority’s seed. */
export function plantOf(plain: Authority, kind: PlantKind, size: PlantSize, process: ProcessId, nth: number): Plant {
  const { seed } = plain
  const told: Process = processOf(process)
  const amount = amounts[kind][sizes.indexOf(size)] ?? 0
  const onset = kind === 'apart' ? ever : between(lot(seed, forOnset, nth), firstOnset, lastOnset)
  const team = teamFor(plain, told, nth)
  const where = placeFor(plain, kind, told, team, nth)
  const leaving = kind === 'worker leaves'
  const writing = process === 'workersText'
  const posts = leaving || writing ? postsOf(team, leaving ? amount : 1, seed, nth) : []
  const processes: readonly ProcessId[] = leaving ? ['needVisit', 'protectionVisit', 'discussed'] : [process]
  const measures = processes.flatMap((each) => processOf(each).measures)
  return {
    id: `${seed}.${nth + 1}`,
    kind,
    size,
    says: `${kind}: ${leaving ? `${amount} of the team’s workers leave` : told.says}`,
    processes,
    where: leaving || writing ? { team: team?.id ?? '' } : where,
    onset,
    until: kind === 'outlier' ? onset + 1 : leaving ? onset + 6 : Infinity,
    amount,
    raises: leaving ? false : told.unwelcome === true || kind === 'volume',
    posts,
    measures: [...new Set(leaving ? [...measures, 'cpp-unallocated', 'sup-frequency'] : measures)],
    speaksOf: speaks[kind] ?? [],
    follows: [...new Set([...processes.flatMap((each) => processOf(each).follows ?? []), ...(follows[kind] ?? [])])],
  }
}

const speaks: Readonly<Partial<Record<PlantKind, Plant['speaksOf']>>> = {
  unrecorded: ['record'],
  'late entry': ['record'],
  words: ['words'],
  text: ['text'],
  between: ['between'],
}

const follows: Readonly<Partial<Record<PlantKind, readonly string[]>>> = {
  'worker leaves': ['cpp-seen-alone', 'wf-caseload', 'wf-caseload-max', 'cla-worker-changes'],
  // More children through the door are more of everything behind it, and slower work is not planted.
  volume: [
    'contact-to-referral',
    're-referrals',
    'assessments-rate',
    's47-rate',
    'icpc-rate',
    'cpp-number',
    'cpp-rate',
    'cpp-starts',
    'cpp-ends',
    'cpp-unallocated',
    'cin-number',
    'cin-rate',
    'cin-plan-number',
    'cla-number',
    'cla-rate',
    'cla-starts',
    'cla-starts-rate',
    'cla-ends',
    'cla-ends-rate',
    'cla-placement-type',
    'missing-episodes',
    'missing-home',
    'wf-caseload',
    'wf-caseload-max',
    'cin-over-9m',
    'assessments-open-over-45',
    'leavers-number',
  ],
  between: ['assessment-factors', 'assessments-rate'],
}

function teamFor(plain: Authority, { by }: Process, nth: number): Team | null {
  const teams = plain.byKind[by ?? 'family']
  return teams[Math.floor(lot(plain.seed, forPlace, nth) * teams.length)] ?? null
}

function placeFor(plain: Authority, kind: PlantKind, { by, id }: Process, team: Team | null, nth: number): Where {
  const { seed } = plain
  const share = lot(seed, forPlace, nth, 1)
  if (kind === 'group') {
    const groups: readonly Where[] = [{ disability: 'yes' }, { ethnicity: 'B' }, { ethnicity: 'A' }, { ethnicity: 'M' }]
    return groups[Math.floor(share * groups.length)] ?? {}
  }
  const inTeam: Where = by !== null && team ? { team: team.id } : {}
  if (kind === 'apart') {
    const ofCare = by === 'care'
    if (ofCare && share < 0.4) return { provider: 'PR4' }
    if ((visits as readonly string[]).includes(id) && share < 0.6) return { age: share < 0.5 ? '16' : '1' }
    return inTeam
  }
  if (kind === 'volume' || kind === 'words' || kind === 'between') return {}
  return share < 0.5 ? {} : inTeam
}

function postsOf(team: Team | null, many: number, seed: number, nth: number): readonly number[] {
  const posts = team?.posts ?? []
  const first = Math.floor(lot(seed, forPosts, nth) * posts.length)
  return Array.from({ length: Math.min(many, posts.length) }, (_, place) => posts[(first + place) % posts.length]?.number ?? -1)
}
