/** Giving children to workers: those nobody holds, or those a manager moves from one worker to another. */
import type { JSX } from 'preact'
import type { Transaction } from '../engine/database/database.ts'
import type { RecordKind } from '../engine/records/kind.ts'
import { Button } from '../engine/web/components/button.tsx'
import { Checkboxes } from '../engine/web/components/choices.tsx'
import { Select } from '../engine/web/components/fields.tsx'
import { Form } from '../engine/web/components/form.tsx'
import { InsetText, type FieldError } from '../engine/web/components/messages.tsx'
import { Page as Shown } from '../engine/web/layout.tsx'
import { action, mend, NotThere, page, type Answer, type Page, type PageRequest } from '../engine/web/page.ts'
import { countOf, longDate } from '../engine/web/words.ts'
import { allocate } from '../practice/allocation/allocate.ts'
import { workerChangeReasons } from '../practice/allocation/code-lists.ts'
import { involvement } from '../practice/allocation/records.ts'
import { childBriefs, type Brief } from '../practice/due/due-items.ts'
import { isRecordId } from '../engine/records/kind.ts'
import { dayOf, type TodayOf } from '../practice/person/known-day.ts'
import { caseloadOf, type Caseload } from './caseload.ts'
import { bornInWords } from './due-table.tsx'

/** What follows from records, worked out in the transaction that wrote them. */
export type AfterWrite = (tx: Transaction, kind: RecordKind, ids: readonly string[]) => Promise<void>

interface Found {
  readonly day: string
  readonly caseload: Caseload
  readonly briefs: readonly Brief[]
  /** Everyone who may be given a child: the team's workers, then all others, by name. */
  readonly workers: readonly { readonly id: string; readonly name: string; readonly team: string | null; readonly holds: number }[]
}

interface Typed {
  readonly children: readonly string[]
  readonly worker: string
  readonly reason: string
}

export function allocatePages(todayOf: TodayOf, afterWrite: AfterWrite): Page[] {
  return [
    page('/teams/:team/allocate', {
      may: 'allocate',
      looks: 'Opened the allocation of children',
      find: async (request) => {
        request.lookAt(request.params.team)
        return request.read((tx) => found(tx, request.params.team, dayOf(request, todayOf)))
      },
      show: (what, request) => {
        const asked = request.query.getAll('child').filter((id) => what.caseload.children.includes(id))
        const children = asked.length > 0 ? asked : what.caseload.unallocated.map(({ child }) => child)
        return <AllocateShown found={what} typed={{ children, worker: '', reason: '' }} errors={[]} request={request} />
      },
    }),
    action('/teams/:team/allocate', {
      may: 'allocate',
      looks: 'Gave children to a worker',
      does: async (request): Promise<Answer> => {
        const { team } = request.params
        request.lookAt(team)
        const day = dayOf(request, todayOf)
        const what = await request.read((tx) => found(tx, team, day))
        const typed: Typed = {
          children: request.form.getAll('children'),
          worker: request.form.get('worker') ?? '',
          reason: request.form.get('reason') ?? '',
        }
        const errors = wrongIn(typed, what)
        if (errors.length > 0) return mend(<AllocateShown found={what} typed={typed} errors={errors} request={request} />)
        const worker = what.workers.find(({ id }) => id === typed.worker)
        for (const child of typed.children) request.lookAt(child)
        const moved = await request.write(
          async (tx) => {
            const written: string[] = []
            let changed = 0
            for (const child of typed.children) {
              const ids = await allocate(tx, { child, worker: typed.worker, team: worker?.team ?? team, day, reason: typed.reason || null })
              written.push(...ids)
              if (ids.length > 0) changed++
            }
            await afterWrite(tx, involvement, written)
            return changed
          },
          { reason: 'Allocated by the team manager' },
        )
        request.session.set('done', `${countOf(moved, 'child is', 'children are')} now with ${worker?.name ?? 'the worker'}.`)
        return { redirect: `/teams/${team}` }
      },
    }),
  ]
}

