import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { heritageBy } from '../demo/names.ts'
import { chanceFrom } from '../demo/small-authority/chance.ts'
import type { Chance } from '../demo/small-authority/chance.ts'
import { ssdColumns } from '../demo/small-authority/layout.ts'
import type { SsdTable } from '../demo/small-authority/layout.ts'
import { teams, workers } from '../demo/small-authority/people.ts'
import {
  assessmentOutcomes,
  conferenceOutcomes,
  contactOutcomes,
  enquiryOutcomes,
  flags,
  referralOutcomes,
} from '../demo/small-authority/ssd-need.ts'
import { nhsNumber, pupilNumber } from '../demo/small-authority/story-person.ts'

/**
 * Writes a Standard Safeguarding Dataset of so many invented children, about 25 rows each, over ten years to 29 February 2016, one CSV for
 * each of two dozen tables, into a folder. Every row of a child follows from the seed and the child's place, so a bigger extract begins
 * with the same children. Rows stream to the disk: memory does not grow with the children.
 */
export async function writeSsdExtract(
  folder: string,
  { children, seed }: { readonly children: number; readonly seed: number },
): Promise<{ rows: number; bytes: number; files: string[] }> {
  mkdirSync(folder, { recursive: true })
  const tables = new Map(tableNames.map((table) => [table, tableFile(folder, table)]))
  const put: Put = (table, values) => tables.get(table)?.put(values)
  try {
    workforce(put)
    for (let place = 0; place < children; place += 1) {
      child(chanceFrom((seed * 2_654_435_761 + place * 40_503) >>> 0), place, put)
      if (place % 2000 === 0) await setImmediate()
    }
  } finally {
    for (const file of tables.values()) file.close()
  }
  const written = [...tables.values()].map((file) => file.written())
  return {
    rows: written.reduce((sum, each) => sum + each.rows, 0),
    bytes: written.reduce((sum, each) => sum + each.bytes, 0),
    files: written.map((each) => each.path),
  }
}

const tableNames = [
  'ssd_person',
  'ssd_family',
  'ssd_address',
  'ssd_disability',
  'ssd_contacts',
  'ssd_cin_episodes',
  'ssd_cin_assessments',
  'ssd_assessment_factors',
  'ssd_cin_plans',
  'ssd_cin_visits',
  'ssd_s47_enquiry',
  'ssd_initial_cp_conference',
  'ssd_cp_plans',
  'ssd_cp_visits',
  'ssd_cp_reviews',
  'ssd_cla_episodes',
  'ssd_cla_placement',
  'ssd_legal_status',
  'ssd_cla_reviews',
  'ssd_cla_visits',
  'ssd_cla_health',
  'ssd_missing',
  'ssd_involvements',
  'ssd_professionals',
  'ssd_department',
] as const satisfies readonly SsdTable[]

type Put = (table: (typeof tableNames)[number], values: string) => void

/** A file of one table. Takes lines, keeps up to a quarter of a megabyte of them, then writes. */
function tableFile(folder: string, table: SsdTable) {
  const path = join(folder, `${table}.csv`)
  const file = openSync(path, 'w')
  let waiting = `${ssdColumns(table).join(',')}\n`
  let rows = 0
  let bytes = 0
  const write = () => {
    bytes += writeSync(file, waiting)
    waiting = ''
  }
  return {
    put: (values: string) => {
      rows += 1
      waiting += `${values}\n`
      if (waiting.length > 262_144) write()
    },
    close: () => {
      write()
      closeSync(file)
    },
    written: () => ({ path, rows, bytes }),
  }
}

/** Days are counted from 1 January 1988; each is turned into text once. */
const dayText = Array.from({ length: 10_500 }, (_, day) => new Date(Date.UTC(1988, 0, 1 + day)).toISOString().slice(0, 10))
const dayNumber = (text: string) => dayText.indexOf(text)
const firstDay = dayNumber('2006-03-01')
const lastDay = dayNumber('2016-02-29')
/** The day as text; empty when it has not come. */
const on = (day: number) => (day <= lastDay ? (dayText[day] ?? '') : '')

