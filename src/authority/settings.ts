import type { Transaction } from '../engine/database/database.ts'
import { recordKind, text } from '../engine/records/kind.ts'

/** What an authority decides for itself, by name. */
export const setting = recordKind({
  name: 'Setting',
  plural: 'Settings',
  table: 'setting',
  group: 'Workers',
  fields: {
    name: text('Setting', { required: true }),
    value: text('Value', { required: true }),
  },
  basis: 'Goldthread: what differs from council to council.',
})

/** The settings there are, with what each means. */
export const settings = {
  council: 'The council’s name, as it stands at the head of every page.',
  contact: 'Whom people tell when something does not work for them: an address, a telephone number or an e-mail address.',
  'caseload-limit': 'How many children a social worker should hold at most.',
  'caseload-limit-newly-qualified': 'The same in the first year of a newly qualified social worker.',
  'figures-from':
    'The first month (YYYY-MM) whose figures are told: before it the records are not complete. Not set: from the first fact on.',
  'drift-days': 'After how many days without any record a child is shown as drifting; 42 where it is not set.',
  mail: 'Where daily summaries go: a folder, or an SMTP server (smtp://user:password@host:587). Not set: none are sent.',
  'mail-from': 'The address that daily summaries come from.',
  'site-address': 'The address at which people open Goldthread, for links in summaries and calendars: https://goldthread.council.example',
  demonstration: 'For a demonstration: how it was made, so that it can be made again of another day. Set by it alone.',
  today: 'For a demonstration: the plain date (YYYY-MM-DD) that counts as today on every page.',
} as const

export type SettingName = keyof typeof settings

/** The value that stands, or null. */
export async function settingOf(tx: Transaction, name: SettingName): Promise<string | null> {
  const [row] = await tx.query<{ value: string }>(
    'select value from setting where name = $1 and withdrawn_at is null order by known_from desc, id limit 1',
    [name],
  )
  return row?.value ?? null
}

/** Sets a value; what it was stays as history. */
export async function changeSetting(tx: Transaction, name: SettingName, value: string): Promise<void> {
  const changed = await tx.run('update setting set value = $2 where name = $1 and withdrawn_at is null', [name, value])
  if (changed === 0) await tx.run(`insert into setting (name, value, source) values ($1, $2, 'goldthread')`, [name, value])
}
