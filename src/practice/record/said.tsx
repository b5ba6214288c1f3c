/** What was just done to a record, said on the next page. The session keeps which record it was; its words are read afresh. */
import type { JSX } from 'preact'
import type { RecordKind } from '../../engine/records/kind.ts'
import { NotificationBanner } from '../../engine/web/components/messages.tsx'
import type { SessionValues } from '../../engine/web/page.ts'

const verbs = { added: 'Added', changed: 'Changed', withdrawn: 'Withdrawn', restored: 'Restored' } as const

export interface Said {
  readonly did: keyof typeof verbs
  readonly table: string
  readonly id: string
}

const place = 'said of a record'

export const say = (session: SessionValues, { did, table, id }: Said): void => session.set(place, [did, table, id].join(' '))

/** Gives what was done, once. */
export function heard(session: SessionValues): Said | null {
  const [did = '', table = '', id = ''] = (session.take(place) ?? '').split(' ')
  return did in verbs ? { did: did as Said['did'], table, id } : null
}

/** @param opens where the record opens, in words that name it; left out on the record’s own page. */
export const SaidBanner = ({
  did,
  kind,
  opens,
}: Pick<Said, 'did'> & { readonly kind: RecordKind; readonly opens?: { readonly href: string; readonly words: string } }): JSX.Element => (
  <NotificationBanner success heading={`${verbs[did]}: ${kind.name}`}>
    {opens && (
      <p class="govuk-body">
        <a class="govuk-notification-banner__link" href={opens.href}>
          {opens.words}
        </a>
      </p>
    )}
  </NotificationBanner>
)
