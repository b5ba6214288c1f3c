import { chain, clock, each, links, on } from '../../engine/clocks/clock.ts'
import { firstOn, onTheSame } from '../../engine/clocks/ends.ts'
import { addDays } from '../../engine/clocks/days.ts'
import { weeks, workingDays } from '../../engine/clocks/length.ts'
import { referral } from '../front-door/records.ts'
import { person } from '../person/records.ts'
import { earlyHelpEpisode, teamAroundFamilyReview } from './records.ts'

/** The assessment with which early help begins. */
export const earlyHelpAssessment = clock({
  id: 'early-help-assessment',
  name: 'Early help assessment',
  plural: 'Early help assessments',
  todo: 'Complete the early help assessment',
  area: 'Early help',
  about: person,
  weight: 'local',
  source:
    'Local early help procedures, commonly 20 to 45 working days. No national limit, in 2015 or since; Working Together 2023, chapter 3, asks for a timely assessment',
  starts: each(earlyHelpEpisode, 'startedOn', { until: 'endedOn' }),
  due: workingDays(45),
  local: true,
  stops: [onTheSame(earlyHelpEpisode, 'assessmentCompletedOn')],
  reads: [earlyHelpEpisode],
  says: {
    starts: 'The day an early help episode begins',
    stops: 'The assessment is completed',
    exceptions: 'Ends with the episode: without the family’s consent there is no assessment',
  },
})

/** Reviews by the team around the family while early help goes on. */
export const teamAroundFamilyReviews = clock({
  id: 'early-help-review',
  name: 'Team around the family review',
  plural: 'Team around the family reviews',
  todo: 'Hold the team around the family review',
  area: 'Early help',
  about: person,
  weight: 'local',
  source: 'Local early help procedures, commonly every 6 to 12 weeks, in 2015 as now',
  starts: chain(earlyHelpEpisode, 'startedOn', 'endedOn', [links(teamAroundFamilyReview, 'heldOn')]),
  due: weeks(12),
  local: true,
  doneBy: teamAroundFamilyReview,
  reads: [earlyHelpEpisode, teamAroundFamilyReview],
  says: {
    starts: 'The day an early help episode begins, and each review after it',
    stops: 'The next review is held',
    repeats: 'Until early help ends',
  },
})

/** A case closed to early help is picked up there. */
export const stepDown = clock({
  id: 'step-down-handover',
  name: 'Step-down to early help',
  plural: 'Step-downs to early help',
  todo: 'Begin early help',
  area: 'Early help',
  about: person,
  weight: 'local',
  source: 'Local protocol for stepping down, commonly 10 working days, in 2015 as now',
  ages: { until: 18 },
  starts: each(referral, 'closedOn', {
    when: ({ closureReason }) => closureReason === 'RC9',
    until: ({ closedOn }, thread) => firstOn(thread, referral, 'receivedOn', addDays(closedOn as string, 1)),
  }),
  due: workingDays(10),
  local: true,
  stops: [
    // Early help may have begun before social care left: what is still running that day has picked the family up.
    on(earlyHelpEpisode, 'startedOn', {
      from: () => '',
      when: ({ endedOn }, { at }) => endedOn === null || endedOn > at,
    }),
    on(teamAroundFamilyReview, 'heldOn'),
  ],
  reads: [referral, earlyHelpEpisode, teamAroundFamilyReview],
  says: {
    starts: 'The day a case is closed because it was referred to early help (reason RC9, given since 2022)',
    stops: 'An early help episode is running, or a team around the family meets',
    exceptions: 'A new referral ends it: the child is back with social care',
  },
})

export const earlyHelpClocks = [earlyHelpAssessment, teamAroundFamilyReviews, stepDown]
