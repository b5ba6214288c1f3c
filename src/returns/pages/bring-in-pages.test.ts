import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordKinds } from '../../record-kinds.ts'
import { Browser, type Seen } from '../../../demo/sign-in/test-browser.ts'
import { openCouncil, type Council } from '../../../test/journeys/council.ts'

let council: Council
let analyst: Browser
beforeAll(async () => {
  council = await openCouncil()
  analyst = new Browser(council.town.at)
  await analyst.signIn('Imran Castellan', '/bring-in-data')
})
afterAll(() => council.close())

const children = [
  'pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob',
  '300001,Freya,Lockyer,F,02/10/2011',
  '300002,Freya,Lockyer,F,02/10/2011',
  '300003,Idris,Penrose,Q,05/06/2010',
  '300004,Tamsin,Okafor,F,31/02/2012',
  '300005,=HYPERLINK(1),Marchbank,=1+1,05/06/2010',
].join('\n')

async function send(files: Readonly<Record<string, string>>): Promise<Seen> {
  const form = new FormData()
  form.append('_csrf', await analyst.token('/bring-in-data'))
  for (const [name, content] of Object.entries(files)) form.append('files', new File([content], name))
  return analyst.open('/bring-in-data', { method: 'POST', body: form })
}

/** Sends files, waits until they are in, and gives the page with the result. */
async function bringIn(files: Readonly<Record<string, string>>): Promise<Seen> {
  const running = await send(files)
  await council.jobs.idle()
  return analyst.open(running.url)
}

const tokenOn = async (address: string): Promise<string> => analyst.token(address)
const words = ({ text }: Seen): string => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('who may', () => {
  test('without signing in, nothing is shown', async () => {
    const { headers } = await new Browser(council.town.at).open('/bring-in-data', { follow: false })
    expect(headers.get('location')).toBe('/sign-in?to=%2Fbring-in-data')
  })

  test('a social worker may neither bring data in nor read what was refused nor decide pairs', async () => {
    const worker = new Browser(council.town.at)
    await worker.signIn('Ruth Adeyemi', '/help')
    for (const address of [
      '/bring-in-data',
      '/bring-in-data/4b1b7c1c-0000-4000-8000-000000000000/refused.csv',
      '/pairs',
      '/pairs/decided',
    ]) {
      await worker.signIn('Ruth Adeyemi', address).catch(() => undefined)
      expect((await worker.open(address)).status, address).toBe(403)
    }
  })
})

describe('choosing files', () => {
  test('without a file, the page says what to mend, in the summary and at the field', async () => {
    const seen = await send({})
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('<title>Error: Bring in data')
    expect(seen.text).toContain('<a href="#files">Choose the files to bring in</a>')
  })
})

