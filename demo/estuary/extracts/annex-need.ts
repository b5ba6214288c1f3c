import { assessment } from '../../../src/practice/assessment/records.ts'
import { legalStatus } from '../../../src/practice/court/records.ts'
import { earlyHelpEpisode } from '../../../src/practice/early-help/records.ts'
import { contact, referral } from '../../../src/practice/front-door/records.ts'
import { childInNeedPlan, childInNeedVisit } from '../../../src/practice/in-need/records.ts'
import { lookedAfterVisit } from '../../../src/practice/looked-after/records.ts'
import {
  childProtectionPlan,
  childProtectionReview,
  childProtectionVisit,
  initialConference,
  section47Enquiry,
} from '../../../src/practice/protection/records.ts'
import { addMonths, type Day } from '../days.ts'
import { allocated, allocatedCells, childList, inLast, isOpen, window, type AnnexList } from './annex-list.ts'
import { category, closure, contactSource, need, yesNo } from './annex-values.ts'
import { inCareOn } from './care.ts'
import type { KnownBatch } from './known.ts'
import { by, latest, onePerDay } from './year.ts'

const contacts = childList(1, { disability: false, own: ['Date of Contact', 'Contact Source'] }, (batch) => {
  const seen = new Set<string>()
  return batch.of(contact).flatMap(({ said }) => {
    const own = [said.receivedAt?.slice(0, 10) ?? null, contactSource(said.sourceCode)]
    // A list has no times: the same source twice in a day is one line.
    if (!inLast(window, batch, said.receivedAt) || seen.has(own.join())) return []
    seen.add(own.join())
    return [{ own }]
  })
})

const earlyHelp = childList(
  2,
  { disability: false, own: ['Assessment start date', 'Assessment completion date', 'Organisation completing assessment'] },
  (batch) =>
    onePerDay(batch.of(earlyHelpEpisode), ({ said }) => said.startedOn)
      .filter(({ said }) => said.startedOn && (inLast(window, batch, said.startedOn) || isOpen(said.endedOn, batch)))
      .map(({ said }) => ({ own: [said.startedOn ?? null, by(batch.day, said.endedOn), said.organisation ?? null] })),
)

const referrals = childList(
  3,
  {
    disability: false,
    own: ['Date of referral', 'Referral Source', 'Referral NFA?', 'Number of Referrals in Last 12 Months', ...allocated],
  },
  (batch, names) => {
    const all = onePerDay(batch.of(referral), ({ said }) => said.receivedOn)
    const inYear = all.filter(({ said }) => inLast(12, batch, said.receivedOn)).length
    return all
      .filter(({ said }) => inLast(window, batch, said.receivedOn))
      .map(({ said }) => ({
        own: [
          said.receivedOn ?? null,
          contactSource(said.sourceCode),
          yesNo(said.noFurtherAction),
          inYear,
          names.team(said.team),
          names.worker(said.worker),
        ],
      }))
  },
)

const assessments = childList(
  4,
  {
    disability: true,
    own: [
      'Continuous Assessment Start Date',
      'Child Seen During Continuous Assessment',
      'Continuous Assessment Date of Authorisation',
      "Was the child assessed as requiring LA children's social care support?",
      ...allocated,
    ],
  },
  (batch, names) =>
    onePerDay(batch.of(assessment), ({ said }) => said.startedOn)
      .filter(
        ({ said }) =>
          said.startedOn &&
          (inLast(window, batch, said.startedOn) || inLast(window, batch, said.authorisedOn) || isOpen(said.authorisedOn, batch)),
      )
      .map(({ said }) => ({
        own: [
          said.startedOn ?? null,
          yesNo(said.childSeen),
          by(batch.day, said.authorisedOn),
          yesNo(said.noFurtherAction === null || said.noFurtherAction === undefined ? null : !said.noFurtherAction),
          names.team(said.team),
          names.worker(said.worker),
        ],
      })),
)

const enquiries = childList(
  5,
  {
    disability: true,
    own: [
      'Strategy discussion initiating Section 47 Enquiry Start Date',
      'Was an Initial Child Protection Conference deemed unnecessary?',
      'Date of Initial Child Protection Conference',
      'Did the Initial Child Protection Conference Result in a Child Protection Plan',
      'Number of Section 47 Enquiries in the last 12 months',
      'Number of ICPCs in the last 12 months',
      ...allocated,
    ],
  },
  (batch, names) => {
    const all = onePerDay(batch.of(section47Enquiry), ({ said }) => said.strategyDiscussionAt)
    const conferences = batch.of(initialConference)
    return all
      .filter(
        ({ said }) => said.strategyDiscussionAt && (inLast(window, batch, said.strategyDiscussionAt) || isOpen(said.completedOn, batch)),
      )
      .map(({ id, said }) => {
        const on = said.strategyDiscussionAt?.slice(0, 10) as Day
        const held = conferences.find((each) => each.said.enquiry === id && by(batch.day, each.said.heldOn))
        const before = (day: Day | null | undefined): boolean =>
          typeof day === 'string' && day.slice(0, 10) < on && day.slice(0, 10) >= addMonths(on, -12)
        return {
          own: [
            on,
            yesNo(said.conferenceNotRequired),
            held?.said.heldOn ?? null,
            yesNo(held?.said.ledToPlan),
            all.filter((each) => before(each.said.strategyDiscussionAt)).length,
            conferences.filter((each) => before(each.said.heldOn)).length,
            names.team(said.team),
            names.worker(said.worker),
          ],
        }
      })
  },
)