async function found(tx: Transaction, team: string, day: string): Promise<Found> {
  const caseload = isRecordId(team) ? await caseloadOf(tx, team, day) : null
  if (caseload === null) throw new NotThere()
  const briefs = await childBriefs(tx, caseload.children)
  const lastTeam = `select i.team_id from involvement i where i.worker_id = w.id and i.withdrawn_at is null and i.team_id is not null and i.started_on is`
  const rows = await tx.query<{ id: string; name: string | null; team: string | null; holds: number }>(
    `select w.id, w.name, coalesce((${lastTeam} not null order by i.started_on desc limit 1), (${lastTeam} null limit 1)) as team, coalesce(h.holds, 0) as holds
     from professional w left join (
       select worker_id, count(*) as holds from involvement
       where withdrawn_at is null and started_on <= $1::date and (ended_on is null or ended_on > $1::date) group by worker_id
     ) h on h.worker_id = w.id
     where w.withdrawn_at is null and (w.left_on is null or w.left_on > $1::date)
     order by w.name, w.id`,
    [day],
  )
  const mine = new Set(caseload.workers.map(({ id }) => id))
  const workers = rows.map((row) => ({ ...row, name: row.name ?? 'Name not recorded' }))
  return {
    day,
    caseload,
    briefs: [...briefs].sort((a, b) => (a.name < b.name ? -1 : 1)),
    workers: [
      ...workers.filter(({ id, team: of }) => mine.has(id) || of === team),
      ...workers.filter(({ id, team: of }) => !mine.has(id) && of !== team),
    ],
  }
}

function wrongIn({ children, worker, reason }: Typed, { caseload, workers }: Found): FieldError[] {
  const errors: FieldError[] = []
  if (children.length === 0) errors.push({ for: 'children', says: 'Choose at least one child.' })
  if (children.some((id) => !caseload.children.includes(id)))
    errors.push({ for: 'children', says: 'One of these children is no longer with this team. Choose again.' })
  if (!workers.some(({ id }) => id === worker)) errors.push({ for: 'worker', says: 'Choose a worker.' })
  if (reason !== '' && !workerChangeReasons.codes.some(({ code }) => code === reason))
    errors.push({ for: 'reason', says: 'Choose a reason of the list.' })
  return errors
}

interface ShownProps {
  readonly found: Found
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly request: PageRequest
}

function AllocateShown({ found: { day, caseload, briefs, workers }, typed, errors, request }: ShownProps): JSX.Element {
  const own = `/teams/${caseload.team}`
  const error = (id: string) => errors.find((each) => each.for === id)?.says
  const names = new Map(caseload.workers.map(({ id, name }) => [id, name]))
  const holder = new Map(caseload.holdings.map(({ child, worker }) => [child, names.get(worker ?? '')]))
  const limits = new Map(
    caseload.workers.map(({ id, limit, children, newlyQualified }) => [id, { limit, holds: children.length, newlyQualified }]),
  )
  return (
    <Shown title={`${caseload.name}: allocate`} errors={errors} back={{ href: request.link(own), label: caseload.name }}>
      <h1 class="govuk-heading-l">Give children to a worker</h1>
      <p class="govuk-body">From {longDate(day)}. Whoever holds a child until then holds it no longer; both stay on the record.</p>
      {briefs.length === 0 ? (
        <InsetText>This team has no child to give to a worker.</InsetText>
      ) : (
        <Form action={`${own}/allocate`}>
          <Checkboxes
            id="children"
            name="children"
            label="Children"
            values={typed.children}
            error={error('children')}
            choices={briefs.map((brief) => ({
              value: brief.id,
              label: brief.name,
              hint: [bornInWords(brief), holder.get(brief.id) === undefined ? 'nobody holds them' : `with ${holder.get(brief.id)}`]
                .filter(Boolean)
                .join(', '),
            }))}
          />
          <Select
            id="worker"
            name="worker"
            label="Worker"
            value={typed.worker}
            error={error('worker')}
            options={[
              { value: '', label: 'Choose a worker' },
              ...workers.map(({ id, name, holds }) => ({
                value: id,
                label: `${name}, ${loadInWords(limits.get(id) ?? { limit: null, holds, newlyQualified: false })}`,
              })),
            ]}
          />
          <Select
            id="reason"
            name="reason"
            label="Why the worker changes"
            hint="For the looked-after return. Leave it for a child who has nobody."
            value={typed.reason}
            error={error('reason')}
            options={[
              { value: '', label: 'No worker before, or not recorded' },
              ...workerChangeReasons.codes.map(({ code, label }) => ({ value: code, label: label ?? code })),
            ]}
          />
          <Button>Give these children to the worker</Button>
        </Form>
      )}
    </Shown>
  )
}

function loadInWords({
  limit,
  holds,
  newlyQualified,
}: {
  readonly limit: number | null
  readonly holds: number
  readonly newlyQualified: boolean
}): string {
  const held = `holds ${holds}`
  if (limit === null) return held
  const space = limit - holds
  const words = space > 0 ? `space for ${space}` : space === 0 ? 'no space' : `${-space} over the limit`
  return `${held}, ${words}${newlyQualified ? ', newly qualified' : ''}`
}
