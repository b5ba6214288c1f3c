import { addDays } from '../../engine/clocks/days.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { assessment } from '../assessment/records.ts'
import { childInNeedReview } from '../in-need/records.ts'
import { lookedAfterReview } from '../looked-after/records.ts'
import { asksForInterview } from '../missing/interviews.ts'
import { missingEpisode, missingMeeting, returnHomeInterview } from '../missing/records.ts'
import { person } from '../person/records.ts'
import { planAction } from '../planning/records.ts'
import { coreGroup } from '../protection/core-group.ts'
import { protocolReferral } from '../protection/protocol-referrals.ts'
import { childProtectionReview, initialConference, section47Enquiry } from '../protection/records.ts'
import { endOfChildhood } from '../told-in-parts.ts'
import { outside, within, type Time } from './time.ts'
import { besideTheDataset, noMoreThanTheDataset } from './kept.ts'
import { daysOf, firstFrom, keepsAny, nothing, type Found, type Way } from './way.ts'

/** Children on the list of those missing, of whom those who think about risk do not hear: two lists that do not know of each other. */

const guidance = 'Statutory guidance on children who run away or go missing from home or care (January 2014)'
const joinedUp =
  'inspection framework: missing and exploited children get a joined-up response; inspectors’ report of 2016, paragraphs 33, 34 and 133'
const area = 'Missing and exploitation'

/** How soon something is to have followed, and for how long it is asked after: days, and ours. */
const soon = 14
const halfAYear = 180

/** On which days somebody looked at the risk to a child as a whole: not what is due anyway, as a review of a plan is. */
const looked = [assessment, section47Enquiry, missingMeeting, protocolReferral] as const
const lookedOn = (thread: Thread): readonly string[] => [
  ...daysOf(thread, assessment, ['startedOn', 'authorisedOn']),
  ...daysOf(thread, section47Enquiry, ['strategyDiscussionAt']),
  ...daysOf(thread, missingMeeting, ['heldAt']),
  ...daysOf(thread, protocolReferral, ['referredOn'], ({ type }) => type === 'NRM'),
]

/** On which days those who hold a plan met about it. */
const met = [lookedAfterReview, childProtectionReview, childInNeedReview, initialConference, coreGroup] as const
const metOn = (thread: Thread): readonly string[] => [
  ...daysOf(thread, lookedAfterReview, ['heldOn'], ({ cancelled }) => cancelled !== true),
  ...daysOf(thread, childProtectionReview, ['heldOn']),
  ...daysOf(thread, childInNeedReview, ['heldOn']),
  ...daysOf(thread, initialConference, ['heldOn']),
  ...daysOf(thread, coreGroup, ['heldOn']),
]

/** The time, while somebody is a child, of which each part ends with the first of some days that is not before another. */
function unlessFollowed(thread: Thread, asked: readonly { readonly time: Time; readonly since: string }[], days: readonly string[]): Found {
  const grown = endOfChildhood(thread.about(person))
  const childhood = [{ from: '', until: grown }]
  return {
    could: within(
      asked.map(({ time }) => time),
      childhood,
    ),
    did: asked.flatMap(({ time, since }) => {
      const followed = firstFrom(days, since)
      return followed === null ? [time] : outside([time], [{ from: followed, until: null }])
    }),
  }
}

const often = { times: 3, within: 90 } as const

