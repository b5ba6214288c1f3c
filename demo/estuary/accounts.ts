import { demoPeople } from '../people.ts'
import type { Worker } from './workforce.ts'

/**
 * The account of each worker, which is also who is said to have written a record. Two of one name differ by their number.
 * @param taken accounts that others have, in other districts too; these are added
 */
export function accountsOf(workers: readonly Worker[], taken: Set<string>): ReadonlyMap<string, string> {
  for (const { account } of demoPeople) taken.add(account)
  const accounts = new Map<string, string>()
  for (const { id, name } of workers) {
    const plain = name
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[^a-z -]/g, '')
      .replaceAll(' ', '.')
    const known = demoPeople.find((person) => person.name === name)
    const account = known
      ? known.account
      : taken.has(`${plain}@estuary.example`)
        ? `${plain}.${id.slice(1)}@estuary.example`
        : `${plain}@estuary.example`
    taken.add(account)
    accounts.set(id, account)
  }
  return accounts
}

/** The role of an account that is none of the demonstration’s people. */
export function roleOf({ manager, title }: Worker): string {
  if (manager) return 'team manager'
  return /reviewing/i.test(title) ? 'reviewing officer' : 'social worker'
}
