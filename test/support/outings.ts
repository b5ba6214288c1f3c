/** Record kinds that no dataset has, invented for tests: outings of children on boats, the boats, and what is checked on them. */

import { professional } from '../../src/authority/records.ts'
import {
  codeList,
  date,
  decimal,
  flags,
  identifier,
  manyOf,
  moment,
  oneOf,
  partialDate,
  recordKind,
  reference,
  text,
  whole,
  words,
  yesNo,
  type RecordKind,
} from '../../src/engine/records/kind.ts'
import type { Model } from '../../src/engine/records/model.ts'
import { model } from '../../src/model.ts'
import { referral } from '../../src/practice/front-door/records.ts'
import { person } from '../../src/practice/person/records.ts'
import { recordKinds } from '../../src/record-kinds.ts'

const weathers = codeList('Weather', 'Invented for tests', [
  { code: 'F', label: 'Fair' },
  { code: 'R', label: 'Rain, or worse' },
])
const joys = codeList('Joys', 'Invented for tests', [
  { code: 'SEALS', label: 'Seals' },
  { code: 'TEA, WITH CAKE', label: 'Tea, with cake' },
])

/** About nobody, and belonging to nothing. */
export const boat = recordKind({
  name: 'Boat',
  plural: 'Boats',
  table: 'boat',
  group: 'Outings',
  fields: { name: text('Name', { required: true }), berths: whole('Berths') },
  sameWhen: ['name'],
  basis: 'Invented for tests of our own tables.',
})

/** About a child. */
export const outing = recordKind({
  name: 'Outing',
  plural: 'Outings',
  table: 'outing',
  group: 'Outings',
  about: person,
  fields: {
    sailedAt: moment('Sailed', { required: true }),
    landedAt: moment('Landed'),
    plannedOn: date('Planned for', { mayBeAhead: true }),
    weather: oneOf(weathers, 'Weather'),
    joys: manyOf(joys, 'What the child liked'),
    asked: flags(joys, 'What the child was asked'),
    log: words('Log'),
    ticket: identifier('Ticket'),
    firstTime: partialDate('First time afloat'),
    alone: yesNo('Alone'),
    crew: whole('Crew'),
    miles: decimal('Miles'),
    saying: text('What the child said'),
    boat: reference(() => boat, 'Boat'),
    referral: reference(() => referral, 'Referral'),
    worker: reference(() => professional, 'Worker'),
  },
  sameWhen: ['sailedAt'],
  period: { lane: 'Afloat', from: 'sailedAt', until: 'landedAt', label: () => 'Afloat' },
  basis: 'Invented for tests of our own tables.',
})

/** About nobody, and belonging to a boat. */
export const boatCheck = recordKind({
  name: 'Boat check',
  plural: 'Boat checks',
  table: 'boat_check',
  group: 'Outings',
  fields: { boat: reference(() => boat, 'Boat', { required: true }), checkedOn: date('Checked'), sound: yesNo('Sound') },
  sameWhen: ['boat', 'checkedOn'],
  basis: 'Invented for tests of our own tables.',
})

/** The product’s kinds, and these. */
export const kindsWithOutings: readonly RecordKind[] = [...recordKinds, boat, outing, boatCheck]

export const withOutings: Model = { ...model, kinds: [...model.kinds, boat, outing, boatCheck] }
