import { between, lot, purpose, weighed } from './chance.ts'
import { lastTold, monthOf, told, workingAfter, birthdayOf } from './calendar.ts'
import { missing } from './missing.ts'
import { discussedInSupervision } from './oversight.ts'
import type { Telling } from './telling.ts'
import { outcomes } from './words.ts'

/** Child in need plans and child protection plans, with visits, reviews, core groups and what is sent after conferences. */

const [forLength, forCategory, forOutcome, forSeen, forRecord, forNext] = [
  'length of plan',
  'category',
  'outcome of conference',
  'seen',
  'record sent',
  'next plan',
].map(purpose) as [number, number, number, number, number, number]

/** @param handover the day from which the plan’s team holds the child @returns the day on which the plan and the case end */
export function inNeed(telling: Telling, key: number, referral: string, from: number, handover: number, middle: number, nth = 0): number {
  const { seed, child } = telling
  const post = telling.postIn('family', 0)
  const eighteen = birthdayOf(child.born, 18)
  const until = Math.min(eighteen, from + telling.length(forLength, key, nth, middle, 0.55, 50, 800))
  const id = `N${key}${nth}`
  const run = key * 4 + nth
  const who = (day: number) => telling.who(day, post)
  if (from > lastTold || until <= from) return from
  telling.put('ssd_cin_plans', id, referral, child.id, told(from), told(until), post.team, '')
  telling.held(post, Math.max(from, handover), until, referral)
  telling.course({
    process: 'needVisit',
    key: run,
    from,
    until,
    due: (last) => workingAfter(last, 20),
    spare: [0, 8],
    late: 'a turn',
    who,
    then: (day, n) =>
      telling.put(
        'ssd_cin_visits',
        `Y${run}.${n}`,
        child.id,
        told(day),
        'Y',
        yes(lot(seed, forSeen, run, n) < 0.55),
        yes(lot(seed, forSeen, run, n + 500) < 0.4),
      ),
  })
  if (telling.records('needReview'))
    telling.course({
      process: 'needReview',
      key: run,
      from,
      until,
      due: (last, n) => last + (n === 0 ? 42 : 90),
      spare: [2, 14],
      late: [20, 120],
      who,
      then: (day, n) => telling.put('child_in_need_review', `K${run}.${n}`, child.id, id, told(day)),
    })
  discussedInSupervision(telling, run, post, from, until)
  return until
}

const yes = (so: boolean): string => (so ? 'Y' : 'N')

/** @param due the day by which the conference was due */
export function protection(
  telling: Telling,
  key: number,
  referral: string,
  conference: number,
  due: number,
  ready: number,
  handover: number,
): number {
  const { seed, child } = telling
  const post = telling.postIn('family', 0)
  const from = conference
  if (from > lastTold) return from + 300
  const planned = lot(seed, forOutcome, key) < 0.87
  telling.put(
    'ssd_initial_cp_conference',
    `F${key}`,
    `M${child.family}.${monthOf(conference)}`,
    `E${key}`,
    child.id,
    planned ? `P${key}` : '',
    referral,
    'N',
    told(due),
    told(conference),
    yes(planned),
    planned ? outcomes.plan : outcomes.noPlan,
    post.team,
    '',
  )
  record(telling, key, 0, conference, 'initial conference', `F${key}`)
  if (!planned) return inNeed(telling, key, referral, Math.max(ready, from + 1), handover, 150)
  const until = Math.min(birthdayOf(child.born, 18), from + telling.length(forLength, key, 3, 290, 0.5, 85, 1100))
  const who = (day: number) => telling.who(day, post)
  const many = telling.step('multiple', from, { ...who(from), team: '' }, key)
  const category = many
    ? 'Multiple'
    : weighed(lot(seed, forCategory, child.family), [
        ['Neglect', 49],
        ['Emotional abuse', 38],
        ['Physical abuse', 8],
        ['Sexual abuse', 5],
      ])
  telling.put('ssd_cp_plans', `P${key}`, referral, `F${key}`, child.id, told(from), told(until), 'N', category, category)
  telling.held(post, handover, until, referral)
  telling.course({
    process: 'protectionVisit',
    key,
    from,
    until,
    due: (last) => workingAfter(last, 10),
    spare: [0, 4],
    late: 'a turn',
    who,
    then: (day, n) => {
      const old = day - child.born >= 4 * 365.25
      const alone = old ? telling.step('seenAlone', day, who(day), key, n) : false
      const lost = !alone && telling.isLost('seenAlone', day, who(day))
      const said = telling.records('seenAlone') && !lost ? yes(alone) : ''
      telling.put('ssd_cp_visits', `X${key}.${n}`, child.id, `P${key}`, told(day), 'Y', said, yes(lot(seed, forSeen, key, n) < 0.4))
    },
  })
  if (telling.records('coreGroup'))
    telling.course({
      process: 'coreGroup',
      key,
      from,
      until,
      due: (last, n) => (n === 0 ? workingAfter(last, 10) : last + 42),
      spare: [0, 8],
      late: [2, 25],
      who,
      then: (day, n) => telling.put('core_group', `CG${key}.${n}`, child.id, `P${key}`, told(day)),
    })
  telling.course({
    process: 'protectionReview',
    key,
    from,
    until: until + 1,
    due: (last, n) => last + (n === 0 ? 89 : 181),
    spare: [1, 12],
    late: [3, 45],
    who,
    then: (day, n) => {
      telling.put(
        'ssd_cp_reviews',
        `Q${key}.${n}`,
        child.id,
        `P${key}`,
        told(day),
        told(day),
        `MR${child.family}.${day}`,
        yes(day + 30 < until),
        'Y',
        day - child.born < 4 * 365.25 ? 'PN0' : 'PN1',
      )
      record(telling, key, n + 1, day, 'protection review', `Q${key}.${n}`)
    },
  })
  discussedInSupervision(telling, key * 4 + 3, post, from, until)
  missing(telling, key, from, until, false)
  return lot(seed, forNext, key) < 0.6 ? inNeed(telling, key, referral, until, until, 120, 1) : until + 3
}

/** The record of a conference goes out within 20 working days, or later. */
function record(telling: Telling, key: number, nth: number, day: number, meeting: string, id: string): void {
  if (!telling.records('conferenceRecord')) return
  const due = workingAfter(day, 20)
  const inTime = telling.step('conferenceRecord', due, telling.who(due, telling.postIn('family', 0)), key, nth)
  const sent = inTime
    ? workingAfter(day, between(lot(telling.seed, forRecord, key, nth), 5, 19))
    : workingAfter(due, between(lot(telling.seed, forRecord, key, nth), 1, 25))
  if (!inTime && telling.isLost('conferenceRecord', due, telling.who(due, telling.postIn('family', 0)))) return
  const initial = meeting === 'initial conference'
  telling.put(
    'meeting_paperwork',
    `MP${key}.${nth}`,
    telling.child.id,
    meeting,
    told(day),
    initial ? id : '',
    initial ? '' : id,
    '',
    told(sent),
  )
}
