import type { Child, Course, Family } from '../course.ts'

const courses = new WeakMap<Family, readonly Course[]>()

/** Notes the courses of a family’s children once all of them are planned. */
export function noteChildren(family: Family, these: readonly Course[]): void {
  courses.set(family, these)
}

const others = (child: Child): readonly Course[] => (courses.get(child.family) ?? []).filter((each) => each.child.number !== child.number)

/** Brothers and sisters on record, the eldest first; none where a family was not planned with others. */
export const brothersAndSisters = (child: Child): readonly Child[] => others(child).map((each) => each.child)

/** When brothers and sisters who are to be adopted too go to their adopters. */
export const brothersAndSistersPlaced = (child: Child): readonly string[] =>
  others(child).flatMap(({ needs }) => needs.flatMap(({ care }) => care?.adoption?.placedOn ?? []))
