/** Rows of the reference of measures that this room does not count, and why. */
export const notCounted: Readonly<Record<string, string>> = {
  'learning-actions':
    'What changed because of a complaint is recorded in words, without a day; it would need a record of each learning action, with the day it is due and the day it was done.',
  compliments:
    'Compliments are recorded nowhere by themselves: feedback knows “complaint or compliment” as one way of being given; it would need a record of compliments, or a way of its own.',
}
