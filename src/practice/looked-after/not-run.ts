/** Rows of the reference of rules that no clock of this room runs, and why. */
export const notRun: Readonly<Record<string, string>> = {
  'dolo-recorded':
    'Nothing falls due: an order that deprives a child of their liberty is recorded when it is made (deprivation of liberty order), and returned once a year.',
  'social-worker-episode': 'Nothing falls due: each worker a child has is recorded when allocated (involvement), and returned once a year.',
  'iro-annual-report':
    'Needs a record of the reviewing officers’ annual report, which is about the authority and not about a child; its date is local.',
}
