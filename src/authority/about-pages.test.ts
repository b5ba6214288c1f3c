import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPeople } from '../../demo/people.ts'
import { smallTown, type SmallTown } from '../../demo/sign-in/small-town.tsx'
import { Browser } from '../../demo/sign-in/test-browser.ts'
import { aboutPages } from './about-pages.tsx'
import { mayByRole, permissions } from './permissions.ts'

let town: SmallTown
beforeAll(async () => void (town = await smallTown({ pages: aboutPages, permissions: mayByRole, navigation: [] })))
afterAll(() => town.close())

test.each([
  ['/help', 'How to bring data in'],
  ['/accessibility', 'What we know falls short'],
  ['/privacy', 'What is recorded about you'],
])('%s is read without signing in', async (address, words) => {
  const seen = await new Browser(town.at).open(address)
  expect(seen.status).toBe(200)
  expect(seen.text).toContain(words)
  expect(seen.text).toContain('Tell whoever runs Goldthread at Estuary Council.')
})

test('the page on privacy says of every permission who has it, as the table of permissions does', async () => {
  const { text } = await new Browser(town.at).open('/privacy')
  for (const words of Object.values(permissions)) expect(text).toContain(words)
  expect(text).toContain('Performance analyst, administrator or operator')
})

test('help tells of every page that the menu leads to', async () => {
  const { text } = await new Browser(town.at).open('/help')
  for (const name of ['My work', 'Teams', 'Find a child', 'Records', 'Clocks', 'Add a record', 'Bring in data', 'Likely pairs'])
    expect(text).toContain(`<dt class="govuk-summary-list__key">${name}</dt>`)
})

test('nobody is named to a stranger', async () => {
  const texts = await Promise.all(['/help', '/accessibility', '/privacy'].map((address) => new Browser(town.at).open(address)))
  for (const { text } of texts) for (const { name } of demoPeople) expect(text).not.toContain(name)
})
