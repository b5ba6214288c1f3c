import { professional, team } from '../../authority/records.ts'
import { date, flags, manyOf, recordKind, reference, text, yesNo } from '../../engine/records/kind.ts'
import { referral } from '../front-door/records.ts'
import { answeredYes } from '../person/code-lists.ts'
import { person } from '../person/records.ts'
import { assessmentFactors as factors, assessmentOutcomes } from './code-lists.ts'

export const assessment = recordKind({
  name: 'Assessment',
  plural: 'Assessments',
  table: 'assessment',
  group: 'Assessments',
  about: person,
  fields: {
    referral: reference(() => referral, 'Referral', { as: { ssd: 'cina_referral_id' } }),
    startedOn: date('Started', {
      as: {
        ssd: 'cina_assessment_start_date',
        cin: 'Assessments.AssessmentActualStartDate',
        annexA: 'List 4.Continuous Assessment Start Date',
      },
    }),
    internalReviewOn: date('Internal review', { as: { cin: 'Assessments.AssessmentInternalReviewDate' }, mayBeAhead: true }),
    childSeen: yesNo('Child seen', { as: { ssd: 'cina_assessment_child_seen', annexA: 'List 4.Child Seen During Continuous Assessment' } }),
    authorisedOn: date('Authorised', {
      as: {
        ssd: 'cina_assessment_auth_date',
        cin: 'Assessments.AssessmentAuthorisationDate',
        annexA: 'List 4.Continuous Assessment Date of Authorisation',
      },
    }),
    outcomes: flags(assessmentOutcomes, 'Outcome', { as: { ssd: 'cina_assessment_outcome_json' } }),
    noFurtherAction: yesNo('No further action', { as: { ssd: 'cina_assessment_outcome_nfa' } }),
    team: reference(() => team, 'Team', { as: { ssd: 'cina_assessment_team' } }),
    worker: reference(() => professional, 'Worker', { as: { ssd: 'cina_assessment_worker_id' } }),
    whyLonger: text('Why it took more than 45 working days'),
    childsView: text('What the child said', { long: true, note: 'Of home and of what they want to change; of a baby, what was seen.' }),
    childsIdentity: text('Identity, culture and needs of their own', {
      long: true,
      note: 'Heritage, language, faith, disability: what they mean to this child, and what follows.',
    }),
    analysis: text('Analysis: what it means for the child', {
      long: true,
      note: 'What life is like for this child because of what was found, and what would change it. Not a list of strengths and risks.',
    }),
  },
  as: { ssd: { table: 'ssd_cin_assessments', key: 'cina_assessment_id', person: 'cina_person_id' } },
  sameWhen: ['startedOn'],
  entries: [
    { on: 'startedOn', line: () => 'Assessment began' },
    {
      on: 'authorisedOn',
      line: (r) => {
        const outcome =
          answeredYes(assessmentOutcomes, r.outcomes) ?? (r.noFurtherAction === true ? 'No further action' : 'outcome not recorded')
        const seen = r.childSeen === null ? '' : r.childSeen ? '. Child seen' : '. Child not seen'
        return `Assessment authorised: ${outcome}${seen}`
      },
    },
  ],
  basis: 'Children Act 1989, section 17; Working together to safeguard children: complete within 45 working days of the referral.',
})

/** What an assessment found. The child is the assessment's. */
export const assessmentFactors = recordKind({
  name: 'Assessment factors',
  plural: 'Assessment factors',
  table: 'assessment_factors',
  group: 'Assessments',
  fields: {
    assessment: reference(() => assessment, 'Assessment', { as: { ssd: 'cinf_assessment_id' }, required: true }),
    factors: manyOf(factors, 'Factors', {
      as: { ssd: 'cinf_assessment_factors_json', cin: 'FactorsIdentifiedAtAssessment.AssessmentFactors' },
    }),
  },
  as: { ssd: { table: 'ssd_assessment_factors', key: 'cinf_table_id' } },
  sameWhen: ['assessment'],
  basis: 'Children in need census, FactorsIdentifiedAtAssessment.',
})
