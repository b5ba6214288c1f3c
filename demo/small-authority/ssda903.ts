import { addDays, addYears, ageOn } from './days.ts'
import type { Day } from './days.ts'
import { csvLine, ssda903Columns, ssda903TableNames } from './layout.ts'
import type { Row, Ssda903Table } from './layout.ts'
import type { Care, Life } from './life.ts'
import { ended, happened } from './ssd-need.ts'

/**
 * The looked-after return (SSDA903) of a collection year, as it would be sent on a day: 1 April to 31 March, or to that day if the year
 * still runs. The sex is 1 or 2, as it was until 2024.
 */
export function ssda903Return(lives: readonly Life[], yearEnding: number, day: Day): ReadonlyMap<Ssda903Table, string> {
  const lines = new Map<Ssda903Table, string[]>(ssda903TableNames.map((table) => [table, [ssda903Columns(table).join(',')]]))
  const put = (table: Ssda903Table, row: Row) => lines.get(table)?.push(csvLine(ssda903Columns(table), row))
  const last = `${yearEnding}-03-31`
  const year: Year = { first: `${yearEnding - 1}-04-01`, last: day < last ? day : last, put }
  for (const life of lives) childRows(life, year)
  return new Map([...lines].map(([table, told]) => [table, `${told.join('\n')}\n`]))
}

interface Year {
  readonly first: Day
  readonly last: Day
  readonly put: (table: Ssda903Table, row: Row) => void
}

/** dd/mm/yyyy; a part that is not known stays zz. */
const day903 = (day: string | null | undefined): string | null => (day ? day.slice(0, 10).split('-').reverse().join('/') : null)
const within = (day: Day | null | undefined, { first, last }: Year) => day !== null && day !== undefined && day >= first && day <= last
const bit = (answer: boolean) => (answer ? '1' : '0')
const isShortBreaks = (care: Care) => care.episodes.every((episode) => episode.legal === 'V3' || episode.legal === 'V4')

function childRows(life: Life, year: Year): void {
  const periods = life.care.filter((care) => care.from <= year.last && (care.until === null || care.until >= year.first))
  const leaving = touchAroundBirthday(life, year)
  if (periods.length === 0 && !leaving) return
  const { put } = year
  const child = { CHILD: life.id, DOB: day903(life.born) }
  const sex = life.sex === 'M' ? '1' : '2'
  const mother = ended(life.firstChildBorn, year.last)
  put('header', {
    ...child,
    SEX: sex,
    ETHNIC: life.ethnicity,
    UPN: life.upn ?? life.upnUnknown,
    MOTHER: mother ? '1' : life.sex === 'F' ? '0' : null,
    MC_DOB: day903(mother),
  })
  for (const care of periods) {
    episodeRows(life, care, year)
    for (const review of care.reviews)
      if (!review.cancelled && within(review.on, year))
        put('reviews', { ...child, REVIEW: day903(review.on), REVIEW_CODE: review.participation })
    if (within(care.from, year)) {
      const before = life.previousPermanence
      put('previous_permanence', { ...child, PREV_PERM: before?.option ?? 'Z1', LA_PERM: before?.authority, DATE_PERM: before?.date })
    }
  }
  if (periods.length > 0) {
    for (const episode of life.missing) {
      const inCare = periods.some((care) => care.from <= episode.from && (care.until === null || care.until >= episode.from.slice(0, 10)))
      if (inCare && within(episode.from.slice(0, 10), year)) {
        put('missing', {
          ...child,
          MISSING: episode.kind,
          MIS_START: day903(episode.from),
          MIS_END: day903(ended(episode.until, year.last)),
        })
      }
    }
    const alone = life.immigration.find(
      (status) =>
        status.status === 'Unaccompanied Asylum Seeking Child' &&
        status.from <= year.last &&
        (status.until === null || status.until >= year.first),
    )
    if (alone) put('uasc', { ...child, SEX: sex, DUC: day903(ended(alone.until, year.last)) })
    healthRow(life, periods, year)
    adoptionRows(life, year)
  }
  if (leaving)
    put('oc3', { ...child, IN_TOUCH: leaving.inTouch, ACTIV: leaving.activity, ACCOM: `${leaving.accommodation}${leaving.suitable}` })
}

