import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { childrenInNeedCensus } from './census.ts'
import type { Life } from './life.ts'
import { ordinaryChildren } from './ordinary.ts'
import { ownExtract } from './own/own-extract.ts'
import { lifeAt } from './situation.ts'
import type { Situation } from './situation.ts'
import { alone } from './situations/unaccompanied.ts'
import { frontDoor } from './situations/front-door.ts'
import { lookedAfter } from './situations/looked-after.ts'
import { permanence } from './situations/permanence.ts'
import { protection } from './situations/protection.ts'
import { wickham } from './situations/wickham.ts'
import { ssdExtract } from './ssd.ts'
import { ssda903Return } from './ssda903.ts'
import { extractDay } from './story-person.ts'
import type { Moment } from './story-person.ts'

const told: readonly Situation[] = [...wickham, ...frontDoor, ...protection, ...lookedAfter, ...alone, ...permanence]

/** Every situation of the authority: those told by hand, and the ordinary ones around them. */
const situations: readonly Situation[] = [...told, ...ordinaryChildren(2016, 72, namesOf(told))]

function namesOf(these: readonly Situation[]): readonly string[] {
  return these.map((each) => lifeAt(each, 'february')).map((life) => `${life.forename} ${life.surname}`)
}

/** The lives of Estuary's children as the case system told them at that moment. */
export const livesAt = (moment: Moment): readonly Life[] => situations.map((situation) => lifeAt(situation, moment))

/**
 * Writes what the invented Estuary Council's case system gives at a moment into a folder: the Standard Safeguarding Dataset (a CSV for each
 * table), the looked-after return of the year to March 2015 and of the year that runs, the Children in Need census of the
 * year to March 2015, and what Estuary records beyond them as Goldthread’s own tables.
 * The February extract mends some of what the January one said. The same call writes the same bytes.
 * @returns the paths written, in order.
 */
export async function writeExtracts(folder: string, { moment }: { readonly moment: Moment }): Promise<string[]> {
  const lives = livesAt(moment)
  const day = extractDay[moment]
  const files: [string, string][] = [...ssdExtract(lives, day)].map(([table, text]) => [`ssd/${table}.csv`, text])
  for (const year of [2015, 2016]) {
    for (const [table, text] of ssda903Return(lives, year, day))
      files.push([`ssda903/${year - 1}-${String(year).slice(2)}-${table}.csv`, text])
  }
  files.push(['cin-census/cin-census-2015.xml', childrenInNeedCensus(lives, 2015)])
  for (const [table, text] of ownExtract(lives, day)) files.push([`own/${table}.csv`, text])
  const paths: string[] = []
  for (const [name, text] of files) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    paths.push(path)
  }
  return paths
}
