import {
  substanceMisuse,
  conviction,
  healthCheck,
  immunisation,
  strengthsAndDifficultiesScore,
  yearlyHealthReturn,
} from '../../../src/practice/health/records.ts'
import { careLeaver } from '../../../src/practice/leaving-care/records.ts'
import { lookedAfterReview } from '../../../src/practice/looked-after/records.ts'
import { missingEpisode } from '../../../src/practice/missing/records.ts'
import { permanence, previousPermanence } from '../../../src/practice/permanence/records.ts'
import { motherLink, person } from '../../../src/practice/person/records.ts'
import { csvLine, ssda903Columns, ssda903TableNames, type Row, type Ssda903Table } from '../../small-authority/layout.ts'
import { addDays, birthday, earlier, type Day } from '../days.ts'
import type { Told } from '../telling.ts'
import { cameAlone, episodesOf, homePostcode, periodsOf, placementOf, statusOn } from './care.ts'
import type { Files } from './files.ts'
import { knownOn, type Known, type KnownBatch } from './known.ts'
import { ageIn, by, latest, nameOf, onePerDay, runsIn, within, type ReturnYear } from './year.ts'

/**
 * The looked-after return (SSDA903), a set of tables for each collection year: what happened by the end of the year, by what was known on the
 * day of the extract. The sex is 1 or 2, as it was until 2024.
 */

const fileOf = (year: ReturnYear, table: Ssda903Table): string => `ssda903/${nameOf(year)}-${table}.csv`

/** Begins every table of every year with its header. */
export function begin903(files: Files, years: readonly ReturnYear[]): void {
  for (const year of years) for (const table of ssda903TableNames) files.put(fileOf(year, table), `${ssda903Columns(table).join(',')}\n`)
}

/** Writes the rows of a child into the years in which they were in care, or a care leaver who had a birthday. */
export function put903(files: Files, batch: KnownBatch, told: readonly Told[], years: readonly ReturnYear[]): void {
  const [child] = batch.of(person)
  if (!child || (batch.of(careLeaver).length === 0 && episodesOf(batch).length === 0)) return
  for (const year of years) {
    const put = (table: Ssda903Table, row: Row): void =>
      files.put(fileOf(year, table), `${csvLine(ssda903Columns(table), { CHILD: child.id, ...row })}\n`)
    putChild({ child: child.said, batch, told, year, put, DOB: day903(child.said.bornOn) })
  }
}

interface Returning {
  readonly child: Known<typeof person.fields>['said']
  readonly batch: KnownBatch
  readonly told: readonly Told[]
  readonly year: ReturnYear
  readonly put: (table: Ssda903Table, row: Row) => void
  readonly DOB: string | null
}

/** dd/mm/yyyy; a part that is not known stays zz. */
const day903 = (day: string | null | undefined): string | null => (day ? day.slice(0, 10).split('-').reverse().join('/') : null)
const bit = (answer: boolean | null | undefined): string | null => (answer === true ? '1' : answer === false ? '0' : null)
const sexOf = (sex: string | null | undefined): string | null => (sex === 'M' ? '1' : sex === 'F' ? '2' : null)

function putChild(returning: Returning): void {
  const { child, batch, year, put, DOB } = returning
  const inCare = episodesOf(batch).some(({ said }) => runsIn(said.startedOn, said.endedOn, year))
  const leaver = aroundBirthday(returning)
  if (!inCare && !leaver) return
  const firstChild = batch
    .of(motherLink)
    .flatMap(({ said }) => by(year.last, said.childBornOn) ?? [])
    .sort()[0]
  put('header', {
    SEX: sexOf(child.sex),
    DOB,
    ETHNIC: child.ethnicity,
    UPN: child.upn ?? child.upnUnknown,
    MOTHER: firstChild || child.isMother ? '1' : child.sex === 'F' ? '0' : null,
    MC_DOB: day903(firstChild),
  })
  if (inCare) putCare(returning)
  if (leaver)
    put('oc3', {
      DOB,
      IN_TOUCH: leaver.inTouch,
      ACTIV: leaver.activity,
      ACCOM: leaver.accommodation ? `${leaver.accommodation}${leaver.accommodationSuitable ?? ''}` : null,
    })
}

