import { addDays, addWorkingDays } from './days.ts'
import type { Day } from './days.ts'
import type { Assessment, Conference, Enquiry, ProtectionPlan, Referral, Visit } from './life.ts'
import { workerNamed } from './people.ts'
import { everyFewDays, PersonStory } from './story-person.ts'

export interface VisitSaid {
  readonly alone?: boolean
  readonly seen?: boolean
  readonly bedroom?: boolean
  readonly struckOut?: boolean
}

/** From a first contact to a protection plan. */
export class NeedStory extends PersonStory {
  contact(on: Day, source: string, ...outcomes: readonly string[]): this {
    this.life.contacts.push({ id: this.number('C'), on, source, outcomes: outcomes.length > 0 ? outcomes : ['NFA_FLAG'] })
    return this
  }

  earlyHelp(from: Day, reason: string, organisation: string, worker: string): this {
    workerNamed(worker)
    this.life.earlyHelp.push({ id: this.number('H'), from, until: null, reason, endReason: '', organisation, worker })
    return this
  }

  earlyHelpEnded(on: Day, endReason: string): this {
    Object.assign(last(this.life.earlyHelp, 'early help'), { until: on, endReason })
    return this
  }

  /** A contact that became a referral: the contact of the last two days if the story told it, else one of the same day. */
  referred(on: Day, source: string, need: string, worker: string, outcomes: readonly string[] = ['SINGLE_ASSESSMENT_FLAG']): this {
    const before = this.life.contacts.at(-1)
    const told = before?.outcomes.includes('NEW_REFERRAL_FLAG') && before.on >= addDays(on, -2)
    if (!told) this.contact(on, source, 'NEW_REFERRAL_FLAG')
    this.life.referrals.push({
      id: this.number('R'),
      on,
      need,
      source,
      outcomes,
      nfa: false,
      closedOn: null,
      closeReason: '',
      team: workerNamed(worker).team,
      worker,
      assessments: [],
      cinPlans: [],
      enquiries: [],
      conferences: [],
      protectionPlans: [],
    })
    return this.workedBy(worker, on, 'FCONTA')
  }

  /** A referral that was looked at and ended there. */
  referredWithoutFurtherAction(on: Day, closedOn: Day, source: string, need: string, worker: string): this {
    this.referred(on, source, need, worker, ['NFA_FLAG'])
    this.referral.nfa = true
    return this.closed(closedOn, 'RC8')
  }

  protected get referral(): Referral {
    return last(this.life.referrals, 'referral')
  }

  assessed(
    from: Day,
    until: Day | null,
    factors: readonly string[],
    outcomes: readonly string[] = ['PROV_OF_SERVICES_FLAG'],
    comments = '',
  ): this {
    const { team, worker } = this.handler(from)
    const assessment: Assessment = { id: this.number('S'), from, until, seen: true, outcomes, factors, comments, team, worker }
    this.referral.assessments.push(assessment)
    return this
  }

  notSeenInAssessment(): this {
    last(this.referral.assessments, 'assessment').seen = false
    return this
  }

  inNeedPlan(from: Day): this {
    this.referral.cinPlans.push({ id: this.number('N'), from, until: null, ...this.handler(from) })
    return this
  }

  /** Null: the case system does not know yet that it ended. */
  inNeedPlanEnded(on: Day | null): this {
    last(this.referral.cinPlans, 'plan').until = on
    return this
  }

  strategyDiscussion(on: Day, until: Day | null, outcomes: readonly string[]): this {
    const enquiry: Enquiry = { id: this.number('E'), on, until, outcomes, ...this.handler(on) }
    this.referral.enquiries.push(enquiry)
    return this
  }

  /** A first conference. With a category, a protection plan begins that day. Brothers and sisters share the meeting. */
  conference(on: Day, meeting: string, category: string | null): this {
    const enquiry = this.referral.enquiries.at(-1) ?? null
    const id = this.number('F')
    const plan = category === null ? null : this.number('P')
    const conference: Conference = {
      id,
      meeting,
      enquiry: enquiry?.id ?? null,
      plan,
      on,
      target: enquiry ? addWorkingDays(enquiry.on, 15) : null,
      transferIn: false,
      outcomes: category === null ? ['PROV_OF_SERVICES_FLAG'] : ['CP_FLAG'],
    }
    this.referral.conferences.push(conference)
    if (plan !== null && category !== null) {
      this.referral.protectionPlans.push({
        id: plan,
        conference: id,
        from: on,
        until: null,
        category,
        latestCategory: null,
        reviews: [],
        visits: [],
      })
    }
    return this
  }

  protected get protectionPlan(): ProtectionPlan {
    return last(this.referral.protectionPlans, 'protection plan')
  }

  /** A review conference: the first within 3 months, later ones within 6. */
  planReviewed(on: Day, due: Day, meeting: string, continues: boolean, participation = 'PN7'): this {
    this.protectionPlan.reviews.push({ id: this.number('Q'), due, on, meeting, continues, participation })
    return this
  }

  nowUnder(category: string, on: Day): this {
    this.protectionPlan.latestCategory = { on, category }
    return this
  }

  protectionPlanEnded(on: Day): this {
    this.protectionPlan.until = on
    return this
  }

  /** A visit, under whatever stands on that day: care, a protection plan, or need. */
  visited(on: string, said: VisitSaid = {}): this {
    const day = on.slice(0, 10)
    const seen = said.seen ?? true
    const visit = (letter: string): Visit => ({
      id: this.number(letter),
      on,
      seen,
      alone: seen && (said.alone ?? false),
      bedroom: said.bedroom ?? false,
      struckOut: said.struckOut ?? false,
    })
    const care = this.life.care.at(-1)
    if (care && care.until === null && care.from <= day) care.visits.push(visit('V'))
    else {
      const plan = this.life.referrals.at(-1)?.protectionPlans.at(-1)
      if (plan && plan.from <= day && plan.until === null) plan.visits.push(visit('X'))
      else this.life.cinVisits.push(visit('Y'))
    }
    return this
  }

  /** Visits every so many days; every third one the child was seen without the adults. */
  visitedEvery(days: number, from: Day, until: Day): this {
    everyFewDays(from, until, days).forEach((day, place) =>
      this.visited(day, { alone: place % 3 === 0, bedroom: place % 2 === 1, seen: place % 7 !== 6 }),
    )
    return this
  }

  closed(on: Day | null, reason: string): this {
    if (on === null) return this
    Object.assign(this.referral, { closedOn: on, closeReason: reason })
    return this.workEnded(on)
  }

  /** The team and the worker who held the child that day. */
  private handler(on: Day): { readonly team: string; readonly worker: string } {
    const held = this.life.involvements.findLast((each) => each.role === 'CW' && each.from <= on)
    const worker = held?.worker ?? this.referral.worker
    return { team: workerNamed(worker).team, worker }
  }
}

export function last<T>(list: readonly T[], what: string): T {
  const found = list.at(-1)
  if (found === undefined) throw new Error(`This story has no ${what} yet: tell what came before it first.`)
  return found
}
