import type { Database } from './engine/database/database.ts'
import type { OpenIdSettings } from './engine/access/sign-in.tsx'
import type { ServerOptions, Look } from './engine/web/options.ts'
import type { Page, Person } from './engine/web/page.ts'
import { createServer, type Server } from './engine/web/server.ts'
import { londonDay } from './engine/web/words.ts'
import { aboutPages } from './authority/about-pages.tsx'
import { keysOf, mayByRole } from './authority/permissions.ts'
import { settingOf } from './authority/settings.ts'
import { clockwork } from './clocks.ts'
import { homePage } from './home-page.tsx'
import { keepAfter } from './engine/clocks/keep.ts'
import { comparePages } from './improvement/digest/compare-page.tsx'
import { digestPages } from './improvement/digest/digest-pages.tsx'
import { madeHerePages } from './improvement/digest/made-here-pages.tsx'
import { measurePages } from './improvement/digest/measure-page.tsx'
import { measureSettingActions } from './improvement/digest/measure-settings.tsx'
import { monthlyPages } from './improvement/digest/monthly-pages.tsx'
import { publicPages } from './improvement/digest/public-pages.tsx'
import { todayPage } from './improvement/digest/today-page.tsx'
import { childrenPages } from './improvement/signals/children-page.tsx'
import { answeredPages } from './improvement/signals/signals-page-answered.tsx'
import { signalPages } from './improvement/signals/signal-page.tsx'
import { signalsPages } from './improvement/signals/signals-page.tsx'
import { measuredNow } from './measured.ts'
import { allocatePages } from './oversight/allocate-page.tsx'
import { calendarPages } from './oversight/calendar-page.tsx'
import { clockPages } from './oversight/clock-page.tsx'
import { clockSettingActions } from './oversight/clock-setting.tsx'
import { clocksPages } from './oversight/clocks-page.tsx'
import { myChildrenPages } from './oversight/my-children-page.tsx'
import { myWorkPage } from './oversight/my-work-page.tsx'
import { teamPages } from './oversight/team-page.tsx'
import { teamWorkPages } from './oversight/team-work-page.tsx'
import { childPages } from './practice/person/child-pages.ts'
import { childForms } from './practice/record/child-forms.tsx'
import type { AfterWrite } from './practice/record/family.ts'
import { otherRecordPages } from './practice/record/other-records.tsx'
import { alikePage } from './practice/writing/alike-page.tsx'
import { recordKinds } from './record-kinds.ts'
import { bringInPages } from './returns/pages/bring-in-pages.ts'
import { pairsPages } from './returns/pages/pairs-page.tsx'
import { sources } from './returns/sources.ts'

export interface AppOptions {
  readonly database: Database
  readonly openId: OpenIdSettings
  /** The demonstration's own sign-in, answered before any page. */
  readonly before?: ServerOptions['before']
  readonly now?: () => Date
}

/** Composes the rooms into a server, ready to listen. */
export async function createApp({ database, openId, before, now = () => new Date() }: AppOptions): Promise<Server> {
  const { council, ...setting } = await database.transaction({ actor: 'goldthread', role: 'reads', keys: ['staff'] }, async (tx) => ({
    council: (await settingOf(tx, 'council')) ?? 'Your council',
    today: await settingOf(tx, 'today'),
  }))
  let { today } = setting
  return createServer({
    database,
    pages: pagesOf(
      database,
      () => today ?? londonDay(now()),
      () => londonDay(now()),
    ),
    permissions: { ...mayByRole },
    // A demonstration may go to another day while it is served, so that whoever asks who somebody is asks for the day as well.
    people: whoMayEnter(database, (day) => (today = day)),
    site: {
      product: 'Goldthread',
      council,
      footer: {
        links: [
          { label: 'Help', href: '/help' },
          { label: 'Accessibility', href: '/accessibility' },
          { label: 'Privacy', href: '/privacy' },
        ],
        says:
          database.where === 'embedded'
            ? 'Every page you open is recorded. This is a trial database: not for live records.'
            : 'Every page you open is recorded.',
      },
    },
    navigation: [
      { label: 'Signals', href: '/signals', may: 'keep figures' },
      { label: 'My work', href: '/my-work', may: 'read a child' },
      { label: 'Teams', href: '/teams', may: 'see teams' },
      { label: 'Signals', href: '/signals', may: 'see figures', unless: 'keep figures' },
      { label: 'Digest', href: '/digest', may: 'see figures' },
      { label: 'Figures', href: '/figures', may: 'see public figures', unless: 'see figures' },
      { label: 'Find a child', href: '/find', may: 'find a child' },
      { label: 'Records', href: '/records', may: 'read a child' },
      { label: 'Clocks', href: '/clocks', may: 'read a child' },
      { label: 'Add a record', href: '/records/add', may: 'keep records', unless: 'read a child' },
      { label: 'Bring in data', href: '/bring-in-data', may: 'bring in data' },
      { label: 'Likely pairs', href: '/pairs', may: 'decide pairs' },
    ],
    openId,
    logLook: (look) => log(database, look),
    ...(before ? { before } : {}),
    now,
  })
}

