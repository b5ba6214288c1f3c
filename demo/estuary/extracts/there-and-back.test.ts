import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Field, RecordKind } from '../../../src/engine/records/kind.ts'
import { careEpisode, periodOfCare } from '../../../src/practice/looked-after/records.ts'
import { adopter } from '../../../src/practice/permanence/records.ts'
import { person } from '../../../src/practice/person/records.ts'
import { recordKinds } from '../../../src/record-kinds.ts'
import { chanceFor, type Chance } from '../chance.ts'
import { addDays } from '../days.ts'
import type { Told, Version } from '../telling.ts'
import type { Worker } from '../workforce.ts'
import { broughtIn, emptyFolder, namesIn, refused, rowsIn } from './brought-in.ts'
import { writeExtracts } from './write.ts'

/** The dataset and our own tables, written from records of every kind and brought into an empty database, give every value back. */

const to = '2018-12-31'
const clerk = { id: 'P1', name: 'Clerk' } as Worker

test('every field of every kind comes back as it was told, nothing is refused, and the worked-out tables are right', async () => {
  const batches = anything()
  const folder = emptyFolder()
  const paths = await writeExtracts(folder, batches, { from: '2013-01-01', to })
  const again = await writeExtracts(join(folder, 'again'), batches, { from: '2013-01-01', to })
  expect(again.map((path) => readFileSync(path, 'utf8'))).toEqual(paths.map((path) => readFileSync(path, 'utf8')))

  const files = await broughtIn([join(folder, 'ssd'), join(folder, 'own')], to, join(folder, 'held'))
  expect(refused(files)).toEqual([])
  for (const part of ['ssd', 'own']) {
    const written = namesIn(join(folder, part))
    expect(written.length).toBeGreaterThan(40)
    for (const name of written) expect(rowsIn(join(folder, part, name)), name).toEqual(rowsIn(join(folder, 'held', part, name)))
  }
  for (const {
    as: { ssd },
    table,
  } of recordKinds)
    expect(rowsIn(join(folder, ssd ? `ssd/${ssd.table}.csv` : `own/${table}.csv`)).length, table).toBeGreaterThan(2)
}, 120_000)

/** Records of every kind about a few children, with all their fields filled as chance has it. */
function anything(): Told[][] {
  const lot = chanceFor(1, 'anything')
  const made = new Map<RecordKind, string[]>()
  const common: Told[] = []
  const children = Array.from({ length: 12 }, (_, at) => ({ id: String(1001 + at), records: [] as Told[] }))
  for (const kind of recordKinds) {
    const ids: string[] = []
    made.set(kind, ids)
    for (const child of kind === (person as unknown as RecordKind) || kind.about || kind.as['ssd'] !== undefined
      ? children
      : children.slice(0, 3))
      for (
        let nth = 1;
        nth <= (kind === (person as unknown as RecordKind) || kind.table === 'immunisation' ? 1 : lot.between(1, 2));
        nth++
      ) {
        const id =
          kind === (person as unknown as RecordKind)
            ? child.id
            : kind.table === 'immunisation'
              ? child.id
              : `${kind.table}-${child.id}-${nth}`
        ids.push(id)
        const told = { kind, id, person: kind.about ? child.id : null, versions: versionsOf(kind, id, made, lot) }
        ;(kind.about || kind === (person as unknown as RecordKind) ? child.records : common).push(told)
      }
  }
  for (const { records } of children) asPeriods(records)
  return [common, ...children.map(({ records }) => records)]
}

/** A first version, and often another that says some of it anew. */
function versionsOf(kind: RecordKind, id: string, made: ReadonlyMap<RecordKind, readonly string[]>, lot: Chance): Version[] {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(kind.fields))
    if (!field.byPeopleOnly && (field.required || lot.happens(0.8))) values[name] = valueOf(field, made, lot)
  if (kind.period && values[kind.period.until] !== undefined) {
    values[kind.period.from] = '2014-02-03'
    values[kind.period.until] = '2014-02-04'
  }
  if (kind === (adopter as unknown as RecordKind)) values['adopterId'] = `A-${id}`
  const versions: Version[] = [{ at: '2018-10-01 09:00:00', by: clerk, values }]
  const [other, field] = Object.entries(kind.fields).find(([name, { type }]) => type === 'text' && values[name] !== undefined) ?? []
  if (other && field && lot.happens(0.3))
    versions.push({ at: '2018-11-01 09:00:00', by: clerk, values: { [other]: valueOf(field, made, lot) } })
  if (other && field && lot.happens(0.3)) versions.push({ at: '2019-01-01 09:00:00', by: clerk, values: { [other]: 'not yet known' } })
  return versions
}

function valueOf(field: Field, made: ReadonlyMap<RecordKind, readonly string[]>, lot: Chance): unknown {
  const { type, list, to: toKind, mayBeAhead } = field
  const day = addDays('2013-01-01', lot.between(0, mayBeAhead ? 2900 : 2000))
  switch (type) {
    case 'text':
      return lot.pick(['Ellis said “no”, twice', 'one;\ntwo, "three"', '=1+1', 'Søren’s', '1'])
    case 'identifier':
      return `I${lot.between(100_000, 999_999)}`
    case 'date':
      return day
    case 'moment':
      return lot.pick([day, `${day} 14:05:00`, `${day} 09:31:07`])
    case 'partialDate':
      return lot.pick([day, 'zzzz-zz-zz', '2011-05-zz'])
    case 'yesNo':
      return lot.happens(0.5)
    case 'whole':
      return lot.between(0, 11)
    case 'decimal':
      return lot.pick(['0.8', '12.50', '1'])
    case 'code':
      return lot.pick(list?.codes ?? []).code
    case 'codes':
      return [...new Set([lot.pick(list?.codes ?? []).code, lot.pick(list?.codes ?? []).code])]
    case 'flags':
      return { [lot.pick(list?.codes ?? []).code]: 'Y', [lot.pick(list?.codes ?? []).code]: 'N' }
    case 'words':
      return { Said: 'a "word", or two' }
    case 'reference': {
      const ids = made.get((toKind as () => RecordKind)()) ?? []
      return ids.length === 0 ? null : lot.pick(ids)
    }
  }
}

/** Periods of care are what the dataset’s episodes make of them: here each has one episode, on its days. */
function asPeriods(records: readonly Told[]): void {
  const periods = records.filter(({ kind }) => kind.table === periodOfCare.table)
  for (const [at, period] of periods.entries()) {
    const ended = at > 0 ? { endedOn: null, endReason: null } : { endedOn: '2015-04-05', endReason: 'E4A' }
    period.versions.splice(0, 9, {
      ...versionOf(period),
      values: { ...versionOf(period).values, startedOn: `201${4 + at}-01-05`, ...ended },
    })
  }
  for (const episode of records.filter(({ kind }) => kind.table === careEpisode.table)) {
    const period = periods.shift()
    const { startedOn = '2013-05-05', endedOn = null, endReason = null } = period ? versionOf(period).values : {}
    const values = { startedOn, enteredCareOn: startedOn, endedOn, endReason, periodOfCare: period?.id ?? null }
    episode.versions.splice(0, 9, { ...versionOf(episode), values: { ...versionOf(episode).values, ...values } })
  }
}

const versionOf = ({ versions }: Told): Version => versions[0] as Version
