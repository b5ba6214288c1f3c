import { date, oneOf, recordKind, text, whole, wordsFor, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { healthCheckStatuses, healthCheckTypes, noScoreReasons } from './code-lists.ts'

export const healthCheck = recordKind({
  name: 'Health check',
  plural: 'Health checks',
  table: 'health_check',
  group: 'Health',
  about: person,
  fields: {
    type: text('Kind of check', { as: { ssd: 'clah_health_check_type' } }),
    checkedOn: date('Date', {
      as: { ssd: 'clah_health_check_date' },
      mayBeAhead: true,
      note: 'Ahead of today where the check is planned.',
    }),
    status: oneOf(healthCheckStatuses, 'Planned, refused, cancelled or completed', { as: { ssd: 'clah_health_check_status' } }),
  },
  as: { ssd: { table: 'ssd_cla_health', key: 'clah_health_check_id', person: 'clah_person_id' } },
  sameWhen: ['type', 'checkedOn'],
  entries: [
    {
      on: 'checkedOn',
      line: (r) => {
        const check = wordsFor(healthCheckTypes, r.type) ?? 'Health check, kind not recorded'
        return `${check}: ${wordsFor(healthCheckStatuses, r.status)?.toLowerCase() ?? 'not recorded whether completed'}`
      },
    },
  ],
  basis:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7; Standard Safeguarding Dataset, ssd_cla_health.',
})

/** Whether a child's immunisations are up to date now. The dataset holds one row a child, keyed by the child. */
export const immunisation = recordKind({
  name: 'Immunisation status',
  plural: 'Immunisation statuses',
  table: 'immunisation',
  group: 'Health',
  about: person,
  fields: {
    upToDate: yesNo('Up to date', { as: { ssd: 'clai_immunisations_status' } }),
    updatedOn: date('Last updated', { as: { ssd: 'clai_immunisations_status_date' } }),
  },
  as: { ssd: { table: 'ssd_cla_immunisations', key: 'clai_person_id', person: 'clai_person_id' } },
  entries: [
    {
      on: 'updatedOn',
      line: (r) =>
        `Immunisations: ${r.upToDate === null ? 'not recorded whether up to date' : r.upToDate ? 'up to date' : 'not up to date'}`,
    },
  ],
  basis: 'Standard Safeguarding Dataset, ssd_cla_immunisations.',
})

export const substanceMisuse = recordKind({
  name: 'Substance misuse',
  plural: 'Substance misuse',
  table: 'substance_misuse',
  group: 'Health',
  about: person,
  fields: {
    identifiedOn: date('Found on', { as: { ssd: 'clas_substance_misuse_date' } }),
    substance: text('Substance', { as: { ssd: 'clas_substance_misused' } }),
    interventionReceived: yesNo('Received help for it', { as: { ssd: 'clas_intervention_received' } }),
  },
  as: { ssd: { table: 'ssd_cla_substance_misuse', key: 'clas_substance_misuse_id', person: 'clas_person_id' } },
  sameWhen: ['identifiedOn', 'substance'],
  entries: [
    {
      on: 'identifiedOn',
      line: (r) => {
        const help = r.interventionReceived === null ? 'help not recorded' : r.interventionReceived ? 'help received' : 'no help received'
        return `Substance misuse found: ${r.substance ?? 'substance not recorded'}, ${help}`
      },
    },
  ],
  basis: 'Standard Safeguarding Dataset, ssd_cla_substance_misuse.',
})

export const conviction = recordKind({
  name: 'Conviction',
  plural: 'Convictions',
  table: 'conviction',
  group: 'Care',
  about: person,
  fields: {
    offenceOn: date('Date of offence', { as: { ssd: 'clac_cla_conviction_date' } }),
    offence: text('Offence', { as: { ssd: 'clac_cla_conviction_offence' } }),
  },
  as: { ssd: { table: 'ssd_cla_convictions', key: 'clac_cla_conviction_id', person: 'clac_person_id' } },
  sameWhen: ['offenceOn', 'offence'],
  entries: [{ on: 'offenceOn', line: (r) => `Offence, later convicted: ${r.offence ?? 'offence not recorded'}` }],
  basis: 'Standard Safeguarding Dataset, ssd_cla_convictions.',
})

export const strengthsAndDifficultiesScore = recordKind({
  name: 'Strengths and difficulties score',
  plural: 'Strengths and difficulties scores',
  table: 'strengths_and_difficulties_score',
  group: 'Health',
  about: person,
  fields: {
    completedOn: date('Completed', { as: { ssd: 'csdq_sdq_completed_date' } }),
    score: whole('Total difficulties score', { as: { ssd: 'csdq_sdq_score' }, note: '0 to 40; higher means more difficulties.' }),
    noScoreReason: oneOf(noScoreReasons, 'Why there is no score', { as: { ssd: 'csdq_sdq_reason' } }),
  },
  as: { ssd: { table: 'ssd_sdq_scores', key: 'csdq_table_id', person: 'csdq_person_id' } },
  sameWhen: ['completedOn'],
  entries: [
    {
      on: 'completedOn',
      line: (r) =>
        r.score === null
          ? `Strengths and difficulties questionnaire: no score. ${wordsFor(noScoreReasons, r.noScoreReason) ?? 'Reason not recorded'}`
          : `Strengths and difficulties questionnaire: score ${r.score}`,
    },
  ],
  basis: 'Promoting the health and wellbeing of looked-after children (2015); Standard Safeguarding Dataset, ssd_sdq_scores.',
})

/** What the looked-after return says of a year. These are statements about the year, not events: they have no day. */
export const yearlyHealthReturn = recordKind({
  name: 'Yearly health return',
  plural: 'Yearly health returns',
  table: 'yearly_health_return',
  group: 'Health',
  about: person,
  fields: {
    year: whole('Year ending 31 March', { required: true, note: '2024 is 1 April 2023 to 31 March 2024.' }),
    sdqScore: whole('Strengths and difficulties score', { as: { ssda903: 'OC2.SDQ_SCORE' }, note: '0 to 40.' }),
    sdqReason: oneOf(noScoreReasons, 'Why there is no score', { as: { ssda903: 'OC2.SDQ_REASON' } }),
    convicted: yesNo('Convicted, or given a final warning or reprimand', { as: { ssda903: 'OC2.CONVICTED' } }),
    healthCheckUpToDate: yesNo('Health surveillance checks up to date', { as: { ssda903: 'OC2.HEALTH_CHECK' }, note: 'Children under 5.' }),
    immunisationsUpToDate: yesNo('Immunisations up to date', { as: { ssda903: 'OC2.IMMUNISATIONS' } }),
    teethChecked: yesNo('Teeth checked by a dentist', { as: { ssda903: 'OC2.TEETH_CHECK' } }),
    healthAssessed: yesNo('Health assessed', { as: { ssda903: 'OC2.HEALTH_ASSESSMENT' } }),
    substanceMisuse: yesNo('Substance misuse found', { as: { ssda903: 'OC2.SUBSTANCE_MISUSE' } }),
    interventionReceived: yesNo('Received help for it', { as: { ssda903: 'OC2.INTERVENTION_RECEIVED' } }),
    interventionOffered: yesNo('Offered help and refused it', { as: { ssda903: 'OC2.INTERVENTION_OFFERED' } }),
  },
  sameWhen: ['year'],
  basis: 'Looked-after return (SSDA903), OC2: children in care for the 12 months to 31 March.',
})
