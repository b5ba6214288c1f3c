import { dayNumber, plainDay } from '../../src/engine/clocks/days.ts'
import { adultName } from '../names.ts'
import type { Chance } from './chance.ts'
import { addDays, addWorkingDays, daysBetween, earlier, later, workingDay, type Day } from './days.ts'
import type { Problems } from './problems.ts'
import { teamsOf, type Team, type TeamId, type Work } from './teams.ts'
import type { WorldAsked } from './world.ts'

export type { TeamId } from './teams.ts'

export interface Worker {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly team: TeamId
  /** Null for those who are not registered social workers. */
  readonly registration: string | null
  readonly agency: boolean
  readonly fullTime: number
  readonly from: Day
  /** First day on which they no longer work here; far ahead for those who stay. */
  readonly until: Day
  /** First day of the assessed year. */
  readonly newlyQualifiedFrom: Day | null
  readonly manager: boolean
}

/** Who held a child, from which day until which. Between two there may be days on which nobody did. */
export interface Stint {
  readonly worker: Worker
  readonly from: Day
  readonly until: Day
  /** Why the worker before left the child; null for the first. */
  readonly why: WhyChanged | null
}

/** Reason for change of social worker, as the looked-after return has it. */
export type WhyChanged = 'LEFTRL' | 'TSPROC' | 'ORGRST' | 'OTHERS' | 'MANAGE'

/**
 * Who works in a district, in which post, from when until when; and how their teams cope. It is what much else follows from: posts that stay
 * empty raise what the others hold, and what they hold decides what is late.
 */
export interface Workforce {
  readonly teams: readonly Team[]
  readonly workers: readonly Worker[]
  readonly team: (id: TeamId) => Team
  /** Which of the teams that do this work has what this is about. The same for brothers and sisters where `about` is the family’s. */
  readonly teamFor: (work: Work, about: string) => Team
  readonly inPost: (team: TeamId, day: Day) => readonly Worker[]
  /** Who manages a team on a day. Where the post is empty, who stands in from elsewhere. */
  readonly manager: (team: TeamId, day: Day) => Worker
  /** Whom the child is allocated to in a team, one after another. */
  readonly holders: (team: TeamId, about: string, from: Day, until: Day) => readonly Stint[]
  /** Someone of the team on a day: for what duty does. */
  readonly someone: (team: TeamId, about: string, day: Day) => Worker
  /** Says that a team has a child from a day until a day, so that its strain is known. */
  readonly allocate: (team: TeamId, from: Day, until: Day) => void
  /** The name of an adult who does not work for the council. */
  readonly outsider: (chance: Chance) => string
  /** How far a team is beyond what its workers are meant to hold: 0 copes, 1 has half as much again. */
  readonly strain: (team: TeamId, day: Day) => number
}

/** The people of the demonstration who work for the council, in their posts for as long as the history lasts. */
const fixed: readonly (readonly [id: string, name: string, team: TeamId, title: string, manager?: true])[] = [
  ['P101', 'Anita Selwood', 'T01', 'Head of service, children looked after', true],
  ['P103', 'Frances Ashdown', 'T01', 'Director of children’s services', true],
  ['P104', 'Judith Penhallow', 'T01', 'Principal social worker', true],
  ['P105', 'Kavita Deshmane', 'T01', 'Administrator'],
  ['P102', 'Imran Castellan', 'T01', 'Performance analyst'],
  ['P106', 'Martin Eversholt', 'T01', 'Auditor'],
  ['P110', 'Nadia Rahmani', 'T10', 'MASH manager', true],
  ['P140', 'Tom Hargreave', 'T42', 'Team manager', true],
  ['P141', 'Ruth Adeyemi', 'T42', 'Social worker'],
  ['P181', 'Helen Sotiriou', 'T81', 'Independent reviewing officer'],
  ['P191', 'Gethin Marlowe', 'T91', 'Virtual school head', true],
  ['P192', 'Ifeoma Nwachi', 'T91', 'Designated nurse, children looked after'],
]

const never: Day = '2099-12-31'

/** Before anything that is told. */
const longAgo: Day = '1997-09-01'

/** Work in which children are allocated one by one. */
const holdsChildren: ReadonlySet<Work> = new Set([
  'assessment',
  'family support',
  'disabled children',
  'adolescents',
  'looked after',
  'leaving care',
])