const csvJson = (json: string) => `"${json.replaceAll('"', '""')}"`
const quoted = (value: unknown) => csvJson(JSON.stringify(value))
const counted = { TOTAL_NO_OF_OUTCOMES: '1' }
const outcomes = {
  newReferral: csvJson(flags(contactOutcomes, ['NEW_REFERRAL_FLAG'])),
  advice: csvJson(flags(contactOutcomes, ['ADVICE_FLAG'])),
  assess: csvJson(flags(referralOutcomes, ['SINGLE_ASSESSMENT_FLAG'])),
  services: csvJson(flags(assessmentOutcomes, ['PROV_OF_SERVICES_FLAG'], { ...counted, COMMENTS: '' })),
  conference: csvJson(flags(enquiryOutcomes, ['CP_CONFERENCE_FLAG'], { ...counted, OUTCOME_COMMENTS: '' })),
  plan: csvJson(flags(conferenceOutcomes, ['CP_FLAG'], { ...counted, COMMENTS: '' })),
}
const factorSets = [['16A'], ['3B', '4B'], ['2B', '16A'], ['4A'], ['1B', '3B', '17A'], ['14A', '10A']].map(quoted)
const sources = [
  ['2A', 'Schools'],
  ['6', 'Police'],
  ['3A', 'GP'],
  ['3B', 'Health visitor'],
  ['1A', 'Family member'],
  ['4', 'Housing'],
] as const
const streets = ['Dunlin Road', 'Harbour Street', 'Windmill Street', 'Ropewalk', 'Tern Walk', 'Estuary Road']

function workforce(put: Put): void {
  for (const worker of workers)
    put(
      'ssd_professionals',
      `${worker.id},EST${worker.id},${worker.name},${worker.registration ?? ''},${worker.agency ? 'Y' : 'N'},"${worker.title}",16,,${worker.fullTime}`,
    )
  for (const team of teams)
    put('ssd_department', `${team.id},${team.name},${team.parent ?? ''},${team.parent ? "Children's Social Care" : ''}`)
}

const caseWorkers = workers.filter((worker) => /^Social worker/.test(worker.title))
const yes = (chance: Chance, percent: number) => (chance.inHundred(percent) ? 'Y' : 'N')

function child(chance: Chance, place: number, put: Put): void {
  const id = 1_000_000 + place
  const heritage = heritageBy(chance)
  const girl = chance.inHundred(49)
  const born = firstDay + chance.between(-5400, 2600)
  const upn = born < dayNumber2011 ? pupilNumber(id, dayText[born] ?? '') : ''
  const nhs = nhsNumber(id)
  const surname = heritage.surnames[chance.between(0, heritage.surnames.length - 1)] ?? ''
  put(
    'ssd_person',
    `,${id},${upn},${chance.pick(girl ? heritage.girls : heritage.boys)},${surname},${girl ? 'F,F' : 'M,M'},${chance.pick(heritage.ethnicities)},${dayText[born]},${nhs},${upn === '' ? 'UN1' : ''},${yes(chance, 6)},,,N,,${nhs}`,
  )
  put('ssd_family', `FM${id},FAM${id - (place % 3)},${id}`)
  let moved = Math.max(born, firstDay - 900)
  for (let address = 1, many = chance.inHundred(40) ? 2 : 1; address <= many; address += 1) {
    const until = address < many ? moved + chance.between(200, 900) : lastDay + 1
    const json = quoted({
      ROOM: '',
      FLOOR: '',
      FLAT: '',
      BUILDING: '',
      HOUSE: String(chance.between(1, 99)),
      STREET: chance.pick(streets),
      TOWN: 'Estuary',
      UPRN: '',
      EASTING: '',
      NORTHING: '',
    })
    put(
      'ssd_address',
      `A${id}${address},${id},Home,${dayText[moved]},${on(until)},XE${chance.between(1, 9)}${chance.between(1, 9)}QT,${json}`,
    )
    moved = until
  }
  if (chance.inHundred(12)) put('ssd_disability', `D${id},${id},${chance.pick(['LD', 'COMM', 'AUT', 'MOB', 'BEH'])}`)
  let day = Math.max(born + 30, firstDay) + chance.between(0, 900)
  const many = chance.inHundred(76) ? 1 : chance.inHundred(75) ? 2 : 3
  for (let turn = 1; turn <= many && day < lastDay - 40; turn += 1) {
    const [code, words] = chance.pick(sources)
    if (chance.inHundred(60)) put('ssd_contacts', `C${id}${turn}a,${id},${on(day - 20)},${code},${words},${outcomes.advice}`)
    put('ssd_contacts', `C${id}${turn}b,${id},${on(day)},${code},${words},${outcomes.newReferral}`)
    day = referral(chance, `${id}${turn}`, String(id), day, `${code},${words}`, put) + chance.between(200, 1400)
  }
}

