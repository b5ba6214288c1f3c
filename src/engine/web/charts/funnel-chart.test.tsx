import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { funnel, type Group } from '../../measures/funnel.ts'
import { FunnelChart, type FunnelChartProps } from './funnel-chart.tsx'
import { curvesOf } from './funnel-curves.ts'
import { percent } from './made-charts.ts'

const quays: readonly Group[] = [
  { name: 'North quay', numerator: 33, denominator: 46 },
  { name: 'South quay', numerator: 31, denominator: 44 },
  { name: 'Old harbour', numerator: 15, denominator: 29 },
  { name: 'River mouth', numerator: 11, denominator: 18 },
  { name: 'Outer sands', numerator: 7, denominator: 34 },
]

const shown = (groups: readonly Group[] = quays, more: Partial<FunnelChartProps> = {}): string => {
  const { sort = 'part', per = 100, better = 'higher' } = more
  return render(
    <FunnelChart
      id="quays"
      title="Surveys in 20 days, by quay"
      description="Outer sands, 21% of 34, is below the outer limit."
      funnel={funnel(groups, { sort, per, better })}
      sort={sort}
      per={per}
      better={better}
      value={percent}
      size="Surveys due, 12 months to February 2016"
      group="Quay"
      {...more}
    />,
  )
}
const texts = (html: string): string[] => [...html.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)

describe('the funnel', () => {
  test('has a mark for each group; one beyond the outer limits has another shape, and its figure beside its name', () => {
    const html = shown()
    expect(html.match(/<circle /g)).toHaveLength(4)
    expect(html.match(/<rect [^>]*fill="#b85000"/g)).toHaveLength(1)
    expect(html).toContain('<g><title>Outer sands: 21%, 7 of 34</title>')
    expect(texts(html)).toEqual(
      expect.arrayContaining(['Outer sands, 21%', 'North quay', 'South quay', 'Old harbour', 'River mouth', 'All: 57%']),
    )
    expect(html).toMatch(/is-bold"[^>]*>Outer sands, 21%/)
  })

  test('beyond the limits is improvement where lower is better, and neither where nobody says', () => {
    expect(shown(quays, { better: 'lower' }).match(/fill="#005eb8"/g)).toHaveLength(1)
    expect(shown(quays, { better: 'neutral' }).match(/fill="#454e55"/g)).toHaveLength(1)
  })

  test('the table has every group and both limits, and says how it stands without a rank', () => {
    const html = shown([...quays, { name: 'New pier', numerator: 0, denominator: 0 }], { counted: ['In time', 'Due'] })
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(([, row = '']) =>
      row.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|'),
    )
    expect(rows).toHaveLength(6)
    expect(rows[0]).toBe('North quay|33|46|72%|41% to 70%|33% to 78%|No more than chance|')
    expect(rows[4]).toBe('Outer sands|7|34|21%|38% to 72%|29% to 81%|Worse by more than chance|')
    expect(rows[5]).toBe('New pier|0|0|–|–|–|Nothing to compare|')
  })

  test('links lead to what is behind a group, from its mark and from the table', () => {
    const html = shown(quays, { href: ({ name }) => `/quays/${name.replace(' ', '-')}` })
    expect(html).toContain('role="group"')
    expect(html).toContain('<a href="/quays/Outer-sands" aria-label="Outer sands: 21%, 7 of 34">')
    expect(html.match(/<a class="govuk-link" href=/g)).toHaveLength(5)
  })

  test('of sixty groups those apart are named first, the others as there is room, and no name covers another', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      name: `Mooring of the number ${at}`,
      denominator: 40 + ((at * 37) % 300),
      numerator: Math.round((40 + ((at * 37) % 300)) * (at === 7 ? 0.95 : at === 9 ? 0.05 : 0.4 + (at % 9) / 100)),
    }))
    const html = shown(many)
    const said = texts(html).filter((text) => text.startsWith('Mooring'))
    expect(said).toEqual(expect.arrayContaining(['Mooring of the number 7, 95%', 'Mooring of the number 9, 5%']))
    expect(said.length).toBeLessThan(60)
    expect(html.match(/<title>Mooring/g)).toHaveLength(60)
  })

  test.each([
    [[{ name: 'Only one', numerator: 3, denominator: 9 }], 'one group'],
    [
      [
        { name: 'None done', numerator: 0, denominator: 9 },
        { name: 'Nor here', numerator: 0, denominator: 9 },
      ],
      'all 0',
    ],
    [
      [
        { name: 'All done', numerator: 9, denominator: 9 },
        { name: 'One', numerator: 1, denominator: 1 },
      ],
      'all of them',
    ],
    [
      [
        { name: 'A', numerator: 1, denominator: 1 },
        { name: 'B', numerator: 40_000, denominator: 1_000_000 },
      ],
      'of very different sizes',
    ],
  ])('draws %j: %s', (groups) => {
    const html = shown(groups)
    expect(html).toContain('<svg')
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('without anything to compare it is a sentence', () => {
    expect(shown([])).toBe('<p class="govuk-body gt-quiet">There is nothing to compare yet.</p>')
    expect(shown([{ name: 'New pier', numerator: 0, denominator: 0 }])).toContain('There is nothing to compare yet.')
  })
})

test('the lines run through the very limits that each group is judged by, also where groups vary more than chance', () => {
  const group = fc
    .integer({ min: 1, max: 400 })
    .chain((denominator) =>
      fc.record({ name: fc.constant('x'), denominator: fc.constant(denominator), numerator: fc.integer({ min: 0, max: denominator }) }),
    )
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 20 }), fc.constantFrom('part' as const, 'rate' as const), (groups, sort) => {
      const made = funnel(groups, { sort, per: 100 })
      for (const each of made.groups) {
        const [here] = curvesOf(made, each.denominator, each.denominator, { sort, per: 100 })
        for (const name of ['lower95', 'upper95', 'lower998', 'upper998'] as const) expect(here?.[name]).toBeCloseTo(each[name] ?? NaN, 6)
      }
    }),
    { numRuns: 60 },
  )
})
