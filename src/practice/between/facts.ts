import type { Terms } from '../../engine/clocks/clock.ts'
import type { Thread } from '../../engine/clocks/thread.ts'
import { factKind, type Fact } from '../../engine/measures/fact.ts'
import { codeList } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { covers, edgesOf, inParts } from '../told-in-parts.ts'
import { together, within, type Time } from './time.ts'
import { ways } from './ways.ts'

/** Children who fall between, each way by itself and all together. */

const how = codeList(
  'How a child falls between',
  'Goldthread, from guidance and what inspectors found',
  ways.map(({ code, name }) => ({ code, label: name })),
)
const reads = [...new Set(ways.flatMap((way) => way.reads))].filter((kind) => kind !== person)

interface Told {
  readonly code: string
  readonly could: readonly Time[]
  readonly did: readonly Time[]
}

/** Both kinds of fact are asked of a thread one after the other. */
const told = new WeakMap<Thread, { readonly terms: Terms; readonly all: readonly Told[] }>()

function toldOf(thread: Thread, terms: Terms): readonly Told[] {
  const known = told.get(thread)
  if (known?.terms === terms) return known.all
  const { diedOn } = thread.about(person)
  const alive = [{ from: '', until: diedOn }]
  const all = ways.flatMap(({ code, found }): Told[] => {
    const { could, did } = found(thread, terms)
    if (could.length === 0) return []
    const lived = together(diedOn === null ? could : within(could, alive))
    return [{ code, could: lived, did: together(within(lived, together(did))) }]
  })
  told.set(thread, { terms, all })
  return all
}

/** Children to whom it could happen, a way at a time: while it could, in parts in which it did and did not. */
export const childrenWhoCouldFall = factKind({
  id: 'children-who-could-fall-between',
  name: 'Children who could fall between, by how',
  about: person,
  lasts: true,
  says: { how: { label: 'How', type: 'words', codes: how }, between: { label: 'Falls between', type: 'yes or no' } },
  reads,
  facts: (thread, _, terms) =>
    toldOf(thread, terms).flatMap(({ code, could, did }) =>
      could.flatMap((time): readonly Fact[] =>
        inParts(time, time.by, {
          how: { changesOn: [], on: () => code },
          between: { changesOn: edgesOf(did), on: (day) => covers(did, day) },
        }),
      ),
    ),
})

/** Children who fall between, each once at a time, with every way in which they do; opened to the record behind the one that has stood longest. */
export const childrenBetween = factKind({
  id: 'children-between',
  name: 'Children who fall between',
  about: person,
  lasts: true,
  says: { how: { label: 'How', type: 'several words', codes: how } },
  reads,
  facts: (thread, _, terms) => {
    const all = toldOf(thread, terms).flatMap(({ code, did }) => did.map((time) => ({ ...time, code })))
    const edges = [...new Set(edgesOf(all))].sort()
    return edges.flatMap((on, place): Fact[] => {
      const standing = all.filter((each) => covers([each], on)).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
      const [longest] = standing
      if (!longest) return []
      return [{ on, until: edges[place + 1] ?? null, by: longest.by, says: { how: standing.map(({ code }) => code).sort() } }]
    })
  },
})
