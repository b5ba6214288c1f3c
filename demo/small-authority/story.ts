import { addDays, addWorkingDays } from './days.ts'
import type { Day } from './days.ts'
import type { Care, Episode, LegalStatus, Life, Placement, PlacementOffer } from './life.ts'
import { last, NeedStory } from './story-need.ts'

/** The whole story of a child, told in the order of their life. */
export class ChildStory extends NeedStory {
  /** Came into care: the first episode of a period, under a legal status, in a placement. */
  cameIntoCare(on: Day, legal: string, place: PlacementOffer): this {
    const home = this.life.addresses.findLast((address) => address.from <= on && address.kind === 'Home')
    const referral = this.life.referrals.at(-1) ?? null
    const need = referral?.need ?? 'N8'
    const care: Care = {
      id: this.number('L'),
      from: on,
      until: null,
      need,
      homePostcode: home?.postcode ?? '',
      referral: referral?.id ?? null,
      episodes: [],
      placements: [],
      reviews: [],
      visits: [],
      carePlans: [],
      reviewerContacts: [],
    }
    this.life.care.push(care)
    return this.underStatus(on, legal).inPlacement(on, place).episode(on, 'S')
  }

  /** A new legal status; the placement stays. */
  order(on: Day, legal: string): this {
    return this.episodeEnded(on, 'X1').underStatus(on, legal).episode(on, 'L')
  }

  /** A new placement with new carers; the legal status stays. The reason is the one for the placement that ends. */
  moved(on: Day, place: PlacementOffer, reason: string): this {
    return this.episodeEnded(on, 'X1', reason).inPlacement(on, place, reason).episode(on, 'P')
  }

  /** The placement changes in kind; the carers stay the same. */
  sameCarers(on: Day, place: PlacementOffer, reason: string): this {
    return this.episodeEnded(on, 'X1', reason).inPlacement(on, place, reason).episode(on, 'T')
  }

  /** A new legal status, and the placement changes in kind on the same day; the carers stay the same. */
  sameCarersUnderOrder(on: Day, legal: string, place: PlacementOffer, reason: string): this {
    return this.episodeEnded(on, 'X1', reason).underStatus(on, legal).inPlacement(on, place, reason).episode(on, 'U')
  }

  leftCare(on: Day, reason: string): this {
    this.episodeEnded(on, reason)
    const care = this.nowInCare
    last(care.placements, 'placement').until = on
    const plan = care.carePlans.at(-1)
    if (plan) plan.until = on
    last(this.life.legal, 'legal status').until = on
    care.until = on
    return this.workEnded(on, 'IRO')
  }

  private get nowInCare(): Care {
    return last(this.life.care, 'period of care')
  }

  private underStatus(on: Day, status: string): this {
    const before = this.life.legal.at(-1)
    if (before && before.until === null) before.until = on
    const legal: LegalStatus = { id: this.number('J'), status, from: on, until: null }
    this.life.legal.push(legal)
    return this
  }

  private inPlacement(on: Day, place: PlacementOffer, reason = ''): this {
    const before = this.nowInCare.placements.at(-1)
    if (before && before.until === null) Object.assign(before, { until: on, changeReason: reason })
    this.nowInCare.placements.push({ ...place, id: this.number('B'), from: on, until: null, changeReason: '' } satisfies Placement)
    return this
  }

  private episode(on: Day, startReason: string): this {
    const placement = last(this.nowInCare.placements, 'placement')
    const { status } = last(this.life.legal, 'legal status')
    const episode: Episode = {
      id: this.number('G'),
      from: on,
      startReason,
      legal: status,
      placement,
      until: null,
      endReason: '',
      changeReason: '',
    }
    this.nowInCare.episodes.push(episode)
    return this
  }

  private episodeEnded(on: Day, endReason: string, changeReason = ''): this {
    Object.assign(last(this.nowInCare.episodes, 'episode'), { until: on, endReason, changeReason })
    return this
  }

  /** A looked after review. Due within 20 working days of coming into care, then 3 months, then every 6. */
  reviewed(on: Day, participation: string, due?: Day): this {
    const care = this.nowInCare
    const before = care.reviews.filter((review) => !review.cancelled)
    const worked = before.length === 0 ? addWorkingDays(care.from, 20) : addDays(last(before, 'review').on, before.length === 1 ? 91 : 183)
    care.reviews.push({ id: this.number('M'), due: due ?? worked, on, participation, cancelled: false })
    return this
  }

  reviewCancelled(due: Day): this {
    this.nowInCare.reviews.push({ id: this.number('M'), due, on: '', participation: '', cancelled: true })
    return this
  }

