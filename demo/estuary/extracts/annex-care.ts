import { healthCheck } from '../../../src/practice/health/records.ts'
import { careLeaver } from '../../../src/practice/leaving-care/records.ts'
import { carePlan, lookedAfterReview, lookedAfterVisit, placement } from '../../../src/practice/looked-after/records.ts'
import { missingEpisode } from '../../../src/practice/missing/records.ts'
import { adopter, permanence } from '../../../src/practice/permanence/records.ts'
import { addDays, addMonths, type Day } from '../days.ts'
import { allocatedCells, childList, inLast, type AnnexList } from './annex-list.ts'
import {
  accommodation,
  activity,
  answered,
  ceased,
  eligibility,
  ethnicity,
  gender,
  inTouch,
  leftAdoption,
  legalStatus,
  need,
  permanencePlan,
  placementType,
  provider,
  reversal,
  suitability,
  yesNo,
} from './annex-values.ts'
import { cameAlone, episodesOf, periodsOf, statusOn } from './care.ts'
import type { Known, KnownBatch } from './known.ts'
import type { SheetValue } from './workbook.ts'
import { ageIn, by, latest, runsIn } from './year.ts'

/** The twelve months that end on the day of the lists. */
const lastYear = ({ day }: KnownBatch) => ({ ends: 0, first: addDays(addMonths(day, -12), 1), last: day, complete: true })

const inCare = childList(
  8,
  {
    before: ['Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)'],
    disability: true,
    own: [
      'Date Started to be Looked After',
      "Child's Category of Need",
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
      'Start date of current legal status',
      "Child's Legal Status",
      'Date of Latest Statutory Review',
      'Date of Last Social Work Visit',
      'What is the permanence plan for this child?',
      'Date of Last IRO Visit / Contact to the Child',
      'Date of Last Health Assessment',
      'Date of Last Dental Check',
      'Number of Placements in the Last 12 months',
      'Date Ceased to be Looked After',
      'Reason Ceased to be Looked After',
      'Start Date of Most Recent Placement',
      'Placement Type',
      'Placement Provider',
      'Placement postcode',
      'URN of Placement',
      'Placement Location',
      'LA of Placement',
      "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
      "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
      'Was the child offered a Return Interview after their last missing episode (Y/N)?',
      'Did the child accept a Return Interview after their last missing episode (Y/N)?',
      'Allocated Team',
      'Allocated Worker',
    ],
  },
  (batch, names) => {
    const periods = periodsOf(batch).filter(({ said }) => (said.startedOn ?? '') <= batch.day)
    const period = periods.findLast(({ said }) => by(batch.day, said.endedOn) === null || inLast(6, batch, said.endedOn))
    if (!period) return []
    const from = period.said.startedOn as Day
    const until = by(batch.day, period.said.endedOn)
    const year = lastYear(batch)
    const within = <T extends { readonly said: object }>(these: readonly T[], dayOf: (each: T) => Day | null | undefined): T | undefined =>
      latest(
        these.filter((each) => (dayOf(each) ?? '') >= from),
        dayOf,
        until ?? batch.day,
      )
    const alone = cameAlone(batch)?.said
    const status = statusOn(batch, until ? addDays(until, -1) : batch.day)?.said
    const place = within(batch.of(placement), ({ said }) => said.startedOn)?.said
    const episodes = episodesOf(batch).filter(({ said }) => (said.startedOn ?? '') >= from && (said.startedOn ?? '') <= batch.day)
    const checked = (type: string): Day | null =>
      latest(
        batch.of(healthCheck).filter(({ said }) => said.type === type && said.status === 'Completed'),
        ({ said }) => said.checkedOn,
        batch.day,
      )?.said.checkedOn ?? null
    const missing = batch.of(missingEpisode).filter(({ said }) => inLast(12, batch, said.wentMissingAt))
    const lastMissing = latest(missing, ({ said }) => said.wentMissingAt, batch.day)?.said
    return [
      {
        before: [yesNo(alone !== undefined && runsIn(alone.startedOn ?? from, alone.endedOn, year))],
        own: [
          from,
          need(episodes[0]?.said.categoryOfNeed),
          yesNo(periods.filter(({ said }) => runsIn(said.startedOn, said.endedOn, year)).length > 1),
          status?.startedOn ?? null,
          legalStatus(status?.status),
          within(
            batch.of(lookedAfterReview).filter(({ said }) => said.cancelled !== true),
            ({ said }) => said.heldOn,
          )?.said.heldOn ?? null,
          within(batch.of(lookedAfterVisit), ({ said }) => said.visitedOn)?.said.visitedOn ?? null,
          permanencePlan(within(batch.of(carePlan), ({ said }) => said.startedOn)?.said.options),
          latest(episodes, ({ said }) => said.lastReviewingOfficerContactOn, batch.day)?.said.lastReviewingOfficerContactOn ?? null,
          checked('Health Assessment'),
          checked('Dental Check'),
          batch.of(placement).filter(({ said }) => runsIn(said.startedOn, said.endedOn, year)).length,
          until,
          until ? ceased(period.said.endReason) : null,
          place?.startedOn ?? null,
          placementType(place?.type),
          provider(place?.provider),
          place?.postcode ?? null,
          place?.urn ?? null,
          place?.outsideArea === true ? 'b) Out' : place?.outsideArea === false ? 'a) In' : null,
          place?.outsideArea === false ? 'Estuary' : null,
          missing.filter(({ said }) => said.type === 'M').length,
          missing.filter(({ said }) => said.type === 'A').length,
          answered(lastMissing?.interviewOffered),
          answered(lastMissing?.interviewAccepted),
          ...allocatedCells(batch, names),
        ],
      },
    ]
  },
)

