/**
 * What each role may do. A permission not listed for a role is refused to it. The table is the rule; the test over all routes reads it.
 * The rules by team, by relation and for sealed records come with their own issue; here the role alone decides.
 */

export const permissions = {
  'find a child': 'Search for children',
  'read a child': 'Open a child’s record, and the records of workers, teams and other matters',
  'write a record': 'Add, change and withdraw records of a child',
  'keep records': 'Add, change and withdraw the records of workers, teams and other matters',
  'bring in data': 'Bring files in, and take them back',
  'decide pairs': 'Decide whether two records are one child',
  'see teams': 'See teams, their workload and what is due in them',
  'see public figures': 'See figures without small numbers and without anybody behind them',
  'see figures': 'See the digest: measures, what they are parted by, and what changed',
  'keep figures': 'Set targets and limits, make measures, write the monthly digest',
  'answer signals': 'Answer signals: look into it, known, not a concern',
  allocate: 'Give children to workers',
  'set clocks': 'Set what the law leaves to the authority',
  'read the log': 'See who has looked at a record',
} as const

export type Permission = keyof typeof permissions

const reader: readonly Permission[] = ['find a child', 'read a child', 'see figures', 'see public figures']
const practitioner: readonly Permission[] = [...reader, 'write a record']
const manager: readonly Permission[] = [...practitioner, 'keep records', 'see teams', 'answer signals', 'allocate', 'read the log']

export const mayByRole: Readonly<Record<string, readonly Permission[]>> = {
  'social worker': practitioner,
  'team manager': manager,
  'MASH manager': manager,
  'reviewing officer': practitioner,
  'virtual school head': practitioner,
  'designated nurse': practitioner,
  'performance analyst': [...practitioner, 'keep records', 'keep figures', 'see teams', 'set clocks', 'bring in data', 'decide pairs'],
  'principal social worker': [...manager, 'set clocks', 'keep figures'],
  'head of service': [...manager, 'set clocks', 'keep figures'],
  director: [...manager, 'set clocks', 'keep figures'],
  auditor: [...reader, 'see teams', 'read the log'],
  administrator: ['keep records', 'set clocks', 'bring in data', 'decide pairs'],
  operator: [...reader, 'keep figures', 'see teams', 'set clocks', 'bring in data', 'decide pairs', 'read the log'],
  // They sign in, and what is theirs comes later; a child's record is not.
  'committee clerk': ['see public figures'],
  councillor: ['see public figures'],
  'foster carer': ['see public figures'],
  'young person': ['see public figures'],
}

/** The keys that row-level security compares with each row. Without 'staff' no child exists for the person. */
export function keysOf(role: string): string[] {
  const may = mayByRole[role] ?? []
  return [
    ...(['read a child', 'bring in data', 'keep records'].some((each) => (may as readonly string[]).includes(each)) ? ['staff'] : []),
    ...(may.includes('bring in data') ? ['files'] : []),
  ]
}
