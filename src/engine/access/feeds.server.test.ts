import { describe, expect, test } from 'vitest'
import { acting, onBoth } from '../../../test/support/two-databases.ts'
import { accountOfFeed, endFeed, feedMadeAt, makeFeed } from './feeds.ts'

onBoth('private addresses', (given) => {
  const as = (actor: string) => acting('writes', { actor })
  const make = (actor: string) => given.database().transaction(as(actor), makeFeed)

  test('a secret stands for the account that made it, and nothing else does', async () => {
    const [ana, ben] = [await make('ana'), await make('ben')]
    expect(ana).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(ana).not.toBe(ben)
    expect(await accountOfFeed(given.database(), ana)).toBe('ana')
    expect(await accountOfFeed(given.database(), ben)).toBe('ben')
  })

  test.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(43)}'; --`, '\0', '\ud800', 'ana'])('%j stands for nobody', async (token) => {
    await make('ana')
    expect(await accountOfFeed(given.database(), token)).toBe(null)
  })

  test('a secret that differs in its last letter, or in its size of letters, stands for nobody', async () => {
    const token = await make('ana')
    for (const wrong of [
      token.slice(0, -1),
      `${token} `,
      token.toLowerCase(),
      token.slice(0, -2) + (token.at(-2) === 'x' ? 'y' : 'x') + token.at(-1),
    ])
      expect(await accountOfFeed(given.database(), wrong)).toBe(null)
  })

  test('made anew, the old one is worth nothing; ended, neither is, and the account has none', async () => {
    const [old, made] = [await make('cara'), await make('cara')]
    expect(await accountOfFeed(given.database(), old)).toBe(null)
    expect(await accountOfFeed(given.database(), made)).toBe('cara')
    const since = await given.database().transaction(as('cara'), feedMadeAt)
    expect(Math.abs(Date.now() - Date.parse(since ?? ''))).toBeLessThan(60_000)
    expect(await given.database().transaction(as('cara'), endFeed)).toBe(true)
    expect(await accountOfFeed(given.database(), made)).toBe(null)
    expect(await given.database().transaction(as('cara'), feedMadeAt)).toBe(null)
    expect(await given.database().transaction(as('cara'), endFeed)).toBe(false)
  })

  test('the secret itself is nowhere in the database', async () => {
    const token = await make('dee')
    const kept = await given
      .database()
      .driver.transaction('owner', 'estuary', (tx) => tx.query<{ row: string }>('select to_jsonb(f)::text as row from estuary.feed f'))
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.filter(({ row }) => row.includes(token))).toEqual([])
  })

  describe('a person', () => {
    test('sees only their own', async () => {
      await make('eve')
      await make('finn')
      for (const role of ['reads', 'writes'] as const) {
        const seen = await given
          .database()
          .transaction(acting(role, { actor: 'eve' }), (tx) => tx.query<{ account: string }>('select distinct account from feed'))
        expect(seen).toEqual([{ account: 'eve' }])
      }
    })

    test('ends only their own', async () => {
      const token = await make('gil')
      expect(await given.database().transaction(as('hana'), (tx) => tx.run('update feed set ended_at = engine.instant()'))).toBe(0)
      expect(await accountOfFeed(given.database(), token)).toBe('gil')
    })

    test.each([
      ['makes none for another', `insert into feed (token_hash, account) values ('0', 'ana')`],
      ['does not say when it was made', `insert into feed (token_hash, made_at) values ('0', now())`],
      ['does not change whose it is', `update feed set account = 'ivo'`],
      ['does not change what it stands for', `update feed set token_hash = '0'`],
      ['does not begin again what has ended', 'update feed set ended_at = null'],
      ['does not delete one', 'delete from feed'],
    ])('%s', async (_what, sql) => {
      await make('ivo')
      await expect(given.database().transaction(as('ivo'), (tx) => tx.run(sql))).rejects.toMatchObject({ code: '42501' })
    })
  })

  test('who only reads makes none, and ends none', async () => {
    const token = await make('jo')
    for (const work of [makeFeed, endFeed])
      await expect(given.database().transaction(acting('reads', { actor: 'jo' }), work as typeof makeFeed)).rejects.toMatchObject({
        code: '42501',
      })
    expect(await accountOfFeed(given.database(), token)).toBe('jo')
  })
})
