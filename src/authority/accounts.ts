import { codeList, identifier, oneOf, recordKind, reference, text, date } from '../engine/records/kind.ts'
import { professional, team } from './records.ts'

/** What a person does here decides what they may see and do. The words are those on the page. */
// Exported for the data dictionary, which finds lists by looking.
// ts-unused-exports:disable-next-line
export const roles = codeList('Role', 'Goldthread', [
  { code: 'social worker', label: 'Social worker' },
  { code: 'team manager', label: 'Team manager' },
  { code: 'MASH manager', label: 'MASH manager' },
  { code: 'reviewing officer', label: 'Reviewing officer' },
  { code: 'virtual school head', label: 'Virtual school head' },
  { code: 'designated nurse', label: 'Designated nurse' },
  { code: 'performance analyst', label: 'Performance analyst' },
  { code: 'principal social worker', label: 'Principal social worker' },
  { code: 'head of service', label: 'Head of service' },
  { code: 'director', label: 'Director' },
  { code: 'committee clerk', label: 'Committee clerk' },
  { code: 'councillor', label: 'Councillor' },
  { code: 'foster carer', label: 'Foster carer' },
  { code: 'young person', label: 'Young person' },
  { code: 'auditor', label: 'Auditor' },
  { code: 'administrator', label: 'Administrator' },
  { code: 'operator', label: 'Operator', note: 'The person at the terminal of the machine that runs Goldthread.' },
])

/** Someone who may sign in. The account is the subject that the council's sign-in service gives. */
export const account = recordKind({
  name: 'Account',
  plural: 'Accounts',
  table: 'account',
  group: 'Workers',
  fields: {
    subject: identifier('Account', { required: true, note: 'As the sign-in service names the person.' }),
    name: text('Name', { required: true }),
    role: oneOf(roles, 'Role', { required: true }),
    worker: reference(() => professional, 'Worker', { note: 'The same person among the workers of the case system.' }),
    team: reference(() => team, 'Team', { note: 'The team they manage, which their page opens on.' }),
    email: text('E-mail address', { note: 'Where the daily summary goes.' }),
    endedOn: date('May sign in until', { mayBeAhead: true }),
  },
  basis: 'Goldthread: named people sign in; nobody shares an account.',
})
