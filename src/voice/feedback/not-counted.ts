/** Rows of the reference of measures that this room does not count, and why. */
export const notCounted: Readonly<Record<string, string>> = {
  'feedback-positive':
    'Feedback is recorded in the words of those who gave it, without a rating; it would need a field for how good they find the help they had.',
}
