import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DemoDays } from '../days-of-demo.ts'
import { demoPeople } from '../people.ts'
import { smallTown, type SmallTown } from './small-town.tsx'
import { Browser } from './test-browser.ts'

let town: SmallTown
beforeAll(async () => void (town = await smallTown()))
afterAll(() => town.close())

describe('signing in', () => {
  test('somebody who asks for a page chooses who they are and is led to that very page', async () => {
    const browser = new Browser(town.at)
    const choose = await browser.open('/boats/kittiwake?sort=oldest')
    expect(choose.text).toContain('This is a demonstration. Everyone named here is invented.')
    for (const { name, role } of demoPeople) expect(choose.text).toContain(`${name} <small>${role}</small>`)
    const boat = await browser.signIn('Ruth Adeyemi', '/boats/kittiwake?sort=oldest')
    expect(boat.url).toBe(`${town.at}/boats/kittiwake?sort=oldest`)
    expect(boat.text).toContain('Ruth Adeyemi, social worker')
  })

  test('the number in the cookie is another after signing in, and the one from before opens nothing', async () => {
    const browser = new Browser(town.at)
    await browser.open('/')
    const before = browser.cookies.get('goldthread')
    await browser.signIn('Ruth Adeyemi')
    expect(before).toMatch(/^[\w-]{43}$/)
    expect(browser.cookies.get('goldthread')).not.toBe(before)
    const thief = new Browser(town.at)
    thief.cookies.set('goldthread', before ?? '')
    expect((await thief.open('/', { follow: false })).status).toBe(303)
  })

  test('the cookie cannot be read by a script, and is not sent along with forms of other sites', async () => {
    const browser = new Browser(town.at)
    const { headers } = await browser.open('/sign-in', { follow: false })
    expect(headers.get('set-cookie')).toMatch(/^goldthread=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('the provider is asked with PKCE, state and nonce, and to come back to the address of the settings whatever Host says', async () => {
    const browser = new Browser(town.at)
    const { headers } = await browser.open('/sign-in', { follow: false, headers: { host: 'elsewhere.example' } })
    const asked = new URL(headers.get('location') ?? '').searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('state')).toMatch(/^[\w-]{43}$/)
    expect(asked.get('nonce')).toMatch(/^[\w-]{43}$/)
    expect(asked.get('redirect_uri')).toBe(`${town.at}/sign-in/back`)
  })

  test.each([
    ['a state that is not ours', (url: URL) => url.searchParams.set('state', 'another')],
    ['a code that was not given', (url: URL) => url.searchParams.set('code', 'guessed')],
  ])('with %s nobody is signed in', async (_what, change) => {
    const browser = new Browser(town.at)
    const choose = await browser.open('/')
    const resume = await browser.send(choose.url, { account: 'ruth.adeyemi@estuary.example' }, { follow: false })
    const back = await browser.open(resume.headers.get('location') ?? '', { follow: false })
    const address = new URL(back.headers.get('location') ?? '')
    change(address)
    const answer = await browser.open(address.href)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('You are not signed in')
    expect((await browser.open('/', { follow: false })).headers.get('location')).toBe('/sign-in?to=%2F')
  })

  test('coming back a second time with the same code signs nobody in', async () => {
    const browser = new Browser(town.at)
    const choose = await browser.open('/')
    const resume = await browser.send(choose.url, { account: 'ruth.adeyemi@estuary.example' }, { follow: false })
    const back = await browser.open(resume.headers.get('location') ?? '', { follow: false })
    const address = back.headers.get('location') ?? ''
    expect((await browser.open(address)).text).toContain('Good morning, Ruth Adeyemi')
    expect((await new Browser(town.at).open(address)).status).toBe(400)
  })

  test('somebody the council’s sign-in knows and Goldthread does not is told so, and opens nothing', async () => {
    const browser = new Browser(town.at)
    const answer = await browser.signIn('Beatrix Langmead')
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('You are signed in, but Goldthread does not know you')
    expect((await browser.open('/', { follow: false })).status).toBe(303)
  })

  test('somebody who is not on the list cannot be chosen', async () => {
    const browser = new Browser(town.at)
    const choose = await browser.open('/')
    const answer = await browser.send(choose.url, { account: 'somebody.else@estuary.example' })
    expect(answer.status).toBe(422)
    expect((await browser.open('/', { follow: false })).status).toBe(303)
  })

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/%0d%0aset-cookie:a=b\r\n',
  ])('an address that leads elsewhere (%s) is not followed after signing in', async (to) => {
    const browser = new Browser(town.at)
    const at = await browser.signIn('Ruth Adeyemi', `/sign-in?to=${encodeURIComponent(to)}`)
    expect(new URL(at.url).origin).toBe(town.at)
  })

  test('the next sign-in at the same browser asks again who it is', async () => {
    const browser = new Browser(town.at)
    await browser.signIn('Ruth Adeyemi')
    await browser.send('/sign-out', { _csrf: await browser.token('/') })
    expect((await browser.open('/')).text).toContain('Who do you want to be?')
  })
})