/** What is due follows from records, and is worked out in the transaction that wrote them. */
const afterWrite: AfterWrite = (tx, kind, ids) => keepAfter(tx, clockwork, kind, ids)

/**
 * Every page there is.
 * @param pageDay what counts as today on the pages: the demonstration's day, or the day it is
 * @param today the day it is, up to which files may speak of events
 */
export const pagesOf = (database: Database, pageDay: () => string, today: () => string): Page[] => [
  homePage,
  ...childPages(recordKinds, pageDay, clockwork, sources),
  myWorkPage(clockwork, recordKinds, pageDay),
  ...myChildrenPages(clockwork, recordKinds, pageDay),
  ...teamPages(clockwork, recordKinds, pageDay),
  ...calendarPages(database, clockwork, pageDay),
  ...allocatePages(pageDay, afterWrite),
  ...teamWorkPages(clockwork, recordKinds, pageDay),
  ...clocksPages(clockwork, pageDay),
  ...clockPages(clockwork, recordKinds, pageDay),
  ...clockSettingActions(clockwork),
  ...childForms(recordKinds, pageDay, sources, afterWrite),
  ...otherRecordPages(recordKinds, pageDay, sources, afterWrite),
  alikePage,
  ...digestPages(measuredNow, pageDay),
  ...madeHerePages(measuredNow, pageDay),
  ...measurePages(measuredNow, pageDay),
  ...measureSettingActions(measuredNow),
  ...comparePages(measuredNow, pageDay),
  ...monthlyPages(measuredNow, pageDay),
  todayPage(measuredNow, pageDay),
  ...publicPages(database, measuredNow, pageDay),
  ...signalsPages(database, measuredNow, pageDay),
  ...answeredPages(database, measuredNow, pageDay),
  ...signalPages(database, measuredNow, pageDay),
  ...childrenPages(database, measuredNow, pageDay),
  ...bringInPages({ database, kinds: recordKinds, todayOf: today }),
  ...pairsPages(recordKinds, pageDay),
  ...aboutPages,
]

/** How long the trial database may answer from memory who somebody is: an import holds its one connection. A server is asked every time. */
const fromMemory = 10 * 60_000

function whoMayEnter(database: Database, dayIs: (today: string | null) => void): (subject: string) => Promise<Person | null> {
  const known = new Map<string, { person: Person | null; asked: number }>()
  return async (subject) => {
    const asking = personAndDay(database, subject).then(({ person, today }) => {
      dayIs(today)
      known.set(subject, { person, asked: Date.now() })
      return person
    })
    const held = known.get(subject)
    if (database.where === 'server' || !held || Date.now() - held.asked > fromMemory) return asking
    const answered = await Promise.race([asking, new Promise<undefined>((late) => setTimeout(late, 100))])
    if (answered !== undefined) return answered
    asking.catch(() => undefined)
    return held.person
  }
}

async function personAndDay(database: Database, subject: string): Promise<{ person: Person | null; today: string | null }> {
  const [row, today] = await database.transaction({ actor: subject, role: 'reads', keys: ['staff'] }, async (tx) => {
    const [found] = await tx.query<{ subject: string; name: string; role: string }>(
      `select subject, name, role from account where subject = $1 and withdrawn_at is null and (ended_on is null or ended_on > current_date)`,
      [subject],
    )
    return [found, await settingOf(tx, 'today')]
  })
  return { person: row ? { account: row.subject, name: row.name, role: row.role, keys: keysOf(row.role) } : null, today }
}

async function log(database: Database, { account, role, name, subject, detail, knownAt, outcome }: Look): Promise<void> {
  await database.transaction({ actor: account, role: 'reads', keys: [] }, (tx) =>
    tx.run('insert into look (role, name, subject, known_at, detail) values ($1, $2, $3, $4, $5::jsonb)', [
      role,
      name,
      subject ?? null,
      knownAt ?? null,
      JSON.stringify({ outcome, ...(detail === undefined ? {} : { detail }) }),
    ]),
  )
}
