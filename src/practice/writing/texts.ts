import type { Ref } from '../../engine/clocks/clock.ts'
import type { Said, Thread } from '../../engine/clocks/thread.ts'
import type { Fields, RecordKind } from '../../engine/records/kind.ts'
import { shinglesOf } from '../../engine/text/shingles.ts'
import { paragraphsOf, wordsOf, type Mask } from '../../engine/text/words.ts'
import { assessment } from '../assessment/records.ts'
import { teamAroundFamilyReview } from '../early-help/records.ts'
import { personalEducationPlan } from '../education/schooling-records.ts'
import { childInNeedReview } from '../in-need/records.ts'
import { pathwayPlan, pathwayReview } from '../leaving-care/pathway-records.ts'
import { personalAdviserVisit } from '../leaving-care/support-records.ts'
import { carePlanUpdate } from '../looked-after/plan-records.ts'
import { returnHomeInterview } from '../missing/records.ts'
import { person } from '../person/records.ts'
import { planAction } from '../planning/records.ts'
import { coreGroup } from '../protection/core-group.ts'

/** Which texts are written about a child, and how they are read to be held against those about other children. */

/** What one field of a record says. */
export interface Piece {
  readonly label: string
  readonly text: string
}

export interface WrittenText {
  /** Of the list of sorts of text. */
  readonly sort: string
  /** The day it was written or agreed: plain date. */
  readonly on: string
  /** The record that says it; of the actions of a plan agreed on one day, the first. */
  readonly by: Ref
  /** Who wrote it, where the record says so. */
  readonly worker: string | null
  readonly team: string | null
  readonly pieces: readonly Piece[]
}

/** A kind of record in which something is written. */
interface Writing {
  readonly kind: RecordKind
  readonly texts: (thread: Thread) => readonly WrittenText[]
}

interface Where<F extends Fields> {
  readonly on: keyof F & string
  readonly fields: readonly (keyof F & string)[]
  readonly worker?: keyof F & string
  readonly team?: keyof F & string
}

/** One text for each record. */
function writing<F extends Fields>(kind: RecordKind<F>, sort: string, { on, fields, worker, team }: Where<F>): Writing {
  return {
    kind: kind,
    texts: (thread) =>
      thread.dated(kind, on).map(({ at, record }) => ({
        sort,
        on: at.slice(0, 10),
        by: { table: kind.table, id: record.id },
        worker: worker === undefined ? null : saidIn(record, worker),
        team: team === undefined ? null : saidIn(record, team),
        pieces: fields.flatMap((field) => piece(kind, record, field)),
      })),
  }
}

