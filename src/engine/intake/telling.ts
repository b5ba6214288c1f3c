import type { RecordKind } from '../records/kind.ts'

/** Who says something. Where two sources disagree, the one of lower rank is held and the other is listed for a person to settle. */
export interface Source {
  readonly id: string
  /** As shown to people: 'the case system'. */
  readonly name: string
  readonly rank: number
}

/** How a column of a file states a field of a record. */
export interface Column {
  readonly field: string
  /** The column's name in the file, for messages. */
  readonly column: string
  /** For references: how the text finds the record. By its identifier in its own source (default), by the key of a statement in the same telling, or by a field. */
  readonly by?: 'source id' | 'key in this telling' | { readonly field: string } | undefined
}

export interface Stating {
  readonly kind: RecordKind
  readonly columns: readonly Column[]
  /** The records have identifiers of their own in this source. Otherwise they are known by their subject and `same`. */
  readonly ownIds: boolean
  /** Fields by which a record without an identifier is known again; the kind's own `sameWhen` when absent. */
  readonly same?: readonly string[] | undefined
  /** One record a subject and a `statedFor`: a statement about a year. */
  readonly perYear?: boolean | undefined
  /** What is absent from this telling is withdrawn: everything this source said of the subjects, only what it said for the same year, or nothing. */
  readonly withdraws: 'all' | 'same year' | 'nothing'
  /** Within what an absence counts: all of whom the telling speaks (default), those whom the file's own rows are about, or what its rows refer to by a field. */
  readonly within?: 'own rows' | { readonly field: string } | undefined
  /**
   * The rows only complete records that are held under their identifiers: the file has not the columns named here, which a new record
   * needs. A row of which no record is held is refused; a row need not say whom it is about; what is withdrawn stays so.
   */
  readonly completes?: { readonly without: readonly string[] } | undefined
  /** A date the row repeats, which must be the subject's own (a birth date). */
  readonly agrees?: { readonly field: string; readonly column: string } | undefined
}

/** Takes the rows of one file that state records of one kind. */
export interface Plan {
  readonly stating: Stating
  /** Name of the temporary table in which the statements stand. */
  readonly staging: string
  /**
   * States one record. `cells` are aligned with the columns, null for blank. When a cell cannot be understood, the row is refused, with the reason kept.
   * @param key the identifier, or null where the source has none
   * @param agree the repeated date, as found
   * @returns whether the statement stands.
   */
  state(line: number, subject: string | null, key: string | null, cells: readonly (string | null)[], agree?: string | null): boolean
  /** Reads without stating: null when all cells are understood, otherwise refuses the row. */
  understood(line: number, cells: readonly (string | null)[]): boolean
}

/** What a reader of a file may do. */
export interface FileIntake {
  readonly today: string
  plan(stating: Stating): Promise<Plan>
  /** A row, or a part of one, that was not brought in. */
  refuse(refusal: {
    kind: string
    line: number | null
    field: string | null
    found: string | null
    allowed: string | null
    why: string
  }): void
  /** Something people should know that stopped nothing: an unread column. Said once. */
  remark(words: string): void
  /** To be awaited now and then by readers of long files: writes out what has gathered. */
  flush(): Promise<void>
}

/** A file that has been recognised, and what it is. */
export interface Recognised {
  readonly path: string
  /** The format, as told to people and in JSON: its short name. */
  readonly format: string
  readonly source: Source
  /** The year or day that the file speaks for, as a plain date (its last day), where it has one. */
  readonly statedFor: string | null
  /** As shown to people: '2017 to 2018'. */
  readonly saidFor: string | null
  read(intake: FileIntake): Promise<void>
}

/** Records that follow from others, computed after a telling has been merged. */
export interface Derivation {
  /** In whose name the derived records stand. */
  readonly source: Source
  /** After the tellings of which sources it is computed. */
  readonly after: readonly Source[]
  /** The kind of record it follows from: without statements of it there is nothing to derive. */
  readonly from: RecordKind
  /**
   * Called once for each telling, with the staging tables of its plans by kind.
   * @returns SQL of the identifiers (as `subject`) of all whom it considered: what was derived of them before and is not stated now is withdrawn.
   */
  derive(
    tx: { stream<R extends Record<string, unknown>>(sql: string): AsyncIterable<R> },
    stagingOf: (kind: RecordKind) => readonly string[],
    intake: FileIntake,
    teller: Source,
  ): Promise<string>
}
