import { professional, team as teamKind } from '../../../src/authority/records.ts'
import { newlyQualifiedReview, registrationRenewal, supervision, workerAbsence } from '../../../src/oversight/records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addMonths, later, workingDay, type Day } from '../days.ts'
import { Telling, type Told } from '../telling.ts'
import { composed, some } from '../words.ts'
import type { Worker } from '../workforce.ts'
import type { World } from '../world.ts'
import { actions, forManagers, forOthers, reflections, reviewNotes, vague, vaguer, type Action } from './supervision-words.ts'
import { awayOf, sessionsOf, supervisorOf, upToWorkingDay, writtenFrom, type Session } from './sessions.ts'

/** Numbers of the children discussed in a worker’s supervision on a day. */
export type Discussed = (worker: string, day: Day) => readonly string[]

/**
 * Tells the teams of a district and everyone who works there: who they are, when they came and left, their supervision, absences, the reviews
 * of the newly qualified and the renewals of registration. The numbers of `team` and `professional` records are those of the workforce.
 * @param discussed which children were discussed when (`discussedOver` says it); nobody where it is not known yet
 */
export function tellWorkers(world: World, discussed: Discussed = () => []): readonly Told[] {
  const { workforce } = world
  const first = workforce.workers.reduce((day, { from }) => (from < day ? from : day), writtenFrom(world))
  const records: Told[] = []
  for (const each of workforce.teams) {
    const telling = new Telling(world, each.id, null)
    const by = clerkOf(world, workforce.manager(each.id, world.from))
    telling.tell(
      teamKind,
      { name: each.name, parent: each.parent },
      { on: addDays(first, -60), recorded: addDays(first, -60), by },
      each.id,
    )
    records.push(...telling.records)
  }
  for (const worker of workforce.workers) {
    const telling = new Telling(world, worker.id, null)
    tellWorker(telling, worker)
    // Of those long gone only who they were is told.
    if (worker.until > writtenFrom(world)) {
      tellAway(telling, worker)
      tellAssessedYear(telling, worker)
      tellRegistration(telling, worker)
      tellSupervision(telling, worker, discussed)
    }
    records.push(...telling.records)
  }
  return records
}

/** Who keeps the list of workers: the administrator, where there is one. */
const clerkOf = ({ workforce }: World, otherwise: Worker): Worker =>
  workforce.workers.find(({ title }) => title === 'Administrator') ?? otherwise

const never: Day = '2099-01-01'

function tellWorker(telling: Telling, worker: Worker): void {
  const { world } = telling
  const lot = world.chance('worker', worker.id)
  const by = clerkOf(world, supervisorOf(world, worker, worker.from))
  const team = world.workforce.team(worker.team)
  // On the list before the first day, so that nothing can refer to somebody who is not there yet.
  const listed = addDays(worker.from, -lot.between(3, 14))
  const told = telling.tell(
    professional,
    {
      staffId: worker.id,
      name: worker.name,
      registration: worker.registration,
      agencyWorker: worker.agency,
      jobTitle: worker.title,
      department: team.name,
      fullTimeEquivalent: String(worker.fullTime),
    },
    { on: listed, recorded: listed, by },
    worker.id,
  )
  const { newlyQualifiedFrom, until } = worker
  const limits = caseloadLimits(worker)
  for (const [on, caseloadLimit] of limits) {
    const newly = on === newlyQualifiedFrom ? { newlyQualifiedFrom } : {}
    telling.amend(told, professional, { ...newly, caseloadLimit }, { on, recorded: on, by })
  }
  if (until >= never) return
  const notice = addDays(until, worker.agency ? -lot.between(5, 14) : -lot.between(25, 40))
  const on = later(notice, addDays(worker.from, 20))
  if (on < until) telling.amend(told, professional, { leftOn: until }, { on, recorded: workingDay(on), by })
}

/** Children a social worker is to hold at most: in the assessed year, after it, and after three years in post, as seniors do. */
const mostChildren = { newlyQualified: 14, usual: 18, senior: 20 } as const

/** The limits agreed for a worker, each from its day; less for who works part of the week. None for those who hold no cases. */
function caseloadLimits({ title, from, until, fullTime, newlyQualifiedFrom }: Worker): readonly (readonly [Day, number])[] {
  if (title !== 'Social worker') return []
  const limit = (most: number): number => Math.round(most * fullTime)
  const steps: readonly (readonly [Day, number])[] = [
    newlyQualifiedFrom === null ? [from, limit(mostChildren.usual)] : [newlyQualifiedFrom, limit(mostChildren.newlyQualified)],
    ...(newlyQualifiedFrom === null ? [] : [[workingDay(addMonths(newlyQualifiedFrom, 12)), limit(mostChildren.usual)] as const]),
    [workingDay(addMonths(from, 36)), limit(mostChildren.senior)],
  ]
  return steps.filter(([on]) => on < until)
}

function tellAway(telling: Telling, worker: Worker): void {
  for (const { from, until, because } of awayOf(telling.world, worker)) {
    const by = supervisorOf(telling.world, worker, from)
    const told = telling.tell(
      workerAbsence,
      { worker: worker.id, startedOn: from, awayBecause: because, endedOn: because === 'ILL' ? null : until },
      { on: from, by },
    )
    telling.amend(told, workerAbsence, { endedOn: until }, { on: until, by })
  }
}