export const missingOften: Way = {
  code: 'missing-often',
  name: 'Missing often, and nobody looked at the risk',
  area,
  counted:
    'children of whom, from 90 days before the third time to this day, nothing is recorded that looks at the risk: no assessment, strategy discussion, meeting about going missing or referral to the National Referral Mechanism',
  outOf: 'children who went missing three times within 90 days, from two weeks to 90 days after the third time and each later one',
  leftOut:
    'children of whom neither a return home interview nor a meeting about going missing was ever recorded: these may be kept elsewhere',
  note: 'no kind of record is an exploitation risk assessment: any assessment is taken to have thought of it. Three times in 90 days is the common local protocol; two weeks are ours',
  source: `${guidance}; ${joinedUp}`,
  expected: 25,
  reads: [missingEpisode, returnHomeInterview, ...looked],
  found: (thread) => {
    const times = thread.dated(missingEpisode, 'wentMissingAt').filter(({ record }) => record.type !== 'A')
    if (times.length < often.times || !keepsAny(thread, [returnHomeInterview, missingMeeting])) return nothing
    const asked = times.flatMap(({ at, record }, place) => {
      const day = at.slice(0, 10)
      const first = times[place - often.times + 1]
      if (first === undefined || first.at.slice(0, 10) <= addDays(day, -often.within)) return []
      const by = { table: missingEpisode.table, id: record.id }
      return [{ time: { from: addDays(day, soon), until: addDays(day, often.within), by }, since: addDays(day, -often.within) }]
    })
    return asked.length === 0 ? nothing : unlessFollowed(thread, asked, lookedOn(thread))
  },
}

export const missingUnheard: Way = {
  code: 'missing-unheard',
  name: 'Back from being missing, and heard by nobody',
  area,
  counted:
    'children with whom, since they came back, no return home interview was held, and of whom there was no strategy discussion, assessment, meeting about going missing, conference, review or core group either',
  outOf: 'children who came back from being missing, from two weeks to six months after',
  leftOut: `children away whose whereabouts were known and to whom no interview was offered; those to whom the case system says that it does not apply; ${noMoreThanTheDataset}`,
  note: 'the interview is due within 72 hours; two weeks and six months are ours. A child who declined is counted: nobody else heard them either',
  source: `${guidance}; ${joinedUp}`,
  expected: 20,
  reads: [missingEpisode, ...looked, lookedAfterReview, childProtectionReview, initialConference, ...besideTheDataset],
  found: (thread) => {
    const back = thread
      .dated(missingEpisode, 'returnedAt')
      .filter(({ record }) => asksForInterview(record, thread) && record.interviewOffered !== 'NA')
    if (back.length === 0 || !keepsAny(thread, besideTheDataset)) return nothing
    const heard = [
      ...lookedOn(thread),
      ...metOn(thread),
      ...daysOf(thread, returnHomeInterview, ['heldAt']),
      ...daysOf(thread, missingEpisode, ['returnedAt'], ({ interviewAccepted }) => interviewAccepted === 'Y'),
    ]
    const asked = back.map(({ at, record }) => {
      const day = at.slice(0, 10)
      const by = { table: missingEpisode.table, id: record.id }
      return { time: { from: addDays(day, soon), until: addDays(day, halfAYear), by }, since: day }
    })
    return unlessFollowed(thread, asked, heard)
  },
}

/** What a child may say of what drew them away that speaks of others who use them. */
const usedByOthers = ['Exploitation', 'Gang']

export const toldAndUnheeded: Way = {
  code: 'told-unheeded',
  name: 'Told of exploitation, and nothing followed',
  area,
  counted:
    'children of whom, since that interview, there was no strategy discussion, assessment, meeting about going missing, referral to the National Referral Mechanism, conference, review or core group, nor any action agreed in a plan',
  outOf:
    'children who said in a return home interview that somebody who may exploit them, or a gang, drew them away, from two weeks to six months after',
  note: 'read from what drew the child, as the interview records it; two weeks and six months are ours',
  source: `${guidance}; ${joinedUp}: information from return home interviews is not used`,
  expected: null,
  reads: [returnHomeInterview, ...looked, ...met, planAction],
  found: (thread) => {
    const told = thread
      .dated(returnHomeInterview, 'heldAt')
      .filter(({ record }) => record.pullFactors?.some((each) => usedByOthers.includes(each)))
    if (told.length === 0) return nothing
    const asked = told.map(({ at, record }) => {
      const day = at.slice(0, 10)
      const by = { table: returnHomeInterview.table, id: record.id }
      return { time: { from: addDays(day, soon), until: addDays(day, halfAYear), by }, since: day }
    })
    return unlessFollowed(thread, asked, [...lookedOn(thread), ...metOn(thread), ...daysOf(thread, planAction, ['agreedOn'])])
  },
}
