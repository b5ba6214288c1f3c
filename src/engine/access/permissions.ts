/** Who may do what: a table of roles, decided in one place. What is not granted is refused. */
import type { May, Page, Permission, Person } from '../web/page.ts'

export type Permissions = Readonly<Record<string, readonly Permission[]>>

/** A role that is not in the table may do nothing. */
export const mayDo = (permissions: Permissions, person: Person, permission: Permission): boolean =>
  Object.hasOwn(permissions, person.role) && (permissions[person.role] ?? []).includes(permission)

/** 'Sign in first' where that could help; 'refused' where it could not. */
export function admitted(permissions: Permissions, may: May, person: Person | null): 'admitted' | 'sign in first' | 'refused' {
  if (may === 'anyone') return 'admitted'
  if (person === null) return 'sign in first'
  if (may === 'signed in') return 'admitted'
  return mayDo(permissions, person, may) ? 'admitted' : 'refused'
}

/** The roles that may, in words for the page that refuses: 'team manager or director'. Null when none may. */
export function rolesThatMay(permissions: Permissions, may: May): string | null {
  const roles = Object.keys(permissions).filter((role) => (permissions[role] ?? []).includes(may))
  const last = roles.pop()
  if (last === undefined) return null
  return roles.length === 0 ? last : `${roles.join(', ')} or ${last}`
}

/** Why a page could never be opened, in a sentence; null when somebody may. A misspelt permission is found at the start. */
export function grantedToNobody(permissions: Permissions, { method, path, may, declaredIn }: Page): string | null {
  if (may === 'anyone' || may === 'signed in' || rolesThatMay(permissions, may) !== null) return null
  return `${method} ${path} needs "${may}", which no role has, so the server did not start. Grant it to a role, or mend \`may\` in ${declaredIn}.`
}
