import { measure, type Measure } from '../engine/measures/measure.ts'
import { inCare, ofChildren } from '../practice/dimensions.ts'
import { advocacyGoingOn, advocacyToOffer } from './advocacy-facts.ts'
import { feedbackMeasures } from './feedback/measures.ts'
import { visitorsNeeded } from './visitor-facts.ts'

/** Whether children have somebody of their own to speak with and for them. */

const area = 'Voice'

const advocacyLaw = 'Children Act 1989, section 26A; counted locally'

export const voiceMeasures: readonly Measure[] = [
  measure({
    id: 'advocacy-offered',
    name: 'Advocacy offered',
    area,
    of: advocacyToOffer,
    where: { reason: ['care', 'plan', 'complaint'] },
    statistic: 'share',
    met: { offered: [true] },
    span: '12 months',
    better: 'higher',
    by: [...ofChildren, 'reason'],
    source: advocacyLaw,
    says: {
      counted: 'those after which an advocate was offered, before the care, the plan or the complaint was over',
      outOf: 'times that a child came into care, a child protection plan began or a child complained, in the 12 months',
      leftOut: 'series of short breaks; complaints of adults',
      note: 'times, not children; our reading of who is to be offered an advocate',
    },
  }),
  measure({
    id: 'advocacy-offered-plans',
    name: 'Advocacy offered with plans',
    area,
    of: advocacyToOffer,
    where: { reason: ['plan', 'need'], asked: [true] },
    statistic: 'share',
    met: { offered: [true] },
    span: '12 months',
    better: 'higher',
    by: [...ofChildren, 'reason'],
    expected: 30,
    source: 'Working Together to Safeguard Children; the authority’s own practice',
    says: {
      counted: 'plans during which an advocate was offered',
      outOf: 'child protection plans and child in need plans of children aged 10 or over that began in the 12 months',
      leftOut: 'children of whom only what the Standard Safeguarding Dataset asks is recorded',
      note: 'good practice rather than law, which asks it of children who make a complaint or are in care; 10 years are ours',
    },
  }),
  measure({
    id: 'advocacy-active',
    name: 'Children with an advocate',
    area,
    of: advocacyGoingOn,
    statistic: 'count',
    span: 'moment',
    better: 'neutral',
    by: ofChildren,
    source: advocacyLaw,
    says: { counted: 'children for whom advocacy has begun and not ended' },
  }),
  measure({
    id: 'iv-matched',
    name: 'Independent visitors matched',
    area,
    of: visitorsNeeded,
    statistic: 'share',
    met: { matched: [true] },
    span: 'moment',
    better: 'higher',
    by: [...ofChildren, ...inCare],
    source: 'Children Act 1989, section 23ZB; counted locally',
    says: {
      counted: 'children matched with an independent visitor',
      outOf: 'children in care who have one, or for whom it was decided that one be appointed',
      leftOut: 'series of short breaks',
    },
  }),
  ...feedbackMeasures,
]
