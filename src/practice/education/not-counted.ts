/** Measures of the reference that this room does not count, and why. */
export const notCounted: Readonly<Record<string, string>> = {
  'cla-ks2': 'Needs a record of a child’s results at the end of key stage 2, which come with the Department for Education’s matched data.',
  'cla-ks4': 'Needs a record of a child’s Attainment 8 score, which comes with the Department for Education’s matched data.',
  'cla-absence':
    'Needs a record of a pupil’s sessions, possible and missed, which schools and the virtual school’s attendance service hold.',
  'cla-persistent-absence':
    'Needs a record of a pupil’s sessions, possible and missed, which schools and the virtual school’s attendance service hold.',
}
