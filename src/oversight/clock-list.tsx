/** The list of everyone on a clock: what its columns say, and by what it can be narrowed. */
import type { Clock } from '../engine/clocks/clock.ts'
import { DueTag, dueInShort } from '../engine/clocks/due-tag.tsx'
import { declareList, type ListColumn, type ListDeclaration, type ListOption } from '../engine/web/list-declaration.ts'
import type { PageRequest } from '../engine/web/page.ts'
import { countOf, longDate, momentInWords } from '../engine/web/words.ts'
import { aboutOf, itemOf, todoInWords, type DueWords } from '../practice/due/due-items.ts'
import type { OnAClock } from './clock-standing.ts'
import { About, Todo } from './due-table.tsx'

type Column = ListColumn<OnAClock>

/**
 * @param day plain date on which the list is told
 * @param words what the rows say beyond themselves; of those that are told it is found before they are
 */
export function clockList(
  clock: Clock,
  day: string,
  words: DueWords,
  request: Pick<PageRequest, 'link' | 'may'>,
): ListDeclaration<OnAClock> {
  const child = clock.about.table === 'person'
  const about: Column[] = [
    {
      id: 'about',
      heading: child ? 'Child' : clock.about.name,
      names: true,
      value: ({ due }) => aboutOf(due, words).name,
      cell: ({ due }) => <About about={aboutOf(due, words)} table={clock.about.table} request={request} />,
    },
  ]
  const holders: Column[] = child
    ? [{ id: 'worker', heading: 'Worker', value: ({ worker }) => worker, cell: ({ worker, team }) => <Held worker={worker} team={team} /> }]
    : []
  // Where there are steps, the first that is not done is what to do.
  const todo: Column[] =
    clock.steps.length > 0
      ? []
      : [
          {
            id: 'todo',
            heading: 'What to do',
            value: ({ due }) => todoInWords(due),
            cell: ({ due }) => <Todo item={itemOf(due, words)} request={request} />,
            sortable: false,
          },
        ]
  return declareList<OnAClock>({
    name: `${clock.plural}: ${child ? 'children' : clock.about.plural.toLowerCase()} waiting`,
    of: child ? ['child', 'children'] : [clock.about.name.toLowerCase(), clock.about.plural.toLowerCase()],
    order: 'due',
    columns: [
      ...about,
      {
        id: 'started',
        heading: 'Since',
        value: ({ due }) => due.startedAt.slice(0, 10),
        cell: ({ due }) => <>{itemOf(due, words).because}</>,
      },
      ...clock.steps.map((step, place) => stepColumn(step.name, place, clock)),
      {
        id: 'due',
        heading: 'Due',
        value: ({ due }) => due.dueAt.slice(0, 10),
        cell: ({ due }) => <span class="gt-nowrap">{momentInWords(due.dueAt)}</span>,
      },
      {
        id: 'stands',
        heading: 'How it stands',
        value: ({ due }) => dueInShort(due, day),
        cell: ({ due }) => <DueTag due={due} day={day} />,
        sortable: false,
      },
      ...holders,
      ...todo,
    ],
    filters: [
      {
        id: 'state',
        label: 'How it stands',
        options: [
          { value: 'overdue', label: clock.meaning === 'threshold' ? 'Past it' : 'Late only' },
          { value: 'running', label: 'Still in time' },
          { value: 'paused', label: 'Standing still' },
        ],
        keeps: ({ due }, value) => due.state === value,
      },
      ...(clock.steps.length > 0
        ? [
            {
              id: 'step',
              label: 'Where they wait',
              options: clock.steps.map(({ name }, place): ListOption => ({ value: String(place + 1), label: `${place + 1} ${name}` })),
              keeps: ({ waitsAt }: OnAClock, value: string) => waitsAt === Number(value) - 1,
            },
          ]
        : []),
      ...(child
        ? [
            {
              id: 'team',
              label: 'Team',
              options: (rows: readonly OnAClock[]) => optionsFrom(rows, ({ teamId, team }) => [teamId, team]),
              keeps: ({ teamId }: OnAClock, value: string) => (teamId ?? 'none') === value,
            },
            {
              id: 'worker',
              label: 'Worker',
              options: (rows: readonly OnAClock[]) => optionsFrom(rows, ({ workerId, worker }) => [workerId, worker]),
              keeps: ({ workerId }: OnAClock, value: string) => (workerId ?? 'none') === value,
            },
          ]
        : []),
    ],
  })
}

const stepColumn = (name: string, place: number, clock: Clock): Column => ({
  id: `step-${place + 1}`,
  heading: `${place + 1} ${name}`,
  value: ({ due }) => due.steps[place] ?? null,
  cell: ({ due, waitsAt, waitedDays }) => {
    const done = due.steps[place] ?? null
    if (done !== null) return <span class="gt-nowrap">{longDate(done)}</span>
    if (waitsAt === place && waitedDays !== null)
      return <b class="gt-wait">{countOf(waitedDays, clock.unit.slice(0, -1), clock.unit)} so far</b>
    return <span class="gt-quiet">–</span>
  },
})

const Held = ({ worker, team }: { readonly worker: string | null; readonly team: string | null }) => (
  <>
    {worker ?? <b>Nobody</b>}
    {team !== null && <small>{team}</small>}
  </>
)

/** Each that the rows have, by name; and nobody, where some have none. */
function optionsFrom(rows: readonly OnAClock[], of: (row: OnAClock) => readonly [id: string | null, name: string | null]): ListOption[] {
  const found = new Map(rows.map(of).map(([id, name]) => [id ?? 'none', id === null ? 'Nobody' : (name ?? 'Name not recorded')]))
  return [...found].map(([value, label]) => ({ value, label })).sort((a, b) => (a.label < b.label ? -1 : 1))
}
