/** How things stand for a child: the facts that are read first. */
import type { ComponentChildren, JSX } from 'preact'
import { Facts } from '../../engine/web/components/content.tsx'
import { ageOn, longDate } from '../../engine/web/words.ts'
import type { Child, Relative } from './child.ts'
import { postcodeInWords, type Standing as HowThingsStand, type StandingPlacement, type StandingWorker, type Stands } from './standing.ts'
import { lowerFirst as inSentence, milesInWords, ordinal, workerIs } from './standing-words.ts'

export interface NowFactsProps {
  readonly child: Child
  readonly day: string
  /** Names of workers and teams by their identifiers. */
  readonly names: ReadonlyMap<string, string>
  readonly recordHref: (record: string) => string
  readonly childHref: (id: string) => string
}

export function NowFacts({ child, day, names, recordHref, childHref }: NowFactsProps): JSX.Element {
  const { standing, family } = child
  const siblings = family.filter(({ how }) => how === 'Brother or sister')
  const mothers = family.filter(({ how }) => how === 'Mother')
  const children = family.filter(({ how }) => how === 'Child')
  const people = (relatives: readonly Relative[]) => <People relatives={relatives} day={day} childHref={childHref} />
  return (
    <Facts
      facts={[
        legalStatusOf(standing, recordHref),
        { name: standing.placement || !standing.home ? 'Lives with' : 'Lives at', value: livesIn(standing, recordHref) },
        { name: 'Plan', value: standing.plan && <Since stands={standing.plan} href={recordHref} /> },
        {
          name: workerIs(standing),
          value: workerOf(standing, names, recordHref),
        },
        { name: 'Last seen', value: seenOf(standing, recordHref) },
        { name: 'Brothers and sisters', value: siblings.length > 0 ? people(siblings) : null },
        { name: 'Mother', value: mothers.length > 0 ? people(mothers) : null },
        ...(children.length > 0 ? [{ name: 'Children', value: people(children) }] : []),
      ]}
    />
  )
}

type Href = (record: string) => string

/** The one that stands; where none does, the one that ended last, said to be so. */
function legalStatusOf({ legalStatus, lastLegalStatus }: HowThingsStand, href: Href): { name: string; value: ComponentChildren } {
  if (legalStatus || !lastLegalStatus) return { name: 'Legal status', value: legalStatus && <Since stands={legalStatus} href={href} /> }
  return {
    name: 'Last legal status',
    value: (
      <>
        <a class="govuk-link" href={href(lastLegalStatus.record)}>
          {lastLegalStatus.words}
        </a>{' '}
        until {longDate(lastLegalStatus.until)}
      </>
    ),
  }
}

/** The words open the record; the day since when stands beside them. */
const Since = ({ stands, href }: { readonly stands: Stands; readonly href: Href }): JSX.Element => (
  <>
    <a class="govuk-link" href={href(stands.record)}>
      {stands.words}
    </a>
    {stands.since !== null && ` since ${longDate(stands.since)}`}
  </>
)

function livesIn({ placement, home }: HowThingsStand, href: Href): ComponentChildren {
  if (placement)
    return (
      <>
        <Since stands={placement} href={href} />
        <Quiet>{placementDetails(placement)}</Quiet>
      </>
    )
  return home && <Since stands={home} href={href} />
}

function placementDetails({ provider, postcode, distanceMiles, thisYear }: StandingPlacement): string {
  const miles = milesInWords(distanceMiles)
  const said = [
    [provider, postcodeInWords(postcode)].filter((part) => part !== null).join(', '),
    miles === null ? 'Distance from home not recorded' : miles.charAt(0).toUpperCase() + miles.slice(1),
    thisYear > 1 ? `The ${ordinal(thisYear)} placement in 12 months` : '',
  ]
  return `${said.filter((part) => part !== '').join('. ')}.`
}

function workerOf(
  { worker, lastWorker, otherWorkers, workersInThreeYears }: HowThingsStand,
  names: ReadonlyMap<string, string>,
  href: Href,
): ComponentChildren {
  const told = worker ?? lastWorker
  if (!told) return otherWorkers.length > 0 ? <Quiet>{alsoInWords(otherWorkers, names)}</Quiet> : null
  const count = told === worker && told.code === 'CW' && workersInThreeYears > 1 ? `The ${ordinal(workersInThreeYears)} in 3 years. ` : ''
  const also = otherWorkers.length > 0 ? alsoInWords(otherWorkers, names) : ''
  const team = names.get(told.team ?? '')
  return (
    <>
      <a class="govuk-link" href={href(told.record)}>
        {names.get(told.worker ?? '') ?? 'Name not recorded'}
      </a>
      {team && `, ${team}`}
      {told.role !== null && told.code !== 'CW' && told.code !== 'PA' && ` (${inSentence(told.role)})`}
      {told.since !== null && (told === worker ? ` since ${longDate(told.since)}` : `, from ${longDate(told.since)}`)}
      {(count || also) && (
        <Quiet>
          {count}
          {also}
        </Quiet>
      )}
    </>
  )
}

/** 'Also: Helen Sotiriou (reviewing officer).' A role that we have no words for is as the case system writes it. */
const alsoInWords = (workers: readonly StandingWorker[], names: ReadonlyMap<string, string>): string =>
  `Also: ${workers.map(({ worker, role }) => `${names.get(worker ?? '') ?? 'name not recorded'}${role === null ? '' : ` (${inSentence(role)})`}`).join(', ')}.`

function seenOf({ lastSeen, notSeenSince }: HowThingsStand, href: Href): ComponentChildren {
  if (!lastSeen && !notSeenSince) return null
  return (
    <>
      {lastSeen ? (
        <>
          <a class="govuk-link" href={href(lastSeen.record)}>
            {longDate(lastSeen.since ?? '')}
          </a>
          , {lastSeen.words}
        </>
      ) : (
        'No visit at which the child was seen is recorded'
      )}
      {notSeenSince && (
        <Quiet>
          <a class="govuk-link" href={href(notSeenSince.record)}>
            Visited on {longDate(notSeenSince.since ?? '')}
          </a>{' '}
          and not seen.
        </Quiet>
      )}
    </>
  )
}

const Quiet = ({ children }: { readonly children: ComponentChildren }): JSX.Element => <div class="gt-quiet">{children}</div>

/** Names with ages: an age tells at once which of two sisters is meant. */
const People = ({
  relatives,
  day,
  childHref,
}: {
  readonly relatives: readonly Relative[]
  readonly day: string
  readonly childHref: (id: string) => string
}): JSX.Element => (
  <>
    {relatives.map((relative, place) => (
      <>
        {place > 0 && (place === relatives.length - 1 ? ' and ' : ', ')}
        <a class="govuk-link" href={childHref(relative.id)}>
          {relative.name}, {ageInWords(relative, day)}
        </a>
      </>
    ))}
  </>
)

/** '8', 'under 1', 'due 2 May 2016', 'died 4 June 2015', or that it is not recorded. */
export function ageInWords({ bornOn, expectedOn, diedOn }: Pick<Relative, 'bornOn' | 'expectedOn' | 'diedOn'>, day: string): string {
  if (diedOn !== null && diedOn <= day) return `died ${longDate(diedOn)}`
  if (bornOn === null) return expectedOn === null ? 'age not recorded' : inSentence(`Due ${longDate(expectedOn)}`)
  const age = ageOn(bornOn, day)
  return age === null ? `born ${longDate(bornOn)}` : age === 0 ? 'under 1' : String(age)
}
