import type { SessionValues } from '../../engine/web/page.ts'

/** How many searches a session remembers: enough to go back a few, few enough to leave room for other things. */
const remembered = 10

/** What was searched for stands in no address, for addresses are kept by browsers and servers: the address has its number, the session the words. */
export function rememberSearch(session: SessionValues, text: string): number {
  const number = Number(session.get('searches') ?? 0) + 1
  session.take(`search ${number - remembered}`)
  session.set('searches', String(number))
  session.set(`search ${number}`, text)
  return number
}

/** The words of a search by its number; null when they are forgotten, or never were. */
export const rememberedSearch = (session: SessionValues, number: string | null): string | null =>
  number !== null && /^\d{1,6}$/.test(number) ? (session.get(`search ${number}`) ?? null) : null
