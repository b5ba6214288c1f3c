import { assessment } from '../../practice/assessment/records.ts'
import { earlyHelpEpisode } from '../../practice/early-help/records.ts'
import { contact, referral } from '../../practice/front-door/records.ts'
import {
  childProtectionPlan,
  childProtectionReview,
  childProtectionVisit,
  initialConference,
  section47Enquiry,
} from '../../practice/protection/records.ts'
import { keyed, ofTeam, teamUnder, workerUnder, type AnnexList } from './list.ts'
import { closure, need, notNeeded, source, yesOrNo } from './values.ts'

/** Lists 1 to 7 of Ofsted's Annex A: from contact to child protection plan. */

const allocatedTeam = 'Allocated Team'
const allocatedWorker = 'Allocated Worker'
const disability = 'Does the Child have a Disability'

const contacts: AnnexList = {
  number: 1,
  title: 'Contacts',
  dated: 'Date of Contact',
  states: [
    {
      kind: contact,
      said: [
        { field: 'receivedAt', heading: 'Date of Contact' },
        { field: 'sourceCode', heading: 'Contact Source', as: source },
      ],
    },
  ],
  kept: [],
}

const earlyHelp: AnnexList = {
  number: 2,
  title: 'Early help assessments',
  dated: 'Assessment start date',
  states: [
    {
      kind: earlyHelpEpisode,
      said: [
        { field: 'startedOn', heading: 'Assessment start date' },
        { field: 'endedOn', heading: 'Assessment completion date' },
        { field: 'organisation', heading: 'Organisation completing assessment' },
      ],
    },
  ],
  kept: [],
}

const referrals: AnnexList = {
  number: 3,
  title: 'Referrals',
  dated: 'Date of referral',
  states: [
    teamUnder(allocatedTeam),
    workerUnder(allocatedWorker),
    {
      kind: referral,
      said: [
        { field: 'receivedOn', heading: 'Date of referral' },
        { field: 'sourceCode', heading: 'Referral Source', as: source },
        { field: 'noFurtherAction', heading: 'Referral NFA?', as: yesOrNo },
        ofTeam('team', allocatedTeam),
        ofTeam('worker', allocatedWorker),
      ],
    },
  ],
  kept: ['Number of Referrals in Last 12 Months'],
}

const assessments: AnnexList = {
  number: 4,
  title: 'Assessments',
  dated: 'Continuous Assessment Start Date',
  states: [
    teamUnder(allocatedTeam),
    workerUnder(allocatedWorker),
    {
      kind: assessment,
      said: [
        { field: 'startedOn', heading: 'Continuous Assessment Start Date' },
        { field: 'childSeen', heading: 'Child Seen During Continuous Assessment', as: yesOrNo },
        { field: 'authorisedOn', heading: 'Continuous Assessment Date of Authorisation' },
        { field: 'noFurtherAction', heading: "Was the child assessed as requiring LA children's social care support?", as: notNeeded },
        ofTeam('team', allocatedTeam),
        ofTeam('worker', allocatedWorker),
      ],
    },
  ],
  kept: [disability],
}

const strategyDiscussion = 'Strategy discussion initiating Section 47 Enquiry Start Date'
const conferenceHeld = 'Date of Initial Child Protection Conference'

const enquiries: AnnexList = {
  number: 5,
  title: 'Section 47 enquiries and initial child protection conferences',
  dated: strategyDiscussion,
  states: [
    teamUnder(allocatedTeam),
    workerUnder(allocatedWorker),
    {
      kind: section47Enquiry,
      said: [
        { field: 'strategyDiscussionAt', heading: strategyDiscussion },
        { field: 'conferenceNotRequired', heading: 'Was an Initial Child Protection Conference deemed unnecessary?', as: yesOrNo },
        ofTeam('team', allocatedTeam),
        ofTeam('worker', allocatedWorker),
      ],
    },
    {
      kind: initialConference,
      said: [
        { field: 'enquiry', heading: strategyDiscussion, by: keyed },
        { field: 'heldOn', heading: conferenceHeld },
        { field: 'ledToPlan', heading: 'Did the Initial Child Protection Conference Result in a Child Protection Plan', as: yesOrNo },
      ],
      when: [conferenceHeld],
    },
  ],
  kept: [disability, 'Number of Section 47 Enquiries in the last 12 months', 'Number of ICPCs in the last 12 months'],
}

const inNeed: AnnexList = {
  number: 6,
  title: 'Children in need',
  dated: 'CIN Start Date',
  states: [
    {
      kind: referral,
      said: [
        { field: 'receivedOn', heading: 'CIN Start Date' },
        { field: 'primaryNeed', heading: 'Primary Need Code', as: need },
        { field: 'closedOn', heading: 'CIN Closure Date' },
        { field: 'closureReason', heading: 'Reason for Closure', as: closure },
      ],
    },
  ],
  // Who has the child now is not who took the referral, and the list does not say since when.
  kept: [disability, 'Date Child Was Last Seen', 'Case Status', allocatedTeam, allocatedWorker],
}

const planStarted = 'Child Protection Plan Start Date'
const lastVisit = 'Date of the Last Statutory Visit'
const latestReview = 'Date of latest review conference'

const protection: AnnexList = {
  number: 7,
  title: 'Child protection',
  dated: planStarted,
  states: [
    {
      kind: childProtectionPlan,
      said: [
        { field: 'startedOn', heading: planStarted },
        { field: 'initialCategory', heading: 'Initial Category of Abuse' },
        { field: 'latestCategory', heading: 'Latest Category of Abuse' },
        { field: 'endedOn', heading: 'Child Protection Plan End Date' },
        { field: 'previousPlans', heading: 'Number of Previous Child Protection Plans' },
      ],
    },
    {
      kind: childProtectionVisit,
      said: [
        { field: 'plan', heading: planStarted, by: keyed },
        { field: 'visitedOn', heading: lastVisit },
        { field: 'seenAlone', heading: 'Was the Child Seen Alone?', as: yesOrNo },
      ],
      when: [lastVisit],
    },
    {
      kind: childProtectionReview,
      said: [
        { field: 'plan', heading: planStarted, by: keyed },
        { field: 'heldOn', heading: latestReview },
      ],
      when: [latestReview],
    },
  ],
  kept: [
    disability,
    'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
    allocatedTeam,
    allocatedWorker,
  ],
}

export const listsOfNeed: readonly AnnexList[] = [contacts, earlyHelp, referrals, assessments, enquiries, inNeed, protection]
