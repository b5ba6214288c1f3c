import type { Said, Thread } from '../../engine/clocks/thread.ts'
import { factKind, whatFellDue, whatWasDone } from '../../engine/measures/fact.ts'
import { measure, type Measure } from '../../engine/measures/measure.ts'
import { allegationConcluded, allegationFirstDecision } from './clocks.ts'
import { employerSectors, natureOfAllegation } from './code-lists.ts'
import { allegation } from './records.ts'

/** How many allegations come to the designated officer, and how fast they are dealt with. */

const area = 'Allegations'

const says = {
  sector: { label: 'Sector of the employer', type: 'words', codes: employerSectors },
  nature: { label: 'What is alleged', type: 'words', codes: natureOfAllegation },
} as const

const saysOf = ({ sector, nature }: Said<(typeof allegation)['fields']>) => ({ sector, nature })
const ofItself = (_: unknown, thread: Thread) => saysOf(thread.about(allegation))

/** One an allegation; where only advice was given, it counts too. */
const allegationsReferred = factKind({
  id: 'allegations-referred',
  name: 'Allegations referred to the designated officer',
  about: allegation,
  says: { ...says, threshold: { label: 'Meets the threshold of harm', type: 'yes or no' } },
  reads: [allegation],
  facts: (thread) => {
    const about = thread.about(allegation)
    if (about.referredOn === null) return []
    const by = { table: allegation.table, id: about.id }
    return [{ on: about.referredOn, by, says: { ...saysOf(about), threshold: about.meetsThreshold } }]
  },
})

const firstDecisionsDue = whatFellDue(allegationFirstDecision, {
  name: 'Allegations whose first decision fell due',
  says,
  more: ofItself,
})

/** The clock is watched at several lengths; the measure is of one. */
const watchedAt = '3 months'

const allegationsConcluded = whatWasDone(allegationConcluded, {
  name: 'Allegations concluded',
  says,
  more: (run, thread) => (run.part === watchedAt ? ofItself(run, thread) : null),
})

const inTheYear = { area, span: '12 months', by: ['sector', 'nature'] } as const

export const allegationMeasures: readonly Measure[] = [
  measure({
    ...inTheYear,
    id: 'lado-referrals',
    name: 'Referrals to the designated officer',
    of: allegationsReferred,
    statistic: 'count',
    better: 'neutral',
    by: ['sector', 'nature', 'threshold'],
    source: 'Working Together to Safeguard Children 2023, chapter 4; counted locally',
    says: { counted: 'allegations referred in the 12 months, those in which only advice was given included' },
  }),
  measure({
    ...inTheYear,
    id: 'lado-1wd',
    name: 'First decision on an allegation in 1 working day',
    of: firstDecisionsDue,
    statistic: 'share',
    met: { inTime: [true] },
    better: 'higher',
    source: allegationFirstDecision.source,
    says: {
      counted: 'allegations decided on by the end of the next working day, or in the time that the authority has set',
      outOf: 'allegations whose first decision fell due in the 12 months',
      note: 'a meeting or a conclusion shows that a decision was made',
    },
  }),
  measure({
    ...inTheYear,
    id: 'lado-3m',
    name: 'Allegations concluded in 3 months',
    of: allegationsConcluded,
    statistic: 'share',
    met: { inTime: [true] },
    better: 'higher',
    source: allegationConcluded.source,
    says: {
      counted: 'allegations concluded within 3 months of being referred',
      outOf: 'allegations concluded in the 12 months',
      leftOut: 'allegations that did not meet the threshold of harm',
      note: 'those still open are not in it, however old',
    },
  }),
]
