/**
 * Private addresses for programs that cannot sign in, such as calendars: each has a secret that stands for one account. The secret is
 * 256 random bits; only its SHA-256 is kept, so it is shown once and whoever reads the database cannot use it.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database, Transaction } from '../database/database.ts'

/**
 * Makes the secret of a new feed for the account that acts, and ends those it had. In a transaction that writes.
 * @returns the secret, 43 letters that may stand in an address as they are. It cannot be had again.
 */
export async function makeFeed(tx: Transaction): Promise<string> {
  await endFeed(tx)
  const token = randomBytes(32).toString('base64url')
  await tx.run('insert into feed (token_hash) values ($1)', [hashOf(token)])
  return token
}

/**
 * Ends what the account that acts has: its address answers nothing from now on. In a transaction that writes.
 * @returns whether there was one.
 */
export async function endFeed(tx: Transaction): Promise<boolean> {
  return (await tx.run('update feed set ended_at = engine.instant() where account = engine.actor() and ended_at is null')) > 0
}

/** Since when (ISO) the account that acts has a feed; null when it has none. */
export async function feedMadeAt(tx: Transaction): Promise<string | null> {
  const [feed] = await tx.query<{ made_at: string }>(
    'select made_at from feed where account = engine.actor() and ended_at is null order by made_at desc limit 1',
  )
  return feed?.made_at ?? null
}

/**
 * The account for which a secret stands; null when it stands for none, or has been ended. It takes as long for a wrong secret as for one
 * that is nearly right: what is compared are hashes. The caller asks whether the account may still sign in, and what it may see.
 */
export async function accountOfFeed(database: Database, token: string): Promise<string | null> {
  const hash = hashOf(token)
  const [feed] = await database.transaction({ actor: 'a feed', role: 'reads', keys: ['feeds'] }, (tx) =>
    tx.query<{ account: string; token_hash: string }>('select account, token_hash from feed where token_hash = $1 and ended_at is null', [
      hash,
    ]),
  )
  return feed !== undefined && timingSafeEqual(Buffer.from(feed.token_hash), Buffer.from(hash)) ? feed.account : null
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
