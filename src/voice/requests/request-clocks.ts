import { clock, type Start } from '../../engine/clocks/clock.ts'
import { addDays, daysBetween } from '../../engine/clocks/days.ts'
import { after, calendarDays, months, workingDays } from '../../engine/clocks/length.ts'
import { itself } from '../../engine/clocks/itself.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import type { Said } from '../../engine/clocks/thread.ts'
import { addWorkingDays, isWorkingDay } from '../../engine/clocks/working-days.ts'
import { informationRequest } from './records.ts'

/** Requests for one's own file, and freedom of information. Both stand still while whoever asks has something to give first. */

const ofRequest = { area: 'Complaints', about: informationRequest, reads: [informationRequest] } as const
type Request = Said<typeof informationRequest.fields>
const requestOf = ({ record }: Start): Request => record as Request

const running = { until: ['withdrawnOn'], since: ({ receivedOn }: Request): string => receivedOn as string } as const
const answered = onItself(informationRequest, 'answeredOn')
const latest = (...days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null

/** When the General Data Protection Regulation took the place of the Data Protection Act 1998. */
const oneMonthFrom = '2018-05-25'

/** One's own file within one month of the request, or of proof of identity where that was asked for. */
export const subjectAccess = clock({
  ...ofRequest,
  id: 'sar-one-month',
  name: 'Subject access request answered',
  plural: 'Subject access requests answered',
  todo: 'Send the copy of the file',
  weight: 'statute',
  source: 'UK General Data Protection Regulation, Articles 12(3) and 15, and Data Protection Act 2018, from 25 May 2018',
  from: oneMonthFrom,
  starts: itself(informationRequest, ({ receivedOn, identityConfirmedOn }) => latest(receivedOn, identityConfirmedOn), {
    ...running,
    when: ({ type }) => type === 'SAR',
  }),
  stops: [answered],
  due: (start) => {
    const { extendedOn, clarificationAskedOn: asked, clarificationReceivedOn: received } = requestOf(start)
    const day = after(start.at, months(extendedOn === null ? 1 : 3))
    // The pause moves the date on by the days it stood: what must fall on a working day is the day after those.
    const stood = asked !== null && received !== null && asked <= day ? Math.max(0, daysBetween(asked, received)) : 0
    return addDays(addWorkingDays(addDays(day, stood), 0), -stood)
  },
  unit: 'months',
  pauses: (start) => {
    const { identityAskedOn, identityConfirmedOn, clarificationAskedOn, clarificationReceivedOn } = requestOf(start)
    if (identityAskedOn !== null && identityConfirmedOn === null) return { from: identityAskedOn, until: null }
    return clarificationAskedOn === null ? null : { from: clarificationAskedOn, until: clarificationReceivedOn }
  },
  says: {
    starts: 'The request is received or, where proof of identity was asked for, the identity is confirmed',
    due: 'within 1 month, 3 months where notice of more time was given; on the next working day where that falls on another day',
    stops: 'The copy is sent, or the request refused',
    pauses: 'While proof of identity or a clarification is awaited; a clarification moves the due date on by the days it took',
    exceptions: 'Two more months where the request is complex or one of many, told within the first month. Ends when it is withdrawn',
  },
})

/** Before 25 May 2018: forty days from the day on which request, fee, identity and what was needed to find the file were all there. */
export const subjectAccessFormerly = clock({
  ...ofRequest,
  id: 'sar-40-days',
  row: 'sar-one-month',
  name: 'Subject access request answered (before 25 May 2018)',
  plural: 'Subject access requests answered (before 25 May 2018)',
  todo: 'Send the copy of the file',
  weight: 'statute',
  source: 'Data Protection Act 1998, section 7, until 24 May 2018',
  until: '2018-05-24',
  starts: itself(
    informationRequest,
    ({ receivedOn, identityConfirmedOn, clarificationReceivedOn, feeReceivedOn }) =>
      latest(receivedOn, identityConfirmedOn, clarificationReceivedOn, feeReceivedOn),
    { ...running, when: ({ type }) => type === 'SAR' },
  ),
  stops: [answered],
  due: calendarDays(40),
  pauses: (start) => awaited(requestOf(start)),
  says: {
    starts: 'The last of these is received: the request, the fee, proof of identity, what is needed to find the file',
    stops: 'The copy is sent, or the request refused',
    pauses: 'While any of these is awaited',
    exceptions: 'Ends when it is withdrawn',
  },
})

/** What is asked for and has not come: since when. */
function awaited(request: Request): { readonly from: string; readonly until: null } | null {
  const { identityAskedOn, identityConfirmedOn, clarificationAskedOn, clarificationReceivedOn, feeAskedOn, feeReceivedOn } = request
  const open = [
    identityConfirmedOn === null ? identityAskedOn : null,
    clarificationReceivedOn === null ? clarificationAskedOn : null,
    feeReceivedOn === null ? feeAskedOn : null,
  ]
  const [from] = open.filter((day) => day !== null).sort()
  return from === undefined ? null : { from, until: null }
}

/** Freedom of information within twenty working days of the request, or of the clarification that was asked for. */
export const freedomOfInformation = clock({
  ...ofRequest,
  id: 'foi-20wd',
  name: 'Freedom of information request answered',
  plural: 'Freedom of information requests answered',
  todo: 'Answer the freedom of information request',
  weight: 'statute',
  source: 'Freedom of Information Act 2000, section 10',
  starts: itself(informationRequest, ({ receivedOn, clarificationReceivedOn }) => latest(receivedOn, clarificationReceivedOn), {
    ...running,
    when: ({ type }) => type === 'FOI',
  }),
  stops: [answered],
  due: (start) => {
    const { feeAskedOn, feeReceivedOn, extendedOn } = requestOf(start)
    // The days of the fees notice and of the payment both stand still; the pause alone leaves out only what follows the notice.
    const noticeDay = feeAskedOn !== null && feeReceivedOn !== null && feeAskedOn > start.at && isWorkingDay(feeAskedOn) ? 1 : 0
    return workingDays((extendedOn === null ? 20 : 40) + noticeDay)
  },
  unit: 'working days',
  pauses: (start) => {
    const { clarificationAskedOn, clarificationReceivedOn, feeAskedOn, feeReceivedOn } = requestOf(start)
    if (clarificationAskedOn !== null && clarificationReceivedOn === null) return { from: clarificationAskedOn, until: null }
    return feeAskedOn === null ? null : { from: feeAskedOn, until: feeReceivedOn }
  },
  says: {
    starts: 'The request is received; where clarification was asked for, the clarification (section 10(6))',
    due: 'within 20 working days; 40 where notice was given that the public interest must be weighed',
    stops: 'The answer is sent',
    pauses:
      'While clarification or a fee is awaited. A clarification begins the 20 days anew; the working days from the fees notice to the payment, both included, are left out',
    exceptions:
      'The Act also leaves out bank holidays of Scotland and Northern Ireland, which are not listed here: a date may be a day early. Ends when it is withdrawn',
  },
})

export const requestClocks = [subjectAccess, subjectAccessFormerly, freedomOfInformation]
