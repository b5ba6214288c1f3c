import { addDays, addYears, addWorkingDays } from '../days.ts'
import type { Day } from '../days.ts'
import { again, done } from './promptly.ts'
import { chanceOf, type OwnTelling } from './telling.ts'
import { never } from './whose.ts'

/** Households whom Estuary has approved to foster, or who have asked to. */
interface Household {
  readonly number: string
  readonly name: string
  readonly approved: Day | null
  readonly places: number
  readonly kin: boolean
  readonly ended: Day | null
  readonly two: boolean
}

const household = (number: string, name: string, approved: Day | null, places: number, more: Partial<Household> = {}): Household => ({
  number,
  name,
  approved,
  places,
  kin: false,
  ended: null,
  two: true,
  ...more,
})

const households: readonly Household[] = [
  household('F001', 'Lorraine and Keith Ottery', '2010-05-12', 2),
  household('F002', 'Bernadette McGarrity', '2011-09-07', 1, { two: false }),
  household('F003', 'Yvonne and Curtis Samuda', '2012-03-14', 3),
  household('F004', 'Meena and Dev Rajwani', '2013-06-19', 2),
  household('F005', 'Renata and Piotr Nowinski', '2014-10-08', 2),
  household('F006', 'Marcia Okello', '2011-02-23', 2, { kin: true, two: false }),
  household('F007', 'Kirsty and Ian Dunstall', '2015-04-22', 1),
  household('F008', 'Dominique Meadowcroft', '2013-01-16', 1, { ended: '2015-11-30', two: false }),
  household('F009', 'Noreen and Frank Brannigan', null, 2),
]

const supervisors = ['P147', 'P148'] as const

export function tellFostering(own: OwnTelling): void {
  for (const each of households) {
    const { number, name, approved, kin, places } = each
    if (approved === null) {
      own.tell('fostering_household', number, '2015-10-19', {
        reference: number,
        name,
        relative_or_friend: 'N',
        enquired_on: '2015-09-14',
        applied_on: '2015-10-19',
        stage1_information_on: '2016-01-18',
        stage1_told_on: '2016-01-28',
        stage1_passed: 'Y',
      })
      continue
    }
    const chance = chanceOf(number, 'household')
    own.tell('fostering_household', number, addDays(approved, -200), {
      reference: number,
      name,
      relative_or_friend: kin ? 'Y' : 'N',
      supervising_worker_id: chance.pick(supervisors),
      enquired_on: addDays(approved, -230),
      applied_on: addDays(approved, -200),
      panel_on: addDays(approved, -6),
      panel_minutes_received_on: addDays(approved, -2),
      decided_on: approved,
      decision: 'APP',
      approved_on: approved,
      terms: kin ? 'For the children named' : 'Boys and girls from birth to 18',
      places,
      standards_met_on: done(chance, addDays(approved, 200), addYears(approved, 1), { late: 15, by: 60 }),
      resignation_received_on: each.ended === null ? '' : addDays(each.ended, -28),
      approval_ended_on: each.ended !== null && each.ended <= addDays(own.day, 31) ? each.ended : '',
      approval_end_reason: each.ended !== null && each.ended <= own.day ? 'RES' : '',
    })
    approvedSince(each, approved, own)
  }
}

function approvedSince({ number, ended, two }: Household, approved: Day, own: OwnTelling): void {
  const until = ended ?? never
  for (const [place, on] of again(chanceOf(number, 'reviews'), approved, until, { every: 362, lateness: { late: 12, by: 20 } }).entries())
    own.tell('foster_carer_review', number, addDays(on, -12), {
      household_id: `FH${number}-001`,
      held_on: addDays(on, -12),
      to_panel: place === 0 ? 'Y' : 'N',
      decided_on: on,
      decision: 'SAME',
    })
  const visits = again(chanceOf(number, 'visits'), approved, until, { every: 42, lateness: { late: 9, by: 12 } })
  for (const [place, on] of visits.entries())
    own.tell('foster_carer_visit', number, on, {
      household_id: `FH${number}-001`,
      visited_on: on,
      visitor_id: supervisors[Number(number.slice(1)) % 2],
      unannounced: place % 7 === 4 ? 'Y' : 'N',
      carer_seen: 'Y',
      children_seen: place % 3 === 0 ? 'Y' : 'N',
    })
  for (const member of two ? ['FIRST', 'SECOND'] : ['FIRST']) {
    for (const [type, before] of [
      ['DBS', 60],
      ['MED', 45],
    ] as const) {
      const first = addWorkingDays(addDays(approved, -before), 0)
      const later = again(chanceOf(number, member, type), first, until, { every: 1090, lateness: { late: 10, by: 40 } })
      for (const on of [first, ...later])
        own.tell('foster_carer_check', number, on, {
          household_id: `FH${number}-001`,
          member,
          type,
          checked_on: on,
          result: type === 'DBS' ? 'Nothing known' : 'Fit to foster',
        })
    }
  }
}
