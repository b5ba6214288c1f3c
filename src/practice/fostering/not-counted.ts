/** Rows of the reference of measures that this room does not count, and why. */
export const notCounted: Readonly<Record<string, string>> = {
  'foster-vacancy':
    'A household’s places are recorded and a child’s placement does not say with which household it is; it would need a reference from the placement to the fostering household, and a record of places that cannot be used for a time.',
}