interface Making extends WorldAsked {
  readonly district: number
  readonly chance: (...about: readonly string[]) => Chance
  readonly problems: Problems
}

export function workforceOf({ size, from, to, district, chance, planted }: Making): Workforce {
  const teams = teamsOf(size.scale, district)
  const byId = new Map(teams.map((team) => [team.id, team]))
  const workers: Worker[] = []
  const names = new Set<string>(fixed.map(([, name]) => name))
  const began = addDays(from, -400)
  let next = district * 10_000 + 200
  const hired = (team: Team, chanceOf: Chance, more: Partial<Worker> & Pick<Worker, 'from' | 'until'>): Worker => {
    next++
    const registered =
      more.manager === true || (team.work !== 'early help' && team.work !== 'leaving care' && team.work !== 'virtual school')
    const worker: Worker = {
      id: `P${next}`,
      name: freshName(chanceOf, names),
      title: team.title,
      team: team.id,
      registration: registered ? `SW${300_000 + next * 7}` : null,
      agency: false,
      fullTime: chanceOf.happens(0.14) ? chanceOf.pick([0.6, 0.8]) : 1,
      newlyQualifiedFrom: null,
      manager: false,
      ...more,
    }
    workers.push(worker)
    return worker
  }

  for (const team of teams) {
    const held = district === 1 ? fixed.filter(([, , id]) => id === team.id) : []
    for (const [id, name, , title, manager] of held)
      workers.push({
        id,
        name,
        title,
        team: team.id,
        registration: /social worker|manager|reviewing|head of service|director/i.test(title)
          ? `SW${300_000 + Number(id.slice(1)) * 7}`
          : null,
        agency: false,
        fullTime: 1,
        // The administrator has been here longest: she keeps the list of all who came.
        from: title === 'Administrator' ? addDays(longAgo, -120) : addDays(began, -900),
        until: never,
        newlyQualifiedFrom: null,
        manager: manager === true,
      })
    const taken = held.filter(([, , , , manager]) => !manager).length
    for (let post = taken; post < team.posts; post++) fillPost(team, post, false)
    if (team.work !== 'management' && !held.some(([, , , , manager]) => manager)) fillPost(team, 0, true)
  }

  /** One after another in a post. Permanent people stay for years, agency people for months; when one leaves the post is empty for a while. */
  function fillPost(team: Team, post: number, manager: boolean): void {
    const lot = chance('post', team.id, String(post), manager ? 'manager' : '')
    // Some have been here for many years when the history begins: they hold those children who came long before it.
    let day = addDays(began, -(lot.happens(0.4) ? lot.between(1500, 5000) : lot.between(100, 1500)))
    for (let nth = 0; day <= to; nth++) {
      const agency = nth > 0 && lot.happens(agencyShare(team.work, day, planted))
      const newlyQualified =
        !agency &&
        !manager &&
        team.title === 'Social worker' &&
        nth > 0 &&
        lot.happens(team.work === 'looked after' || team.work === 'family support' ? 0.6 : 0.3) &&
        // A post is kept for who qualifies in summer, but not for most of a year.
        daysBetween(day, septemberAfter(day)) < 150
      const starts = newlyQualified ? septemberAfter(day) : workingDay(day)
      let left = addDays(
        nth === 0 ? later(starts, began) : starts,
        Math.round(lot.about(stays(team, starts, agency, manager, planted), 0.7)) + 40,
      )
      // A year in which half of a team leaves.
      const bad =
        planted && (team.id === 'T41' || team.id === 'T43') && !manager && lot.happens(0.55)
          ? addDays('2015-01-19', lot.between(0, 300))
          : null
      if (bad !== null && starts < addDays(bad, -60) && left > bad) left = bad
      const until = left > addDays(to, 300) ? never : workingDay(left)
      if (until > began)
        hired(team, lot, {
          from: starts,
          until,
          agency,
          manager,
          newlyQualifiedFrom: newlyQualified ? starts : null,
          ...(manager ? { title: 'Team manager' } : {}),
        })
      day = addDays(until, Math.round(lot.about(empty(day, planted), 0.8)))
    }
  }

  // Who managed each team before those with whom the history begins: some lives reach back so far.
  for (const team of teams) {
    if (team.work === 'management') continue
    const first = workers.filter((each) => each.team === team.id && each.manager).sort((a, b) => (a.from < b.from ? -1 : 1))[0]
    if (first && first.from > addDays(longAgo, 400))
      hired(team, chance('before', team.id), {
        from: workingDay(longAgo),
        until: first.from,
        manager: true,
        title: first.title,
        fullTime: 1,
      })
  }

  // Who is in post, month by month, is looked up a million times.
  const inTeam = new Map<TeamId, Worker[]>(
    teams.map(({ id }) => [id, workers.filter((each) => each.team === id).sort((a, b) => (a.from < b.from ? -1 : 1))]),
  )
  const found = new Map<string, readonly Worker[]>()
  const inPost = (team: TeamId, day: Day): readonly Worker[] => {
    const key = `${team}${day}`
    const known = found.get(key)
    if (known) return known
    if (found.size > 60_000) found.clear()
    const there = (inTeam.get(team) ?? []).filter((each) => each.from <= day && each.until > day && !each.manager)
    found.set(key, there)
    return there
  }
  const managersOf = new Map<TeamId, Worker[]>(teams.map(({ id }) => [id, (inTeam.get(id) ?? []).filter(({ manager }) => manager)]))
  const standIn = (): Worker => (workers.find(({ id }) => id === 'P101') ?? workers[0]) as Worker
  /** Where a team has none, who manages another team of the same work has both; the head of service only where there is no other. */
  const manager = (id: TeamId, on: Day): Worker => {
    const there = (team: TeamId, day: Day): Worker | undefined => managersOf.get(team)?.find((each) => each.from <= day && each.until > day)
    const day = later(on, began)
    const work = byId.get(id)?.work
    return (
      there(id, on) ??
      there(id, day) ??
      teams.filter((each) => each.work === work && each.id !== id).flatMap((each) => there(each.id, day) ?? [])[0] ??
      [...managersOf.values()].flat().find((each) => each.from <= day && each.until > day) ??
      standIn()
    )
  }

  const capacity = (worker: Worker, day: Day): number =>
    worker.fullTime * (worker.newlyQualifiedFrom !== null && addDays(worker.newlyQualifiedFrom, 365) > day ? 0.55 : 1)
  // Of those long gone nothing is told: who holds a child before that is who did when the history began, the longest serving first.
  const whoWereThere = (team: TeamId, on: Day): readonly Worker[] => {
    if (on >= began) return inPost(team, on)
    const there = inPost(team, began)
    const then = there.filter(({ from }) => from <= on)
    return then.length > 0 ? then : there.slice(0, 2)
  }
  const choose = (team: TeamId, lot: Chance, on: Day): Worker => {
    const there = whoWereThere(team, on)
    return there.length === 0 ? manager(team, on) : lot.weighed(there.map((each) => [each, capacity(each, later(on, began))] as const))
  }

  const team = (id: TeamId): Team => {
    const known = byId.get(id)
    if (!known) throw new Error(`There is no team ${id} in district ${district}`)
    return known
  }
  const doing = (work: Work): readonly Team[] => {
    const these = teams.filter((each) => each.work === work)
    return these.length > 0 ? these : teams.filter((each) => each.work === (work === 'permanence' ? 'looked after' : 'family support'))
  }

  const weekOf = (day: Day): number => Math.floor((dayNumber(day) - dayNumber(began)) / 7)
  const stock = new Map<TeamId, Float64Array>(teams.map(({ id }) => [id, new Float64Array(weekOf(to) + 60)]))
  const strains = new Map<TeamId, Float64Array>()

  /** Children that each worker holds, week by week, of those whose holders were asked for. */
  const loads = new Map<string, Int16Array>()
  const weeksCounted = weekOf(to) + 60
  const weekIn = (day: Day): number => Math.max(0, Math.min(weeksCounted - 1, weekOf(day)))
  const loadOf = (worker: Worker): Int16Array => {
    const known = loads.get(worker.id) ?? new Int16Array(weeksCounted)
    loads.set(worker.id, known)
    return known
  }
  /** What a worker holds in the time in which they would hold one more, as a share of what they can: looked at when it begins, and twice later. */
  const fullness = (worker: Worker, from: Day, until: Day): number => {
    const load = loadOf(worker)
    const [first, last] = [weekIn(from), weekIn(earlier(until, worker.until))]
    const most = Math.max(load[first] ?? 0, load[Math.min(last, first + 9)] ?? 0, load[Math.min(last, first + 26)] ?? 0)
    return (most + 1) / Math.max(0.1, capacity(worker, later(from, began)))
  }
  /** Who is given a child: who has most room, as a manager sees it, who is not wrong by much. Not who leaves next week, where there is another. */
  const allocated = (id: TeamId, lot: Chance, from: Day, until: Day): Worker => {
    const there = whoWereThere(id, from)
    if (there.length === 0) return manager(id, from)
    const soon = addDays(later(from, began), 28)
    const staying = there.filter((each) => each.until > soon)
    let found = there[0] as Worker
    let least = Infinity
    for (const each of staying.length > 0 ? staying : there) {
      const seen = fullness(each, from, until) * (0.9 + 0.2 * lot.next())
      if (seen < least) [found, least] = [each, seen]
    }
    return found
  }
  const holds = (worker: Worker, from: Day, until: Day): void => {
    if (weekOf(from) >= weeksCounted) return
    const load = loadOf(worker)
    for (let week = weekIn(from); week <= weekIn(until); week++) load[week] = (load[week] as number) + 1
  }

  /** Whom brothers and sisters have, team by team: they keep one worker. */
  const ofFamily = new Map<string, (Stint & { readonly last: boolean })[]>()
  const heldBefore = new Map<string, readonly Stint[]>()
  const holders = (id: TeamId, about: string, from: Day, until: Day): readonly Stint[] => {
    const asked = `${id}/${about}/${from}/${until}`
    const known = heldBefore.get(asked)
    if (known) {
      // Asked for by a brother or sister of the same course: one more child. A reviewing officer has them as one.
      if (team(id).work !== 'reviewing') for (const stint of known) holds(stint.worker, stint.from, stint.until)
      return known
    }
    const stints = holdersAnew(id, about, from, until)
    heldBefore.set(asked, stints)
    return stints
  }
  const holdersAnew = (id: TeamId, about: string, from: Day, until: Day): readonly Stint[] => {
    const lot = chance('holders', id, about)
    const family = ofFamily.get(`${id}/${about}`) ?? []
    ofFamily.set(`${id}/${about}`, family)
    const stints: Stint[] = []
    let day = from
    let why: WhyChanged | null = null
    while (day < until && stints.length < 12) {
      const has = family.find((each) => each.from <= day && each.until > day && each.worker.until > day)
      const worker = has?.worker ?? allocated(id, lot, day, until)
      // Where a worker goes on elsewhere in the team’s work, the child changes hands though nobody left.
      const moved = has && !has.last ? has.until : lot.happens(0.12) ? addDays(day, lot.between(120, 420)) : never
      const ends = earlier(worker.until, earlier(moved, until))
      const stint = { worker, from: day, until: ends, why }
      stints.push(stint)
      family.push({ ...stint, last: ends >= until })
      holds(worker, day, ends)
      if (ends >= until) break
      const follows = has && family.find((each) => each.from >= ends && daysBetween(ends, each.from) < 60 && each.worker !== worker)
      if (follows) {
        why = follows.why
        day = follows.from
        continue
      }
      why = ends === worker.until ? 'LEFTRL' : lot.pick(['MANAGE', 'ORGRST', 'OTHERS'] as const)
      const waits =
        ends === worker.until && lot.happens(0.25 + 0.5 * strain(id, ends)) ? lot.between(2, 8 + Math.round(24 * strain(id, ends))) : 0
      day = waits === 0 ? ends : addWorkingDays(ends, waits)
    }
    return stints
  }

  const strain = (id: TeamId, day: Day): number => {
    const week = weekOf(day)
    const known = strains.get(id) ?? new Float64Array(weekOf(to) + 60).fill(-1)
    strains.set(id, known)
    if (week < 0 || week >= known.length) return 0
    if ((known[week] as number) >= 0 && settled) return known[week] as number
    const { caseload } = team(id)
    const monday = plainDay(dayNumber(began) + week * 7)
    const able = inPost(id, monday).reduce((sum, each) => sum + capacity(each, monday), 0) * caseload
    const ratio = able === 0 ? 1.5 : (stock.get(id)?.[week] ?? 0) / able
    // Where nothing is planted no team is ever far beyond what it can hold.
    const found = Math.max(0, Math.min(1, (ratio - 0.95) / 0.5)) * (planted ? 1 : 0.15)
    known[week] = found
    return found
  }
  let settled = false

  /** Where a team holds far more than it can for some weeks, agency workers are brought in for some months. */
  const bringIn = (some: Team): void => {
    const lot = chance('brought in', some.id)
    const most = Math.min(1.4, 26 / some.caseload) * some.caseload
    let short = 0
    for (let week = 0; week <= weekOf(to); week++) {
      const monday = plainDay(dayNumber(began) + week * 7)
      const able = inPost(some.id, monday).reduce((sum, each) => sum + capacity(each, monday), 0)
      const wanted = (stock.get(some.id)?.[week] ?? 0) / most - able
      short = wanted > 0 ? short + 1 : 0
      if (short < 3) continue
      for (let nth = 0; nth < Math.ceil(wanted); nth++)
        hired(some, lot, {
          from: workingDay(addDays(monday, lot.between(3, 18))),
          until: workingDay(addDays(monday, lot.between(120, 330))),
          agency: true,
          fullTime: 1,
        })
      inTeam.set(
        some.id,
        workers.filter((each) => each.team === some.id).sort((a, b) => (a.from < b.from ? -1 : 1)),
      )
      found.clear()
      short = -2
    }
  }
  /** Once all is planned it is known what each team holds, and who was brought in. */
  const settle = (): void => {
    if (settled) return
    for (const each of teams) if (holdsChildren.has(each.work)) bringIn(each)
    settled = true
  }

  return {
    teams,
    workers,
    team,
    teamFor: (work, about) => chance('team', work, about).pick(doing(work)),
    inPost,
    manager,
    holders: (...asked) => {
      settle()
      return holders(...asked)
    },
    someone: (id, about, day) => choose(id, chance('someone', id, about, day), day),
    allocate: (id, starts, until) => {
      const weeks = stock.get(id)
      if (!weeks) throw new Error(`There is no team ${id} in district ${district}`)
      const last = Math.min(weeks.length - 1, weekOf(until))
      for (let week = Math.max(0, weekOf(later(starts, began))); week <= last; week++) weeks[week] = (weeks[week] as number) + 1
    },
    strain,
    outsider: (lot) => {
      for (;;) {
        const name = adultName(lot)
        if (!names.has(name)) return name
      }
    },
  }
}

