/** Changing a record: the form drawn from a version, written where nobody has written since, and settled where somebody has. */
import type { JSX } from 'preact'
import type { Values } from '../../engine/records/checked-values.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { peopleHere } from '../../engine/records/write.ts'
import { boxesOfRecord } from '../../engine/web/boxes.ts'
import { action, mend, page, type Answer, type Page } from '../../engine/web/page.ts'
import type { SourceNames } from '../person/provenance.ts'
import { changeRecord, type Changed } from './change.ts'
import { recordAt, type Family, type Place } from './family.ts'
import { drawnForm, readForm, unjudged, type FormState } from './form-state.ts'
import { ChangeForm, Settle, summaryOf } from './form-views.tsx'
import { say } from './said.tsx'

/** The longest reason that is kept. */
const longestReason = 500

export function changePages(family: Family): readonly Page[] {
  const path: string = `${family.paths.record}/change`
  return [
    page(path, {
      may: family.may,
      looks: `Opened a form to change a record${family.whose}`,
      find: (request) =>
        request.read(async (tx) => {
          const { place, read } = await recordAt(tx, family, request)
          const before = read.record as unknown as Values
          const boxes = boxesOfRecord(read.kind, before)
          return { place, read, state: await drawnForm(tx, { kind: read.kind, ids: place.ids, today: place.today, before, boxes }) }
        }),
      show: ({ place, read, state }): JSX.Element | Answer =>
        read.record.withdrawnAt === null
          ? drawn(place, family.names, read, unjudged(state), read.record.knownFrom, '')
          : { redirect: place.backTo(read.kind, read.record.id) },
    }),

    action(path, {
      may: family.may,
      looks: `Changed a record${family.whose}`,
      does: async (request) => {
        const why = (request.form.get('_why') ?? '').trim().slice(0, longestReason)
        const version = request.form.get('_version') ?? ''
        const { place, read, done } = await request.write(
          async (tx): Promise<{ place: Place; read: ReadRecord; done: Changed }> => {
            const { place, read } = await recordAt(tx, family, request)
            const { kind, record } = read
            const sent = { kind, id: record.id, version, boxes: request.form, ids: place.ids, today: place.today }
            if (request.form.has('_draw')) {
              const { state } = await readForm(tx, { ...sent, before: record })
              return { place, read, done: { is: 'to mend', state: unjudged(state), version } }
            }
            const done = await changeRecord(tx, sent)
            if (done.is === 'written') await family.afterWrite(tx, kind, [record.id])
            return { place, read, done }
          },
          why === '' ? {} : { reason: why },
        )
        if (done.is === 'clash') return { status: 409, body: settling(place, read, done, why) }
        if (done.is === 'to mend') {
          const body = drawn(place, family.names, read, done.state, done.version, why)
          return done.state.errors.length === 0 ? { body } : mend(body)
        }
        say(request.session, { did: 'changed', table: read.kind.table, id: read.record.id })
        return { redirect: place.backTo(read.kind, read.record.id) }
      },
    }),
  ]
}

function drawn(place: Place, names: SourceNames, read: ReadRecord, state: FormState, version: string, why: string): JSX.Element {
  const href = place.recordHref(read.kind, read.record.id)
  return place.frame({
    doing: 'Change',
    what: read.kind.name,
    errors: summaryOf(state),
    back: { href: place.backTo(read.kind, read.record.id), label: 'Back to the record' },
    children: (
      <ChangeForm
        action={`${href}/change`}
        read={read}
        source={read.record.source === peopleHere ? null : names(read.record.source)}
        state={state}
        kept={{ _version: version }}
        save="Save the changes"
        cancel={place.backTo(read.kind, read.record.id)}
        why={why}
      />
    ),
  })
}

function settling(place: Place, read: ReadRecord, { state, version, clash }: Extract<Changed, { is: 'clash' }>, why: string): JSX.Element {
  const href = place.recordHref(read.kind, read.record.id)
  return place.frame({
    doing: 'Two people wrote at once',
    what: read.kind.name,
    errors: summaryOf(state),
    back: { href: place.backTo(read.kind, read.record.id), label: 'Back to the record, without your changes' },
    children: (
      <Settle
        action={`${href}/change`}
        state={state}
        kept={{ _version: version }}
        save="Save what stands here"
        cancel={place.backTo(read.kind, read.record.id)}
        why={why}
        clash={clash}
      />
    ),
  })
}
