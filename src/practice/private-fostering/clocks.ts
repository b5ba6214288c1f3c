import { clock, each, links, on, type Start } from '../../engine/clocks/clock.ts'
import { after, before, hours, weeks, workingDays } from '../../engine/clocks/length.ts'
import { linked } from '../../engine/clocks/linked.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { disability, person } from '../person/records.ts'
import { arrangementEnds, begun, secondYearFrom, type Arrangement } from './arrangement.ts'
import { privateFostering, privateFosteringChange, privateFosteringVisit } from './records.ts'

/** Private fostering: what carers must tell the authority, and when the authority must visit. */

const regulations = {
  area: 'Private fostering',
  about: person,
  weight: 'regulation',
  from: '2005-07-01',
} as const

const underSixteen = 'Only while the child is under 16, or 18 where disabled, and the arrangement lasts'

/** A visit at which the child was not seen is no visit. */
const seen = ({ childSeen }: { readonly childSeen: boolean | null }): boolean => childSeen !== false

/** Notice 6 weeks before the child moves in; at once where it is arranged later than that, and within 48 hours where nobody planned it. */
export const noticeOfPrivateFostering = clock({
  ...regulations,
  id: 'pf-notice',
  name: 'Notice of private fostering',
  plural: 'Notices of private fostering',
  todo: 'Ask the private foster carer for their notice',
  lookedUp: true,
  source: 'Children (Private Arrangements for Fostering) Regulations 2005, regulations 3 and 5',
  starts: arranged,
  due: ({ due }) => due ?? null,
  unit: 'calendar days',
  stops: [onItself(privateFostering, 'noticeReceivedOn')],
  reads: [disability],
  says: {
    starts: 'A child is to live, or lives, with a private foster carer; it runs since the authority knows of it',
    due: '6 weeks before the planned start; the day it was arranged, where that is later; 48 hours after the child moved in, where nobody planned it',
    stops: 'Notice is received',
    exceptions: `Not for stays meant to last under 28 days. ${underSixteen}`,
  },
})

/** A visit within 7 working days of a notice. */
export const firstVisit = clock({
  ...regulations,
  id: 'pf-visit-7wd',
  name: 'First private fostering visit',
  plural: 'First private fostering visits',
  todo: 'Visit the home and see the child alone',
  source:
    'Children (Private Arrangements for Fostering) Regulations 2005, regulations 4 and 7; Replacement Children Act 1989 Guidance on Private Fostering 2005',
  starts: each(privateFostering, 'noticeReceivedOn', { until: arrangementEnds }),
  due: workingDays(7),
  stops: [on(privateFosteringVisit, 'visitedOn', { when: seen })],
  reads: [privateFostering, disability],
  says: {
    starts: 'Notice is received',
    stops: 'The home is visited and the child is seen',
    repeats: 'At each notice',
    exceptions: `The child is seen alone unless that is not right. ${underSixteen}`,
  },
})

const visits = [links(privateFosteringVisit, 'visitedOn', seen)] as const

const visitRule = {
  ...regulations,
  lookedUp: true,
  doneBy: privateFosteringVisit,
  reads: [privateFostering, privateFosteringVisit, disability],
} as const

const inFirstYear = (start: Start, at: string): boolean => at < secondYearFrom(start.at)

/** In the first year, visits not more than 6 weeks apart. */
export const visitInFirstYear = clock({
  ...visitRule,
  id: 'pf-visit-year1',
  name: 'Private fostering visit in the first year',
  plural: 'Private fostering visits in the first year',
  todo: 'Visit the privately fostered child',
  source: 'Children (Private Arrangements for Fostering) Regulations 2005, regulation 8(1)(a) and (6)',
  starts: linked(begun, visits, { after: (_, start, at) => inFirstYear(start, at) }),
  due: weeks(6),
  says: {
    starts: 'The authority becomes aware of the arrangement, and each visit in the 12 months after that',
    stops: 'The child is visited and seen',
    repeats: 'For 12 months',
    exceptions: `Spoken to alone unless that is not right. ${underSixteen}`,
  },
})

/** After that, not more than 12 weeks apart. */
export const visitAfterFirstYear = clock({
  ...visitRule,
  id: 'pf-visit-year2',
  name: 'Private fostering visit after the first year',
  plural: 'Private fostering visits after the first year',
  todo: 'Visit the privately fostered child',
  source: 'Children (Private Arrangements for Fostering) Regulations 2005, regulation 8(1)(b)',
  starts: linked(begun, visits, { after: (_, start, at) => !inFirstYear(start, at) }),
  due: weeks(12),
  says: {
    starts: 'Each visit after the first 12 months',
    stops: 'The child is visited and seen',
    repeats: 'Until the arrangement ends',
    exceptions: `Spoken to alone unless that is not right. ${underSixteen}`,
  },
})

/** A change, or the end, is told within 48 hours. */
export const changeTold = clock({
  ...regulations,
  id: 'pf-change',
  name: 'Change in private fostering told',
  plural: 'Changes in private fostering told',
  todo: 'Ask the private foster carer for notice of the change',
  source: 'Children (Private Arrangements for Fostering) Regulations 2005, regulations 9 and 10',
  ages: { until: 18 },
  starts: each(privateFosteringChange, 'changedAt'),
  due: hours(48),
  stops: [onItself(privateFosteringChange, 'toldAt')],
  reads: [],
  says: {
    starts: 'The carer moves, the household changes, or the child leaves',
    stops: 'The authority is told',
    repeats: 'At each change',
    exceptions:
      'Hours are counted where the time is known, else days. For an offence or a move notice is owed before it, where that can be',
  },
})

export const privateFosteringClocks = [noticeOfPrivateFostering, firstVisit, visitInFirstYear, visitAfterFirstYear, changeTold]

/** Each arrangement with the day on which its notice was due. It is counted since anybody here knew of it, or else since that day. */
function arranged(thread: Thread): Start[] {
  return thread.all(privateFostering).flatMap((record): Start[] => {
    const began = record.plannedFrom ?? record.startedOn
    if (began === null) return []
    const due = noticeDue(record, began)
    const known = [record.noticeReceivedOn, record.becameAwareOn].filter((day) => day !== null).sort()[0]
    const by = { table: privateFostering.table, id: record.id }
    return [{ at: began, since: known ?? due, by, due, until: arrangementEnds(record, thread), record }]
  })
}

function noticeDue({ plannedFrom, arrangedOn }: Arrangement, began: string): string {
  if (plannedFrom === null) return after(began, hours(48))
  const sixWeeks = before(plannedFrom, weeks(6))
  return arrangedOn !== null && arrangedOn > sixWeeks ? arrangedOn : sixWeeks
}
