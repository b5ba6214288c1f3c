/** What is said in supervision and in the reviews of the assessed year. Every sentence is our own. */

/** What is to be done, and how it is spoken of when it is taken up again. */
export type Action = readonly [toDo: string, done: string]

export const actions: readonly Action[] = [
  ['chronology for {child} brought up to date before the review', 'chronology done'],
  ['see {child} at school, not only at home', 'seen at school'],
  ['ring the health visitor about the missed weight check', 'health visitor rung'],
  ['write to both fathers, who have not been heard', 'fathers written to, one has answered'],
  ['close the two cases that only wait for a letter', 'both closed'],
  ['genogram with the grandmother', 'genogram drawn, an aunt found'],
  ['case note of the last joint visit, which is missing', 'note written'],
  ['take legal advice about {child} and bring it back', 'legal advice had'],
  ['ask for a family group conference', 'conference asked for, first meeting set'],
  ['risk assessment for {child} shared with the school', 'shared with the school'],
  ['draft statement to me a week before filing', 'draft came in time'],
  ['joint visit with the new worker before the hand-over', 'joint visit held'],
  ['direct work with {child}: three houses, by the next visit', 'direct work begun'],
  ['find out what the older brother knows', 'brother spoken to'],
  ['ask {child} whether an advocate would help', 'advocate offered, declined for now'],
  ['plan for {child} rewritten so that the family can read it', 'plan rewritten'],
  ['chase the initial health assessment', 'appointment has come'],
  ['leave to be taken before April: two weeks booked', 'leave was taken'],
  ['shadow a colleague at a pre-proceedings meeting', 'shadowed, learned much about letters'],
  ['two visits that were late written up and the reason given', 'written up'],
  ['passport for {child}: form to the carer', 'form is with the carer'],
  ['reflect on why we both believed the explanation at first', 'talked through again, with the research on it'],
  ['observe contact once, unannounced', 'contact observed'],
  ['bring the oldest case to group supervision', 'brought to group supervision'],
  ['training on neglect: graded care profile, two days in the month', 'training done'],
]
export const forOthers: readonly Action[] = [
  ['list of overdue reports by Friday', 'list was made'],
  ['three audits with the new tool', 'audits done, themes noted'],
  ['talk with the schools that send no reports', 'two of three schools seen'],
  ['caseload to be looked at with the service manager', 'caseload looked at'],
  ['proposal for the waiting list', 'proposal sent up'],
  ['escalate the two plans that have not moved', 'both escalated'],
  ['write down the route for out-of-hours calls', 'route written down'],
  ['join the panel as an observer', 'joined the panel once'],
  ['ask the young people’s group about the leaflet', 'they found it dull; new draft'],
  ['leave and cover for August', 'cover agreed'],
  ['learning from the last complaint shared with the team', 'shared at the team meeting'],
  ['induction plan for the new colleague', 'induction plan made'],
]
export const forManagers: readonly Action[] = [
  ['agency posts: advert out again, interviews in the month', 'advert went out, two applicants'],
  ['sickness figures for the team', 'figures brought'],
  ['observe two supervisions in the team', 'one observed'],
  ['unallocated list to nil, or to me by name', 'list is at nil'],
  ['sample six plans for dates and names', 'six plans sampled, three sent back'],
  ['budget for taxis', 'budget was sent'],
  ['talk with the other manager about transfers on Fridays', 'transfers now on Tuesdays'],
  ['exit interviews: what did the two who left say', 'one interview held'],
  ['supervision calendar to the end of the year', 'calendar made'],
  ['answer to the complaint by the tenth day', 'complaint answered'],
  ['management course: second module', 'second module done'],
  ['exceptions report before the performance meeting', 'report was there in time'],
]

export const vague = [
  'Caseload discussed.',
  'Cases reviewed.',
  'All cases discussed.',
  'Worker feels busy but coping.',
  'Discussed workload and leave.',
  'Went through the list.',
  'Short session, duty was busy.',
]
export const vaguer = [
  'Continue as planned.',
  'To progress plans.',
  'To keep records up to date.',
  'Visits to be up to date.',
  'Carry on.',
  'No actions.',
  'To catch up with recording.',
  'Stat visits to be done.',
]
export const reflections = [
  [
    'What the case stirs up in us was talked about.',
    'We looked at it from the child’s side.',
    'Two explanations were weighed; the second fits better.',
    'What would we see if we were wrong?',
    'Thought about how poverty and neglect were mixed up in our words.',
    'Talked about the visit that frightened {forename}.',
    'We asked what the father would say if he had been in the room.',
    '{forename} brought a recording of the direct work.',
    'We drew who pulls {forename} which way.',
    'Looked at why this family is easy to like.',
    'Why has nobody asked the grandmother?',
    'Spoke of what a good day looks like in that house.',
  ],
  [
    '{forename} left with a question and not an answer.',
    'A new idea: start with what already works.',
    '{forename} will try it and bring it back.',
    'The research on this was read together.',
    'It changed what we think the risk is.',
    'We were both too hopeful.',
    'It helped to say out loud what we do not know.',
    '',
    '',
  ],
]

const strengths = [
  '{forename} writes clearly and is known for being on time.',
  'Families say that {forename} explains things.',
  'Direct work with younger children is a strength.',
  '{forename} asks for help before it is too late.',
  'Home visits are well prepared and written up within two days.',
  'A court statement was praised by the guardian.',
  '{forename} has found a good way with teenagers.',
]
const toWorkOn = [
  'To work on: analysis, and saying what a worry means for the child.',
  'To work on: chairing a core group from start to end.',
  'To work on: saying no to what is not ours to do.',
  'To work on: chronologies kept as things happen.',
  'To work on: seeing fathers as well as mothers.',
  'To work on: confidence in court.',
]
const load = [
  'The caseload has stayed within what was agreed.',
  'Two children above the agreed number since spring; to come down.',
  'Protected time was kept in most weeks.',
  '',
]
export const reviewNotes: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ON: [strengths, load, toWorkOn],
  MORE: [
    [
      'Three observations were planned and one was done.',
      'Records are behind by some weeks.',
      'Two families have asked for somebody else.',
      'Reports come late and need much correction.',
    ],
    toWorkOn,
    [
      'A fortnightly session with the practice educator until the next review.',
      'Fewer new cases for eight weeks.',
      'A mentor from another team has been asked.',
    ],
  ],
  PASS: [
    strengths,
    strengths,
    [
      'The portfolio was moderated and passed.',
      'Passed; the panel asked for nothing more.',
      'Passed, with thanks for the work on life stories.',
    ],
  ],
  DEFER: [
    ['The portfolio lacks one observation.', 'Illness in spring cost eight weeks.', 'The critical reflection has to be written again.'],
    toWorkOn,
  ],
}