const leavingCare = childList(
  9,
  {
    before: ['Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)'],
    disability: true,
    own: [
      'Allocated Team',
      'Allocated Worker',
      'Allocated Personal Advisor',
      'Eligibility Category',
      'Latest Pathway Plan Review Date',
      'LA in Touch',
      'Latest Date of Contact',
      'Type of Accommodation',
      'Suitability of Accommodation',
      'Activity Status',
    ],
  },
  (batch, names) => {
    const said = batch.of(careLeaver).at(-1)?.said
    if (!said?.eligibility || said.eligibility === 'No Current Eligibility') return []
    return [
      {
        before: [yesNo(cameAlone(batch) !== undefined)],
        own: [
          names.team(said.team),
          names.worker(said.worker),
          names.worker(said.personalAdviser),
          eligibility(said.eligibility),
          by(batch.day, said.pathwayPlanReviewedOn),
          inTouch(said.inTouch),
          by(batch.day, said.latestContactOn),
          accommodation(said.accommodation),
          suitability(said.accommodationSuitable),
          activity(said.activity),
        ],
      },
    ]
  },
)

const adoption = childList(
  10,
  {
    disability: true,
    own: [
      'Family identifier',
      'Date the Child Entered Care',
      'Date of Decision that Child Should be Placed for Adoption',
      'Date of Placement Order',
      'Date of Matching Child and Prospective Adopters',
      'Date Placed for Adoption',
      'Date of Adoption Order',
      'Date of Decision that Child Should No Longer be Placed for Adoption',
      'Reason Why Child No Longer Placed for Adoption',
      'Date the child was placed for fostering in FFA or concurrent planning placement',
    ],
  },
  (batch) =>
    batch.of(permanence).flatMap(({ said }) => {
      const decided = by(batch.day, said.adoptionDecidedOn)
      const adopted = said.orderType === 'Adoption' ? by(batch.day, said.orderMadeOn) : null
      const reversed = by(batch.day, said.decisionReversedOn)
      const ended = reversed ?? by(batch.day, said.orderMadeOn)
      if (decided === null || (ended !== null && !inLast(12, batch, ended))) return []
      const entered = periodsOf(batch).findLast((each) => (each.said.startedOn ?? '') <= decided)?.said.startedOn ?? null
      return [
        {
          own: [
            null,
            entered,
            decided,
            by(batch.day, said.placementOrderOn),
            by(batch.day, said.matchedOn),
            by(batch.day, said.placedForAdoptionOn),
            adopted,
            reversed,
            reversed ? reversal(said.decisionReversedReason) : null,
            by(batch.day, said.earlyPlacementOn),
          ],
        },
      ]
    }),
)

/** Lists 8 to 10: children in care, leaving care and adoption. */
export const listsOfCare: readonly AnnexList[] = [inCare, leavingCare, adoption]

/** List 11: those who had to do with the adoption agency in the last twelve months. They are nobody’s child: their rows come from their own records. */
export const adopters = {
  number: 11,
  headings: [
    'Individual adopter identifier',
    'Family identifier',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age',
    'Disability',
    'Is the (prospective) adopter fostering for adoption?',
    'Date enquiry received',
    'Date Stage 1 started',
    'Date Stage 1 ended',
    'Date Stage 2 started',
    'Date Stage 2 ended',
    'Date application submitted',
    'Date application approved',
    'Date adopter matched with child(ren)',
    'Date child/children placed with adopter(s)',
    'No. of children placed',
    'Date of Adoption Order',
    'Date of leaving adoption process',
    'Reason for leaving adoption process',
  ],
  rows: (batch: KnownBatch): readonly (readonly SheetValue[])[] =>
    batch
      .of(adopter)
      .filter((each) => hadToDo(each, batch))
      .map((each) => adopterRow(each, batch)),
} as const

function hadToDo({ said }: Known<typeof adopter.fields>, batch: KnownBatch): boolean {
  const ended = by(batch.day, said.leftOn) ?? by(batch.day, said.orderMadeOn)
  return ended === null || inLast(12, batch, ended)
}

const disabledWords: Readonly<Record<string, string>> = { Yes: 'a) Yes', No: 'b) No', Unknown: 'c) Unknown' }

const adopterRow = ({ id, said }: Known<typeof adopter.fields>, { day }: KnownBatch): readonly SheetValue[] => [
  said.adopterId ?? id,
  said.familyId ?? null,
  said.gender ? gender(said.gender) : null,
  ethnicity(said.ethnicity),
  said.bornOn ?? null,
  ageIn(said.bornOn, day),
  said.disabled ? (disabledWords[said.disabled] ?? said.disabled) : null,
  yesNo(said.fosteringForAdoption),
  by(day, said.enquiredOn),
  by(day, said.stage1StartedOn),
  by(day, said.stage1EndedOn),
  by(day, said.stage2StartedOn),
  by(day, said.stage2EndedOn),
  by(day, said.appliedOn),
  by(day, said.approvedOn),
  by(day, said.matchedOn),
  by(day, said.childrenPlacedOn),
  said.childrenPlaced ?? null,
  by(day, said.orderMadeOn),
  by(day, said.leftOn),
  said.leftBecause && by(day, said.leftOn) ? leftAdoption(said.leftBecause) : null,
]
