/** Record kinds of nobody's practice, on which the machinery is tested: ships, their harbours and their voyages. */

import {
  codeList,
  date,
  decimal,
  flags,
  identifier,
  manyOf,
  moment,
  oneOf,
  recordKind,
  reference,
  text,
  whole,
  words,
  yesNo,
  type Fields,
  type RecordKind,
} from '../../src/engine/records/kind.ts'
import type { Model } from '../../src/engine/records/model.ts'

export const rigs = codeList('Rig', 'Invented for tests', [
  { code: 'S', label: 'Sloop' },
  { code: 'K', label: 'Ketch', also: ['two-master'] },
  { code: 'Y', label: "Yawl, or 'dandy'" },
])
const cargoes = codeList('Cargo', 'Invented for tests', [
  { code: 'COAL', label: 'Coal' },
  { code: 'SALT', label: 'Salt' },
])
const checks = codeList('Checks', 'Invented for tests', [
  { code: 'HULL', label: 'Hull' },
  { code: 'SAILS', label: 'Sails' },
])

export const harbour = recordKind({
  name: 'Harbour',
  plural: 'Harbours',
  table: 'harbour',
  group: 'Harbours',
  fields: { name: text('Name'), partOf: reference((): RecordKind => harbour, 'Part of') },
  basis: 'Invented for tests.',
})

export const ship = recordKind({
  name: 'Ship',
  plural: 'Ships',
  table: 'ship',
  group: 'Ships',
  fields: { name: text('Name'), formerName: text('Former name'), rig: oneOf(rigs, 'Rig'), launchedOn: date('Launched') },
  alike: ['name', 'formerName'],
  basis: 'Invented for tests.',
})

export const voyage = recordKind({
  name: 'Voyage',
  plural: 'Voyages',
  table: 'voyage',
  group: 'Voyages',
  about: ship,
  fields: {
    sailedOn: date('Sailed'),
    landedOn: date('Landed'),
    sightedAt: moment('Sighted'),
    tons: decimal('Tons'),
    crew: whole('Crew'),
    lost: yesNo('Lost'),
    cargo: manyOf(cargoes, 'Cargo'),
    checked: flags(checks, 'Checked'),
    log: words('Log'),
    papers: identifier('Papers'),
    to: reference(() => harbour, 'To'),
  },
  sameWhen: ['sailedOn'],
  period: { lane: 'At sea', from: 'sailedOn', until: 'landedOn', label: () => 'At sea' },
  basis: 'Invented for tests.',
})

/** A view as other datasets would see the voyages. */
const voyages = {
  name: 'sea_voyages',
  sql: 'select v.id, s.name as ship, v.sailed_on, v.landed_on from voyage v join ship s on s.id = v.person_id where v.withdrawn_at is null',
}

export const ships: Model = { kinds: [harbour, ship, voyage], views: [voyages] }

/** The model with more fields on one kind, as a later version of the product might have. */
export const withFields = (model: Model, changed: RecordKind, fields: Fields): Model => ({
  ...model,
  kinds: model.kinds.map((kind) => (kind === changed ? { ...kind, fields: { ...kind.fields, ...fields } } : kind)),
})
