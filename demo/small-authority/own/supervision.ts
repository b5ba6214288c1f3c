import { addDays } from '../days.ts'
import type { Day } from '../days.ts'
import type { Life } from '../life.ts'
import { workerNamed, workers } from '../people.ts'
import { again } from './promptly.ts'
import { chanceOf, type OwnTelling } from './telling.ts'
import { joined, managerOf, managerOn, never } from './whose.ts'

/** From when the council records supervision and management oversight in Goldthread’s tables. */
const recordedFrom: Day = '2014-11-03'

/** Each child who is worked with is discussed in supervision, every six weeks or so. */
export function discussedInSupervision(life: Life, own: OwnTelling): void {
  const plans = life.referrals.flatMap(({ cinPlans, protectionPlans }) => [...cinPlans, ...protectionPlans])
  const worked = life.involvements.filter(({ role }) => role === 'CW')
  for (const { from, until } of joined([...plans, ...life.care, ...worked])) {
    const first = from < recordedFrom ? addDays(recordedFrom, chanceOf(life.id, from, 'first').between(0, 30)) : from
    if (until !== null && until <= first) continue
    for (const on of again(chanceOf(life.id, from, 'supervision'), first, until ?? never, { every: 42, lateness: { late: 17, by: 24 } }))
      own.tell('management_oversight', life.id, on, {
        recorded_on: on,
        by_id: managerOn(life, on),
        occasion: 'supervision',
        decision: chanceOf(life.id, on).pick(decisions),
      })
  }
}

const decisions = [
  'The plan holds. Next: see the bedroom, ask about sleep.',
  'Bring the date of the review forward if school falls below 90%.',
  'Ask the grandparents what they could offer, and by when.',
  'Write to health again, and copy the designated nurse.',
  'Time with brothers and sisters is to be kept, whatever else moves.',
  'Agree with the family what must change by the next review.',
]

/** The last supervision of those in Looked After Team 2: nobody’s before it is told by hand. */
const lastHeld: Readonly<Record<string, Day>> = {
  'Dean Ormsby': '2016-01-12',
  'Marcus Bell': '2016-02-04',
  'Ruth Adeyemi': '2016-02-11',
  'Sunita Rao-Lang': '2016-02-18',
  'Chloe Fenwright': '2016-02-25',
  'Bea Holloway': '2016-02-02',
}

const qualifiedOn: Day = '2015-09-14'

/** Supervision of everyone who holds children, and what the case system does not know of workers. */
export function workersSupervised(lives: readonly Life[], own: OwnTelling): void {
  for (const worker of workers) {
    const held = lives.flatMap(({ involvements }) => involvements).filter((each) => each.worker === worker.name && each.role === 'CW')
    const first = held.map(({ from }) => from).sort()[0]
    if (first !== undefined)
      for (const on of supervisedOn(worker.name, first))
        own.tell('supervision', worker.id, on, {
          worker_id: worker.id,
          held_on: on,
          held_by_id: worker.title.includes('manager') ? 'P101' : managerOf(worker.team),
          reflective: chanceOf(worker.id, on).inHundred(60) ? 'Y' : 'N',
          next_on: addDays(on, worker.name === 'Chloe Fenwright' ? 14 : 28),
        })
    if (worker.registration !== null && worker.name !== 'Chloe Fenwright')
      for (const year of [2012, 2014])
        own.tell('registration_renewal', worker.id, `${year}-11-01`, {
          worker_id: worker.id,
          renewed_on: `${year}-${chanceOf(worker.id, String(year)).pick(['10-06', '10-20', '11-03', '11-17', '11-27'])}`,
          learning_recorded: 'Y',
        })
  }
  own.complete('professional', {
    professional_id: workerNamed('Chloe Fenwright').id,
    newly_qualified_from: qualifiedOn,
    caseload_limit: 12,
  })
  own.complete('professional', { professional_id: workerNamed('Bea Holloway').id, left_on: own.day >= '2016-02-01' ? '2016-02-19' : '' })
  own.tell('newly_qualified_review', 'P145', '2015-12-10', {
    worker_id: 'P145',
    stage: '3',
    held_on: '2015-12-10',
    assessor_id: 'P140',
    outcome: 'ON',
  })
}

function supervisedOn(name: string, first: Day): readonly Day[] {
  const last = lastHeld[name]
  if (name === 'Chloe Fenwright') return chloes
  const from = first < recordedFrom ? recordedFrom : first
  const until = last === undefined ? never : addDays(last, -12)
  const days = again(chanceOf(name, 'supervised'), from, until, { every: 29, firstWithin: 24, lateness: { late: 10, by: 8 } })
  return last === undefined ? days : [...days, last]
}

/** Weekly for six weeks, then every fortnight. */
const chloes: readonly Day[] = [
  ...[1, 2, 3, 4, 5, 6].map((week) => addDays(qualifiedOn, 7 * week - 1)).map((day) => addDays(day, -2)),
  ...['2015-11-05', '2015-11-19', '2015-12-03', '2015-12-17', '2015-12-31', '2016-01-14', '2016-01-28', '2016-02-11', '2016-02-25'],
]
