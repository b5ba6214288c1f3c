import { caseAudit } from '../../../src/oversight/records.ts'
import type { Chance } from '../chance.ts'
import { addDays, addMonths, addWorkingDays, monthsFrom, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import { composed, some } from '../words.ts'
import type { Worker } from '../workforce.ts'
import { upToWorkingDay } from './sessions.ts'

/** Of children who are worked with in a month, so many in one are drawn: about eight a month among sixteen hundred, so that each month some fall due. */
const drawn = 8 / 1600

/**
 * Tells the audits of the work with the child (the authority’s quality assurance framework: some children a month, drawn by lot). Most children
 * are never drawn. Where audits lead to nothing (`audits-without-actions`), none asks for anything, or what it asked for is never done.
 */
export function tellAudits(living: Living): void {
  const { world, course } = living
  const lot = living.chance('audits')
  for (const { receivedOn, closedOn } of course.needs)
    for (const month of monthsFrom(receivedOn, closedOn < world.to ? closedOn : world.to)) {
      if (!lot.happens(drawn)) continue
      const askedOn = workingDay(`${month}-${String(lot.between(2, 12)).padStart(2, '0')}`)
      if (askedOn > addDays(receivedOn, 20) && askedOn < closedOn && askedOn >= addDays(world.from, -365))
        tellAudit(living, living.chance('audit', month), askedOn)
    }
}

const oversightTheme = 'Management oversight'
const themes = [
  oversightTheme,
  oversightTheme,
  oversightTheme,
  'Assessment and analysis',
  'Child’s voice',
  'Plans',
  'Visits and recording',
  'Supervision on the record',
  'Identity and diversity',
  'Whole case',
  'Whole case',
] as const

function tellAudit(living: Living, lot: Chance, askedOn: Day): void {
  const { telling, world } = living
  const auditor = auditorOn(living, askedOn)
  const theme = lot.pick(themes)
  const toBeModerated = lot.happens(0.25)
  const told = telling.tell(caseAudit, { askedOn, auditor: auditor.id, theme, toBeModerated }, { on: askedOn, by: auditor })
  const due = addMonths(askedOn, 1)
  const completedOn = lot.happens(0.9) ? upToWorkingDay(addDays(due, -lot.between(6, 22))) : workingDay(addDays(due, lot.between(1, 25)))
  // Found less than good: three in ten in an ordinary year, and 85 in 100 where managers only agreed.
  const poor = 0.3 + world.problems.size('oversight-only-agrees', completedOn)
  const grade = lot.happens(poor) ? (lot.happens(0.14) ? 'I' : 'R') : lot.happens(0.1) ? 'O' : 'G'
  const fruitless = lot.happens(world.problems.size('audits-without-actions', completedOn))
  const asks = fruitless ? lot.happens(0.4) : grade === 'O' ? false : grade === 'G' ? lot.happens(0.6) : lot.happens(0.97)
  const actions = asks ? wordsOf(lot, theme, living) : null
  telling.amend(told, caseAudit, { completedOn, grade, ...(actions === null ? {} : { actions }) }, { on: completedOn, by: auditor })
  if (toBeModerated) {
    const moderatedOn = lot.happens(0.88)
      ? upToWorkingDay(addDays(completedOn, lot.between(3, 6)))
      : workingDay(addDays(completedOn, lot.between(15, 40)))
    const moderatedGrade = lot.happens(0.8) ? grade : grade === 'O' ? 'G' : grade === 'G' ? 'R' : 'I'
    telling.amend(told, caseAudit, { moderatedOn, moderatedGrade }, { on: moderatedOn, by: auditor })
  }
  if (actions === null || fruitless) return
  const actionsDoneOn = addWorkingDays(completedOn, lot.happens(0.87) ? lot.between(4, 20) : lot.between(21, 45))
  telling.amend(told, caseAudit, { actionsDoneOn }, { on: actionsDoneOn, by: living.managerOn(actionsDoneOn) })
}

/** The principal social worker; where a district has none, a manager of another team. */
function auditorOn(living: Living, on: Day): Worker {
  const { workers } = living.world.workforce
  const own = living.managerOn(on)
  return (
    workers.find(({ title, from, until }) => title === 'Principal social worker' && from <= on && until > on) ??
    workers.find(({ manager, id, from, until }) => manager && id !== own.id && from <= on && until > on) ??
    own
  )
}

const asked: Readonly<Record<string, readonly string[]>> = {
  [oversightTheme]: [
    'Manager to write why {name}’s plan goes on, not only that it does.',
    'Decision about {name} of last month to be recorded with its reasons.',
    'Supervision of the last quarter to be put on {name}’s record.',
    'Steer at allocation is missing: manager to say what was wanted.',
    'Actions from supervision to have a day and a name.',
    'Service manager to look at the delay since the last review.',
  ],
  'Assessment and analysis': [
    'Father’s history to be added.',
    'Say what the worries mean for {name} day to day.',
    'Update the assessment: {name} has moved since it was written.',
    'Chronology to be finished and read.',
    'Grandparents’ views are missing.',
  ],
  'Child’s voice': [
    '{name}’s own words to go into the plan.',
    'See {name} alone; there is no note of it for three months.',
    'Show {name} what was written and ask whether it is right.',
    'Direct work to be uploaded: the drawings are in a drawer.',
  ],
  Plans: [
    'Plan needs dates and names.',
    'Three outcomes, each with a way to tell.',
    'Contingency plan to be written.',
    'Send {name}’s plan to the family in their language.',
    'Update after the last review.',
  ],
  'Visits and recording': [
    'Two visits have no note.',
    'Late recording: write up within five days.',
    'Say who was at home and what {name} was doing.',
    'Case summary is a year old.',
  ],
  'Supervision on the record': [
    'Supervision every month, on the record.',
    'Follow up last time’s actions.',
    'One reflective discussion of {name} before the review.',
  ],
  'Identity and diversity': [
    'What faith means in this home is not asked.',
    '{name}’s heritage to be written in more than a code.',
    'Interpreter for both parents, at every meeting.',
    'Ask what {name} would like to be called.',
  ],
  'Whole case': [
    'Genogram to be drawn.',
    'Chronology up to date by the review.',
    'Plan to be made shorter and clearer for {name}.',
    'Manager to record oversight monthly.',
    'Professionals to meet without waiting for the review.',
    'Check consent forms.',
  ],
}
const byWhen = [
  'Within ten working days.',
  'By the next review.',
  'Within twenty working days.',
  'Manager to confirm to me.',
  'I shall look again in three months.',
  '',
]

const wordsOf = (lot: Chance, theme: string, { child }: Living): string =>
  composed(lot, [...some(lot, asked[theme] ?? [], 1, 3), byWhen], { name: child.forename })