describe('an import', () => {
  let result: Seen
  let address: string
  beforeAll(async () => {
    result = await bringIn({ 'children.csv': children, 'letter.pdf': '%PDF-1.7' })
    address = new URL(result.url).pathname
  })

  test('leads with what happened, and says what was in the files', () => {
    expect(address).toMatch(/^\/bring-in-data\/[0-9a-f-]{36}$/)
    expect(words(result)).toContain('Brought in, except 3 rows and 1 file')
    expect(words(result)).toContain('2 files, 5 rows,')
    expect(words(result)).toMatch(/children\.csv People 2 0 0 0 3/)
    expect(words(result)).toMatch(/letter\.pdf Not understood 0 0 0 0 0/)
  })

  test('says what was refused, by reason, and what to do', () => {
    expect(words(result)).toContain('Refused: 3 rows and 1 file, 3 reasons')
    expect(words(result)).toMatch(/children\.csv pers_sex Q , =1\+1 .*Check the code\. Lines 4 and 6/)
    expect(words(result)).toMatch(/children\.csv pers_dob 31\/02\/2012 .*Check the date\. Line 5/)
    expect(words(result)).toMatch(/letter\.pdf a PDF document .*Choose another file/)
  })

  test('of which nothing could be read has no rows to save and nothing to take back', async () => {
    const nothing = words(await bringIn({ 'letter.pdf': '%PDF-1.7' }))
    expect(nothing).toContain('Nothing could be brought in')
    expect(nothing).toMatch(/letter\.pdf a PDF document .*Whole file/)
    expect(nothing).toContain('Nothing of these files was brought in.')
    expect(nothing).not.toMatch(/Save the refused rows|Take this import back|Mend these in the case system/)
    expect(words(result)).toMatch(/Save the refused rows.*Take this import back.*Mend these in the case system/)
  })

  test('no address on the page holds anything of a child', () => {
    const addresses = [...result.text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href).join('\n')
    expect(addresses).not.toMatch(/Freya|Lockyer|3000|2012|HYPERLINK/)
  })

  test('the lines of one reason are one click away, and hold no other', async () => {
    const href = /href="([^"]+refused\?reason=[^"]+)">Lines 4 and 6/.exec(result.text)?.[1] ?? ''
    const seen = await analyst.open(href)
    expect(words(seen)).toContain('Refused: 2 rows')
    expect(words(seen)).toContain('Q is not in the list')
    expect(words(seen)).not.toContain('31/02/2012')
    expect(words(await analyst.open(`${address}/refused`))).toContain('Refused: 4 rows')
  })

  test('the refused rows can be saved, and no cell acts as a formula', async () => {
    const seen = await analyst.open(`${address}/refused.csv`)
    expect(seen.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''refused-rows-\d{4}-\d{2}-\d{2}\.csv$/)
    expect(seen.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [head, ...lines] = seen.text.replace('\uFEFF', '').trim().split('\r\n')
    expect(head).toBe('File,Line,Column,Found,Allowed,Why')
    expect(lines).toHaveLength(4)
    expect(lines.find((line) => line.startsWith('children.csv,6'))).toContain("'=1+1")
    expect(seen.text).not.toMatch(/(^|,)"?=/m)
  })

  test('who opened the result is logged by the import, before it is shown', () => {
    const look = council.town.looks.find(({ name }) => name === 'Opened the result of an import')
    expect(look).toMatchObject({ account: 'imran.castellan@estuary.example', subject: address.split('/').at(-1), outcome: 'shown' })
  })

  test('nothing of the files is left on the machine', async () => {
    const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith(`goldthread-uploads-${process.pid}-`))
    await expect.poll(left).toEqual([])
  })

  test('the list says who brought in what, and what came of it', async () => {
    expect(words(await analyst.open('/bring-in-data'))).toMatch(
      /Imran Castellan (children|letter)\.(csv|pdf) and 1 more Brought in, except 3 rows and 1 file 2 0 0 4/,
    )
  })

  test('the same files again change nothing, and can be taken back once', async () => {
    const again = await bringIn({ 'children.csv': children })
    expect(words(again)).toContain('Nothing new, and 3 rows refused')
    const place = `${new URL(again.url).pathname}/take-back`
    expect(words(await analyst.open(place))).toContain('Take this import back?')
    const taken = await analyst.send(place, { _csrf: await tokenOn(place) })
    expect(words(taken)).toContain('The import is taken back. 0 records it added are withdrawn.')
    expect(words(taken)).toContain('Taken back by Imran Castellan')
    const twice = await analyst.send(place, { _csrf: await tokenOn('/bring-in-data') })
    expect(twice.status).toBe(422)
    expect(words(twice)).toContain('There is a problem This import has already been taken back.')
  })

  test.each([
    '/bring-in-data/4b1b7c1c-0000-4000-8000-000000000000',
    '/bring-in-data/nonsense',
    '/bring-in-data/nonsense/refused.csv',
    '/bring-in-data/nonsense/take-back',
  ])('%s is not there', async (nowhere) => {
    expect((await analyst.open(nowhere)).status).toBe(404)
  })
})

describe('our own tables', () => {
  test('the page that takes files names them, and leads to a template for every kind of record', async () => {
    expect((await analyst.open('/bring-in-data')).text).toContain('href="/bring-in-data/templates"')
    const { text } = await analyst.open('/bring-in-data/templates')
    for (const kind of recordKinds) expect(text, kind.table).toContain(`href="/bring-in-data/templates/${kind.table}"`)
  })

  test('a template is a file with the one line that names the columns', async () => {
    const seen = await analyst.open('/bring-in-data/templates/disability')
    expect(seen.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(seen.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''disability.csv")
    expect(seen.text).toBe('disability_id,person_id,code\r\n')
  })

  test('what a column takes is said beside it, with the codes and their words', async () => {
    const seen = words(await analyst.open('/bring-in-data/templates/missing_episode/columns'))
    expect(seen).toContain('Missing episodes: columns')
    expect(seen).toMatch(/went_missing_at Went missing For a new record, may be blank A date, with the time where it is known/)
    expect(seen).toMatch(/type Missing or away .* 2 codes of type M Missing, whereabouts not known A Away/)
  })

  test('a template filled in comes in, and what is refused is told by its reason', async () => {
    const header = (await analyst.open('/bring-in-data/templates/disability')).text.trim()
    const seen = await bringIn({
      'a.csv': `${header}\nD1,300001,HEAR\nD2,300001,QQ\n`,
      'b.csv': 'missing_episode_id,interview_offered\nM9,Y\n',
      'c.csv': 'missing_episode_id,went_missing_at,Went missing at\nM1,01/02/2016,02/02/2016\n',
    })
    expect(words(seen)).toMatch(/a\.csv Disabilities 1 0 0 0 1/)
    expect(words(seen)).toMatch(/b\.csv identifier M9 .* Check the identifier, or bring in a file with these columns first\./)
    expect(words(seen)).toMatch(
      /c\.csv went_missing_at two columns of this name .* nothing tells which is meant.* Take one of the two out\./,
    )
  })

  test.each(['/bring-in-data/templates/nothing', '/bring-in-data/templates/nothing/columns', '/bring-in-data/templates/account'])(
    '%s is not there',
    async (nowhere) => expect((await analyst.open(nowhere)).status).toBe(404),
  )
})

describe('likely pairs', () => {
  const decide = async (pair: string, decision: string) =>
    analyst.send(pair, { _csrf: await tokenOn('/bring-in-data'), decision, page: '1' })

  test('two records of one name and birth date wait for a person, side by side', async () => {
    const seen = await analyst.open('/pairs')
    expect(words(seen)).toContain('The same child twice? 1 pair to decide')
    expect(words(seen)).toMatch(/Born 2 October 2011 2 October 2011 Same/)
    expect(words(seen)).toMatch(/Child ID 300001 300002/)
    expect(
      council.town.looks
        .filter(({ name, outcome }) => name === 'Opened a likely pair' && outcome === 'shown')
        .map(({ subject }) => subject),
    ).toHaveLength(2)
  })

  test('a pair is joined, and the joining undone', async () => {
    const pair = /action="(\/pairs\/[0-9a-f-]{36})"/.exec((await analyst.open('/pairs')).text)?.[1] ?? ''
    const joined = await decide(pair, 'same')
    expect(words(joined)).toContain('Joined: every page of the child now shows both records.')
    expect(words(joined)).toContain('No pair waits for a decision.')
    expect(words(await analyst.open('/pairs/decided'))).toMatch(
      /Freya Lockyer, 30000\d Freya Lockyer, 30000\d The same child .* Imran Castellan/,
    )
    const undone = await decide(pair, 'undo')
    expect(words(undone)).toContain('Undone: the pair waits for a decision again.')
    expect(words(await analyst.open('/pairs'))).toContain('1 pair to decide')
    expect(words(await decide(pair, 'two'))).toContain('Kept apart: they are two children.')
  })

  test('a pair that is not listed is answered with a sentence, and a decision nobody offers is not there', async () => {
    const unlisted = await decide('/pairs/4b1b7c1c-0000-4000-8000-000000000000', 'same')
    expect(unlisted.status).toBe(422)
    expect(words(unlisted)).toContain('There is a problem This pair is no longer listed.')
    expect((await decide('/pairs/4b1b7c1c-0000-4000-8000-000000000000', 'merge')).status).toBe(404)
  })
})

describe('while an import runs', () => {
  test('the page says how far it is and looks again by itself, though the database answers nobody', async () => {
    let finish: () => void = () => undefined
    const held = new Promise<void>((done) => (finish = done))
    const occupied = council.database.transaction({ actor: 'test', role: 'reads', keys: [] }, () => held)
    const job = council.jobs.start({
      by: 'Imran Castellan',
      files: ['ssd_person.csv', 'ssd_address.csv'],
      of: 2,
      bringIn: async (progress) => {
        progress('Reading ssd_person.csv')
        progress('Reading ssd_person.csv: 4,000 rows')
        await held
        return '4b1b7c1c-0000-4000-8000-000000000000'
      },
      cleared: async () => undefined,
    })
    try {
      const seen = await analyst.open(`/bring-in-data/running/${job.id}`)
      expect(words(seen)).toContain('Reading ssd_person.csv: 4,000 rows. File 1 of 2')
      expect(seen.headers.get('refresh')).toBe('2')
      expect((await analyst.open(`/bring-in-data/running/${job.id}?look=once`)).headers.get('refresh')).toBeNull()
      expect(words(await analyst.open('/bring-in-data'))).toMatch(/Not finished .* Imran Castellan ssd_person\.csv and 1 more Running/)
    } finally {
      finish()
      await occupied
      await council.jobs.idle()
    }
    const { headers } = await analyst.open(`/bring-in-data/running/${job.id}`, { follow: false })
    expect(headers.get('location')).toBe('/bring-in-data/4b1b7c1c-0000-4000-8000-000000000000')
  })

  test('an import that failed says that nothing was brought in, with a number and nothing of the files', async () => {
    const job = council.jobs.start({
      by: 'Imran Castellan',
      files: ['ssd_person.csv'],
      of: 1,
      bringIn: () => Promise.reject(new Error('duplicate key (forename)=(Maisie)')),
      cleared: async () => undefined,
    })
    await council.jobs.idle()
    const seen = await analyst.open(`/bring-in-data/running/${job.id}`)
    expect(words(seen)).toContain('Nothing was brought in')
    expect(words(seen)).toContain(council.jobs.find(job.id)?.reference)
    expect(words(seen)).not.toContain('Maisie')
  })

  test('an import from before the server was started is said not to have finished', async () => {
    const seen = await analyst.open('/bring-in-data/running/4b1b7c1c-0000-4000-8000-000000000000')
    expect(seen.status).toBe(404)
    expect(words(seen)).toContain('This import did not finish Nothing of it was brought in.')
  })
})
