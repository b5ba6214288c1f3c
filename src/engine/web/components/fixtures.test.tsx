/**
 * Each component of ours that stands for one of govuk-frontend's is held to the fixtures that govuk-frontend publishes: the
 * fixture's options, drawn by our component, must give the fixture's mark-up. Where we leave out an option on purpose, the
 * fixture is named below with the reason, so that a new release of govuk-frontend cannot add one unseen.
 */
import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { ServiceNavigation } from '../layout.tsx'
import { Button } from './button.tsx'
import { Checkboxes, Radios, type Choice, type Divider } from './choices.tsx'
import { Details, SummaryList, Tag, type TagColour } from './content.tsx'
import { DateInput, type DatePart } from './date-input.tsx'
import { FileUpload, Input, Select, Textarea } from './fields.tsx'
import { fixturesOf, type Options, type Text } from './govuk-fixtures.ts'
import type { Size } from './group.tsx'
import { BackLink, SkipLink } from './links.tsx'
import { linesOf } from './mark-up.ts'
import { ErrorSummary, InsetText, NotificationBanner, Warning } from './messages.tsx'
import { Pagination } from './pagination.tsx'

interface Held {
  readonly draw: (options: Options) => JSX.Element | null
  /** What of the fixture's mark-up is so only because of its example. */
  readonly expected?: (html: string, options: Options) => string
  /** Fixture → why ours need not draw it. */
  readonly not: Readonly<Record<string, string>>
}

const words = (text: Text | undefined): string | JSX.Element | undefined =>
  text?.html === undefined ? text?.text : <span dangerouslySetInnerHTML={{ __html: `\u0001${text.html}` }} />

const size = (classes: string | undefined): Size | undefined => /--(xl|l|m|s)\b/.exec(classes ?? '')?.[1] as Size | undefined

const field = ({ name, id, label, hint, errorMessage }: Options) => ({
  name,
  id,
  label: words(label),
  labelSize: size(label.classes),
  heading: label.isPageHeading,
  hint: words(hint),
  error: errorMessage?.text,
})

const choices = ({ items }: Partial<Pick<Options, 'items'>>): readonly (Choice | Divider)[] =>
  (items ?? []).map((item) =>
    item.divider === undefined
      ? { value: String(item.value), label: words(item), hint: words(item.hint), disabled: item.disabled === true }
      : { divider: item.divider },
  )

const group = (options: Options) => ({
  ...field({ ...options, label: options.fieldset.legend }),
  id: options.idPrefix,
  choices: choices(options),
  small: options.classes?.includes('--small') === true,
})

const state = 'a state that the browser gives'
const conditional = 'nothing opens below a choice yet'
const inverse = 'we have no page on a dark ground'
const ownClasses = 'extra classes are not taken: what a page may look like is decided once'

