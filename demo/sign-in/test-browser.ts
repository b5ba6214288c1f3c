/** A browser without windows, as tests over HTTP need it. */
import { demoPeople } from '../people.ts'

export interface Seen {
  readonly status: number
  readonly url: string
  readonly headers: Headers
  readonly text: string
}

/** A browser as a test needs it: it keeps cookies and follows where it is led. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #at: string

  constructor(at: string) {
    this.#at = at
  }

  async open(address: string, options: RequestInit & { readonly follow?: boolean } = {}): Promise<Seen> {
    const { follow = true, ...given } = options
    const url = new URL(address, this.#at)
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...given, redirect: 'manual', headers: { ...(given.headers as Record<string, string>), cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(set) || value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (follow && location !== null && response.status >= 300 && response.status < 400) return this.open(new URL(location, url).href)
    return { status: response.status, url: url.href, headers: response.headers, text: await response.text() }
  }

  /** Sends fields as a form does. */
  send(address: string, fields: Readonly<Record<string, string>>, options: { readonly follow?: boolean } = {}): Promise<Seen> {
    return this.open(address, { method: 'POST', body: new URLSearchParams(fields), ...options })
  }

  /** Opens a page, and where it is led to sign in, chooses somebody; gives the page that follows. */
  async signIn(name: string, to = '/'): Promise<Seen> {
    const choose = await this.open(to)
    const person = demoPeople.find((one) => one.name === name)
    if (!person) throw new Error(`${name} is not one of the demonstration’s people`)
    return this.send(choose.url, { account: person.account })
  }

  /** The token in the forms of a page. */
  async token(address: string): Promise<string> {
    return /name="_csrf" value="([^"]+)"/.exec((await this.open(address)).text)?.[1] ?? ''
  }
}
