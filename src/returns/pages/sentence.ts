/**
 * The sentence of an error that a rule of ours threw for people to read; null for any other, whose message may quote a value. Errors of
 * the database carry a code, and those of the language are of their own classes.
 */
export const sentenceOf = (failure: unknown): string | null =>
  failure instanceof Error && failure.constructor === Error && !('code' in failure) && /^[A-Z].*\.$/s.test(failure.message)
    ? failure.message
    : null