function episodeRows(life: Life, care: Care, year: Year): void {
  for (const episode of care.episodes) {
    if (episode.from > year.last || (episode.until !== null && episode.until < year.first)) continue
    const until = ended(episode.until, year.last)
    const { placement } = episode
    year.put('episodes', {
      CHILD: life.id,
      DECOM: day903(episode.from),
      RNE: episode.startReason,
      LS: episode.legal,
      CIN: care.need,
      PLACE: placement.type,
      PLACE_PROVIDER: placement.provider,
      DEC: day903(until),
      REC: until ? episode.endReason : null,
      REASON_PLACE_CHANGE: until ? episode.changeReason : null,
      HOME_POST: care.homePostcode,
      PL_POST: placement.postcode,
      URN: placement.urn,
    })
  }
}

/** Health, questionnaire and offending: children looked after without a break for the twelve months to the last day, short breaks apart. */
function healthRow(life: Life, periods: readonly Care[], year: Year): void {
  const yearBefore = addDays(addYears(year.last, -1), 1)
  const care = periods.find((each) => each.from <= yearBefore && (each.until === null || each.until > year.last))
  if (!care || isShortBreaks(care) || life.born === null) return
  const inYear = <T extends { readonly on: string }>(facts: readonly T[]) =>
    happened(facts, year.last).filter((fact) => fact.on >= yearBefore)
  const age = ageOn(life.born, year.last)
  const told = inYear(life.strengths).at(-1)
  const asked = age >= 4 && age <= 16
  const use = inYear(life.substances).at(-1)
  year.put('oc2', {
    CHILD: life.id,
    DOB: day903(life.born),
    SDQ_SCORE: asked ? (told?.score ?? null) : null,
    SDQ_REASON: !asked ? 'SDQ1' : told ? told.reason : 'SDQ4',
    CONVICTED: bit(inYear(life.convictions).length > 0),
    HEALTH_CHECK: age < 5 ? bit(inYear(life.health).length > 0) : null,
    IMMUNISATIONS: bit(life.immunised?.upToDate === true && life.immunised.on <= year.last),
    TEETH_CHECK: bit(inYear(life.health).some((check) => check.kind === 'Dental Check')),
    HEALTH_ASSESSMENT: bit(inYear(life.health).some((check) => check.kind === 'Health Assessment')),
    SUBSTANCE_MISUSE: bit(use !== undefined),
    INTERVENTION_RECEIVED: use ? bit(use.helped) : null,
    INTERVENTION_OFFERED: use ? bit(!use.helped) : null,
  })
}

/** A care leaver who turned 17 to 21 in the year: where they were on or around the birthday. */
function touchAroundBirthday(life: Life, year: Year) {
  if (life.born === null || life.careLeaver === null) return undefined
  for (let age = 17; age <= 21; age += 1) {
    const birthday = addYears(life.born, age)
    if (!within(birthday, year)) continue
    return life.careLeaver.touches.find(
      (touch) => touch.on >= addYears(birthday, 0) && touch.on <= addDays(birthday, 31) && touch.on <= year.last,
    )
  }
  return undefined
}

function adoptionRows(life: Life, year: Year): void {
  const plan = life.permanence
  if (!plan?.decidedOn || plan.decidedOn > year.last) return
  const child = { CHILD: life.id, DOB: day903(life.born) }
  if (plan.reversedOn === null || plan.reversedOn >= year.first) {
    const reversed = ended(plan.reversedOn, year.last)
    year.put('placed_for_adoption', {
      ...child,
      DATE_PLACED: day903(plan.decidedOn),
      DATE_PLACED_CEASED: day903(reversed),
      REASON_PLACED_CEASED: reversed ? plan.reversedReason : null,
    })
  }
  if (plan.order?.type === 'Adoption' && within(plan.order.on, year) && plan.adopters) {
    year.put('ad1', {
      ...child,
      DATE_INT: day903(plan.decidedOn),
      DATE_MATCH: day903(plan.matchedOn),
      FOSTER_CARE: bit(plan.byCarer),
      NB_ADOPTR: plan.adopters.number,
      SEX_ADOPTR: plan.adopters.sex,
      LS_ADOPTR: plan.adopters.legal,
    })
  }
}