function putCare(returning: Returning): void {
  const { child, batch, year, put, DOB } = returning
  putEpisodes(returning)
  const reviews = batch.of(lookedAfterReview).filter(({ said }) => said.cancelled !== true && within(said.heldOn, year))
  for (const { said } of onePerDay(reviews, (each) => each.said.heldOn))
    put('reviews', { DOB, REVIEW: day903(said.heldOn), REVIEW_CODE: said.participation })
  if (periodsOf(batch).some(({ said }) => within(said.startedOn, year))) {
    const before = batch.of(previousPermanence)
    if (before.length === 0) put('previous_permanence', { DOB, PREV_PERM: 'Z1' })
    for (const { said } of before)
      put('previous_permanence', { DOB, PREV_PERM: said.option, LA_PERM: said.authority, DATE_PERM: day903(said.orderMadeOn) })
  }
  const alone = cameAlone(batch)?.said
  if (alone && runsIn(alone.startedOn ?? year.first, alone.endedOn, year))
    put('uasc', { SEX: sexOf(child.sex), DOB, DUC: day903(by(year.last, alone.endedOn)) })
  putMissing(returning)
  putHealth(returning)
  putAdoption(returning)
}

function putEpisodes({ batch, year, put }: Returning): void {
  const periods = periodsOf(batch)
  for (const episode of onePerDay(episodesOf(batch), (each) => each.said.startedOn)) {
    const { said } = episode
    if (!runsIn(said.startedOn, said.endedOn, year)) continue
    const from = said.startedOn as Day
    const until = by(year.last, said.endedOn)
    const place = placementOf(batch, episode)?.said
    const period = periods.findLast((each) => (each.said.startedOn ?? '') <= from)
    const ends = place?.endedOn === said.endedOn ? place?.changeReason : null
    put('episodes', {
      DECOM: day903(from),
      RNE: said.startReason,
      LS: said.legalStatus ?? statusOn(batch, from)?.said.status,
      CIN: said.categoryOfNeed,
      PLACE: said.placementType ?? place?.type,
      PLACE_PROVIDER: said.placementProvider ?? place?.provider,
      DEC: day903(until),
      REC: until ? said.endReason : null,
      REASON_PLACE_CHANGE: until ? (said.placeChangeReason ?? ends) : null,
      HOME_POST: said.homePostcode ?? homePostcode(batch, said.enteredCareOn ?? period?.said.startedOn ?? from),
      PL_POST: said.placementPostcode ?? place?.postcode,
      URN: said.urn ?? place?.urn,
    })
  }
}

/** Missing from care, or away. The return has days and no times: who went twice on one day is in it once, until the last return. */
function putMissing({ batch, year, put, DOB }: Returning): void {
  const periods = periodsOf(batch)
  const rows = new Map<string, { readonly type: string; readonly from: Day; until: Day | null }>()
  for (const { said } of batch.of(missingEpisode)) {
    const from = said.wentMissingAt?.slice(0, 10)
    const inCare = periods.some((each) => from && (each.said.startedOn ?? '') <= from && (!each.said.endedOn || each.said.endedOn >= from))
    if (!from || !inCare || !runsIn(from, said.returnedAt, year)) continue
    const type = said.type ?? ''
    const until = by(year.last, said.returnedAt)
    const row = rows.get(`${type} ${from}`)
    if (!row) rows.set(`${type} ${from}`, { type, from, until })
    else row.until = row.until && until ? (row.until > until ? row.until : until) : null
  }
  for (const { type, from, until } of rows.values()) put('missing', { DOB, MISSING: type, MIS_START: day903(from), MIS_END: day903(until) })
}