describe('going to another day', () => {
  let busy: ReturnType<DemoDays['busy']> = null
  let gone: string[] = []
  const days: DemoDays = {
    about: () => ({ today: '3 March 2016', first: '2013', last: '2018' }),
    busy: () => busy,
    goTo: (typed) => {
      if (typed !== '10 September 2018') return `“${typed}” is not a day from 2013 to 2018.`
      gone = [...gone, typed]
      busy = { words: 'Going to 10 September 2018', share: 0.4 }
      return null
    },
  }
  let timely: SmallTown
  beforeAll(async () => void (timely = await smallTown({ days })))
  afterAll(() => timely.close())

  test('a day that is none is refused in the summary and at the field, which keeps what was typed', async () => {
    const browser = new Browser(timely.at)
    const choose = await browser.open('/')
    expect(choose.text).toContain('Today is 3 March 2016 in it.')
    const seen = await browser.send(choose.url, { day: '31 February 2016' })
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('<title>Error: Who do you want to be?')
    expect(seen.text).toContain('<a href="#day">“31 February 2016” is not a day from 2013 to 2018.</a>')
    expect(seen.text).toMatch(/<input[^>]* id="day"[^>]* value="31 February 2016"/)
    expect(gone).toEqual([])
  })

  test('while a day is being made every page says how far it is, and what pages are drawn with is there', async () => {
    const browser = new Browser(timely.at)
    const choose = await browser.open('/')
    expect((await browser.send(choose.url, { day: '10 September 2018' })).text).toContain('Going to 10 September 2018: 40%.')
    const waiting = await browser.open('/boats/kittiwake')
    expect([waiting.status, waiting.headers.get('refresh')]).toEqual([503, '3; url=/'])
    const [, sheet = ''] = /href="(\/assets\/[^"]*goldthread[^"]*\.css[^"]*)"/.exec(waiting.text) ?? []
    expect((await browser.open(sheet)).status).toBe(200)
    busy = null
    expect((await browser.signIn('Ruth Adeyemi', '/')).text).toContain('Good morning, Ruth Adeyemi')
  })
})

describe('a session ends', () => {
  test('when somebody signs out: the old number opens nothing', async () => {
    const browser = new Browser(town.at)
    await browser.signIn('Ruth Adeyemi')
    const number = browser.cookies.get('goldthread') ?? ''
    const out = await browser.send('/sign-out', { _csrf: await browser.token('/') })
    expect(out.text).toContain('You are signed out')
    const again = new Browser(town.at)
    again.cookies.set('goldthread', number)
    expect((await again.open('/', { follow: false })).status).toBe(303)
  })

  test('after 30 minutes without a request, and not before', async () => {
    let now = new Date('2016-03-03T09:00:00Z')
    const slow = await smallTown({ now: () => now })
    try {
      const browser = new Browser(slow.at)
      await browser.signIn('Ruth Adeyemi')
      now = new Date('2016-03-03T09:29:59Z')
      expect((await browser.open('/', { follow: false })).status).toBe(200)
      now = new Date('2016-03-03T09:59:59Z')
      expect((await browser.open('/', { follow: false })).status).toBe(303)
    } finally {
      await slow.close()
    }
  })

  test('12 hours after signing in, however busy somebody is', async () => {
    let now = new Date('2016-03-03T08:00:00Z')
    const long = await smallTown({ now: () => now })
    try {
      const browser = new Browser(long.at)
      await browser.signIn('Ruth Adeyemi')
      for (let minutes = 20; minutes < 720; minutes += 20) {
        now = new Date(Date.parse('2016-03-03T08:00:00Z') + minutes * 60_000)
        expect((await browser.open('/', { follow: false })).status).toBe(200)
      }
      now = new Date('2016-03-03T20:00:00Z')
      expect((await browser.open('/', { follow: false })).status).toBe(303)
    } finally {
      await long.close()
    }
  })

  test('at once, when somebody is taken off the list of people', async () => {
    let known = true
    const strict = await smallTown({
      people: (account) => (known ? { account, name: 'Ruth Adeyemi', role: 'social worker', keys: [] } : null),
    })
    try {
      const browser = new Browser(strict.at)
      await browser.signIn('Ruth Adeyemi')
      known = false
      expect((await browser.open('/', { follow: false })).status).toBe(303)
    } finally {
      await strict.close()
    }
  })
})

test('when the sign-in service does not answer, the page says so and nothing of the address', async () => {
  const alone = await smallTown({
    openId: { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b', redirectUri: 'http://127.0.0.1:9/sign-in/back' },
  })
  try {
    const answer = await new Browser(alone.at).open('/')
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Sign-in is not answering')
    expect(answer.text).not.toContain('127.0.0.1:9')
  } finally {
    await alone.close()
  }
})

test('a sign-in service on another machine must be https, or the server does not start', async () => {
  const openId = {
    issuer: 'http://login.example',
    clientId: 'a',
    clientSecret: 'b',
    redirectUri: 'https://goldthread.example/sign-in/back',
  }
  await expect(smallTown({ openId })).rejects.toThrow(
    'The OpenID Connect issuer http://login.example must begin with https://, so the server did not start. Only one on this machine may be http.',
  )
})

test('over https the cookie is only taken from this very host, and the browser is told to stay with https', async () => {
  const secure = await smallTown({ redirectUri: 'https://goldthread.example/sign-in/back' })
  try {
    const { headers } = await new Browser(secure.at).open('/sign-in', { follow: false })
    expect(headers.get('set-cookie')).toMatch(/^__Host-goldthread=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  } finally {
    await secure.close()
  }
})
