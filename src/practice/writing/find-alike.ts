import type { Transaction } from '../../engine/database/database.ts'
import { valueOn, type Dimension } from '../../engine/measures/dimension.ts'
import { isRecordId, type RecordKind } from '../../engine/records/kind.ts'
import { findRecord } from '../../engine/records/read.ts'
import { containment, resemblance, stretchesOf, type TextStretch } from '../../engine/text/shingles.ts'
import type { Mask } from '../../engine/text/words.ts'
import { familyOf, findWho, fullName, idsOf, type Who } from '../person/child.ts'
import { workerAndTeamNames } from '../person/worker-names.ts'
import { heldTogether } from './alike.ts'
import { byTeam, byWorker, familiesBySubject, markedTexts } from './copies.ts'
import { textsWritten, factsOfTexts } from './facts.ts'
import { childrenNear, threadsWith } from './threads.ts'
import { maskOf, shinglesIn, textsOf, wordsInARow, writtenKinds, type WrittenText } from './texts.ts'

/** Two texts about two children, to be shown side by side. */

export interface ShownText {
  readonly child: string
  readonly name: string
  readonly kind: RecordKind
  readonly record: string
  readonly on: string
  readonly worker: string | null
  readonly team: string | null
  /** Each field with its text; what the other text has too is marked. */
  readonly pieces: readonly { readonly label: string; readonly stretches: readonly TextStretch[] }[]
}

export interface Beside {
  readonly one: ShownText
  /** Null where no text is like it. */
  readonly other: ShownText | null
  /** Of the runs of words of either, how many stand in both; and of those of each, how many stand in the other: 0 to 1. */
  readonly resemblance: number
  readonly inOther: number
  readonly inOne: number
  readonly how: 'brother or sister' | 'one worker' | 'neither'
}

/**
 * A text, and beside it another of its kind: the one named, else the one it was found to be like, whichever of the two was written first.
 * @param table of the kind of record
 * @returns null where there is no such text, or none to be seen
 */
export async function findBeside(
  tx: Transaction,
  { table, record, beside }: { readonly table: string; readonly record: string; readonly beside: string | null },
): Promise<Beside | null> {
  const kind = writtenKinds.find((each) => each.table === table)
  const one = kind === undefined ? null : await textIn(tx, kind, record)
  if (kind === undefined || one === null) return null
  const named = beside ?? (await alikeTo(tx, one))
  const other = named === null ? null : await textIn(tx, kind, named)
  if (beside !== null && (other === null || other.who.person.id === one.who.person.id)) return null
  const names = await workerAndTeamNames(tx, [one.worker, one.team, other?.worker, other?.team])
  if (other === null) return { one: shown(one, new Set(), names), other: null, resemblance: 0, inOther: 0, inOne: 0, how: 'neither' }
  const [ofOne, ofOther] = [shinglesOfText(one), shinglesOfText(other)]
  const siblings = (await familyOf(tx, idsOf(one.who))).some(({ id, how }) => id === other.who.person.id && how === 'Brother or sister')
  return {
    one: shown(one, ofOther, names),
    other: shown(other, ofOne, names),
    resemblance: resemblance(ofOne, ofOther),
    inOther: containment(ofOne, ofOther),
    inOne: containment(ofOther, ofOne),
    how: siblings ? 'brother or sister' : one.worker !== null && one.worker === other.worker ? 'one worker' : 'neither',
  }
}

/** A text with whom it is about, and who wrote it. */
interface FoundText {
  readonly who: Who
  readonly kind: RecordKind
  readonly text: WrittenText
  readonly mask: Mask
  readonly worker: string | null
  readonly team: string | null
}

async function textIn(tx: Transaction, kind: RecordKind, id: string): Promise<FoundText | null> {
  const read = isRecordId(id) ? await findRecord(tx, kind, id) : null
  const who = read?.record.person ? await findWho(tx, read.record.person) : null
  const thread = who === null ? undefined : (await threadsWith(tx, kind, [who.person.id])).get(who.person.id)
  const text = thread === undefined ? undefined : textsOf(thread, kind.table).find(({ by }) => by.id === id.toLowerCase())
  if (who === null || thread === undefined || text === undefined) return null
  const held = (by: Dimension): string | null => valueOn(by.spells(thread), text.on) || null
  return { who, kind, text, mask: maskOf(thread), worker: text.worker ?? held(byWorker), team: text.team ?? held(byTeam) }
}

/** The record whose text it is like, or whose later text is like it; null where there is none. What the form itself says is not known here. */
async function alikeTo(tx: Transaction, { who, kind, text: { by }, worker }: FoundText): Promise<string | null> {
  const threads = await threadsWith(tx, kind, await childrenNear(tx, kind, who.person.id, worker))
  const families = await familiesBySubject(tx, [...threads.keys()])
  const texts = [...threads].flatMap(([subject, thread]) =>
    markedTexts({
      subject,
      facts: new Map([[textsWritten, factsOfTexts(thread)]]),
      spells: new Map([byTeam, byWorker].map((each) => [each, each.spells(thread)])),
    }),
  )
  const held = heldTogether(texts, (subject) => families.get(subject) ?? [])
  const itself = held.find(({ record }) => record === by.id)
  return itself?.alike?.record ?? held.find(({ alike }) => alike?.record === by.id)?.record ?? null
}

const shinglesOfText = ({ text: { pieces }, mask }: FoundText): ReadonlySet<string> =>
  shinglesIn(
    pieces.map(({ text }) => text),
    mask,
  )

function shown(
  { who, kind, text, mask, worker, team }: FoundText,
  others: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): ShownText {
  return {
    child: who.person.id,
    name: fullName(who.person),
    kind,
    record: text.by.id,
    on: text.on,
    worker: names.get(worker ?? '') ?? null,
    team: names.get(team ?? '') ?? null,
    pieces: text.pieces.map((piece) => ({ label: piece.label, stretches: stretchesOf(piece.text, others, wordsInARow, mask) })),
  }
}
