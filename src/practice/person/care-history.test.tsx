import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { CareHistoryFigure } from './care-history.tsx'

const drawn = (periods: Parameters<typeof CareHistoryFigure>[0]['history']['periods']): string =>
  renderToString(
    <CareHistoryFigure
      of="Jaden Wickham"
      history={{ periods, contacts: [{ on: '2013-02-11', label: 'Police', record: 'contact/1' }], today: '2016-03-03', todayIs: 'Today' }}
      recordHref={(record) => `/children/x/records/${record}`}
    />,
  )

test('the picture is one image with a title and a description in words, and each mark has its own title', () => {
  const svg = drawn([{ kind: 'In care', label: 'In care', from: '2014-05-06', to: '2014-11-20', record: 'period_of_care/1' }])
  expect(svg).toContain('role="img" aria-labelledby="care-history-title" aria-describedby="care-history-words"')
  expect(svg).toContain('<title id="care-history-title">Jaden Wickham’s care history, 2013 to 3 March 2016</title>')
  expect(svg).toContain('<desc id="care-history-words">1 contact on 11 February 2013. In care: 6 May 2014 to 20 November 2014.</desc>')
  expect(svg).toContain('<title>In care: 6 May 2014 to 20 November 2014</title>')
  expect(svg).toContain('<title>11 February 2013: contact, Police</title>')
})

test('it scrolls in a region of its own that the keyboard reaches, and the same stands in a table whose rows open', () => {
  const svg = drawn([{ kind: 'Placement', label: 'Children’s home', from: '2015-05-06', to: null, record: 'placement/7' }])
  expect(svg).toMatch(/<div class="gt-scroll gt-history" role="region" aria-label="Care history picture" tabindex="0">/i)
  expect(svg).toContain('<a class="govuk-link" href="/children/x/records/placement/7">Placement: Children’s home</a>')
  expect(svg).toContain('<td>6 May 2015</td><td>Now</td>')
})

test('nothing in it needs what the content security policy forbids: no style attribute', () => {
  expect(drawn([{ kind: 'Missing', label: 'Missing', from: '2016-02-13', to: '2016-02-14', record: 'missing_episode/1' }])).not.toContain(
    'style=',
  )
})