/** Health, questionnaire and offending: of children looked after without a break for the twelve months to 31 March, short breaks apart. */
function putHealth({ child, batch, told, year, put, DOB }: Returning): void {
  const all = periodsOf(batch).some(({ said }) => (said.startedOn ?? '') <= year.first && (!said.endedOn || said.endedOn > year.last))
  const shortBreaks = episodesOf(batch)
    .filter(({ said }) => runsIn(said.startedOn, said.endedOn, year))
    .every(({ said }) => said.legalStatus === 'V3' || said.legalStatus === 'V4')
  const age = ageIn(child.bornOn, year.last)
  if (!year.complete || !all || shortBreaks || age === null) return
  const said = batch.of(yearlyHealthReturn).find((each) => each.said.year === year.ends)?.said
  const checked = (type: string): boolean =>
    batch.of(healthCheck).some((each) => each.said.type === type && each.said.status === 'Completed' && within(each.said.checkedOn, year))
  const score = latest(batch.of(strengthsAndDifficultiesScore), (each) => each.said.completedOn, year.last)?.said
  const scored = score && within(score.completedOn, year) ? score : undefined
  const use = batch
    .of(substanceMisuse)
    .filter((each) => within(each.said.identifiedOn, year))
    .at(-1)?.said
  const immunised = told
    .filter(({ kind }) => kind.table === immunisation.table)
    .map((each) => knownOn(each, year.last)?.said as Known<typeof immunisation.fields>['said'] | undefined)
  const asked = age >= 4 && age <= 16
  const found = said?.substanceMisuse ?? use !== undefined
  put('oc2', {
    DOB,
    SDQ_SCORE: said ? said.sdqScore : asked ? scored?.score : null,
    SDQ_REASON: said ? said.sdqReason : !asked ? 'SDQ1' : scored ? scored.noScoreReason : 'SDQ4',
    CONVICTED: bit(said?.convicted ?? batch.of(conviction).some((each) => within(each.said.offenceOn, year))),
    HEALTH_CHECK: age < 5 ? bit(said?.healthCheckUpToDate ?? checked('Health Assessment')) : null,
    IMMUNISATIONS: bit(said?.immunisationsUpToDate ?? immunised.at(-1)?.upToDate === true),
    TEETH_CHECK: bit(said?.teethChecked ?? checked('Dental Check')),
    HEALTH_ASSESSMENT: bit(said?.healthAssessed ?? checked('Health Assessment')),
    SUBSTANCE_MISUSE: bit(found),
    INTERVENTION_RECEIVED: found ? bit(said?.interventionReceived ?? use?.interventionReceived) : null,
    INTERVENTION_OFFERED: found ? bit(said?.interventionOffered ?? use?.interventionReceived === false) : null,
  })
}

function putAdoption({ batch, year, put, DOB }: Returning): void {
  for (const { said } of onePerDay(batch.of(permanence), (each) => each.said.adoptionDecidedOn)) {
    if (!said.adoptionDecidedOn || said.adoptionDecidedOn > year.last) continue
    const reversed = by(year.last, said.decisionReversedOn)
    if (reversed === null || reversed >= year.first)
      put('placed_for_adoption', {
        DOB,
        DATE_PLACED: day903(said.adoptionDecidedOn),
        DATE_PLACED_CEASED: day903(reversed),
        REASON_PLACED_CEASED: reversed ? said.decisionReversedReason : null,
      })
    if (said.orderType === 'Adoption' && within(said.orderMadeOn, year))
      put('ad1', {
        DOB,
        DATE_INT: day903(said.adoptionDecidedOn),
        DATE_MATCH: day903(said.matchedOn),
        FOSTER_CARE: bit(said.adoptedByFormerCarer ?? false),
        NB_ADOPTR: said.numberOfAdopters,
        SEX_ADOPTR: said.adopterSex,
        LS_ADOPTR: said.adopterLegalStatus,
      })
  }
}

/**
 * Of a care leaver who turned 17 to 21 in the year: how they were within a month of the birthday, as the record said then.
 * Contacts from three months before a birthday until one month after it count (looked-after return, OC3).
 */
function aroundBirthday({ child, batch, told, year }: Returning): Known<typeof careLeaver.fields>['said'] | undefined {
  if (!child.bornOn || batch.of(careLeaver).length === 0) return undefined
  for (let age = 17; age <= 21; age++) {
    const turned = birthday(child.bornOn, age)
    if (!within(turned, year)) continue
    if (!leftBefore(batch, turned)) return undefined
    const then = earlier(addDays(turned, 31), batch.day)
    const leavers = told.filter(({ kind }) => kind.table === careLeaver.table).flatMap((each) => knownOn(each, then) ?? [])
    const said = leavers.at(-1)?.said as Known<typeof careLeaver.fields>['said'] | undefined
    return said?.inTouch ? said : undefined
  }
  return undefined
}

/** Whether the child had left care for good by a day. */
function leftBefore(batch: KnownBatch, day: Day): boolean {
  const begun = periodsOf(batch).filter(({ said }) => (said.startedOn ?? '') <= day)
  return begun.length > 0 && begun.every(({ said }) => said.endedOn && said.endedOn <= day)
}
