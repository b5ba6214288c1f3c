import type { JSX } from 'preact'
import { Details } from '../../engine/web/components/content.tsx'
import { Table } from '../../engine/web/components/table.tsx'
import { Page } from '../../engine/web/layout.tsx'
import type { RecordKind } from '../../engine/records/kind.ts'
import { countOf } from '../../engine/web/words.ts'
import { fileOf } from '../own/layout.ts'
import { explain, type Explained } from '../own/template.ts'

const address = '/bring-in-data/templates'

/** The templates of our own tables: first the kinds that no table of the dataset is for. */
export const TemplatesPage = ({ kinds }: { readonly kinds: readonly RecordKind[] }): JSX.Element => (
  <Page title="Templates" back={{ href: '/bring-in-data', label: 'Bring in data' }}>
    <h1 class="govuk-heading-l">Templates</h1>
    <div class="gt-prose">
      <p class="gt-lede">Each kind of record has a CSV file. Its first line names the columns.</p>
      <p class="govuk-body">
        Leave out the columns you do not have. Without the columns that a new record needs, a file completes records that are here.
      </p>
    </div>
    <Kinds caption="What the Standard Safeguarding Dataset has no table for" kinds={kinds.filter(({ as }) => as.ssd === undefined)} />
    <Kinds caption="What that dataset has a table for" kinds={kinds.filter(({ as }) => as.ssd !== undefined)} />
  </Page>
)

const Kinds = ({ caption, kinds }: { readonly caption: string; readonly kinds: readonly RecordKind[] }): JSX.Element => (
  <Table
    caption={caption}
    rows={kinds}
    columns={[
      {
        heading: 'Records',
        names: true,
        cell: ({ table, plural }) => (
          <a class="govuk-link" href={`${address}/${table}/columns`}>
            {plural}
          </a>
        ),
      },
      { heading: 'Shown under', cell: ({ group }) => group },
      {
        heading: 'File',
        cell: (kind) => (
          <a class="govuk-link" href={`${address}/${kind.table}`} download={fileOf(kind)}>
            {fileOf(kind)}
          </a>
        ),
      },
    ]}
  />
)

/** What each column of one kind’s table takes. */
export const ColumnsPage = ({ kind }: { readonly kind: RecordKind }): JSX.Element => (
  <Page title={`${kind.plural}: columns`} back={{ href: address, label: 'Templates' }}>
    <div class="gt-top">
      <h1 class="govuk-heading-l">{kind.plural}: columns</h1>
      <ul class="gt-tools">
        <li>
          <a class="govuk-link" href={`${address}/${kind.table}`} download={fileOf(kind)}>
            Save {fileOf(kind)}
          </a>
        </li>
      </ul>
    </div>
    <Table
      caption={`Columns of ${fileOf(kind)}`}
      hideCaption
      rows={explain(kind)}
      columns={[
        { heading: 'Column', names: true, cell: ({ column }) => <code>{column}</code> },
        { heading: 'What it is', cell: ({ label }) => label },
        { heading: 'Needed', cell: ({ needed }) => (needed === 'no' ? '' : capital(needed)) },
        { heading: 'What it takes', cell: Takes },
      ]}
    />
  </Page>
)

const Takes = ({ holds, codes, note, column }: Explained): JSX.Element => (
  <>
    {capital(holds)}.{note !== null && ` ${note}`}
    {codes.length > 0 && (
      <Details
        summary={
          <>
            {countOf(codes.length, 'code', 'codes')}
            <span class="govuk-visually-hidden"> of {column}</span>
          </>
        }
      >
        <ul class="govuk-list">
          {codes.map(({ code, label }) => (
            <li>
              <code>{code}</code> {label}
            </li>
          ))}
        </ul>
      </Details>
    )}
  </>
)

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
