import { existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { smallTown, type SmallTown } from './small-town.tsx'
import { Browser } from './test-browser.ts'

let town: SmallTown
let ruth: Browser
beforeAll(async () => {
  town = await smallTown({ uploadLimit: 100_000 })
  ruth = new Browser(town.at)
  await ruth.signIn('Ruth Adeyemi')
})
beforeEach(() => {
  town.looks.length = 0
  town.reports.length = 0
})
afterAll(() => town.close())

describe('who may open what', () => {
  test('a page that anyone may open needs nobody signed in', async () => {
    expect((await new Browser(town.at).open('/help')).status).toBe(200)
  })

  test('a page of another role is refused, says which role may, and the refusal is logged', async () => {
    const answer = await ruth.open('/harbour-master')
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('You may not open this')
    expect(answer.text).toContain('It is open to: auditor.')
    expect(answer.text).not.toContain('keys')
    expect(town.looks).toMatchObject([
      { account: 'ruth.adeyemi@estuary.example', name: 'Opened the harbour master’s page', outcome: 'refused' },
    ])
  })

  test('a role that the table does not name may do nothing', async () => {
    const nurse = new Browser(town.at)
    await nurse.signIn('Ifeoma Nwachi')
    expect((await nurse.open('/boats/kittiwake')).status).toBe(403)
  })

  test('the menu holds only what the person may open', async () => {
    expect((await ruth.open('/')).text).toContain('>Boats<')
    expect((await ruth.open('/')).text).not.toContain('Harbour master')
  })

  test('what is not there and what never was look the same', async () => {
    const [sunk, never] = [await ruth.open('/boats/sunk'), await ruth.open('/no/such/page')]
    expect([sunk.status, never.status]).toEqual([404, 404])
    const body = (text: string) => /<main.*<\/main>/s.exec(text)?.[0]
    expect(body(sunk.text)).toBe(body(never.text))
  })
})

describe('looks', () => {
  test('opening a boat is logged once, under the name the page declares, with the boat', async () => {
    await ruth.open('/boats/kittiwake')
    expect(town.looks).toMatchObject([
      { account: 'ruth.adeyemi@estuary.example', role: 'social worker', name: 'Opened a boat', subject: 'kittiwake', outcome: 'shown' },
    ])
  })

  test('a look at something that is not there is logged too', async () => {
    await ruth.open('/boats/sunk')
    expect(town.looks).toMatchObject([{ name: 'Opened a boat', subject: 'sunk', outcome: 'not there' }])
  })

  test('when the look cannot be logged, the page is not shown', async () => {
    const unlogged = await smallTown({ logLook: () => Promise.reject(new Error('the log is full')) })
    try {
      const browser = new Browser(unlogged.at)
      const answer = await browser.signIn('Ruth Adeyemi', '/boats/kittiwake')
      expect(answer.status).toBe(500)
      expect(answer.text).not.toContain('kittiwake</h1>')
    } finally {
      await unlogged.close()
    }
  })
})

describe('the past', () => {
  test('a page looks at the end of that day, says so in a strip, and its links stay in the past', async () => {
    const { text } = await ruth.open('/boats/kittiwake?known-at=2016-07-24')
    expect(text).toContain('2016-07-24T22:59:59.999999Z')
    expect(text).toContain('As known at 24 July 2016.')
    expect(text).toContain('<a class="govuk-link" href="/boats/kittiwake">Back to now</a>')
    expect(text).toContain('href="/boats/next?sort=oldest&amp;known-at=2016-07-24"')
  })

  test('a day as people write it leads to the address that says it shortest', async () => {
    const answer = await ruth.open('/boats/kittiwake?known-at=24+July+2016+at+2:30pm&sort=oldest')
    expect(answer.url).toBe(`${town.at}/boats/kittiwake?known-at=2016-07-24T14%3A30&sort=oldest`)
    expect((await ruth.open('/boats/kittiwake?known-at=')).url).toBe(`${town.at}/boats/kittiwake`)
  })

  test('a day that cannot be read is explained, and not repeated', async () => {
    const answer = await ruth.open('/boats/kittiwake?known-at=31/02/2016')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('That is not a moment we can read.')
  })

  test('nothing can be written there', async () => {
    const answer = await ruth.send('/boats?known-at=2016-07-24', { _csrf: await ruth.token('/boats/new'), name: 'Tern' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('You can look, not write.')
    expect(town.looks).toEqual([])
  })
})

describe('forms', () => {
  test('a form of ours is taken, and the next page says what was done, once', async () => {
    const answer = await ruth.send('/boats', { _csrf: await ruth.token('/boats/new'), name: 'Tern' })
    expect(answer.url).toBe(`${town.at}/`)
    expect(answer.text).toContain('Named Tern')
    expect((await ruth.open('/')).text).not.toContain('Named Tern')
  })

  test('a form that needs mending comes back with what is wrong: in the title, first on the page, and beside the field', async () => {
    const answer = await ruth.send('/boats', { _csrf: await ruth.token('/boats/new'), name: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('<title>Error: Name a boat – Goldthread – Estuary Council</title>')
    expect(answer.text).toContain('<a href="#name">Give the boat a name</a>')
    expect(answer.text).toContain('<p id="name-error" class="govuk-error-message">')
  })

  test.each([
    ['no token', {}],
    ['a token of our length that is not ours', { _csrf: 'A'.repeat(43) }],
  ])('a form with %s changes nothing', async (_what, fields) => {
    const answer = await ruth.send('/boats', { ...fields, name: 'Tern' })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('That form was too old')
    expect(town.looks).toEqual([])
  })

  test('the token of one person is no good to another', async () => {
    const other = new Browser(town.at)
    await other.signIn('Ruth Adeyemi')
    expect((await ruth.send('/boats', { _csrf: await other.token('/boats/new'), name: 'Tern' })).status).toBe(403)
  })

  test('a form by somebody who is not signed in is not read', async () => {
    const answer = await new Browser(town.at).send('/boats', { name: 'Tern' }, { follow: false })
    expect(answer.headers.get('location')).toBe('/sign-in')
  })

  test('a body that is no form is not understood', async () => {
    const answer = await ruth.open('/boats', { method: 'POST', body: '{"name":"Tern"}', headers: { 'content-type': 'application/json' } })
    expect(answer.status).toBe(415)
  })

  test('a form of more than a megabyte is too large', async () => {
    expect((await ruth.send('/boats', { name: 'x'.repeat(1_100_000) })).status).toBe(413)
  })
})

describe('a past moment', () => {
  test('that cannot be read leads back to now', async () => {
    const seen = await ruth.open('/boats/kittiwake?sort=oldest&known-at=rubbish')
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('That is not a moment we can read.')
    expect(seen.text).toMatch(/<a class="govuk-link" href="\/boats\/kittiwake\?sort=oldest">\s*Back to now/)
  })

  test('at which a thing was not known says so, and not that there is no such address', async () => {
    const seen = await ruth.open('/boats/sunk?known-at=2015-03-01')
    expect(seen.status).toBe(404)
    expect(seen.text).toContain('Nothing at this address was known at 1 March 2015, or it is not there for you.')
    expect((await ruth.open('/boats/sunk')).text).toContain('There is nothing at this address, or it is not there for you.')
  })
})

describe('files', () => {
  const form = (parts: readonly (readonly [string, string | Blob, string?])[]) => {
    const data = new FormData()
    for (const [name, value, filename] of parts)
      if (typeof value === 'string') data.append(name, value)
      else data.append(name, value, filename)
    return data
  }
  const send = (body: FormData) => ruth.open('/logs', { method: 'POST', body })

  test('they are there while the action works, under a name of ours, and gone afterwards', async () => {
    const answer = await send(
      form([
        ['_csrf', await ruth.token('/logs')],
        ['note', 'Spring tides'],
        ['log', new Blob(['wind north']), '../../etc/march\u0007.csv'],
        ['log', new Blob(['wind south']), 'C:\\logs\\april.csv'],
      ]),
    )
    const { read, note } = JSON.parse(answer.text) as { read: { name: string; path: string; size: number; begins: string }[]; note: string }
    expect(note).toBe('Spring tides')
    expect(read.map(({ name, size, begins }) => [name, size, begins])).toEqual([
      ['march.csv', 10, 'wind north'],
      ['april.csv', 10, 'wind south'],
    ])
    expect(read.map(({ path }) => /\/goldthread-uploads-\d+-\w+\/[12]$/.test(path))).toEqual([true, true])
    await expect.poll(() => read.map(({ path }) => existsSync(path))).toEqual([false, false])
  })

  test('without our token before them nothing is kept', async () => {
    const answer = await send(
      form([
        ['log', new Blob(['wind north']), 'march.csv'],
        ['_csrf', await ruth.token('/logs')],
      ]),
    )
    expect(answer.status).toBe(403)
    expect(town.looks).toEqual([])
  })

  test('more than may come is refused with a page that says how much may, and nothing is kept', async () => {
    const answer = await send(
      form([
        ['_csrf', await ruth.token('/logs')],
        ['log', new Blob(['x'.repeat(60_000)]), 'march.csv'],
        ['log', new Blob(['x'.repeat(60_000)]), 'april.csv'],
      ]),
    )
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('That is too large to send')
    expect(town.looks).toEqual([])
  })

  test('a form with no file chosen brings none', async () => {
    const answer = await send(
      form([
        ['_csrf', await ruth.token('/logs')],
        ['log', new Blob([]), ''],
      ]),
    )
    expect(JSON.parse(answer.text)).toEqual({ read: [], note: null })
  })
})

describe('what the browser is told', () => {
  test('every page: keep nothing, run nothing that is not ours, stay out of frames', async () => {
    for (const address of ['/', '/help', '/no/such/page', '/harbour-master', '/boats/on-fire']) {
      const { headers } = await ruth.open(address)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';script-src 'self';style-src 'self';/)
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('no page names another host, and none has a script or a style written into it', async () => {
    for (const address of ['/', '/help', '/logs', '/harbour-master', '/signed-out']) {
      const { text } = await ruth.open(address)
      expect(text).not.toMatch(/(src|href|action)="(https?:)?\/\//)
      expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|<style|\sstyle=|\son[a-z]+=/)
    }
  })

  test('an asset may be kept for a year under its own version, and not at all under another', async () => {
    const { text } = await ruth.open('/help')
    const address = /href="(\/assets\/goldthread\.css\?v=\w+)"/.exec(text)?.[1] ?? ''
    expect((await ruth.open(address)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await ruth.open('/assets/goldthread.css?v=old')).headers.get('cache-control')).toBe('no-cache')
    expect((await ruth.open('/assets/../package.json')).status).toBe(404)
    expect((await ruth.open('/assets/%2e%2e/package.json')).status).toBe(404)
  })

  test('a page leads nobody to another site', async () => {
    expect((await ruth.open('/away', { follow: false })).status).toBe(500)
  })
})

test('an unexpected error gives a number to quote; neither the page nor the log holds a name, a value or a query', async () => {
  const { status, text } = await ruth.open('/boats/on-fire?name=Maisie')
  expect(status).toBe(500)
  const reference = /[2-9B-DF-HJKMNP-RTV-Z]{4}-[2-9B-DF-HJKMNP-RTV-Z]{4}/.exec(/<main.*<\/main>/s.exec(text)?.[0] ?? '')?.[0]
  expect(reference).toBeDefined()
  const [line = ''] = town.reports
  expect(JSON.parse(line)).toMatchObject({ reference, route: 'GET /boats/:boat', kind: 'Error' })
  for (const said of [line, /<main.*<\/main>/s.exec(text)?.[0] ?? text]) {
    expect(said).not.toMatch(/Maisie|Secret|insert|on-fire/)
  }
  expect(text).not.toMatch(/small-town|handling\.ts|at Object/)
})
