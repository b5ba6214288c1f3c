/** What the page shell knows of the request it is drawn for. It reaches the components as a context, because drawing is synchronous. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Person } from './page.ts'

export interface Navigation {
  readonly label: string
  readonly href: string
  /** Only those who may are shown the link. */
  readonly may: string
  /** Those who may this as well come to it by another link. */
  readonly unless?: string
}

export interface Site {
  readonly product: string
  readonly council: string
  readonly footer: {
    readonly links: readonly { readonly label: string; readonly href: string }[]
    /** A sentence after the links: 'Every page you open is recorded.' */
    readonly says: string
  }
}

export interface Shell {
  readonly site: Site
  readonly person: Person | null
  /** What this person may open. */
  readonly navigation: readonly Navigation[]
  /** The address being shown, with its query. */
  readonly address: string
  readonly now: Date
  /** In words, where the page looks at the past: '24 January 2016'. */
  readonly knownAt: string | null
  readonly csrf: string
}

export const ShellContext = createContext<Shell | null>(null)

/** @throws Error when a component of the shell is drawn outside a page. */
export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (shell === null) throw new Error('This component belongs inside a page that the server draws')
  return shell
}
