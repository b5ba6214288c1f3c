import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { ChronologyEntry } from './chronology.ts'
import { Chronology } from './chronology-list.tsx'

const entry = (on: string, line: string): ChronologyEntry => ({
  on,
  kind: 'Immigration status',
  group: 'Legal status',
  line,
  record: 'immigration_status/1',
  source: 'goldthread',
  withdrawn: false,
})

const drawn = (shown: readonly ChronologyEntry[], correction: string | null = null): string =>
  renderToString(
    <Chronology
      choice={{ groups: [], period: 'all', from: '', until: '', order: 'newest', page: 1, all: false }}
      errors={[]}
      shown={shown}
      chosen={shown.length}
      total={shown.length}
      groups={[{ group: 'Legal status', count: shown.length }]}
      careIs={null}
      action="/children/x"
      knownAt={null}
      href={() => '/children/x'}
      recordHref={(record) => `/children/x/records/${record}`}
      sourceOf={({ on }) => `Written for ${on}`}
      correctionOf={() => correction}
      day="2018-12-21"
    />,
  )

test('what is dated later than today is said to be still to come', () => {
  const seen = drawn([entry('2021-01-18', 'Immigration status ended'), entry('2018-12-21', 'Immigration status began')])
  expect(seen).toContain('18 January 2021</span><small>Legal status, still to come</small>')
  expect(seen).toContain('21 December 2018</span><small>Legal status</small>')
})

test('each entry has its own line of who wrote it, and leads to how it once read', () => {
  const seen = drawn([entry('2018-12-20', 'Began')], 'Corrected on 21 December 2018: was 19 December 2018')
  expect(seen).toContain('Written for 2018-12-20. <a class="govuk-link" href="/children/x/records/immigration_status/1#history">Corrected')
})