const stages = [3, 6, 12] as const

/** Reviews at three, six and twelve months (guidance on the assessed and supported year). Who is not ready at twelve is looked at again. */
function tellAssessedYear(telling: Telling, worker: Worker): void {
  const began = worker.newlyQualifiedFrom
  if (began === null) return
  const lot = telling.world.chance('assessed year', worker.id)
  const review = (stage: 3 | 6 | 12, on: Day, outcome: string): void => {
    if (on >= worker.until) return
    const assessor = supervisorOf(telling.world, worker, on)
    const notes = composed(lot, reviewNotes[outcome] ?? [], { forename: worker.name.split(' ')[0] ?? '' })
    telling.tell(
      newlyQualifiedReview,
      { worker: worker.id, stage: String(stage), heldOn: on, assessor: assessor.id, outcome, notes },
      { on, by: assessor },
    )
  }
  for (const stage of stages) {
    const due = addMonths(began, stage)
    const on = lot.happens(0.88) ? upToWorkingDay(addDays(due, -lot.between(0, 12))) : workingDay(addDays(due, lot.between(2, 26)))
    const final = stage === 12
    const outcome = lot.happens(0.9) ? (final ? 'PASS' : 'ON') : final ? 'DEFER' : 'MORE'
    review(stage, on, outcome)
    if (outcome === 'DEFER') review(12, workingDay(addDays(on, lot.between(70, 100))), 'PASS')
  }
}

/** Registers asked for it every second autumn until 2018, every autumn from 2020. What was renewed before somebody came is known when they come. */
function tellRegistration(telling: Telling, worker: Worker): void {
  if (worker.registration === null) return
  const { world } = telling
  const began = later(worker.from, writtenFrom(world))
  const days: Day[] = []
  for (let year = Number(began.slice(0, 4)) - 2; year <= Number(world.to.slice(0, 4)); year++) {
    if (year % 2 === 1 && year < 2020) continue
    const lot = world.chance('registration', worker.id, String(year))
    days.push(workingDay(lot.happens(0.975) ? addDays(`${year}-09-03`, lot.between(0, 84)) : addDays(`${year}-12-01`, lot.between(0, 24))))
  }
  const before = worker.newlyQualifiedFrom === null ? days.filter((day) => day < began).slice(-1) : []
  for (const renewedOn of [...before, ...days.filter((day) => day >= began && day < worker.until)]) {
    const on = later(renewedOn, began)
    const learningRecorded = world.chance('learning', worker.id, renewedOn).happens(0.97)
    telling.tell(registrationRenewal, { worker: worker.id, renewedOn, learningRecorded }, { on, by: supervisorOf(world, worker, on) })
  }
}

function tellSupervision(telling: Telling, worker: Worker, discussed: Discussed): void {
  const { world } = telling
  const holds = world.workforce.team(worker.team).caseload > 0
  const lot = world.chance('what was said in supervision', worker.id)
  let before: readonly Action[] = []
  for (const session of sessionsOf(world, worker)) {
    const children = discussed(worker.id, session.on)
    const agreed = some(lot, worker.manager ? forManagers : holds ? actions : forOthers, 2, 3)
    const slip = lot.happens(0.012)
    const { on, by, reflective } = session
    const made = telling.tell(
      supervision,
      {
        worker: worker.id,
        heldOn: on,
        heldBy: by.id,
        reflective: slip ? !reflective : reflective,
        childrenDiscussed: children.length === 0 ? null : children.join(', '),
        actions: wordsOf(lot, session, before, agreed, children, worker),
        nextOn: session.nextOn,
      },
      { on, by },
    )
    if (slip) telling.amend(made, supervision, { reflective }, { on: addDays(on, lot.between(3, 30)), by, reason: 'Ticked by mistake' })
    before = agreed
  }
}

function wordsOf(
  lot: Chance,
  session: Session,
  before: readonly Action[],
  agreed: readonly Action[],
  children: readonly string[],
  worker: Worker,
): string {
  if (!session.followedUp && !session.reflective) return composed(lot, [vague, lot.happens(0.5) ? vaguer : ''])
  const about = (words: string): string => words.replace('{child}', children.length === 0 ? 'the child in question' : lot.pick(children))
  const parts: string[] = []
  if (session.followedUp && before.length > 0) {
    const takenUp = before.map(([toDo, done]) =>
      lot.happens(0.82) ? done : `${lot.pick(['not yet', 'still open', 'carried over'])}: ${about(toDo)}`,
    )
    parts.push(`From last time: ${takenUp.join('; ')}.`)
  }
  if (session.reflective) parts.push(composed(lot, reflections, { forename: worker.name.split(' ')[0] ?? '' }))
  parts.push(`${lot.pick(['Agreed', 'By next time', 'Now', 'To do'])}: ${agreed.map(([toDo]) => about(toDo)).join('; ')}.`)
  return parts.join(' ')
}