const components: Readonly<Record<string, Held>> = {
  button: {
    draw: ({ text, name, value, href, disabled, classes }) => (
      <Button
        {...(/--(secondary|warning)/.test(classes ?? '') ? { kind: classes?.includes('warning') ? 'warning' : 'secondary' } : {})}
        {...(name === undefined ? {} : { name })}
        {...(value === undefined ? {} : { value })}
        {...(href === undefined ? {} : { href })}
        disabled={disabled === true}
      >
        {text}
      </Button>
    ),
    not: {
      start: 'start buttons lead into public services; this is a tool for staff',
      ...Object.fromEntries(
        ['default', 'secondary', 'warning', 'inverse'].flatMap((kind) =>
          ['hover', 'active', 'focus'].map((of) => [`${kind} ${of} state`, state]),
        ),
      ),
      inverse,
      'inverse disabled': inverse,
    },
  },
  input: {
    draw: (options) => {
      const width = Number(/width-(\d+)/.exec(options.classes ?? '')?.[1]) as 2 | 3 | 4 | 5 | 10 | 20 | 30
      return <Input {...field(options)} value={options.value} {...(width ? { width } : {})} />
    },
    not: {
      'with prefix': 'no field has a unit before it yet',
      'with suffix': 'no field has a unit after it yet',
      'with prefix and suffix': 'no field has units yet',
      'with prefix and suffix and error': 'no field has units yet',
      'with prefix and suffix and width modifier': 'no field has units yet',
      'with extra letter spacing': ownClasses,
    },
  },
  textarea: {
    draw: (options) => (
      <Textarea {...field(options)} value={options.value} {...(Number(options.rows) ? { rows: Number(options.rows) } : {})} />
    ),
    not: {},
  },
  'date-input': {
    draw: (options) => {
      const own = (part: DatePart) => (part === 'time' ? undefined : options[part])
      const asked = (['day', 'month', 'year'] as const).filter((part) =>
        options.items === undefined ? own(part) !== false : options.items.some(({ name }) => name === part),
      )
      const wrong = asked.filter((part) => {
        const item = own(part) || options.items?.find(({ name }) => name === part)
        return item !== undefined && item.error === true
      })
      const values = Object.entries(options.values ?? {}).map(([name, value]) => [name.replace(/^.*-/, ''), String(value)])
      return (
        <DateInput
          {...group(options)}
          id={options.id}
          name={options.namePrefix ?? options.id ?? ''}
          asked={asked}
          values={Object.fromEntries(values) as Partial<Record<DatePart, string>>}
          {...(wrong.length > 0 ? { wrong } : {})}
        />
      )
    },
    // The box of a part is always named after the date.
    expected: (html, { id }) => html.replaceAll(/ name="(day|month|year)"/g, ` name="${id}-$1"`),
    not: {
      'with translations': 'the product speaks English',
      'with values, name prefix and custom names': 'the names of the boxes are the same everywhere',
      'with errors only (using classes)': ownClasses,
      'with errors only (using items and classes)': ownClasses,
    },
  },
  select: {
    draw: (options) => (
      <Select
        {...field(options)}
        options={options.items.map(({ value, text, disabled }) => ({
          value: String(value),
          label: text ?? '',
          disabled: disabled === true,
        }))}
        value={options.items.filter(({ selected }) => selected).map(({ value }) => String(value))[0]}
        full={options.classes?.includes('govuk-!-width-full') === true}
      />
    ),
    not: {},
  },
  checkboxes: {
    draw: (options) => (
      <Checkboxes
        {...group(options)}
        values={options.values ?? options.items.filter(({ checked }) => checked).map(({ value }) => String(value))}
      />
    ),
    not: {
      'with hints on items': 'each item has a name and an id of its own, which a group of ours has not',
      'with divider and None': '“none of these” needs a script to clear the others',
      'with divider, None and conditional items': conditional,
      'with conditional items': conditional,
      'with optional form-group classes showing group error': ownClasses,
      'small with conditional reveal': conditional,
      'small with divider and None': '“none of these” needs a script to clear the others',
      'with pre-checked values': conditional,
    },
  },
  radios: {
    draw: (options) => (
      <Radios
        {...group(options)}
        inline={options.classes?.includes('--inline') === true}
        value={options.value ?? options.items.filter(({ checked }) => checked).map(({ value }) => String(value))[0]}
      />
    ),
    not: {
      'with hints on items': 'each item has an id of its own, which a group of ours has not',
      'without fieldset': 'a group without a legend is never right',
      'with conditional items': conditional,
      'with conditional item checked': conditional,
      'with conditional items and pre-checked value': conditional,
      'with optional form-group classes showing group error': ownClasses,
      'small with conditional reveal': conditional,
      ...Object.fromEntries(
        ['small', 'small with error', 'small with hint'].map((kind) => [
          kind,
          'there the class stands on the form group; ours is on the list, as for checkboxes',
        ]),
      ),
    },
  },
  'file-upload': {
    draw: (options) => <FileUpload {...field(options)} multiple={options.multiple === true} />,
    not: {
      ...Object.fromEntries(
        ['', ', with error message and hint', ', multiple files', ', custom wrapper classes and attributes'].map((kind) => [
          `enhanced${kind}`,
          'its button is named otherwise than it reads (WCAG 2.5.3), and the browser’s own field takes dropped files too',
        ]),
      ),
      translated: 'the product speaks English',
    },
  },
  'error-summary': {
    draw: ({ errorList }) => <ErrorSummary errors={errorList.map(({ text, href }) => ({ says: text, for: href?.slice(1) }))} />,
    not: {
      'with description only': 'a summary without what to mend helps nobody',
      'with everything': 'no description stands above what is to be mended',
    },
  },
  'notification-banner': {
    draw: ({ text, html, type }) => (
      <NotificationBanner success={type === 'success'} {...(text === undefined ? {} : { heading: text })}>
        {html === undefined ? null : words({ html })}
      </NotificationBanner>
    ),
    not: {},
  },
  tag: {
    draw: ({ text, classes }) => {
      const colour = /--(\w+)/.exec(classes ?? '')?.[1]
      return <Tag {...(colour === undefined ? {} : { colour: colour as TagColour })}>{text}</Tag>
    },
    not: {
      turquoise: 'the older name of teal',
      pink: 'the older name of magenta',
    },
  },
  details: {
    draw: ({ id, summaryText, text, html, open }) => (
      <Details summary={summaryText} open={open === true} {...(id === undefined ? {} : { id })}>
        {text === undefined ? words({ html: html ?? '' }) : text}
      </Details>
    ),
    not: {},
  },
  'summary-list': {
    draw: ({ rows, classes }) => (
      <SummaryList
        borders={!classes?.includes('no-border')}
        rows={rows.map(({ key, value, actions }) => ({
          key: words(key),
          value: words(value),
          actions: (actions?.items ?? []).map(({ text, href, visuallyHiddenText }) => ({
            label: text,
            href,
            ...(visuallyHiddenText === undefined ? {} : { about: visuallyHiddenText }),
          })),
        }))}
      />
    ),
    not: {
      'no-border on last row': ownClasses,
      ...Object.fromEntries(
        ['with a text header', 'with a html header', 'with actions', 'with actions plus summary list actions', 'extreme'].map((kind) => [
          `as a summary card ${kind}`,
          'we have no summary cards yet',
        ]),
      ),
    },
  },
  pagination: {
    draw: ({ items }) => (
      <Pagination
        current={items.find((item) => item.current)?.number ?? 1}
        pages={Math.max(...items.map((item) => item.number ?? 0))}
        href={(page) => `/page/${page}`}
      />
    ),
    // The fixture gives its arrows addresses of their own; ours lead to the page before and the page after.
    expected: (html, { items }) => {
      const current = items.find((item) => item.current)?.number ?? 1
      return html.replace('"/previous"', `"/page/${current - 1}"`).replace('"/next"', `"/page/${current + 1}"`)
    },
    not: {
      'with custom link and item text': 'the words are the same everywhere',
      'with many pages': 'its addresses differ from those of its arrows; shownPages is tested below',
      ...Object.fromEntries(
        [
          'prev and next only',
          'prev and next only and labels',
          'prev and next only and very long labels',
          'previous only',
          'next only',
        ].map((kind) => [`with ${kind}`, 'our lists know how many pages they have']),
      ),
    },
  },
  'back-link': { draw: ({ href }) => <BackLink href={href ?? '#'} />, not: { inverse } },
  'skip-link': {
    draw: () => <SkipLink />,
    not: { default: 'it names another target: every page of ours has the same', 'with focus': state },
  },
  'inset-text': { draw: (options) => <InsetText>{words(options)}</InsetText>, not: {} },
  'warning-text': { draw: ({ text }) => <Warning>{text}</Warning>, not: {} },
}

