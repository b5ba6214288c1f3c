import { addDays, addWorkingDays, addYears, ageOn, workingDay } from '../days.ts'
import type { Care, Life } from '../life.ts'
import { done, doneWithin } from './promptly.ts'
import { schoolTerms } from './school-terms.ts'
import { chanceOf, type OwnTelling } from './telling.ts'
import { caseWorkerOn } from './whose.ts'

/** The steps of the first health assessment, education plans term by term, and what follows a time missing. */
export function healthAndEducationOf(life: Life, own: OwnTelling): void {
  for (const care of life.care) {
    if (care.episodes.some(({ legal }) => legal === 'V3' || legal === 'V4')) continue
    firstAssessment(life, care, own)
    educationPlans(life, care, own)
  }
  missed(life, own)
}

/** The case system knows the day on which a first assessment was made; here are the steps to it. */
function firstAssessment(life: Life, care: Care, own: OwnTelling): void {
  const made = life.health.find(
    ({ kind, on }) => kind === 'Health Assessment' && on >= care.from && (care.until === null || on < care.until),
  )
  if (!made) return
  const chance = chanceOf(care.id, 'first assessment')
  const sent = doneWithin(chance, addWorkingDays(care.from, 1), 4, { late: 10, by: 6 })
  own.tell('health_assessment', life.id, care.from, {
    type: 'Initial',
    consent_on: chance.inHundred(70) ? care.from : addWorkingDays(care.from, 1),
    consent_from: 'Parent',
    paperwork_sent_on: sent < made.on ? sent : care.from,
    appointment_on: made.on,
    place: 'Clinic, Oyster Quay',
    done_on: made.on,
    examiner: 'Doctor',
    report_received_on: addWorkingDays(made.on, chance.between(1, 3)),
  })
}

const views = ['“I like science.”', '“I want to stay at my school.”', '“Maths is too fast.”', '“My teacher listens.”', '']

function educationPlans(life: Life, care: Care, own: OwnTelling): void {
  const { born } = life
  if (born === null) return
  const held = (on: string, term: string, about: string) => {
    const chance = chanceOf(care.id, about, 'quality')
    own.tell('personal_education_plan', life.id, on, {
      held_on: on,
      term,
      worker_id: caseWorkerOn(life, on),
      childs_view: chance.pick(views),
      quality: chance.pick(['good', 'good', 'sound', 'sound', 'weak']),
      signed_off_on: addWorkingDays(on, 8),
    })
  }
  const ofAge = (day: string) => ageOn(born, day) >= 3 && ageOn(born, day) < 18
  const until = care.until ?? '2016-03-31'
  if (ofAge(care.from)) {
    const on = doneWithin(chanceOf(care.id, 'first plan'), addWorkingDays(care.from, 5), 5, { late: 12, by: 9 })
    if (on < until) held(on, schoolTerms.findLast(({ from }) => from <= on)?.name ?? '', 'first')
  }
  for (const term of schoolTerms) {
    if (term.from <= care.from || term.from >= until || !ofAge(term.from)) continue
    const chance = chanceOf(care.id, term.name)
    const on = done(chance, addDays(term.from, 21), term.until, { late: 8, by: 40 })
    if (on < until) held(on, term.name, term.name)
  }
}

/** Offers, talks and meetings after a child was missing, where the case system knows of the offer. */
function missed(life: Life, own: OwnTelling): void {
  for (const { id, from, until, offered } of life.missing) {
    if (until === null || offered === null) continue
    const back = until.slice(0, 10)
    const held = offered.answer === 'Y' ? addDays(back, 2) : ''
    own.tell('return_home_interview', life.id, offered.on, {
      missing_episode_id: id,
      offered_at: offered.on,
      response: offered.answer === 'Y' ? 'Accepted' : offered.answer === 'N' ? 'Declined' : 'No reply',
      responded_on: offered.answer === '' ? '' : offered.on,
      held_at: held,
      held_by: held === '' ? '' : 'Safe Return service',
      independent: held === '' ? '' : 'Y',
      push_factors: held === '' ? '' : 'Conflict',
      pull_factors: held === '' ? '' : 'Friends',
      written_up_on: held === '' ? '' : workingDay(addDays(held, 2)),
      shared_with_police_on: held === '' ? '' : workingDay(addDays(held, 3)),
    })
    if (life.missing.length > 1)
      own.tell('missing_meeting', life.id, addDays(from.slice(0, 10), 1), {
        missing_episode_id: id,
        held_at: addDays(from.slice(0, 10), 1),
        chaired_by: 'Team manager',
        attended: 'Police, carers or parents, social worker',
        police_came: 'Y',
      })
  }
}

/** What a young person is told of their own health before they leave care. */
export function healthSummaryOf(life: Life, own: OwnTelling): void {
  const { born } = life
  if (born === null || !life.care.some(({ from, until }) => from < addYears(born, 18) && (until === null || until > addYears(born, 16))))
    return
  const given = done(chanceOf(life.id, 'health summary'), addYears(born, 17), addDays(addYears(born, 18), -14), { late: 10, by: 60 })
  own.tell('health_summary', life.id, given, { given_on: given, given_by: 'Looked after children’s nurse', form: 'Paper' })
}
