import { clock, each, on } from '../engine/clocks/clock.ts'
import { months, workingDays } from '../engine/clocks/length.ts'
import type { Said } from '../engine/clocks/thread.ts'
import { person } from '../practice/person/records.ts'
import { caseAudit } from './records.ts'

/** Audits of the work with a child. They are finished whatever becomes of the child. */

const ofAudit = {
  row: 'case-audit',
  area: 'Supervision',
  about: person,
  weight: 'local',
  local: true,
  reads: [caseAudit],
  afterDeath: true,
} as const
const ourFramework = 'The authority’s quality assurance framework'
type Audit = Said<typeof caseAudit.fields>

/** An audit is completed, and moderated where it is to be, within the month. */
export const caseAudited = clock({
  ...ofAudit,
  id: 'case-audit',
  name: 'Case audit',
  plural: 'Case audits',
  todo: 'Complete the audit of the work with the child',
  source: `${ourFramework}: commonly each month`,
  starts: each(caseAudit, 'askedOn'),
  due: months(1),
  stops: [
    on(caseAudit, 'completedOn', { when: (audit, start) => isThis(audit, start) && audit.toBeModerated !== true }),
    on(caseAudit, 'moderatedOn', { when: isThis }),
  ],
  steps: [
    { name: 'Audited', done: ({ record }) => (record as Audit).completedOn },
    { name: 'Moderated', done: ({ record }) => (record as Audit).moderatedOn },
  ],
  says: {
    starts: 'An audit is asked for',
    stops: 'It is completed; where it is recorded that it is to be moderated, moderated',
    repeats: 'With each audit asked for',
  },
})

/** What an audit asks for is done within days. */
export const auditActionsDone = clock({
  ...ofAudit,
  id: 'case-audit-actions',
  name: 'Actions of a case audit',
  plural: 'Actions of case audits',
  todo: 'Do what the audit asked for',
  source: `${ourFramework}: commonly 10 to 20 working days`,
  starts: each(caseAudit, 'completedOn', { when: ({ actions }) => actions !== null }),
  due: workingDays(20),
  stops: [on(caseAudit, 'actionsDoneOn', { when: isThis })],
  says: { starts: 'An audit that asks for actions is completed', stops: 'The actions are done' },
})

function isThis(audit: Audit, { by }: { readonly by: { readonly id: string } }): boolean {
  return audit.id === by.id
}

export const auditClocks = [caseAudited, auditActionsDone]
