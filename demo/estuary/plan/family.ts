import type { Child, Family } from '../course.ts'

const children = new WeakMap<Family, readonly Child[]>()

/** Notes the children of a family once all of them have a name. */
export function noteChildren(family: Family, these: readonly Child[]): void {
  children.set(family, these)
}

/** Brothers and sisters on record, the eldest first; none where a family was not planned with others. */
export const brothersAndSisters = (child: Child): readonly Child[] =>
  (children.get(child.family) ?? []).filter(({ number }) => number !== child.number)
