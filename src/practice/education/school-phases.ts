import { birthday } from '../../engine/clocks/days.ts'
import { codeList } from '../../engine/records/kind.ts'
import { compulsorySchoolAge } from './school-age.ts'

/** The phase of school that a child's age says, where no record says more: a school year runs from September to August. */
export const schoolPhases = codeList('School phase', 'Education Act 1996, section 8; school years by age', [
  { code: 'early', label: 'Before compulsory school age' },
  { code: 'primary', label: 'Primary' },
  { code: 'secondary', label: 'Secondary' },
  { code: 'after', label: 'After compulsory school age' },
])

/** The first day of each phase after the first. Secondary school begins in the September after the eleventh birthday. */
function phaseBegins(bornOn: string): { readonly primary: string; readonly secondary: string; readonly after: string } {
  const eleven = birthday(bornOn, 11)
  const year = Number(eleven.slice(0, 4)) + (eleven.slice(5, 7) >= '09' ? 1 : 0)
  const { from, until } = compulsorySchoolAge(bornOn)
  return { primary: from, secondary: `${year}-09-01`, after: until }
}

/** The days on which a child goes from one phase to the next. */
export const phaseChanges = (bornOn: string | null): readonly string[] => (bornOn === null ? [] : Object.values(phaseBegins(bornOn)))

/** Null where the birth date is not known. */
export function phaseOn(bornOn: string | null, day: string): string | null {
  if (bornOn === null) return null
  const begins = phaseBegins(bornOn)
  if (day < begins.primary) return 'early'
  if (day < begins.secondary) return 'primary'
  return day < begins.after ? 'secondary' : 'after'
}

export const isOfSchoolAge = (phase: string | null): boolean | null =>
  phase === null ? null : phase === 'primary' || phase === 'secondary'
