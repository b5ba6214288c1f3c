import type { CodeList, Field } from '../../../src/engine/records/kind.ts'
import { categoriesOfAbuse } from '../../../src/practice/protection/code-lists.ts'

/** The value of a field as the cell of our own tables holds it; null for nothing. */
export function ownCell({ type }: Field, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return type === 'moment' ? withSeconds(value) : value
  if (typeof value === 'boolean') return value ? 'Y' : 'N'
  return JSON.stringify(value)
}

/** The value of a field as the Standard Safeguarding Dataset has it in a column of a type (`ssd/layout.ts`). */
export function ssdCell(field: Field, type: string, value: unknown): string | null {
  // The dataset writes the words of this list, not its codes.
  if (field.list === categoriesOfAbuse) return categoriesOfAbuse.codes.find(({ code }) => code === value)?.label ?? null
  if (field.type === 'flags' && value) return allAnswers(field.list as CodeList, value as Readonly<Record<string, string>>)
  if (type === '10' && typeof value === 'boolean') return value ? '1' : '0'
  const cell = ownCell(field, value)
  return field.type === 'moment' && cell !== null ? cell.replace(' 00:00:00', '') : cell
}

/** All the keys, in the dataset’s order, empty where nothing was answered. */
const allAnswers = ({ codes }: CodeList, answers: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.fromEntries(codes.map(({ code }) => [code, answers[code] ?? ''])))

/** 'YYYY-MM-DD HH:MM' gains its seconds; a day alone stays one. */
const withSeconds = (moment: string): string => (moment.length === 16 ? `${moment}:00` : moment)
