/**
 * What a page is. A page says who may open it, under which name the look at it is logged, how what it shows is found, and how
 * that is shown; an action says what it does. The server opens nothing that is not declared this way.
 */
import type { Readable } from 'node:stream'
import type { VNode } from 'preact'
import type { Acting, DatabaseRole, Transaction } from '../database/database.ts'

/** A name that the composing application gives to something people may do: 'read a record'. */
export type Permission = string

/** Somebody who has signed in and is known here. */
export interface Person {
  readonly account: string
  readonly name: string
  /** As said aloud after the name: 'team manager'. It is also the key of what the person may do. */
  readonly role: string
  /** What row-level security lets the person see. */
  readonly keys: readonly string[]
}

/** A file that came with a form, in a folder that is emptied after the answer is given. */
export interface UploadedFile {
  readonly field: string
  /** The name the sender gave it, without folders or control characters. Say it; never use it as a path. */
  readonly name: string
  readonly path: string
  readonly size: number
}

/** Few and short values kept between a person's requests: the last search, a message for the next page. */
export interface SessionValues {
  get(name: string): string | undefined
  set(name: string, value: string): void
  /** Gives the value and forgets it. */
  take(name: string): string | undefined
}

/** The names in an address: '/a/:one/b/:two' gives { one, two }. */
export type Params<Path extends string> = string extends Path
  ? Readonly<Record<string, string>>
  : Path extends `${string}:${infer Name}/${infer Rest}`
    ? { readonly [N in Name]: string } & Params<Rest>
    : Path extends `${string}:${infer Name}`
      ? { readonly [N in Name]: string }
      : unknown

export interface PageRequest<Path extends string = string, Who = Person> {
  readonly params: Params<Path>
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly files: readonly UploadedFile[]
  /** Takes the files over: they stay until the function it gives is called. For work that goes on after the answer. */
  keepFiles(): () => Promise<void>
  /** Null only on pages that anyone may open. */
  readonly person: Who
  readonly now: Date
  /** The instant (ISO) that `?known-at=` names, or null for now. */
  readonly knownAt: string | null
  /** The token that each form of ours carries; `Form` puts it in. */
  readonly csrf: string
  readonly session: SessionValues
  /** One transaction that looks, as this person and as known at the instant of the address; `audits` reads the log of looks. */
  read<T>(work: (tx: Transaction) => Promise<T>, as?: 'reads' | 'audits'): Promise<T>
  /** One transaction that changes records, as this person. @throws NotNow when the address looks at the past. */
  write<T>(work: (tx: Transaction) => Promise<T>, why?: { readonly reason?: string; readonly as?: 'writes' | 'imports' }): Promise<T>
  /** Who acts, for machinery that opens its own transactions. */
  acting(role: DatabaseRole, reason?: string): Acting
  /** Whether the person may do it: for leaving out a button they could not use. */
  may(permission: Permission): boolean
  /** Says whom or what the page shows, for the log of looks; several calls log several looks. */
  lookAt(subject: string | null, detail?: string): void
  /** An address on this site that keeps looking at the same past moment. Values that are null or empty are left out. */
  link(path: string, query?: Readonly<Record<string, string | number | null | undefined>>): string
}

/** What goes back to the browser. */
export interface Answer {
  /** An address on this site, beginning with '/'. */
  readonly redirect?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: VNode | string | Readable
  /** Content type of a text or a stream; mark-up has its own. */
  readonly type?: string
  /** Offers the body as a file with this name. */
  readonly download?: string
}

/** Who may open it: a permission, everybody who has signed in, or anyone at all. */
export type May = Permission | 'anyone' | 'signed in'

type WhoAsks<M extends May> = M extends 'anyone' ? Person | null : Person

interface Declared<M extends May> {
  readonly may: M
  /** The name under which a look is logged. Null where nobody's record is shown, with the reason beside it. */
  readonly looks: string | null
  readonly noLookBecause?: string
}

export interface PageDeclaration<Path extends string, M extends May, Found> extends Declared<M> {
  find?(request: PageRequest<Path, WhoAsks<M>>): Promise<Found> | Found
  show(found: Found, request: PageRequest<Path, WhoAsks<M>>): VNode | Answer
}

export interface ActionDeclaration<Path extends string, M extends May> extends Declared<M> {
  does(request: PageRequest<Path, WhoAsks<M>>): Promise<Answer> | Answer
  /** The form brings files. Only then is a multipart form taken. */
  readonly takesFiles?: boolean
}

/** A page or an action as the server keeps it. */
export interface Page<Found = unknown> extends Declared<May> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly takesFiles: boolean
  /** The file that declares it, for the sentence that says what to mend. */
  readonly declaredIn: string
  find(request: PageRequest): Promise<Found> | Found
  show(found: Found, request: PageRequest): VNode | Answer
}

/** Declares a page: it is opened (GET), finds what it shows, and shows it. */
export function page<const Path extends string, const M extends May, Found = undefined>(
  path: Path,
  declaration: PageDeclaration<Path, M, Found>,
): Page {
  const { find, show } = declaration
  return {
    ...declaration,
    method: 'GET',
    path,
    takesFiles: false,
    declaredIn: whereDeclared(),
    find: (request) => find?.(request as never),
    show: (found, request) => show(found as Found, request as never),
  }
}

/** Declares an action: a form is sent to it (POST), it does something, and it answers with an address to go to or a page to mend. */
export function action<const Path extends string, const M extends May>(path: Path, declaration: ActionDeclaration<Path, M>): Page {
  return {
    ...declaration,
    method: 'POST',
    path,
    takesFiles: declaration.takesFiles ?? false,
    declaredIn: whereDeclared(),
    find: (request) => declaration.does(request as never),
    show: (answer) => answer as Answer,
  }
}

/** The form needs mending: the same page again, with what was typed and what is wrong. 422 Unprocessable Content. */
export const mend = (body: VNode): Answer => ({ status: 422, body })

/** There is no such thing, or it is not there for this person: the two look the same. */
export class NotThere extends Error {
  override readonly name = 'NotThere'
}

/** It cannot be done from here, as the sentence says. The sentence is shown to the person; nothing secret goes in it. */
export class NotNow extends Error {
  override readonly name = 'NotNow'
}

/** Why the declaration cannot be served, in a sentence that names the line to add; null when nothing is missing. */
export function missingFrom({ method, path, may, looks, noLookBecause, declaredIn }: Page): string | null {
  const address = `${method} ${path}`
  const line = (add: string, beside: string) => `so the server did not start. Add \`${add}\` beside \`${beside}\` in ${declaredIn}.`
  if (typeof may !== 'string' || may === '') return `${address} does not say who may open it, ${line('may', 'looks')}`
  if (looks === undefined || looks === '') return `${address} has no audit name, ${line('looks', 'may')}`
  if (looks === null && !noLookBecause) return `${address} is not logged and does not say why, ${line('noLookBecause', 'looks')}`
  return null
}

/** The file that called `page` or `action`, from the folder the program runs in. */
function whereDeclared(): string {
  const frames = (new Error().stack ?? '').split('\n').slice(1)
  const file = frames
    .map((frame) => /(\/[^():]+\.[cm]?[jt]sx?)(\?[^:]*)?:\d+/.exec(frame)?.[1])
    .find((name) => name && !/\/web\/page\.ts$/.test(name))
  return file ? file.replace(`${process.cwd()}/`, '') : 'the file that declares it'
}
