/** The one interface to the database. Two drivers stand behind it: an embedded PostgreSQL (PGlite) and a PostgreSQL server. */

/** Who acts, as what, with which keys. Every transaction names it; there is no way in without. */
export interface Acting {
  /** The person's account, or the operating-system account at a terminal. */
  readonly actor: string
  /** `reads` may only look; `writes` changes records; `imports` brings files in; `audits` reads the log of looks. */
  readonly role: DatabaseRole
  /** What the actor may see: compared with each row's `seen_by` by row-level security. */
  readonly keys: readonly string[]
  /** See everything as it was known at this instant (ISO, with offset). Such a transaction cannot write. */
  readonly knownAt?: string | undefined
  /** The instant (ISO) from which what is written is held. The clock's, unless a history is being made up for a demonstration or a test. */
  readonly at?: string | undefined
  /** Why, in words; kept beside every change. */
  readonly reason?: string | undefined
}

export type DatabaseRole = 'reads' | 'writes' | 'imports' | 'audits'

export type Row = Record<string, unknown>

export interface Transaction {
  /** Runs one statement with parameters $1, $2 …; gives the rows. Dates come as 'YYYY-MM-DD', instants and numerics as text, bigints as numbers. */
  query<R extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<R[]>
  /**
   * The same for a statement that is asked again and again: it is planned once for each connection and kept. Only for statements whose plan
   * does not depend on the parameters; the text is the name.
   */
  prepared<R extends Row = Row>(sql: string, parameters: readonly string[]): Promise<R[]>
  /** Runs one statement; gives how many rows it touched. */
  run(sql: string, parameters?: readonly unknown[]): Promise<number>
  /** Rows of a query in batches, in bounded memory. */
  stream<R extends Row = Row>(sql: string, parameters?: readonly unknown[]): AsyncIterable<R>
  /** The same, a batch at a time. */
  batches<R extends Row = Row>(sql: string, parameters?: readonly unknown[]): AsyncIterable<R[]>
  /** COPY into a table, in PostgreSQL's text format; each chunk must end at the end of a line. `into` is a table with its columns: `staging (a, b)`. */
  copyIn(into: string, chunks: AsyncIterable<string> | Iterable<string>): Promise<void>
  /** Moves this transaction's instant on by a microsecond, so that what follows is held from later than what came before. */
  later(): Promise<void>
}

export interface Database {
  readonly where: 'embedded' | 'server'
  /** The schema of the authority. */
  readonly schema: string
  /** One transaction: all of it or none of it. @throws whatever `work` throws, after rolling back. */
  transaction<T>(as: Acting, work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Counts the authority's tables afresh, so that questions are planned for what is in them. After many rows have come in. */
  countAfresh(): Promise<void>
  close(): Promise<void>
}
