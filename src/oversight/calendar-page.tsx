/** What is due, in a person's own calendar: an address that calendar programs read. It carries no child's name. */
import { createHash } from 'node:crypto'
import type { JSX } from 'preact'
import { accountOfFeed, endFeed, feedMadeAt, makeFeed } from '../engine/access/feeds.ts'
import type { DueDate } from '../engine/clocks/due-dates.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import type { Database } from '../engine/database/database.ts'
import { calendarOf, type CalendarEvent } from '../engine/exchange/icalendar.ts'
import { Button } from '../engine/web/components/button.tsx'
import { Form } from '../engine/web/components/form.tsx'
import { InsetText } from '../engine/web/components/messages.tsx'
import { Page as Shown } from '../engine/web/layout.tsx'
import { action, NotThere, page, type Answer, type Page } from '../engine/web/page.ts'
import { dateAndTime } from '../engine/web/words.ts'
import { keysOf, mayByRole } from '../authority/permissions.ts'
import { settingOf } from '../authority/settings.ts'
import { itemOf } from '../practice/due/due-items.ts'
import type { TodayOf } from '../practice/person/known-day.ts'
import { myWork, type MyWork } from './my-work.ts'

export function calendarPages(database: Database, work: Clockwork, todayOf: TodayOf): Page[] {
  const own = { may: 'read a child', looks: null, noLookBecause: 'It shows an address of the person’s own, and nobody’s record.' } as const
  return [
    page('/my-work/calendar', {
      ...own,
      find: async (request) => ({
        madeAt: await request.read((tx) => feedMadeAt(tx)),
        site: await request.read((tx) => settingOf(tx, 'site-address')),
        secret: request.session.take('calendar'),
      }),
      show: (found) => <CalendarShown {...found} />,
    }),
    action('/my-work/calendar', {
      ...own,
      does: async ({ form, write, session }): Promise<Answer> => {
        if (form.get('what') === 'end') await write((tx) => endFeed(tx))
        else session.set('calendar', await write((tx) => makeFeed(tx)))
        return { redirect: '/my-work/calendar' }
      },
    }),
    page('/calendar/:feed', {
      may: 'anyone',
      looks: null,
      noLookBecause: 'A calendar program reads it with a secret address. It says what is to be done and when, and names nobody.',
      find: async ({ params, now }) => {
        const account = await accountOfFeed(database, params.feed)
        const text = account === null ? null : await calendarFor(database, work, account, todayOf({ now }), now)
        if (text === null) throw new NotThere()
        return text
      },
      show: (body): Answer => ({ body, type: 'text/calendar; charset=utf-8' }),
    }),
  ]
}

/** The calendar of an account, or null where it may no longer sign in or see children. */
async function calendarFor(database: Database, work: Clockwork, account: string, day: string, now: Date): Promise<string | null> {
  const [row] = await database.transaction({ actor: account, role: 'reads', keys: ['staff'] }, (tx) =>
    tx.query<{ role: string }>(
      'select role from account where subject = $1 and withdrawn_at is null and (ended_on is null or ended_on > current_date)',
      [account],
    ),
  )
  if (!row || !(mayByRole[row.role] ?? []).includes('read a child')) return null
  return database.transaction({ actor: account, role: 'reads', keys: keysOf(row.role) }, async (tx) => {
    const mine = await myWork(tx, work, account, day)
    return calendarOf({ name: 'Goldthread: what is due', events: eventsOf(mine, await settingOf(tx, 'site-address')), made: now })
  })
}

/** An event each, with what is to be done and by which rule; for whom stands in Goldthread alone. */
function eventsOf({ today, overdue, week, later, words }: MyWork, site: string | null): CalendarEvent[] {
  return [...overdue, ...today, ...week, ...later].map((due): CalendarEvent => {
    const event = {
      uid: uidOf(due),
      summary: due.state === 'overdue' ? `Overdue: ${due.rule.todo}` : due.rule.todo,
      description: `${itemOf(due, words).rule} Open My work in Goldthread to see for whom.`,
      ...(site === null ? {} : { url: `${site.replace(/\/$/, '')}/my-work` }),
    }
    return due.dueAt.length > 10 ? { ...event, at: due.dueAt } : { ...event, on: due.dueAt }
  })
}

/** The same for the same thing each time, and it tells nobody who it is about. */
const uidOf = (due: DueDate): string =>
  `${createHash('sha256').update(`${due.clock} ${due.subject} ${due.startedBy.id} ${due.startedAt} ${due.part}`).digest('hex').slice(0, 32)}@goldthread`

interface ShownProps {
  readonly madeAt: string | null
  readonly site: string | null
  readonly secret: string | undefined
}

function CalendarShown({ madeAt, site, secret }: ShownProps): JSX.Element {
  return (
    <Shown title="My calendar" back={{ href: '/my-work', label: 'My work' }}>
      <h1 class="govuk-heading-l">What is due, in your calendar</h1>
      <p class="govuk-body">
        Your calendar can show what is due and when. It never shows for whom: that stands in Goldthread alone. The address is secret:
        whoever has it can see what you have to do.
      </p>
      {secret !== undefined && (
        <InsetText>
          <p class="govuk-body">
            <b>Copy this address now and add it to your calendar (“subscribe” or “from the web”). It is shown once.</b>
          </p>
          <p class="govuk-body gt-address">
            <code>{`${site?.replace(/\/$/, '') ?? ''}/calendar/${secret}`}</code>
          </p>
          {site === null && <p class="govuk-body">Put before it the address at which you open Goldthread.</p>}
        </InsetText>
      )}
      {madeAt === null ? (
        <p class="govuk-body">You have no calendar address.</p>
      ) : (
        <p class="govuk-body">Your calendar address was made on {dateAndTime(madeAt)}.</p>
      )}
      <Form action="/my-work/calendar">
        <Button name="what" value="make">
          {madeAt === null ? 'Make an address' : 'Make a new address, and end the old one'}
        </Button>
        {madeAt !== null && (
          <Button kind="secondary" name="what" value="end">
            End the address
          </Button>
        )}
      </Form>
    </Shown>
  )
}
