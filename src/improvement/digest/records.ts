import { codeList, date, decimal, identifier, moment, oneOf, recordKind, reference, text, yesNo } from '../../engine/records/kind.ts'

/** What the digest keeps of its own: measures made here, and the monthly papers with what was written beside each figure. */

// Exported for the data dictionary, which finds lists by looking.
// ts-unused-exports:disable-next-line
export const localStatistics = codeList('What a measure made here tells', 'Goldthread', [
  { code: 'count', label: 'How many' },
  { code: 'share', label: 'The share that meets a condition' },
  { code: 'mean', label: 'The average of a number' },
  { code: 'median', label: 'The middle of a number (median)' },
])

// ts-unused-exports:disable-next-line
export const localSpans = codeList('Time of a measure made here', 'Goldthread', [
  { code: 'moment', label: 'At the end of the month' },
  { code: 'month', label: 'In the month' },
  { code: '12 months', label: 'In the 12 months to its end' },
])

// ts-unused-exports:disable-next-line
export const betterWays = codeList('Which way is better', 'Goldthread', [
  { code: 'higher', label: 'Higher' },
  { code: 'lower', label: 'Lower' },
  { code: 'neutral', label: 'Neither' },
])

/** A measure that people here have made of facts that are declared. */
export const localMeasure = recordKind({
  name: 'Measure made here',
  plural: 'Measures made here',
  table: 'local_measure',
  group: 'Figures',
  fields: {
    measure: identifier('Identifier', { required: true }),
    name: text('Name', { required: true }),
    area: text('Area of the digest', { required: true }),
    facts: identifier('What is counted', { required: true, note: 'A kind of fact that a declared measure counts.' }),
    statistic: oneOf(localStatistics, 'Tells', { required: true }),
    onlyThose: text('Only those', { note: 'Conditions: source is 1A or 1B; again is yes.' }),
    met: text('Of a share: those that meet', { note: 'Conditions, as above.' }),
    number: text('Of an average: the number'),
    span: oneOf(localSpans, 'Time', { required: true }),
    better: oneOf(betterWays, 'Better is', { required: true }),
    target: decimal('Target'),
    why: text('What it is for'),
    shared: yesNo('Shared with all who see the digest'),
    madeBy: text('Made by'),
  },
  sameWhen: ['measure'],
  basis: 'Goldthread: local measures, marked as such wherever they stand.',
})

/** The digest of a month as it was printed: its figures stay as they were known that day. */
export const monthlyDigest = recordKind({
  name: 'Monthly digest',
  plural: 'Monthly digests',
  table: 'monthly_digest',
  group: 'Figures',
  fields: {
    month: date('Month', { required: true, note: 'Its first day.' }),
    frozenAt: moment('Frozen', { required: true, note: 'London time. Nothing recorded later is in it.' }),
    frozenBy: text('By'),
    day: date('Day', { required: true, note: 'What counted as today.' }),
    figures: text('Figures', {
      required: true,
      long: true,
      note: 'As JSON: what stood on the page, so that it can be printed again as it was.',
    }),
    charts: text('Charts', { long: true, note: 'As JSON: the small charts of the page.' }),
  },
  sameWhen: ['month'],
  basis: 'Goldthread: a published figure can be shown again as it was, and a later one explained.',
})

export const digestComment = recordKind({
  name: 'Comment in a monthly digest',
  plural: 'Comments in monthly digests',
  table: 'digest_comment',
  group: 'Figures',
  fields: {
    month: date('Month', { required: true }),
    measure: identifier('Measure', { required: true }),
    words: text('What is behind the figure, and what is done about it', { required: true, long: true }),
    author: text('By'),
    digest: reference(() => monthlyDigest, 'Digest in which it was printed'),
  },
  basis: 'Goldthread: the author’s commentary beside each measure.',
})
