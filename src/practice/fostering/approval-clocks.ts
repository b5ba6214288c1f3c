import { clock } from '../../engine/clocks/clock.ts'
import { calendarDays, months, workingDays } from '../../engine/clocks/length.ts'
import { itself } from '../../engine/clocks/itself.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import { fosterCarer } from './records.ts'

/** From an application to foster to the decision on it, and the time to challenge a decision. */

const ofHousehold = { area: 'Fostering', about: fosterCarer, reads: [fosterCarer] } as const

/** Applicants hear within ten working days whether they go on after stage 1. */
export const stage1Result = clock({
  ...ofHousehold,
  id: 'foster-stage1-result',
  name: 'Result of stage 1 told to applicants',
  plural: 'Results of stage 1 told to applicants',
  todo: 'Tell the applicants the result of stage 1',
  weight: 'regulation',
  source: 'Fostering Services (England) Regulations 2011, regulation 26, as amended from 1 July 2013',
  from: '2013-07-01',
  starts: itself(fosterCarer, 'stage1InformationOn', { until: ['applicationWithdrawnOn'] }),
  stops: [onItself(fosterCarer, 'stage1ToldOn'), onItself(fosterCarer, 'decidedOn')],
  due: workingDays(10),
  says: {
    starts: 'All the information of stage 1 is received',
    stops: 'The applicants are told; a decision on approval shows that they were',
    exceptions: 'Ends when the application is withdrawn. Stage 2 may run at the same time',
  },
})

/** A fostering application is decided within eight months. */
export const applicationDecided = clock({
  ...ofHousehold,
  id: 'foster-assessment-8m',
  name: 'Fostering application decided',
  plural: 'Fostering applications decided',
  todo: 'Decide the fostering application',
  weight: 'standard',
  source: 'Fostering Services: National Minimum Standards 2011, standard 14',
  starts: itself(fosterCarer, 'appliedOn', { until: ['applicationWithdrawnOn'] }),
  stops: [onItself(fosterCarer, 'decidedOn'), onItself(fosterCarer, 'approvedOn')],
  due: months(8),
  says: {
    starts: 'The application is received',
    stops: 'The decision on approval',
    exceptions: 'Ends when the application is withdrawn. Many services aim for 4 to 6 months',
  },
})

/** The decision-maker decides within seven working days of the final panel minutes. */
export const decisionAfterPanel = clock({
  ...ofHousehold,
  id: 'foster-adm-7wd',
  name: 'Decision on approval after panel',
  plural: 'Decisions on approval after panel',
  todo: 'Decide on approval',
  weight: 'standard',
  source: 'Fostering Services: National Minimum Standards 2011, standard 14',
  starts: itself(fosterCarer, 'panelMinutesReceivedOn', { until: ['applicationWithdrawnOn'] }),
  stops: [onItself(fosterCarer, 'decidedOn'), onItself(fosterCarer, 'approvedOn')],
  due: workingDays(7),
  says: {
    starts: 'The decision-maker receives the final panel minutes',
    stops: 'The decision on approval',
    exceptions: 'The applicants are then told within 2 working days, and in writing within 5',
  },
})

/** 28 days in which a carer or applicant may challenge a proposed refusal, end or change of terms. */
export const challengeOfDetermination = clock({
  ...ofHousehold,
  id: 'foster-irm',
  name: 'Time to challenge a determination on approval',
  plural: 'Times to challenge determinations on approval',
  todo: 'Wait for a challenge before the determination is final',
  meaning: 'window',
  weight: 'regulation',
  source: 'Fostering Services (England) Regulations 2011, regulations 27 and 28',
  starts: itself(fosterCarer, 'determinationSentOn'),
  stops: [onItself(fosterCarer, 'representationsOn')],
  due: calendarDays(28),
  says: {
    starts: 'The qualifying determination is sent',
    stops: 'Representations to the service, or an application to the Independent Review Mechanism',
    exceptions: 'It may be challenged until then; afterwards the service may decide',
  },
})

export const approvalClocks = [stage1Result, applicationDecided, decisionAfterPanel, challengeOfDetermination]
