/** What stands at the head of every page about a child: who it is, with whom not to confuse them, at which moment, and the child's other pages. */
import type { ComponentChildren, JSX } from 'preact'
import type { Transaction } from '../../engine/database/database.ts'
import { isRecordId } from '../../engine/records/kind.ts'
import { IdentityBar, KnownAt } from '../../engine/web/components/identity.tsx'
import { SubNavigation } from '../../engine/web/components/links.tsx'
import { InsetText } from '../../engine/web/components/messages.tsx'
import type { FieldError } from '../../engine/web/components/messages.tsx'
import { Page as Shown } from '../../engine/web/layout.tsx'
import { NotThere, type PageRequest } from '../../engine/web/page.ts'
import { londonDay, longDate } from '../../engine/web/words.ts'
import { findWho, fullName, idsOf, type Who } from './child.ts'
import type { Mistakable } from './easily-mistaken.ts'
import { lookAlikes } from './look-alikes.ts'
import { birthInWords, sexInWords } from './standing-words.ts'

export interface Head {
  readonly who: Who
  readonly lookAlikes: readonly Mistakable[]
  /** Plain date on which things are told. */
  readonly day: string
}

/**
 * Who the page is about; the look is noted under the child's own record.
 * @throws NotThere for an identifier that is none, or of nobody to be seen.
 */
export async function headOf(tx: Transaction, request: Pick<PageRequest, 'lookAt'>, id: string, day: string): Promise<Head> {
  const who = isRecordId(id) ? await findWho(tx, id) : null
  request.lookAt(who?.person.id ?? (isRecordId(id) ? id.toLowerCase() : null))
  if (who === null) throw new NotThere()
  return { who, lookAlikes: await lookAlikesOf(tx, who), day }
}

async function lookAlikesOf(tx: Transaction, who: Who): Promise<readonly Mistakable[]> {
  const { person } = who
  if (person.forename === null && person.surname === null) return []
  const self: Mistakable = { id: person.id, name: fullName(person), born: person.bornOn, expected: person.expectedOn, mother: null }
  return (await lookAlikes(tx, self, idsOf(who))).filter(({ because }) => because === 'like names').slice(0, mostLookAlikes)
}

const mostLookAlikes = 3

export interface ChildPageProps {
  readonly head: Head
  readonly request: PageRequest
  /** What the page is of the child: the browser's title has it before the name. */
  readonly title: string
  readonly current?: 'overview' | 'family' | 'looks'
  readonly errors?: readonly FieldError[]
  readonly back?: { readonly href: string; readonly label: string }
  /** Buttons beside the name. */
  readonly buttons?: ComponentChildren
  /** Something is written on it, so it does not offer the past. */
  readonly writes?: boolean
  readonly children?: ComponentChildren
}

export function ChildPage({ head, request, title, current, errors, back, buttons, writes, children }: ChildPageProps): JSX.Element {
  const { who } = head
  const name = fullName(who.person)
  const at = (part: string) => request.link(`/children/${who.person.id}${part}`)
  const parts = [
    { label: 'Overview', href: at(''), current: current === 'overview' },
    { label: 'Family and workers', href: at('/family'), current: current === 'family' },
    ...(request.may('read the log') ? [{ label: 'Who has looked', href: at('/looks'), current: current === 'looks' }] : []),
  ]
  return (
    <Shown
      title={title === '' ? name : `${title} – ${name}`}
      {...(errors ? { errors } : {})}
      {...(back ? { back } : {})}
      above={
        <>
          <Identity head={head} buttons={buttons} />
          {writes !== true && <KnownAt />}
        </>
      }
    >
      <SubNavigation label={name} items={parts} />
      <Notices who={who} request={request} />
      {children}
    </Shown>
  )
}

function Identity({ head: { who, lookAlikes, day }, buttons }: { readonly head: Head; readonly buttons: ComponentChildren }): JSX.Element {
  const { person, joined, formerNames } = who
  const birth = birthInWords({ born: person.bornOn, expected: person.expectedOn, died: person.diedOn }, day)
  const facts = [
    birth.words === null ? 'Date of birth not recorded' : `${birth.name} ${birth.words}`,
    ...(person.diedOn === null ? [] : [`Died ${longDate(person.diedOn)}`]),
    ...(person.bornOn === null && person.expectedOn !== null ? [] : [sexInWords(person.sex, person.bornOn, day)]),
    ...formerNames.map((name) => `Was ${name}`),
    `ID ${[person, ...joined].map(({ sourceId }) => sourceId ?? 'not recorded').join(' and ')}`,
  ]
  return (
    <IdentityBar name={fullName(person)} label="Child" facts={facts} note={lookAlikes.length === 0 ? undefined : notInWords(lookAlikes)}>
      {buttons}
    </IdentityBar>
  )
}

/** 'Not Jayden Wickham, born 5 September 2004'. */
function notInWords(lookAlikes: readonly Mistakable[]): string {
  const each = lookAlikes.map(({ name, born, expected }) => {
    if (born !== null) return `${name}, born ${longDate(born)}`
    return expected === null ? `${name}, whose date of birth is not recorded` : `${name}, due ${longDate(expected)}`
  })
  return `Not ${each.join('; not ')}`
}

function Notices({ who: { person, joined }, request }: { readonly who: Who; readonly request: PageRequest }): JSX.Element {
  return (
    <>
      {joined.length > 0 && (
        <InsetText>
          <b>{joined.length + 1} records are shown here as one child:</b>{' '}
          {[person, ...joined].map(({ sourceId }) => `ID ${sourceId ?? 'not recorded'}`).join(' and ')}.{' '}
          {request.may('decide pairs') && (
            <a class="govuk-link" href={request.link('/pairs')}>
              See or undo how records were joined
            </a>
          )}
        </InsetText>
      )}
      {person.withdrawnAt !== null && (
        <InsetText>
          <b>{person.decided === 'withdrawn' ? 'Withdrawn here' : 'No longer in the source’s extract'}</b> since{' '}
          {longDate(londonDay(person.withdrawnAt))}. What it said before is kept here.
        </InsetText>
      )}
    </>
  )
}
