import { measure, type Measure } from '../../engine/measures/measure.ts'
import type { CodeList } from '../../engine/records/kind.ts'
import { ofChildren } from '../dimensions.ts'
import { edgeNote, usualAtEdges } from '../edge-of-month.ts'
import { needs } from '../person/code-lists.ts'
import { closureReasons, contactOutcomes, referralSources } from './code-lists.ts'
import { casesClosed, contactsReceived, referralsReceived } from './facts.ts'

/** Words at the front door that hide more than they say, and days that nobody may have chosen. */

const area = 'Front door'

const codes = ({ codes: all }: CodeList): readonly string[] => all.map(({ code }) => code)

/** Answers that say nothing, among those given. */
const hides = { area, statistic: 'share', span: '12 months', better: 'lower', speaksOf: 'words', by: ofChildren } as const
const census = 'Children in need census'

export const wordsAtTheDoor: readonly Measure[] = [
  measure({
    ...hides,
    id: 'contact-outcome-other',
    name: 'Contacts whose outcome is “other”',
    of: contactsReceived,
    where: { outcome: codes(contactOutcomes) },
    met: { outcome: ['OTHER_OUTCOMES_EXIST_FLAG'] },
    by: [...ofChildren, 'source'],
    expected: 15,
    source: contactOutcomes.source,
    says: {
      counted: 'contacts of which only “other outcomes” is recorded',
      outOf: 'contacts received',
      leftOut: 'those whose outcome is not recorded, or that have several',
    },
  }),
  measure({
    ...hides,
    id: 'referral-source-hides',
    name: 'Referrals from “other” or “unknown”',
    of: referralsReceived,
    where: { source: codes(referralSources) },
    met: { source: ['8', '10'] },
    expected: 10,
    source: `${census}, ReferralSource`,
    says: {
      counted: 'referrals whose source is recorded as other (8) or unknown (10)',
      outOf: 'referrals received',
      leftOut: 'those of which no source is recorded',
      note: 'who wished to remain anonymous (9) is not among them',
    },
  }),
  measure({
    ...hides,
    id: 'need-not-stated',
    name: 'Main need “not stated”',
    of: referralsReceived,
    where: { need: codes(needs) },
    met: { need: ['N0'] },
    expected: 5,
    source: `${census}, PrimaryNeedCode`,
    says: {
      counted: 'referrals whose main need is recorded as not stated (N0)',
      outOf: 'referrals received',
      leftOut: 'those of which no need is recorded',
    },
  }),
  measure({
    ...hides,
    id: 'closure-other',
    name: 'Cases closed “for any other reason”',
    of: casesClosed,
    where: { reason: codes(closureReasons) },
    met: { reason: ['RC7'] },
    source: `${census}, ReasonForClosure`,
    says: {
      counted: 'cases closed with the reason RC7, services ceased for any other reason, including no longer in need',
      outOf: 'cases closed in the 12 months',
      leftOut: 'those of which no reason is recorded; referrals with no further action',
      note: 'most children who are no longer in need are rightly among them: what tells is a change',
    },
  }),
  measure({
    ...hides,
    id: 'referral-days-edge',
    name: 'Referrals on the first or last day of a month',
    of: referralsReceived,
    met: { edge: [true] },
    expected: usualAtEdges,
    source: 'Goldthread',
    says: { counted: 'referrals received on the first or last day of a month', outOf: 'referrals received', note: edgeNote },
  }),
  measure({
    ...hides,
    id: 'closure-days-edge',
    name: 'Cases closed on the first or last day of a month',
    of: casesClosed,
    met: { edge: [true] },
    expected: usualAtEdges,
    source: 'Goldthread',
    says: { counted: 'cases closed on the first or last day of a month', outOf: 'cases closed', note: edgeNote },
  }),
]