  carePlan(from: Day, ...aims: readonly string[]): this {
    const plans = this.nowInCare.carePlans
    const before = plans.at(-1)
    if (before) before.until = from
    plans.push({ id: this.number('T'), from, until: null, aims })
    return this
  }

  seenByReviewer(on: Day): this {
    this.nowInCare.reviewerContacts.push(on)
    return this
  }

  healthAssessed(on: Day, status = 'Completed'): this {
    this.life.health.push({ id: this.number('U'), kind: 'Health Assessment', on, status })
    return this
  }

  dentist(on: Day, status = 'Completed'): this {
    this.life.health.push({ id: this.number('U'), kind: 'Dental Check', on, status })
    return this
  }

  immunised(on: Day, upToDate: boolean): this {
    this.life.immunised = { on, upToDate }
    return this
  }

  /** A strengths and difficulties questionnaire: the score, or why there is none. */
  strengthsAndDifficulties(on: Day, score: number | null, reason = ''): this {
    this.life.strengths.push({ id: this.number('Z'), on, score, reason })
    return this
  }

  misused(on: Day, substance: string, helped: boolean): this {
    this.life.substances.push({ id: this.number('O'), on, substance, helped })
    return this
  }

  convicted(on: Day, offence: string): this {
    this.life.convictions.push({ id: this.number('CV'), on, offence })
    return this
  }

  wentMissing(from: string): this {
    this.life.missing.push({ id: this.number('MS'), kind: 'M', from, until: null, offered: null })
    return this
  }

  /** Away without authorisation, but people knew where. */
  stayedAway(from: string): this {
    this.life.missing.push({ id: this.number('MS'), kind: 'A', from, until: null, offered: null })
    return this
  }

  returned(at: string): this {
    last(this.life.missing, 'missing episode').until = at
    return this
  }

  /** A return home interview was offered; '' while no answer is recorded. */
  interviewOffered(on: Day, answer: 'Y' | 'N' | ''): this {
    last(this.life.missing, 'missing episode').offered = { on, answer }
    return this
  }

  previously(option: string, authority: string, date: string): this {
    this.life.previousPermanence = { option, authority, date }
    return this
  }

  shouldBeAdopted(decidedOn: Day, worker: string): this {
    return this.permanenceTold(decidedOn, worker)
  }

  private permanenceTold(decidedOn: Day | null, worker: string | null): this {
    this.life.permanence = {
      id: this.number('AD'),
      care: this.nowInCare.id,
      decidedOn,
      withSiblings: 0,
      placementOrder: null,
      matchedOn: null,
      placedOn: null,
      adopters: null,
      byCarer: false,
      reversedOn: null,
      reversedReason: '',
      order: null,
      worker,
    }
    return this
  }

  permanence(facts: Partial<NonNullable<Life['permanence']>>): this {
    if (this.life.permanence === null) throw new Error('Say first that the child should be adopted, or call permanentlyWith.')
    Object.assign(this.life.permanence, facts)
    return this
  }

  /** A special guardianship or child arrangements order, without a plan of adoption before it. */
  permanentlyWith(on: Day, type: string): this {
    return this.permanenceTold(null, null).permanence({ order: { on, type } })
  }

  preProceedings(
    decidedOn: Day,
    letterOn: Day,
    firstMeetingOn: Day,
    meetings: number,
    outcome: NonNullable<Life['preProceedings']>['outcome'],
  ): this {
    this.life.preProceedings = { id: this.number('PP'), decidedOn, letterOn, firstMeetingOn, meetings, outcome, represented: true }
    return this
  }

  leavingCare(from: Day, eligibility: string, adviser: string): this {
    this.life.careLeaver = {
      id: this.life.careLeaver?.id ?? this.number('CL'),
      from,
      eligibility,
      touches: this.life.careLeaver?.touches ?? [],
      plan: null,
      adviser,
    }
    return this.workedBy(adviser, from, '', 'PA')
  }

  inTouch(on: Day, accommodation: string, suitable: string, activity: string, inTouch = 'YES'): this {
    const leaver = this.life.careLeaver
    if (leaver === null) throw new Error('Say first that the young person is leaving care.')
    leaver.touches.push({ on, inTouch, accommodation, suitable, activity })
    return this
  }

  pathwayPlan(on: Day): this {
    if (this.life.careLeaver) this.life.careLeaver.plan = on
    return this
  }

  educationPlan(facts: NonNullable<Life['education']>): this {
    this.life.education = facts
    this.life.educationPlan = true
    return this
  }

  asked(on: Day, ...answers: readonly string[]): this {
    this.life.voice = { on, answers }
    return this
  }
}
