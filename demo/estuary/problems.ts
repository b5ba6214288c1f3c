import { dayNumber } from '../../src/engine/clocks/days.ts'
import type { Day } from './days.ts'

/**
 * The problems planted in the history. They are what inspectors found in 2016 and 2018 (docs/demo.md names the paragraphs), given a cause, a
 * day on which they began and a size. The product knows nothing of them: it has the records alone.
 */
export interface Problem {
  readonly what: string
  /** Why it began: what stands upstream. */
  readonly cause: string
  readonly where: string
  /** First day. */
  readonly from: Day
  /** Months until it has its whole size. */
  readonly months: number
  /** The share of cases it touches at its whole size, 0 to 1. */
  readonly size: number
  /** When it began to get better, how long that took, and what was left. */
  readonly eased?: { readonly from: Day; readonly months: number; readonly left: number }
  /** Paragraph of the 2016 report, a recommendation, or the visit of 2018. */
  readonly found: string
}

const problem = (
  what: string,
  cause: string,
  where: string,
  from: Day,
  months: number,
  size: number,
  found: string,
  eased?: readonly [from: Day, months: number, left: number],
): Problem => ({
  what,
  cause,
  where,
  from,
  months,
  size,
  found,
  ...(eased ? { eased: { from: eased[0], months: eased[1], left: eased[2] } } : {}),
})