const dayNumber2011 = dayNumber('2011-09-01')

/** A referral with all that follows it. Gives the day it closed, or the day after the last. */
function referral(chance: Chance, key: string, id: string, from: number, source: string, put: Put): number {
  const worker = chance.pick(caseWorkers)
  const assessed = from + chance.between(20, 62)
  const protectedOn = chance.inHundred(22) ? from + chance.between(14, 30) : null
  const cameOn = chance.inHundred(11) ? assessed + chance.between(5, 160) : null
  const planned = cameOn === null && (protectedOn !== null || chance.inHundred(62))
  const closed = cameOn !== null ? cameOn + chance.between(200, 1300) : planned ? assessed + chance.between(150, 560) : assessed + 3
  const need = chance.pick(['N1', 'N1', 'N1', 'N4', 'N5', 'N6'])
  put(
    'ssd_cin_episodes',
    `R${key},${id},${on(from)},${need},${source},${outcomes.assess},N,${closed <= lastDay ? 'RC7' : ''},${on(closed)},${worker.team},${worker.id}`,
  )
  const done = assessed <= lastDay
  put(
    'ssd_cin_assessments',
    `S${key},${id},R${key},${on(from + 1)},${done ? 'Y' : ''},${on(assessed)},${done ? outcomes.services : ''},${done ? 'N' : ''},${worker.team},${worker.id}`,
  )
  if (done) put('ssd_assessment_factors', `SF${key},S${key},${chance.pick(factorSets)}`)
  if (planned && done && protectedOn === null) {
    put('ssd_cin_plans', `N${key},R${key},${id},${on(assessed)},${on(closed)},${worker.team},${worker.id}`)
    for (let day = assessed + 7, n = 1; day < closed && day <= lastDay; day += chance.between(30, 60), n += 1)
      put('ssd_cin_visits', `Y${key}${n},${id},${on(day)},Y,${yes(chance, 50)},${yes(chance, 40)}`)
  }
  if (protectedOn !== null && protectedOn <= lastDay) protection(chance, key, id, from + 2, protectedOn, cameOn ?? closed, worker, put)
  if (cameOn !== null && cameOn <= lastDay) care(chance, key, id, cameOn, closed, need, put)
  const handed = Math.min(assessed, closed)
  put('ssd_involvements', `W${key}1,${worker.id},CW,${worker.team},${id},${on(from)},${on(handed)},FCONTA,R${key}`)
  const next = chance.pick(caseWorkers)
  if (closed > handed && handed <= lastDay)
    put('ssd_involvements', `W${key}2,${next.id},CW,${next.team},${id},${on(handed)},${on(closed)},TSPROC,R${key}`)
  return closed
}

