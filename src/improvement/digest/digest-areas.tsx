/** The areas of the digest, at the side of its pages. */
import type { JSX } from 'preact'
import type { PageRequest } from '../../engine/web/page.ts'
import { slugOf } from './areas.ts'
import { choiceQuery, type Choice } from './choice.ts'

export function Areas({
  areas,
  current,
  choice,
  request,
}: {
  readonly areas: readonly string[]
  readonly current: string | null
  readonly choice: Choice
  readonly request: PageRequest
}): JSX.Element {
  const query = choiceQuery(choice)
  return (
    <nav class="moj-side-navigation gt-beside__nav" aria-label="Areas of the digest">
      <ul class="moj-side-navigation__list">
        {[null, ...areas].map((area) => (
          <li class={`moj-side-navigation__item${area === current ? ' moj-side-navigation__item--active' : ''}`}>
            <a
              href={request.link(area === null ? '/digest' : `/digest/${slugOf(area)}`, query)}
              aria-current={area === current ? 'page' : undefined}
            >
              {area ?? 'What has changed'}
            </a>
          </li>
        ))}
        <li class="moj-side-navigation__item">
          <a href={request.link('/today')}>Today</a>
        </li>
        <li class="moj-side-navigation__item">
          <a href={request.link('/monthly-digests')}>Monthly digests</a>
        </li>
      </ul>
    </nav>
  )
}
