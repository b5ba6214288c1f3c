import type { RecordKind } from '../../engine/records/kind.ts'
import { action, mend, NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { clockwork } from '../../clocks.ts'
import { keepAfter } from '../../engine/clocks/keep.ts'
import { person as personKind } from '../../practice/person/records.ts'
import { decidePair } from '../../practice/person/same-child.ts'
import { isIdentifier, pageAsked } from './imports.ts'
import { decidedPairs, waitingPair, waitingPairs } from './pairs.ts'
import { DecidedPage, PairsPage, type Waiting } from './pairs-view.tsx'
import { sentenceOf } from './sentence.ts'

const may = 'decide pairs'

/**
 * The pages on which people say whether two records are one child.
 * @param pageDay gives the plain date on which pages tell how things stand.
 */
export function pairsPages(kinds: readonly RecordKind[], pageDay: () => string): readonly Page[] {
  /** The pair that waits at the place asked for, or at the last where there are fewer; both children are looked at. */
  const waiting = async ({ read, lookAt, may: mayThey }: Pick<PageRequest, 'read' | 'lookAt' | 'may'>, asked: number): Promise<Waiting> => {
    const found = await read(async (tx) => {
      const count = await waitingPairs(tx)
      const place = Math.min(asked, Math.max(count, 1))
      return { count, place, pair: await waitingPair(tx, place, kinds, pageDay()), decided: (await decidedPairs(tx, 1)).count }
    })
    if (found.pair) for (const { id } of [found.pair.one, found.pair.other]) lookAt(id)
    return { ...found, mayRead: mayThey('read a child') }
  }

  return [
    page('/pairs', {
      may,
      looks: 'Opened a likely pair',
      find: async (request) => ({ ...(await waiting(request, pageAsked(request.query))), said: request.session.take('said of pairs') }),
      show: (found) => <PairsPage {...found} />,
    }),

    page('/pairs/decided', {
      may,
      looks: 'Listed decided pairs',
      find: async ({ query, read, lookAt, session, may: mayThey }) => {
        const at = pageAsked(query)
        const found = await read((tx) => decidedPairs(tx, at))
        for (const id of new Set(found.pairs.flatMap(({ one, other }) => [one.id, other.id]))) lookAt(id)
        return { ...found, page: at, mayRead: mayThey('read a child'), said: session.take('said of pairs') }
      },
      show: (found) => <DecidedPage {...found} />,
    }),

    action('/pairs/:pair', {
      may,
      looks: 'Decided a likely pair',
      does: async (request) => {
        const { params, form, write, read, session } = request
        const asked = form.get('decision')
        const decision = asked === 'same' || asked === 'two' ? asked : null
        if (!isIdentifier(params.pair) || (decision === null && asked !== 'undo')) throw new NotThere()
        try {
          await write(async (tx) => keepAfter(tx, clockwork, personKind, await decidePair(tx, params.pair, decision)), {
            reason: reasons[asked as keyof typeof reasons],
          })
        } catch (failure) {
          const error = sentenceOf(failure)
          if (error === null) throw failure
          if (decision === null)
            return mend(
              <DecidedPage {...await read((tx) => decidedPairs(tx, 1))} page={1} mayRead={request.may('read a child')} error={error} />,
            )
          return mend(<PairsPage {...await waiting(request, pageAsked(form))} error={error} />)
        }
        session.set('said of pairs', said[asked as keyof typeof said])
        return { redirect: decision === null ? '/pairs/decided' : `/pairs?page=${pageAsked(form)}` }
      },
    }),
  ]
}

const reasons = { same: 'Decided: the same child', two: 'Decided: two children', undo: 'Decision on a likely pair undone' } as const
const said = {
  same: 'Joined: every page of the child now shows both records.',
  two: 'Kept apart: they are two children.',
  undo: 'Undone: the pair waits for a decision again.',
} as const
