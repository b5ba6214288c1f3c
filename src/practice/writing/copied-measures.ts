import { factKind, type Fact } from '../../engine/measures/fact.ts'
import { measure, type Measure } from '../../engine/measures/measure.ts'
import type { Dimension } from '../../engine/measures/dimension.ts'
import type { KnownOf } from '../../engine/measures/known-facts.ts'
import { codeList } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import type { HeldText } from './alike.ts'
import { sortsOfText } from './code-lists.ts'
import { byTeam, byWorker } from './copies.ts'

/**
 * How many texts stand in another child’s record too, told as measures are, so that they can be charted and watched like any other. Whether a text is a copy
 * cannot be told from one child’s records: these are not kept with other counts, and are counted from the facts of `copiedTexts` when they are asked for.
 */
const textsHeld = factKind({
  id: 'texts-held-against-others',
  name: 'Long texts held against those about other children',
  about: person,
  says: {
    sort: { label: 'Sort of text', type: 'words', codes: sortsOfText },
    copied: { label: 'Stands in another child’s record too', type: 'yes or no' },
    how: {
      label: 'In whose',
      type: 'words',
      codes: codeList('In whose record', 'Goldthread', [
        { code: 'brother or sister', label: 'A brother’s or sister’s' },
        { code: 'one worker', label: 'Another child’s, by the same worker' },
      ]),
    },
    worker: { label: 'Written by', type: 'words' },
    team: { label: 'Team', type: 'words' },
  },
  reads: [],
  facts: () => [],
})

const factOf = ({ on, kind, record, sort, worker, team, alike }: HeldText): Fact => ({
  on,
  by: { table: kind, id: record },
  says: { sort, copied: alike !== null, how: alike?.how ?? null, worker, team },
})

/** The page of the digest on which others of its kind stand. */
const areas: Readonly<Record<string, string>> = {
  'early help plan': 'Early help',
  'in need plan': 'Children in need',
  'protection plan': 'Protection',
  'care plan': 'Children in care',
  'education plan': 'Education',
  'pathway plan': 'Leaving care',
  review: 'Children in need',
  visit: 'Leaving care',
  interview: 'Missing and exploitation',
}

/** Of what is kept there are no counts by worker; these are counted when they are asked for, so that whoever copies can be asked why. */
const writer: Dimension = { ...byWorker, counted: true }

const copiedMeasure = (id: string, name: string, sort: string | null): Measure =>
  measure({
    id,
    name,
    area: areas[sort ?? ''] ?? 'Assessment',
    of: textsHeld,
    ...(sort === null ? {} : { where: { sort: [sort] } }),
    statistic: 'share',
    met: { copied: [true] },
    span: '12 months',
    better: 'lower',
    by: [byTeam, writer, ...(sort === null ? ['sort'] : [])],
    // A sentence may rightly be said of two children. Of one text in ten it is a habit.
    expected: 10,
    speaksOf: 'text',
    source: 'Ofsted, inspections of children’s services: assessments and plans that are not about the individual child',
    says: {
      counted:
        'those of which a paragraph of 25 words or more is like one written before, or on the same day, about a brother or sister or about another child by the same worker',
      outOf: 'texts of 25 words or more written in the 12 months',
      leftOut: 'what the form itself says in everybody’s record',
      note: 'like is four in five of the runs of three words, names, numbers and whether it says he or she aside; estimated from marks of the texts',
    },
  })

const wholeName = 'Texts that stand in another child’s record too'

/** All long texts together, and then each sort. */
export const copiedMeasures: readonly Measure[] = [
  copiedMeasure('copied-texts', wholeName, null),
  ...sortsOfText.codes.map(({ code, label }) =>
    copiedMeasure(`copied-${code.replaceAll(' ', '-')}`, `${wholeName}: ${(label ?? code).toLowerCase()}`, code),
  ),
]

/** What texts held against each other say, as facts of each child: to be counted, and for whoever asks whom a figure counts. */
export function copiedFacts(held: readonly HeldText[]): readonly KnownOf[] {
  const facts = Map.groupBy(held, ({ subject }) => subject)
  return [...facts].map(([subject, texts]) => ({
    subject,
    facts: new Map([[textsHeld, texts.map(factOf)]]),
    spells: new Map<Dimension, never>(),
  }))
}
