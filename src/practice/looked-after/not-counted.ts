/** Measures of the reference that this room does not count, and why. */
export const notCounted: Readonly<Record<string, string>> = {
  'cla-unregistered':
    'Needs a record that a setting should be registered with Ofsted and is not, and of the notice to Ofsted: the placement record holds the Ofsted number, which is missing for other reasons too.',
  'iro-challenge':
    'Needs a record of a reviewing officer’s challenge (dispute resolution): its stage, the day it was raised and the day it was resolved.',
}
