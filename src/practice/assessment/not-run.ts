/** Rows of the reference of rules that no clock of this room runs, and why. */
export const notRun: Readonly<Record<string, string>> = {
  'initial-assessment-historic':
    'Initial assessments ended with Working Together 2013. They would need a record of their own, with the day each was completed; the dataset holds single assessments only.',
  'core-assessment-historic':
    'Core assessments ended with Working Together 2013. They would need a record of their own, from the end of the initial assessment to the day each was completed.',
}