/** A name that nobody else who worked in the district has. */
function freshName(lot: Chance, taken: Set<string>): string {
  for (let tries = 0; ; tries++) {
    const name = tries < 30 ? adultName(lot) : `${adultName(lot)}-${adultName(lot).split(' ').at(-1) ?? ''}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

/** Days that someone stays. Turnover is highest in 2015, in the front-line teams. */
function stays(team: Team, day: Day, agency: boolean, manager: boolean, planted: boolean): number {
  if (agency) return 260
  const years = manager ? 4 : 3.2
  const hard =
    planted &&
    day >= '2013-06-01' &&
    day < '2015-10-01' &&
    ['assessment', 'family support', 'looked after', 'leaving care'].includes(team.work)
  return 365 * (hard ? 1.5 : years)
}

function agencyShare(work: Work, day: Day, planted: boolean): number {
  if (!planted) return 0.12
  const front = ['front door', 'assessment', 'family support', 'adolescents'].includes(work)
  if (day < '2014-06-01') return 0.22
  if (day < '2016-10-01') return front ? 0.72 : 0.4
  return front ? 0.35 : 0.15
}

/** Days that a post is empty. */
function empty(day: Day, planted: boolean): number {
  if (!planted) return 35
  return day >= '2014-09-01' && day < '2016-02-01' ? 120 : day < '2017-01-01' ? 70 : 40
}

function septemberAfter(day: Day): Day {
  const year = Number(day.slice(0, 4)) + (day.slice(5) > '09-10' ? 1 : 0)
  return workingDay(`${year}-09-07`)
}