const inNeed = childList(
  6,
  {
    disability: true,
    own: [
      'CIN Start Date',
      'Primary Need Code',
      'Date Child Was Last Seen',
      'CIN Closure Date',
      'Reason for Closure',
      'Case Status',
      ...allocated,
    ],
  },
  (batch, names) =>
    onePerDay(batch.of(referral), ({ said }) => said.receivedOn)
      .filter(({ id, said }) => {
        const more = batch.of(assessment).some((each) => each.said.referral === id)
        return said.receivedOn && more && (isOpen(said.closedOn, batch) || inLast(window, batch, said.closedOn))
      })
      .map(({ said }) => {
        const closed = by(batch.day, said.closedOn)
        return {
          own: [
            said.receivedOn ?? null,
            need(said.primaryNeed),
            lastSeen(batch),
            closed,
            closed ? closure(said.closureReason) : null,
            closed ? 'e) Closed episode' : caseStatus(batch),
            ...allocatedCells(batch, names),
          ],
        }
      }),
)

const lastSeen = (batch: KnownBatch): Day | null =>
  [childInNeedVisit, childProtectionVisit, lookedAfterVisit]
    .flatMap((kind) => batch.of(kind as typeof lookedAfterVisit))
    .flatMap(({ said }) => (said.childSeen === true ? (by(batch.day, said.visitedOn) ?? []) : []))
    .sort()
    .at(-1) ?? null

/** Looked after outranks a protection plan, which outranks a plan in need, which outranks an assessment that runs. */
function caseStatus(batch: KnownBatch): string {
  if (inCareOn(batch, batch.day)) return 'a) Looked after child'
  const runs = ({ said }: { readonly said: { readonly startedOn?: Day | null | undefined; readonly endedOn?: Day | null | undefined } }) =>
    typeof said.startedOn === 'string' && said.startedOn <= batch.day && isOpen(said.endedOn, batch)
  if (batch.of(childProtectionPlan).some(runs)) return 'b) Child Protection plan'
  return batch.of(childInNeedPlan).some(runs) ? 'c) Child in need plan' : 'd) Open assessment'
}

const protection = childList(
  7,
  {
    disability: true,
    own: [
      'Child Protection Plan Start Date',
      'Initial Category of Abuse',
      'Latest Category of Abuse',
      'Date of the Last Statutory Visit',
      'Was the Child Seen Alone?',
      'Date of latest review conference',
      'Child Protection Plan End Date',
      'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
      'Number of Previous Child Protection Plans',
      ...allocated,
    ],
  },
  (batch, names) => {
    const all = onePerDay(batch.of(childProtectionPlan), ({ said }) => said.startedOn)
    const emergency = batch
      .of(legalStatus)
      .some(
        ({ said }) =>
          (said.status === 'L1' || said.status === 'L2') && (inLast(window, batch, said.startedOn) || inLast(window, batch, said.endedOn)),
      )
    return all
      .filter(({ said }) => said.startedOn && (isOpen(said.endedOn, batch) || inLast(window, batch, said.endedOn)))
      .map(({ id, said }) => {
        const visit = latest(
          batch.of(childProtectionVisit).filter((each) => each.said.plan === id),
          (each) => each.said.visitedOn,
          batch.day,
        )?.said
        const review = latest(
          batch.of(childProtectionReview).filter((each) => each.said.plan === id),
          (each) => each.said.heldOn,
          batch.day,
        )?.said
        return {
          own: [
            said.startedOn ?? null,
            category(said.initialCategory),
            category(said.latestCategory ?? said.initialCategory),
            visit?.visitedOn ?? null,
            yesNo(visit?.seenAlone),
            review?.heldOn ?? null,
            by(batch.day, said.endedOn),
            yesNo(emergency),
            said.previousPlans ?? all.filter((each) => (each.said.startedOn ?? '9') < (said.startedOn ?? '')).length,
            ...allocatedCells(batch, names),
          ],
        }
      })
  },
)

/** Lists 1 to 7: from contact to child protection plan. */
export const listsOfNeed: readonly AnnexList[] = [contacts, earlyHelp, referrals, assessments, enquiries, inNeed, protection]
