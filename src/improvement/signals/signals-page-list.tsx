/** The list of signals: by what it can be narrowed, and what a file of it holds. */
import { declareList, type ListDeclaration } from '../../engine/web/list-declaration.ts'
import { answerInWords } from './answers.ts'
import { kindWords, wayWords } from './kinds.tsx'
import type { KeptSignal } from './kept.ts'
import { isOfTeams, type SignalRow } from './reach.ts'

/** A signal in a line: a head, or a part of one. */
export interface SignalLine {
  readonly kept: KeptSignal
  readonly head: SignalRow
}

/** Each head, and its parts after it. */
export const linesOfList = (rows: readonly SignalRow[]): readonly SignalLine[] =>
  rows.flatMap((head) => [head, ...head.parts].map((kept) => ({ kept, head })))

/** @param teams their names, by identifier */
export const signalList = (teams: ReadonlyMap<string, string>): ListDeclaration<SignalLine> =>
  declareList<SignalLine>({
    name: 'Signals',
    of: ['signal', 'signals'],
    columns: [
      { id: 'signal', heading: 'Signal', names: true, value: ({ kept: { signal } }) => signal.sentence },
      { id: 'way', heading: 'Way', value: ({ kept: { signal } }) => wayWords(signal) },
      { id: 'kind', heading: 'Kind', value: ({ kept: { signal } }) => kindWords(signal.kind) },
      { id: 'area', heading: 'Area', value: ({ kept: { signal } }) => signal.area },
      { id: 'measure', heading: 'Measure', value: ({ kept: { signal } }) => signal.name },
      { id: 'where', heading: 'Where', value: ({ kept: { signal } }) => Object.values(signal.where).join(', ') || null },
      { id: 'since', heading: 'Since', value: ({ kept: { signal } }) => signal.since },
      { id: 'from', heading: 'From', numeric: true, value: ({ kept: { signal } }) => signal.from },
      { id: 'to', heading: 'To', numeric: true, value: ({ kept: { signal } }) => signal.to },
      { id: 'unit', heading: 'Unit', value: ({ kept: { signal } }) => signal.unit },
      { id: 'counted', heading: 'How many', numeric: true, value: ({ kept: { signal } }) => signal.children },
      { id: 'whom', heading: 'Of whom', value: ({ kept: { signal } }) => signal.whom },
      { id: 'more', heading: 'How sure', value: ({ kept: { signal } }) => signal.more },
      { id: 'part-of', heading: 'Part of', value: ({ kept, head }) => (kept === head ? null : head.signal.sentence) },
      {
        id: 'answer',
        heading: 'Answer',
        value: ({ kept, head }) => (kept === head && head.answer !== null ? answerInWords(head.answer) : null),
      },
      { id: 'new', heading: 'New this week', value: ({ head }) => (head.isNew ? 'Yes' : 'No') },
    ],
    filters: [
      {
        id: 'area',
        label: 'Area',
        options: (lines) => options(lines.map(({ kept: { signal } }) => signal.area)),
        keeps: ({ kept, head }, value) => [kept, ...(kept === head ? head.parts : [])].some(({ signal }) => signal.area === value),
      },
      {
        id: 'kind',
        label: 'Kind',
        options: (lines) => {
          const kinds = [...new Set(lines.map(({ kept: { signal } }) => signal.kind))]
          return kinds.map((value) => ({ value, label: kindWords(value) })).sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))
        },
        keeps: ({ kept: { signal } }, value) => signal.kind === value,
      },
      {
        id: 'direction',
        label: 'Way',
        options: [
          { value: 'worse', label: 'Worse' },
          { value: 'better', label: 'Better' },
          { value: 'changed', label: 'Changed' },
        ],
        keeps: ({ kept: { signal } }, value) => signal.direction === value,
      },
      {
        id: 'team',
        label: 'Team',
        options: (lines) => {
          const named = new Set(lines.flatMap(({ head }) => [head, ...head.parts].flatMap((each) => teamsOf(each))))
          return [...named]
            .flatMap((value) => (teams.has(value) ? [{ value, label: teams.get(value) as string }] : []))
            .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))
        },
        keeps: ({ kept, head }, value) => [kept, ...(kept === head ? head.parts : [])].some((each) => teamsOf(each).includes(value)),
      },
    ],
  })

/** The team that a signal is about; where it is about none, those whose children it counts. */
function teamsOf({ signal: { place }, teams }: KeptSignal): readonly string[] {
  if (place !== null && isOfTeams(place.by)) return [place.value]
  return Object.keys(teams)
}

const options = (values: readonly string[]) =>
  [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en-GB')).map((value) => ({ value, label: value }))
