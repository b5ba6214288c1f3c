import { between, lot, purpose } from './chance.ts'
import { lastTold, monthOf, textOf, told, workingAfter } from './calendar.ts'
import { quoted } from './tables.ts'
import type { Telling } from './telling.ts'
import { outcomes } from './words.ts'

/** Children who go missing: the return home interview, the meeting, and whether the risk of exploitation is assessed where it is often. */

const [forProne, forTimes, forDay, forBack, forHeld, forMeeting, forWritten] = [
  'prone',
  'times missing',
  'day missing',
  'back',
  'held',
  'missing meeting',
  'written up',
].map(purpose) as [number, number, number, number, number, number, number]

/** @param inCare whether the child is looked after in this time */
export function missing(telling: Telling, key: number, from: number, until: number, inCare: boolean): void {
  const { seed, child } = telling
  const begins = Math.max(from, child.born + Math.round(11 * 365.25))
  if (begins >= until || begins > lastTold) return
  const prone = lot(seed, forProne, child.id) < (inCare ? 0.28 : 0.07)
  const rate = prone ? 7 : inCare ? 0.12 : 0.03
  const run = key * 2 + (inCare ? 1 : 0)
  let before: number[] = []
  let day = begins
  for (let nth = 0; nth < 120; nth += 1) {
    day += Math.max(4, Math.round((-Math.log(1 - lot(seed, forTimes, run, nth)) * 365.25) / rate))
    if (day + 4 >= until || day + 4 > lastTold) return
    episode(telling, run, nth, day)
    before = [...before.filter((earlier) => earlier > day - 90), day]
    if (before.length === 3) {
      often(telling, run, nth, day, key)
      before = []
    }
  }
}

function episode(telling: Telling, run: number, nth: number, day: number): void {
  const { seed, child } = telling
  const id = `MS${run}.${nth}`
  const hour = between(lot(seed, forDay, run, nth), 16, 23)
  const nights = lot(seed, forBack, run, nth) < 0.75 ? 1 : 3
  const back = day + nights
  const who = telling.who(back, null)
  const offered = telling.step('offered', back, who, run, nth)
  const accepted = offered && telling.step('accepted', back, who, run, nth)
  telling.put(
    'ssd_missing',
    id,
    child.id,
    `${textOf(day)} ${hour}:15:00`,
    'M',
    `${textOf(back)} 09:30:00`,
    offered ? 'Y' : telling.isLost('offered', back, who) ? '' : 'N',
    offered ? (accepted ? 'Y' : 'N') : '',
  )
  if (!accepted || !telling.records('interview')) return
  const inTime = telling.step('interview', back + 3, who, run, nth)
  const share = lot(seed, forHeld, run, nth)
  const held = inTime ? back + between(share, 1, 2) : back + between(share, 4, 14)
  const limit = workingAfter(held, 5)
  const written = telling.step('writtenUp', limit, who, run, nth)
  const late = lot(seed, forWritten, run, nth)
  const on = !telling.records('writtenUp')
    ? null
    : written
      ? workingAfter(held, between(late, 1, 5))
      : workingAfter(limit, between(late, 2, 30))
  telling.put(
    'return_home_interview',
    `RI${run}.${nth}`,
    child.id,
    id,
    `${textOf(back)} 14:00`,
    'Accepted',
    told(back),
    held <= lastTold ? `${textOf(held)} 11:00` : '',
    told(on),
  )
}

/** The third time in 90 days: a meeting, and an assessment of the risk of exploitation. Or neither: nobody joins up what is known. */
function often(telling: Telling, run: number, nth: number, day: number, key: number): void {
  const { seed, child } = telling
  const share = lot(seed, forMeeting, run, nth)
  const assessed = workingAfter(day, between(share, 10, 25))
  const looked = telling.step('exploitation', assessed, telling.who(assessed, null), run, nth)
  const met = day + (share < 0.8 ? 2 : between(share, 5, 20))
  if (looked && met <= lastTold) telling.put('missing_meeting', `MM${run}.${nth}`, child.id, `MS${run}.${nth}`, `${textOf(met)} 10:00`)
  if (!looked || assessed > lastTold) return
  const post = telling.postIn('family', 0)
  const id = `SX${run}.${nth}`
  telling.put(
    'ssd_cin_assessments',
    id,
    child.id,
    `R${key}`,
    told(workingAfter(day, 3)),
    'Y',
    told(assessed),
    outcomes.services,
    'N',
    post.team,
    '',
  )
  const found = ['10A', monthOf(assessed) % 2 ? '11A' : '13A']
  telling.put('ssd_assessment_factors', `FX${run}.${nth}`, id, quoted(JSON.stringify(found)))
}
