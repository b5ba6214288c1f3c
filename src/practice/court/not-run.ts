/** Rows of the reference of rules that no clock of this room runs, and why. */
export const notRun: Readonly<Record<string, string>> = {
  'fgdm-offer':
    'The duty to offer family group decision-making (Children’s Wellbeing and Schools Act 2026, section 1) has no known day on which it begins. The offer and its day are recorded with pre-proceedings; a clock would also need the day on which the council decided that it may apply for an order.',
}