const saidIn = (record: Said, field: string): string | null => {
  const value = (record as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : null
}

function piece(kind: Pick<RecordKind, 'fields'>, record: Said, field: string): Piece[] {
  const text = saidIn(record, field)
  return text === null ? [] : [{ label: kind.fields[field]?.label ?? field, text }]
}

/** A plan’s text is what was agreed for it on one day: its actions, in the order of their words, so that two plans of the same actions read the same. */
const plans: Writing = {
  kind: planAction,
  texts: (thread) => {
    const together = new Map<string, Said<(typeof planAction)['fields']>[]>()
    for (const { at, record } of thread.dated(planAction, 'agreedOn')) {
      const key = `${at.slice(0, 10)} ${record.plan ?? 'other'}`
      const held = together.get(key)
      if (held) held.push(record)
      else together.set(key, [record])
    }
    return [...together].map(([key, actions]) => {
      const [first] = [...actions].sort((a, b) => (a.id < b.id ? -1 : 1))
      const inOrder = [...actions].sort((a, b) => ((a.what ?? '') < (b.what ?? '') ? -1 : 1))
      return {
        sort: `${key.slice(11)} plan`,
        on: key.slice(0, 10),
        by: { table: planAction.table, id: first?.id ?? '' },
        worker: null,
        team: null,
        pieces: (['what', 'measuredBy'] as const).flatMap((field) => inOrder.flatMap((action) => piece(planAction, action, field))),
      }
    })
  },
}

/**
 * Everything long that is written about one child. What the child’s identity, culture and needs are is not among it: of brothers and sisters it may rightly
 * be the same. Nor is what carers may decide, which authorities word once for all; nor are management decisions, of which those that say nothing are counted by
 * themselves.
 */
const writings: readonly Writing[] = [
  writing(assessment, 'assessment', { on: 'authorisedOn', fields: ['analysis', 'childsView'], worker: 'worker', team: 'team' }),
  plans,
  writing(carePlanUpdate, 'care plan', { on: 'updatedOn', fields: ['whatChanged'] }),
  writing(personalEducationPlan, 'education plan', { on: 'heldOn', fields: ['targets', 'childsView'], worker: 'worker' }),
  writing(pathwayPlan, 'pathway plan', { on: 'madeOn', fields: ['view'], worker: 'personalAdviser' }),
  writing(pathwayReview, 'pathway plan', { on: 'heldOn', fields: ['changes'], worker: 'chair' }),
  writing(teamAroundFamilyReview, 'review', { on: 'heldOn', fields: ['agreed'], worker: 'ledBy' }),
  writing(childInNeedReview, 'review', { on: 'heldOn', fields: ['agreed'], worker: 'chairedBy' }),
  writing(coreGroup, 'review', { on: 'heldOn', fields: ['agreed'], worker: 'ledBy' }),
  writing(personalAdviserVisit, 'visit', { on: 'visitedOn', fields: ['note'], worker: 'adviser' }),
  writing(returnHomeInterview, 'interview', { on: 'heldAt', fields: ['whatTheChildSaid', 'whatWillChange'] }),
]

/** The kinds of record in which they are. */
export const writtenKinds: readonly RecordKind[] = writings.map(({ kind }) => kind)

/** All texts of a child, long or short; of one kind of record, where it is named by its table. */
export const textsOf = (thread: Thread, table?: string): readonly WrittenText[] =>
  writings.filter(({ kind }) => table === undefined || kind.table === table).flatMap(({ texts }) => texts(thread))

/** How few words are no paragraph: with fewer, two people write the same by chance. */
export const fewestWords = 25

/** How many words in a row make a shingle. */
export const wordsInARow = 3

/**
 * The paragraphs of a text, each in pieces that have nothing to do with each other’s order. The actions of a plan are short, and are one paragraph together.
 */
export function paragraphsIn({ pieces }: WrittenText): readonly (readonly string[])[] {
  const alone = pieces.flatMap(({ text }) => paragraphsOf(text, fewestWords))
  if (alone.length > 0) return alone.map((paragraph) => [paragraph])
  const together = pieces.map(({ text }) => text)
  return paragraphsOf(together.join(' '), fewestWords).length > 0 ? [together] : []
}

/** The shingles of a paragraph in pieces. */
export const shinglesIn = (pieces: readonly string[], mask: Mask): ReadonlySet<string> =>
  new Set(pieces.flatMap((text) => [...shinglesOf(wordsOf(text, mask), wordsInARow)]))

/** What a child is called, and whether the text says he or she, does not tell it from a text about another. */
export const maskOf = (thread: Thread): Mask => {
  const { forename, surname } = thread.about(person)
  return { names: new Set(wordsOf(`${forename ?? ''} ${surname ?? ''}`.toLowerCase())), alike: sheOrHe }
}

/** “Her” stands for two words of “him” and “his”, so that all read alike. */
const sheOrHe: ReadonlyMap<string, string> = new Map(
  [
    ['they', 'he', 'she', 'him', 'her', 'them', 'his', 'hers', 'their', 'theirs', 'himself', 'herself', 'themselves'],
    ['child', 'boy', 'girl', 'son', 'daughter'],
    ['sibling', 'brother', 'sister'],
    ['siblings', 'brothers', 'sisters'],
  ].flatMap(([instead = '', ...words]) => words.map((word) => [word, instead] as const)),
)
