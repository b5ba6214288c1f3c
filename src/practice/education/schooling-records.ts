import { professional } from '../../authority/records.ts'
import { date, oneOf, recordKind, reference, text, whole, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { educationPlanQualities, exclusionTypes, missingEducationReasons, schoolPlaceReasons } from './code-lists.ts'

/** A personal education plan made or reviewed: each time is a record of its own. */
export const personalEducationPlan = recordKind({
  name: 'Personal education plan',
  plural: 'Personal education plans',
  table: 'personal_education_plan',
  group: 'Education',
  about: person,
  fields: {
    heldOn: date('Completed', { required: true, note: 'The day on which it was made or reviewed with the school.' }),
    term: text('Term'),
    school: text('School'),
    worker: reference(() => professional, 'Worker'),
    childsView: text('What the child says'),
    carersView: text('What the carer says'),
    targets: text('Targets'),
    quality: oneOf(educationPlanQualities, 'Quality'),
    signedOffOn: date('Signed off by the virtual school'),
  },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) =>
        `Personal education plan completed: ${(wordsFor(educationPlanQualities, r.quality) ?? 'Quality not recorded').toLowerCase()}`,
    },
  ],
  basis:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 5; Promoting the education of looked-after children.',
})

/** That a school place is sought for a child, until there is one. */
export const schoolPlace = recordKind({
  name: 'School place sought',
  plural: 'School places sought',
  table: 'school_place',
  group: 'Education',
  about: person,
  fields: {
    soughtOn: date('Needed from', { required: true }),
    neededBecause: oneOf(schoolPlaceReasons, 'Why'),
    school: text('School'),
    startedOn: date('Started there'),
    closedOn: date('No longer sought'),
    note: text('Note'),
  },
  sameWhen: ['soughtOn'],
  entries: [
    {
      on: 'soughtOn',
      line: (r) => `School place needed: ${(wordsFor(schoolPlaceReasons, r.neededBecause) ?? 'Reason not recorded').toLowerCase()}`,
    },
    { on: 'startedOn', line: (r) => `Started at ${r.school ?? 'a school not recorded'}` },
  ],
  basis: 'Education Act 1996, sections 13 to 14; Promoting the education of looked-after children.',
})

export const exclusion = recordKind({
  name: 'Exclusion',
  plural: 'Exclusions',
  table: 'exclusion',
  group: 'Education',
  about: person,
  fields: {
    type: oneOf(exclusionTypes, 'Type', { required: true }),
    firstDayOn: date('First day', { required: true, mayBeAhead: true }),
    schoolDays: whole('School days', { note: 'Of a suspension.' }),
    school: text('School'),
    excludedFor: text('Reason'),
    provision: text('Education meanwhile'),
    provisionFrom: date('Education meanwhile from'),
    endedOn: date('Back at school, or taken back', { mayBeAhead: true }),
  },
  sameWhen: ['type', 'firstDayOn'],
  entries: [
    {
      on: 'firstDayOn',
      line: (r) => `${wordsFor(exclusionTypes, r.type) ?? 'Exclusion'}${r.schoolDays === null ? '' : ` of ${r.schoolDays} school days`}`,
    },
    { on: 'provisionFrom', line: (r) => `Education during exclusion began: ${r.provision ?? 'where is not recorded'}` },
  ],
  basis: 'Education Act 2002, section 51A; Education and Inspections Act 2006, sections 100 to 101.',
})

export const missingEducation = recordKind({
  name: 'Missing education',
  plural: 'Times missing education',
  table: 'missing_education',
  group: 'Education',
  about: person,
  fields: {
    noticedOn: date('Authority told', { required: true }),
    missingBecause: oneOf(missingEducationReasons, 'Why'),
    lastSchool: text('Last school'),
    enquiries: text('Enquiries made'),
    foundOn: date('Child found'),
    passedOn: date('Passed on to another authority'),
    closedOn: date('Closed'),
    outcome: text('Outcome'),
  },
  sameWhen: ['noticedOn'],
  entries: [
    {
      on: 'noticedOn',
      line: (r) =>
        `May be missing education: ${(wordsFor(missingEducationReasons, r.missingBecause) ?? 'Reason not recorded').toLowerCase()}`,
    },
    { on: 'foundOn', line: () => 'Found after missing education' },
    { on: 'closedOn', line: (r) => `Enquiry into missing education closed: ${r.outcome ?? 'outcome not recorded'}` },
  ],
  basis: 'Education Act 1996, section 436A; Children missing education, statutory guidance.',
})

export const homeEducation = recordKind({
  name: 'Home education',
  plural: 'Times of home education',
  table: 'home_education',
  group: 'Education',
  about: person,
  fields: {
    noticedOn: date('Authority told', { required: true, note: 'For instance when the school took the child off its roll.' }),
    lastSchool: text('Last school'),
    chosenBecause: text('Parents’ reason'),
    endedOn: date('Ended'),
    endReason: text('Why it ended'),
  },
  sameWhen: ['noticedOn'],
  entries: [
    { on: 'noticedOn', line: () => 'Educated at home' },
    { on: 'endedOn', line: (r) => `Education at home ended: ${r.endReason ?? 'reason not recorded'}` },
  ],
  basis: 'Education Act 1996, sections 7 and 437; Elective home education guidance 2019.',
})

export const homeEducationContact = recordKind({
  name: 'Contact with a home-educating family',
  plural: 'Contacts with home-educating families',
  table: 'home_education_contact',
  group: 'Education',
  about: person,
  fields: {
    homeEducation: reference(() => homeEducation, 'Home education'),
    contactedOn: date('In touch', { required: true }),
    how: text('How'),
    answered: yesNo('Family answered'),
    educationSuitable: yesNo('Education suitable'),
    note: text('Note'),
  },
  sameWhen: ['contactedOn'],
  entries: [
    {
      on: 'contactedOn',
      line: (r) =>
        r.answered === false
          ? 'Home-educating family did not answer'
          : `In touch with home-educating family${r.educationSuitable === null ? '' : r.educationSuitable ? ': education suitable' : ': education not suitable'}`,
    },
  ],
  basis: 'Education Act 1996, sections 436A and 437; Elective home education guidance 2019.',
})
