import type { Clockwork } from '../../engine/clocks/subjects.ts'
import type { RecordKind } from '../../engine/records/kind.ts'
import type { Page } from '../../engine/web/page.ts'
import { childPage } from './child-page.tsx'
import { familyPage } from './family-page.tsx'
import { findPages } from './find-page.tsx'
import type { TodayOf } from './known-day.ts'
import { looksPage } from './looks-page.tsx'
import { sourceNames } from './provenance.ts'
import { recordPage } from './record-page.tsx'

/**
 * The pages on which people find and see a child.
 * @param kinds every kind of record there is
 * @param todayOf the plain date in London that counts as today
 * @param work every clock
 * @param sources who tells us things, with the names people know them by
 */
export const childPages = (
  kinds: readonly RecordKind[],
  todayOf: TodayOf,
  work: Clockwork,
  sources: readonly { readonly id: string; readonly name: string }[] = [],
): Page[] => {
  const names = sourceNames(sources)
  return [
    ...findPages(todayOf),
    childPage(kinds, todayOf, names, work),
    recordPage(kinds, todayOf, names),
    familyPage(todayOf),
    looksPage(todayOf),
  ]
}
