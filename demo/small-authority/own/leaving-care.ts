import { addDays, addYears } from '../days.ts'
import type { Day } from '../days.ts'
import type { CareLeaver, Life } from '../life.ts'
import { workerNamed } from '../people.ts'
import { again, done, workingDayBy } from './promptly.ts'
import { chanceOf, type OwnTelling } from './telling.ts'
import { never } from './whose.ts'

/** Pathway plans and their reviews, and how a personal adviser keeps in touch. */
export function leavingCareOf(life: Life, own: OwnTelling): void {
  planned(life, own)
  if (life.careLeaver) keptInTouch(life, life.careLeaver, own)
}

/** From the sixteenth birthday in care, once there have been thirteen weeks of it since the fourteenth. */
function planned(life: Life, own: OwnTelling): void {
  const { born } = life
  if (born === null) return
  const sixteen = addYears(born, 16)
  const care = life.care.find(({ from, until }) => (until === null || until > sixteen) && addDays(from, 91) < addYears(born, 18))
  if (!care) return
  const inLong = addDays(care.from, 91)
  const eligible = inLong > sixteen ? inLong : sixteen
  if (care.until !== null && care.until < eligible) return
  const chance = chanceOf(life.id, 'pathway plan')
  const made = done(chance, addDays(eligible, 20), addDays(eligible, 88), { late: 20, by: 30 })
  const adviser = life.careLeaver ? workerNamed(life.careLeaver.adviser).id : 'P152'
  own.tell('pathway_plan', life.id, made, {
    needs_assessed_on: workingDayBy(addDays(made, -14), eligible),
    made_on: made,
    personal_adviser_id: adviser,
    young_person_agreed: 'Y',
    view: chance.pick(['“I want to finish college.”', '“I want my own front door, but not yet.”', '“I want to stay where I am.”']),
  })
  const reviews = again(chanceOf(life.id, 'pathway reviews'), made, addYears(born, 21), { every: 181, lateness: { late: 12, by: 25 } })
  for (const on of reviews)
    own.tell('pathway_review', life.id, on, {
      held_on: on,
      occasion: 'regular',
      chair_id: adviser,
      young_person_present: chance.inHundred(85) ? 'Y' : 'N',
      changes: 'Dates and the budget.',
    })
}

function keptInTouch(life: Life, { adviser }: CareLeaver, own: OwnTelling): void {
  const left = life.care.at(-1)?.until
  if (!left || life.born === null) return
  const lost = life.careLeaver?.touches.find(({ inTouch }) => inTouch === 'NO')?.on ?? never
  const visits = again(chanceOf(life.id, 'in touch'), left, addYears(life.born, 21), { every: 55, lateness: { late: 8, by: 20 } })
  for (const on of visits) tellVisit(life, on, adviser, on < lost, own)
}

function tellVisit(life: Life, on: Day, adviser: string, reached: boolean, own: OwnTelling): void {
  const how = reached ? chanceOf(life.id, on, 'how').pick(['home visit', 'home visit', 'met elsewhere', 'call']) : 'not reached'
  own.tell('personal_adviser_visit', life.id, on, {
    visited_on: on,
    adviser_id: workerNamed(adviser).id,
    how,
    young_person_seen: how === 'home visit' || how === 'met elsewhere' ? 'Y' : 'N',
    note: reached ? 'Well. Money is tight until the end of the month.' : 'No answer at the last address, nor by telephone.',
  })
}
