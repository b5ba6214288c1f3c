/** Adding a record: the form, filled from the address where a link names values, and its record written in one transaction. */
import { randomUUID } from 'node:crypto'
import type { JSX } from 'preact'
import type { Transaction } from '../../engine/database/database.ts'
import { sameValue, type Values } from '../../engine/records/checked-values.ts'
import { isRecordId, type RecordKind } from '../../engine/records/kind.ts'
import { findRecord } from '../../engine/records/read.ts'
import { NotAccepted, peopleHere, writeRecord } from '../../engine/records/write.ts'
import { action, mend, page, type Page } from '../../engine/web/page.ts'
import { placeOf, type Family, type Place, type Request } from './family.ts'
import { newForm, readForm, refusedForm, unjudged, type FormState } from './form-state.ts'
import { AddForm, summaryOf } from './form-views.tsx'
import { say } from './said.tsx'

export const addPages = (family: Family): readonly Page[] => [
  page(family.paths.add, {
    may: family.may,
    looks: `Opened a form to add a record${family.whose}`,
    find: (request) =>
      request.read(async (tx) => {
        const place = await placeOf(tx, family, request)
        const kind = family.kindToAdd(request.params.kind ?? '')
        return { place, state: unjudged(await newForm(tx, { kind, ids: place.ids, today: place.today }, request.query)) }
      }),
    show: ({ place, state }) => drawn(place, state),
  }),

  action(family.paths.add, {
    may: family.may,
    looks: `Added a record${family.whose}`,
    does: async (request) => {
      const kind = family.kindToAdd(request.params.kind ?? '')
      const { place, state, written } = await request.write((tx) => add(tx, family, request, kind))
      if (written === null) return state.errors.length === 0 ? { body: drawn(place, state) } : mend(drawn(place, state))
      say(request.session, { did: 'added', table: kind.table, id: written })
      return { redirect: place.afterAdding(kind, written) }
    },
  }),
]

/** A form carries the identifier of its record, so that two quick presses write one. Drawn again it has a new one: nothing was written under the old. */
const drawn = (place: Place, state: FormState): JSX.Element =>
  place.frame({
    doing: 'Add',
    what: state.kind.name,
    errors: summaryOf(state),
    back: place.from(state.kind),
    children: (
      <AddForm
        action={place.addHref(state.kind)}
        state={state}
        kept={{ _id: randomUUID() }}
        save="Add the record"
        cancel={place.from(state.kind).href}
      />
    ),
  })

interface Added {
  readonly place: Place
  readonly state: FormState
  /** The identifier of the record; null where there is something to mend first. */
  readonly written: string | null
}

async function add(tx: Transaction, family: Family, request: Request, kind: RecordKind): Promise<Added> {
  const place = await placeOf(tx, family, request)
  const { typed, state } = await readForm(tx, { kind, ids: place.ids, today: place.today, boxes: request.form })
  if (request.form.has('_draw')) return { place, state: unjudged(state), written: null }
  if (state.errors.length > 0) return { place, state, written: null }
  const asked = request.form.get('_id') ?? ''
  const newId = isRecordId(asked) ? asked : randomUUID()
  const sentBefore = await findRecord(tx, kind, newId)
  if (sentBefore !== null) {
    const held = sentBefore.record as unknown as Values
    if (Object.entries(typed.values).every(([name, value]) => sameValue(held[name], value))) return { place, state, written: newId }
    return { place, state: refusedForm(state, [{ field: null, says: sentAlready }]), written: null }
  }
  try {
    const about = place.person === null || kind.about === null ? {} : { person: place.person }
    await writeRecord(tx, kind, { ...about, newId, values: typed.values, source: peopleHere, today: place.today })
  } catch (failure) {
    if (!(failure instanceof NotAccepted)) throw failure
    return { place, state: refusedForm(state, failure.wrong), written: null }
  }
  await family.afterWrite(tx, kind, [newId])
  return { place, state, written: newId }
}

const sentAlready = 'This form was sent before, with other words, and its record was added then. Send it again to add another record.'
