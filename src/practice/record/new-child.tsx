/** Starting the record of a child who is not here yet, with care that it is not a second one of a child who is. */
import { randomUUID } from 'node:crypto'
import type { JSX } from 'preact'
import type { Transaction } from '../../engine/database/database.ts'
import { isRecordId } from '../../engine/records/kind.ts'
import { findRecord } from '../../engine/records/read.ts'
import { NotAccepted, peopleHere, writeRecord } from '../../engine/records/write.ts'
import { Checkboxes } from '../../engine/web/components/choices.tsx'
import { Alert } from '../../engine/web/components/messages.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { action, mend, page, type Page } from '../../engine/web/page.ts'
import { findPersonId, fullName } from '../person/child.ts'
import type { TodayOf } from '../person/known-day.ts'
import { lookAlikes, type LookAlike } from '../person/look-alikes.ts'
import { person } from '../person/records.ts'
import { birthInWords } from '../person/standing-words.ts'
import { refusePast, type AfterWrite, type Request } from './family.ts'
import { drawnForm, readForm, refusedForm, type FormState } from './form-state.ts'
import { summaryOf, TypedForm } from './form-views.tsx'
import { say } from './said.tsx'

const path = '/children/add'

export const newChildPages = (may: string, todayOf: TodayOf, afterWrite: AfterWrite): readonly Page[] => [
  page(path, {
    may,
    looks: null,
    noLookBecause: 'It shows an empty form and nobody’s record.',
    find: (request) => {
      refusePast(request)
      const today = todayOf(request)
      return request.read((tx) => drawnForm(tx, { kind: person, ids: [], today, boxes: new URLSearchParams() }))
    },
    show: (state, request) => drawn(state, [], todayOf(request)),
  }),

  action(path, {
    may,
    looks: 'Started the record of a child',
    does: async (request) => {
      const { state, alike, written } = await request.write((tx) => start(tx, request, todayOf(request), afterWrite))
      for (const { id } of alike) request.lookAt(id, 'Shown as easily mistaken for a new child')
      if (written === null) return mend(drawn(state, alike, todayOf(request)))
      request.lookAt(written)
      say(request.session, { did: 'added', table: person.table, id: written })
      return { redirect: `/children/${written}` }
    },
  }),
]

interface Started {
  readonly state: FormState
  /** Children who are here and may be the one; nothing is written until somebody says that none of them is. */
  readonly alike: readonly LookAlike[]
  readonly written: string | null
}

/** More than these are not read. */
const mostAlike = 10

async function start(tx: Transaction, request: Pick<Request, 'form'>, today: string, afterWrite: AfterWrite): Promise<Started> {
  const { typed, state } = await readForm(tx, { kind: person, ids: [], today, boxes: request.form })
  if (state.errors.length > 0) return { state, alike: [], written: null }
  const values = typed.values as Readonly<Record<string, string | null>>
  const wrong = await wrongWith(tx, values)
  if (wrong !== null) return { state: refusedForm(state, [wrong]), alike: [], written: null }
  const asked = request.form.get('_id') ?? ''
  const newId = isRecordId(asked) ? asked : randomUUID()
  if ((await findRecord(tx, person, newId)) !== null) return { state, alike: [], written: newId }
  const name = fullName({ forename: values.forename ?? null, surname: values.surname ?? null, sourceId: null })
  const self = { id: newId, name, born: values.bornOn ?? null, expected: values.expectedOn ?? null, mother: null }
  const alike = request.form.has('_another') ? [] : (await lookAlikes(tx, self, [])).slice(0, mostAlike)
  if (alike.length > 0) return { state: refusedForm(state, [{ field: null, says: mayBeHere }]), alike, written: null }
  try {
    await writeRecord(tx, person, { newId, values: typed.values, source: peopleHere, today })
  } catch (failure) {
    if (!(failure instanceof NotAccepted)) throw failure
    return { state: refusedForm(state, failure.wrong), alike: [], written: null }
  }
  await afterWrite(tx, person, [newId])
  return { state, alike: [], written: newId }
}

const mayBeHere = 'The child may be here already. Look at those named, or tick that it is another child'

/** A child has a name to be called by, and no number that is another's. */
async function wrongWith(tx: Transaction, { forename, surname, upn, nhsNumber }: Readonly<Record<string, string | null>>) {
  if (!forename && !surname) return { field: 'surname', says: 'Surname: no name is given. Give a first name or a surname.' }
  for (const [field, number, called] of [
    ['upn', upn, 'Unique pupil number'],
    ['nhsNumber', nhsNumber, 'NHS number'],
  ] as const)
    if (number && (await findPersonId(tx, number)) !== null)
      return { field, says: `${called}: a child with this number is here already. Find the child by it, or mend the number.` }
  return null
}

const drawn = (state: FormState, alike: readonly LookAlike[], day: string): JSX.Element => (
  <Shown
    title="Add a child"
    back={{ href: '/find', label: 'Find a child' }}
    errors={alike.length === 0 ? summaryOf(state) : [{ for: 'f-_another', says: mayBeHere }]}
  >
    <div class="gt-prose">
      <h1 class="govuk-heading-l">Add a child</h1>
      {alike.length > 0 && (
        <Alert kind="warning" title="The child may be here already">
          {alike.map((other) => (
            <div>
              <a class="govuk-link" href={`/children/${other.id}`}>
                {other.name}
              </a>
              , {factsOf(other, day)}
            </div>
          ))}
        </Alert>
      )}
      <p class="govuk-body">Leave empty what you do not know. It then reads “Not recorded”.</p>
      <TypedForm
        action={path}
        state={alike.length === 0 ? state : { ...state, errors: [] }}
        kept={{ _id: randomUUID() }}
        save="Add the child"
        cancel="/find"
      >
        {alike.length > 0 && (
          <Checkboxes
            name="_another"
            id="f-_another"
            label="Is it one of the children above?"
            labelSize="s"
            choices={[{ value: 'yes', label: 'No: it is another child' }]}
            error={mayBeHere}
          />
        )}
      </TypedForm>
    </div>
  </Shown>
)

function factsOf({ born, expected, childId }: LookAlike, day: string): string {
  const birth = birthInWords({ born, expected, died: null }, day)
  return [
    birth.words === null ? 'date of birth not recorded' : `${birth.name.toLowerCase()} ${birth.words}`,
    `ID ${childId ?? 'not recorded'}`,
  ].join(', ')
}
