import type { VNode } from 'preact'
import { expect, test } from 'vitest'
import { drawn } from '../../engine/web/layout.tsx'
import type { PageRequest } from '../../engine/web/page.ts'
import { assessment } from '../assessment/records.ts'
import { alikePage } from './alike-page.tsx'
import type { Beside, ShownText } from './find-alike.ts'

const text = (child: string, name: string, own: string): ShownText => ({
  child,
  name,
  kind: assessment,
  record: `record-${child}`,
  on: '2015-03-02',
  worker: 'Ruth Adeyemi',
  team: null,
  pieces: [
    {
      label: 'Analysis',
      stretches: [
        { text: own, shared: false },
        { text: 'is tired by ten & asks to stay in', shared: true },
      ],
    },
  ],
})

const beside: Beside = {
  one: text('mina', 'Mina Dunmore', 'At home Mina '),
  other: text('tom', 'Tom Dunmore', 'Tom '),
  resemblance: 0.8,
  inOther: 0.82,
  inOne: 0.95,
  how: 'brother or sister',
}

function shown(found: Beside): string {
  const request = { link: (path: string) => `${path}?known-at=2016-03-03` } as PageRequest
  return drawn(alikePage.show(found, request) as VNode, {
    site: { product: 'Goldthread', council: 'Estuary', footer: { links: [], says: '' } },
    person: null,
    navigation: [],
    address: '/writing/alike/assessment/record-mina',
    now: new Date('2016-03-03'),
    knownAt: null,
    csrf: '',
  })
}

test('it says who they are to each other, how much of each stands in the other, and opens both children and records as of the same day', () => {
  const page = shown(beside)
  expect(page).toContain(
    'They are brothers or sisters. 82% of the text about Mina Dunmore stands in the text about Tom Dunmore too, and 95% the other way round.',
  )
  for (const child of ['mina', 'tom']) {
    expect(page).toContain(`href="/children/${child}?known-at=2016-03-03"`)
    expect(page).toContain(`href="/children/${child}/records/assessment/record-${child}?known-at=2016-03-03"`)
  }
  expect(page).toContain('2 March 2015')
  expect(page).toContain('Ruth Adeyemi')
})

test('what stands in both is marked for the eye, in print and for whoever listens, and nothing else is', () => {
  const page = shown(beside)
  expect(page.match(/<mark>.*?<\/mark>/g)).toEqual(
    Array(2).fill(
      '<mark><span class="govuk-visually-hidden">[in both: </span><b>is tired by ten &amp; asks to stay in</b><span class="govuk-visually-hidden"> end] </span></mark>',
    ),
  )
  expect(page).toContain('At home Mina <mark>')
})

test('a text that is like no other stands alone, unmarked, and the page says so', () => {
  const page = shown({ ...beside, other: null, how: 'neither' })
  expect(page).toContain('No text of a brother or sister')
  expect(page).not.toContain('<mark>')
  expect(page).not.toContain('Tom Dunmore')
})
