/** Legal statuses as councils write them: the code of the looked-after return, its words, or words of their own. */
const words = {
  L1: /police protection/i,
  L2: /emergency protection/i,
  L3: /child assessment order/i,
  C1: /interim care order/i,
  C2: /^(?!.*interim).*\bcare order/i,
  'supervision order': /^(?!.*(?:interim|education|youth)).*\bsupervision order/i,
  'special guardianship order': /^(?!.*interim).*\bspecial guardianship/i,
} as const

export type Status = keyof typeof words

/** Whether a legal status, as written, is one of these. */
export function isStatus(written: string | null, ...statuses: readonly Status[]): boolean {
  const said = written?.trim() ?? ''
  return statuses.some((status) => new RegExp(`^${status}\\b`, 'i').test(said) || words[status].test(said))
}