function protection(
  chance: Chance,
  key: string,
  id: string,
  discussed: number,
  from: number,
  until: number,
  worker: (typeof workers)[number],
  put: Put,
): void {
  const category = chance.pick(['Neglect', 'Emotional abuse', 'Physical abuse', 'Sexual abuse'])
  put('ssd_s47_enquiry', `E${key},R${key},${id},${on(discussed)},${on(from - 3)},N,${outcomes.conference},${worker.team},${worker.id}`)
  put(
    'ssd_initial_cp_conference',
    `F${key},M${key},E${key},${id},P${key},R${key},N,${on(discussed + 21)},${on(from)},Y,${outcomes.plan},${worker.team},${worker.id}`,
  )
  put('ssd_cp_plans', `P${key},R${key},F${key},${id},${on(from)},${on(until)},N,${category},${category}`)
  for (let day = from + 7, n = 1; day < until && day <= lastDay; day += chance.between(20, 40), n += 1)
    put('ssd_cp_visits', `X${key}${n},${id},P${key},${on(day)},Y,${yes(chance, 60)},${yes(chance, 40)}`)
  for (let day = from + 85, n = 1; day < until && day <= lastDay; day += 178, n += 1)
    put('ssd_cp_reviews', `Q${key}${n},${id},P${key},${on(day + 4)},${on(day)},MR${key}${n},Y,Y,PN7`)
}

function care(chance: Chance, key: string, id: string, from: number, until: number, need: string, put: Put): void {
  const order = from + chance.between(40, 200)
  const moved = order + chance.between(20, 500)
  const lastContact = on(Math.min(until, lastDay) - 1)
  const changes = [
    { day: from, start: 'S', place: 1, legal: 'V2' },
    { day: order, start: 'L', place: 1, legal: 'C2' },
    { day: moved, start: 'P', place: 2, legal: 'C2' },
  ].filter((change) => change.day < until && change.day <= lastDay)
  changes.forEach((change, n) => {
    const end = changes[n + 1]?.day ?? until
    const reason = on(end) === '' ? '' : n + 1 < changes.length ? 'X1' : 'E4A'
    put(
      'ssd_cla_episodes',
      `G${key}${n + 1},${id},B${key}${change.place},${on(change.day)},${change.start},${need},${on(end)},${reason},L${key},R${key},${lastContact},${on(from)}`,
    )
  })
  put('ssd_legal_status', `J${key}1,${id},V2,${on(from)},${on(Math.min(order, until))}`)
  if (changes.length > 1) put('ssd_legal_status', `J${key}2,${id},C2,${on(order)},${on(until)}`)
  const away = changes.length > 2
  put(
    'ssd_cla_placement',
    `B${key}1,L${key},${id},${on(from)},U6,SC900101,${chance.between(1, 12)},PR1,XE2 6QT,${on(away ? moved : until)},${away ? 'CARPL' : ''}`,
  )
  if (away) put('ssd_cla_placement', `B${key}2,L${key},${id},${on(moved)},U4,SC900244,${chance.between(4, 30)},PR4,XE8 3QT,${on(until)},`)
  for (let day = from + 24, n = 1; day < until && day <= lastDay; day += n === 1 ? 86 : 176, n += 1)
    put('ssd_cla_reviews', `RV${key}${n},L${key},${id},${on(day) === '' ? '' : dayText[day + 3]},${on(day)},N,PN1`)
  for (let day = from + 5, n = 1; day < until && day <= lastDay; day += chance.between(30, 45), n += 1)
    put('ssd_cla_visits', `V${key}${n},L${key},${id},${on(day)},Y,${yes(chance, 60)}`)
  for (let day = from + 25, n = 1; day < until && day <= lastDay; day += 360, n += 1) {
    put('ssd_cla_health', `U${key}${n}a,${id},Health Assessment,${on(day)},Completed`)
    if (day + 60 < until && day + 60 <= lastDay) put('ssd_cla_health', `U${key}${n}b,${id},Dental Check,${on(day + 60)},Completed`)
  }
  const gone = from + 50
  if (chance.inHundred(25) && gone + 2 < until && gone + 2 <= lastDay)
    put('ssd_missing', `MS${key},${id},${on(gone)} 21:15:00,M,${on(gone + 1)} 06:30:00,Y,${yes(chance, 60)}`)
}
