import type { RecordKind } from '../../engine/records/kind.ts'
import { NotThere, page, type Page } from '../../engine/web/page.ts'
import { fileOf } from '../own/layout.ts'
import { headerLine } from '../own/template.ts'
import { ColumnsPage, TemplatesPage } from './templates-page.tsx'

const may = 'bring in data'
const noLook = { looks: null, noLookBecause: 'It says how a file is laid out and shows nobody’s record.' } as const

/** The pages from which people take the templates of our own tables. */
export function templatePages(kinds: readonly RecordKind[]): readonly Page[] {
  const known = (table: string): RecordKind => {
    const kind = kinds.find((each) => each.table === table)
    if (!kind) throw new NotThere()
    return kind
  }
  return [
    page('/bring-in-data/templates', { may, ...noLook, show: () => TemplatesPage({ kinds }) }),

    page('/bring-in-data/templates/:kind', {
      may,
      ...noLook,
      find: ({ params }) => known(params.kind),
      show: (kind) => ({ body: headerLine(kind), type: 'text/csv; charset=utf-8', download: fileOf(kind) }),
    }),

    page('/bring-in-data/templates/:kind/columns', {
      may,
      ...noLook,
      find: ({ params }) => known(params.kind),
      show: (kind) => ColumnsPage({ kind }),
    }),
  ]
}