/** Our text stands where the macro puts HTML; the span that carries it in this test is not part of either. */
const withoutCarrier = (html: string): string =>
  html.replaceAll(/<span>\u0001(.*?)<\/span>(?=<\/?(?:dt|dd|div|label|p|legend|h1)\b)/gs, '$1')

describe.each(Object.keys(components))('%s', (component) => {
  const { draw, not, expected = (html) => html } = components[component] as Held
  const fixtures = fixturesOf(component)

  test.each(fixtures.filter(({ name }) => !(name in not)))('is drawn as govuk-frontend draws “$name”', ({ options, html }) => {
    expect(linesOf(withoutCarrier(renderToString(draw(options) ?? <></>)))).toEqual(linesOf(expected(html, options)))
  })

  test('names no fixture as left out that govuk-frontend does not have', () => {
    expect(Object.keys(not).filter((name) => !fixtures.some((fixture) => fixture.name === name))).toEqual([])
  })
})

test('the service navigation is govuk-frontend’s, but for the menu button: our links wrap instead of hiding', () => {
  const fixture = fixturesOf('service-navigation').find(({ name }) => name === 'with service name and navigation')
  const { serviceName, navigation = [] } = fixture?.options ?? { serviceName: '' }
  const items = navigation.map(({ text, href }) => ({ label: text, href }))
  const current = items[navigation.findIndex((item) => item.active)]
  const expected = (fixture?.html ?? '').replace(/<button[\s\S]*?<\/button>/, '').replace('"#/"', '"/"')
  expect(linesOf(renderToString(<ServiceNavigation name={serviceName} items={items} current={current} />))).toEqual(linesOf(expected))
})
