/** Two texts about two children side by side, with what stands in both marked. */
import type { ComponentChildren, JSX } from 'preact'
import type { TextStretch } from '../../engine/text/shingles.ts'
import { Details, Facts } from '../../engine/web/components/content.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { NotThere, page, type Page, type PageRequest } from '../../engine/web/page.ts'
import { longDate } from '../../engine/web/words.ts'
import { alikeFrom } from './alike.ts'
import { findBeside, type Beside, type ShownText } from './find-alike.ts'
import { fewestWords, wordsInARow } from './texts.ts'

/** `:written` is the table of the record’s kind, `:text` the record; `?beside=` names the other, else it is the one that was found to be like it. */
export const alikePage: Page = page('/writing/alike/:written/:text', {
  may: 'read a child',
  looks: 'Held texts about two children beside each other',
  find: async ({ params, query, read, lookAt }) => {
    const found = await read((tx) => findBeside(tx, { table: params.written, record: params.text, beside: query.get('beside') }))
    if (found === null) throw new NotThere()
    lookAt(found.one.child)
    if (found.other !== null) lookAt(found.other.child)
    return found
  },
  show: (found, request) => <BesideShown found={found} request={request} />,
})

function BesideShown({ found, request }: { readonly found: Beside; readonly request: PageRequest }): JSX.Element {
  const { one, other } = found
  const title = other === null ? `A text about ${one.name}` : `Texts about ${one.name} and ${other.name}`
  return (
    <Shown title={title}>
      <h1 class="govuk-heading-l gt-wrap">{title}</h1>
      {other === null ? (
        <p class="gt-lede">No text of a brother or sister, or of another child by the same worker within a year, is like it.</p>
      ) : (
        <p class="gt-lede">{inWords(found)}</p>
      )}
      <div class="gt-two">
        <TextShown text={one} other={other} request={request} />
        {other !== null && <TextShown text={other} other={one} request={request} />}
      </div>
      {other !== null && <HowFound found={found} />}
    </Shown>
  )
}

const share = (part: number): string => `${Math.round(part * 100)}%`

function inWords({ one, other, inOther, inOne, how }: Beside): string {
  const both =
    how === 'brother or sister' ? 'They are brothers or sisters. ' : how === 'one worker' ? 'The same worker is recorded with both. ' : ''
  return `${both}${share(inOther)} of the text about ${one.name} stands in the text about ${other?.name ?? ''} too, and ${share(inOne)} the other way round.`
}

function TextShown({
  text: { child, name, kind, record, on, worker, team, pieces },
  other,
  request,
}: {
  readonly text: ShownText
  readonly other: ShownText | null
  readonly request: PageRequest
}): JSX.Element {
  return (
    <section>
      <h2 class="govuk-heading-m gt-wrap">
        <a class="govuk-link" href={request.link(`/children/${child}`)}>
          {name}
        </a>
      </h2>
      <Facts
        facts={[
          {
            name: 'Record',
            value: (
              <a class="govuk-link" href={request.link(`/children/${child}/records/${kind.table}/${record}`)}>
                {kind.name}
                <span class="govuk-visually-hidden"> of {name}</span>
              </a>
            ),
          },
          { name: 'Date', value: longDate(on) },
          { name: 'Worker', value: worker },
          { name: 'Team', value: team },
        ]}
      />
      {pieces.map(({ label, stretches }, place) => (
        <>
          {pieces[place - 1]?.label !== label && <h3 class="govuk-heading-s">{label}</h3>}
          <p class="govuk-body gt-lines gt-wrap">{stretches.map((stretch) => marked(stretch, other))}</p>
        </>
      ))}
    </section>
  )
}

/** Marked for the eye by colour and weight, of which the weight is printed too; for whoever listens, by words. */
const marked = ({ text, shared }: TextStretch, other: ShownText | null): ComponentChildren =>
  !shared || other === null ? (
    text
  ) : (
    <mark>
      <span class="govuk-visually-hidden">[in both: </span>
      <b>{text}</b>
      <span class="govuk-visually-hidden"> end] </span>
    </mark>
  )

const HowFound = ({ found: { resemblance } }: { readonly found: Beside }): JSX.Element => (
  <Details summary="How this was found">
    <p class="govuk-body">
      Every paragraph of {fewestWords} words or more is held against those of the same kind that were written in the year before, or on the
      same day, about a brother or sister or about another child by the same worker. Names, numbers and whether a text says he or she are
      left aside. What is left is taken in runs of {wordsInARow} words. Of all runs in either text {share(resemblance)} stand in both;
      paragraphs that share {share(alikeFrom)} or more are called alike. Words in bold stand in both.
    </p>
    <p class="govuk-body">
      A paragraph that stands in the records of many families by many workers is taken for the form’s own, and is not counted. That the same
      words stand twice says nothing of how they came there, or whether they are right: whoever knows the children can tell.
    </p>
  </Details>
)