export const problemList = {
  'in-need-seen-late': problem(
    'Children in need wait to be seen after they are allocated',
    'Referrals rise from the autumn of 2014 and posts in the assessment teams stay empty',
    'both assessment teams; unaccompanied children too',
    '2014-11-01',
    8,
    0.62,
    '2016 §24',
    ['2016-07-01', 12, 0.15],
  ),
  'unaccompanied-seen-late': problem(
    'Unaccompanied children wait to be seen, and for an assessment, after they come into care',
    'Their number doubles in a year; interpreters and placements far away',
    'Looked After Team 3 and the assessment teams',
    '2015-03-01',
    5,
    0.55,
    '2016 §49–50',
    ['2016-08-01', 8, 0.1],
  ),
  'childs-view-missing': problem(
    'Assessments without the child’s own view',
    'A form that does not ask for it, and no time',
    'everywhere; most in Family Support South and the disabled children’s team',
    '2013-07-01',
    10,
    0.58,
    '2016 §27, rec 3',
    ['2017-01-01', 14, 0.22],
  ),
  'same-words': problem(
    'The same paragraphs in brothers’ and sisters’ assessments and plans',
    'The case system copies the last form for the next child',
    'Family Support South above all',
    '2014-05-01',
    4,
    0.5,
    '2016 §27, §57',
    ['2016-11-01', 10, 0.12],
  ),
  'plans-without-date-or-person': problem(
    'Actions in plans without a day or a person, and nothing to measure them by',
    'A plan form with one box; no check before it is signed off',
    'need and protection plans everywhere; again in 2018',
    '2014-03-01',
    9,
    0.5,
    '2016 §29, rec 3; 2018',
    ['2016-12-01', 9, 0.25],
  ),
  'plans-not-updated': problem(
    'Plans not updated after a review',
    'Minutes come late, and nobody has the decisions at hand',
    'protection and care plans',
    '2015-02-01',
    5,
    0.3,
    '2016 §29, §61',
    ['2016-12-01', 12, 0.1],
  ),
  'assessments-not-renewed': problem(
    'Assessments not done again when circumstances change',
    'Caseloads in Family Support, and one manager for two teams',
    'Family Support teams and the disabled children’s team',
    '2017-09-01',
    5,
    0.45,
    '2018',
  ),
  'oversight-only-agrees': problem(
    'Management decisions that only say “agreed”',
    'New and agency managers with too many workers each',
    'Family Support South and both assessment teams most',
    '2014-09-01',
    7,
    0.55,
    '2016 §97; 2018',
    ['2016-10-01', 12, 0.3],
  ),
  'supervision-missed': problem(
    'Supervision not monthly, not reflective, last time’s actions not followed up',
    'Vacant team managers’ posts, and no audit of supervision files',
    'assessment and family support teams',
    '2014-06-01',
    9,
    0.45,
    '2016 §97, §113, rec 16; 2018',
    ['2016-09-01', 9, 0.15],
  ),
  'interviews-not-offered': problem(
    'One in five looked after children who go missing is not offered a return home interview',
    'A new provider from 1 April 2015, to whom referrals go by a form that out-of-area placements do not have',
    'looked after children, most of those placed outside the area',
    '2015-04-01',
    2,
    0.2,
    '2016 §52, rec 4',
    ['2016-05-01', 4, 0.03],
  ),
  'interviews-declined': problem(
    'Most young people decline the interview, and what is said is not on the child’s record',
    'The interviewer rings once; reports stay with the provider',
    'all',
    '2015-04-01',
    3,
    0.6,
    '2016 §34',
    ['2016-06-01', 8, 0.25],
  ),
  'reviews-without-child': problem(
    'Nearly half of those old enough take no part in their review',
    'Reviewing officers with too many children; half of the children live far away',
    'looked after reviews, most of children outside the area',
    '2014-09-01',
    8,
    0.47,
    '2016 §51, rec 5',
    ['2016-09-01', 10, 0.2],
  ),
  'reports-shared-late': problem(
    'Families do not have the report before a conference or a review',
    'Written the evening before',
    'conferences and looked after reviews',
    '2014-06-01',
    8,
    0.5,
    '2016 §28, §62, rec 5',
    ['2016-10-01', 10, 0.2],
  ),
  'minutes-late': problem(
    'Minutes of reviews and conferences are sent late or not at all: a backlog grows',
    'Two of five minute takers’ posts are cut in January 2015',
    'the reviewing service',
    '2015-01-12',
    6,
    0.6,
    '2016 §62, rec 5',
    ['2016-08-01', 8, 0.12],
  ),
  'conference-minutes-late-again': problem(
    'Conference minutes are late again',
    'A minute taker leaves in January 2018 and is not replaced; conferences rise with referrals',
    'conferences only',
    '2018-01-15',
    4,
    0.55,
    '2018',
  ),
  'emergency-entries': problem(
    'Most children come into care in an emergency',
    'Plans in need that drift, and no work at the edge of care',
    'assessment and family support teams',
    '2014-04-01',
    10,
    0.68,
    '2016 §44, rec 6',
    ['2017-01-01', 12, 0.4],
  ),
  'health-paperwork': problem(
    'Initial health assessments wait for the paperwork',
    'A new consent form from 1 September 2015 that goes back where it is not complete',
    'children newly looked after, in all teams',
    '2015-06-01',
    4,
    0.42,
    '2016 §53, item 8',
    ['2016-05-01', 6, 0.1],
  ),
  'health-appointment': problem(
    'Initial health assessments wait for an appointment',
    'Clinics of other areas have no place for a child from outside',
    'children placed outside the area',
    '2014-10-01',
    8,
    0.45,
    '2016 §53, item 8',
    ['2016-06-01', 9, 0.15],
  ),
  'pep-quality': problem(
    'Personal education plans with general targets, the same for brothers and sisters, and fewest in years 12 and 13',
    'The virtual school follows those in Estuary’s own schools only',
    'pupils outside the area and over 16',
    '2014-01-06',
    6,
    0.4,
    '2016 §55–57, rec 8',
    ['2016-10-01', 10, 0.15],
  ),
  'permanence-drift': problem(
    'No plan for permanence by the second review; adoption is thought of late',
    'Front-line teams hold the child until a final order',
    'Looked After Teams 1 and 2 and Family Support',
    '2013-03-01',
    9,
    0.4,
    '2016 §66, §71, rec 9',
    ['2016-05-01', 12, 0.15],
  ),
  'pathway-reviews-late': problem(
    'Pathway plans are not reviewed every six months',
    'Two advisers’ posts empty while the number of care leavers grows',
    'the aftercare team',
    '2014-10-01',
    8,
    0.55,
    '2016 §89, rec 12',
    ['2016-09-01', 8, 0.15],
  ),
  'staying-put-not-offered': problem(
    'Staying put is not talked about before the eighteenth birthday',
    'No policy agreed with agencies about what it pays',
    'young people with agencies’ carers',
    '2014-05-01',
    3,
    0.7,
    '2016 §67, rec 11',
    ['2016-10-01', 10, 0.35],
  ),
  'visits-missed-by-turnover': problem(
    'Gaps in visits to looked after children when their worker leaves',
    'Of the workers of Looked After Teams 1 and 3 half leave within 2015',
    'Looked After Teams 1 and 3',
    '2015-02-01',
    3,
    0.5,
    '2016 §50',
    ['2015-12-01', 4, 0.05],
  ),
  'delegation-not-used': problem(
    'What carers may decide is not written down',
    'A scheme of delegation nobody was trained in',
    'placement plans everywhere',
    '2013-01-01',
    1,
    0.85,
    '2016 §60',
    ['2017-01-01', 12, 0.3],
  ),
  'no-independent-visitor': problem(
    'Nobody thinks of an independent visitor',
    'No contract until December 2015',
    'looked after children far from their families, unaccompanied children most',
    '2013-01-01',
    1,
    0.9,
    '2016 §51',
    ['2015-12-01', 6, 0.4],
  ),
  'advocacy-not-offered': problem(
    'Advocacy is not offered for conferences and plans in need',
    'The contract is for looked after children only',
    'protection and need',
    '2013-01-01',
    1,
    0.85,
    '2016 §28; 2018',
  ),
  'category-hides': problem(
    'The category “multiple” hides sexual abuse',
    'Chairs are used to it; given up by the end of January 2016',
    'protection plans',
    '2013-01-01',
    1,
    0.3,
    '2016 §32',
    ['2015-10-01', 4, 0],
  ),
  'step-down-not-followed': problem(
    'Nobody looks after children who were stepped down to early help',
    'The early help hub has no one to review what lead professionals do',
    'early help',
    '2014-09-01',
    6,
    0.4,
    '2016 §18, §20, rec 2',
    ['2016-12-01', 8, 0.12],
  ),
  'audits-without-actions': problem(
    'Audits are done and lead to nothing',
    'No one brings findings together',
    'case audits',
    '2014-01-01',
    2,
    0.6,
    '2016 §96, rec 1',
    ['2016-08-01', 8, 0.2],
  ),
  'few-asked-for-feedback': problem(
    'Children and families are not asked what they think',
    'No one has the task',
    'everywhere',
    '2013-01-01',
    1,
    0.85,
    '2016 §106, §109, rec 15; 2018',
    ['2017-03-01', 18, 0.6],
  ),
  'identity-documents': problem(
    'Looked after children without a birth certificate or passport',
    'No one applies before somebody asks',
    'looked after children',
    '2013-01-01',
    1,
    0.4,
    'item 7',
    ['2016-07-01', 12, 0.2],
  ),
} as const satisfies Record<string, Problem>

export type ProblemId = keyof typeof problemList

/** How much of a problem there is on a day, for what was planted. */
export interface Problems {
  readonly planted: boolean
  /** The share of cases touched on a day, 0 to 1. */
  readonly size: (id: ProblemId, day: Day) => number
}

export const problems = (planted: boolean): Problems => ({ planted, size: planted ? sizeOn : () => 0 })

function sizeOn(id: ProblemId, day: Day): number {
  const { from, months, size, eased }: Problem = problemList[id]
  if (day < from) return 0
  const grown = size * Math.min(1, monthsAfter(from, day) / months)
  if (!eased || day < eased.from) return grown
  return grown + (eased.left - grown) * Math.min(1, monthsAfter(eased.from, day) / eased.months)
}

const monthsAfter = (from: Day, day: Day): number => (dayNumber(day) - dayNumber(from)) / 30.44
