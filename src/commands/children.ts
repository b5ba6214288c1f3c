import type { Command } from 'commander'
import { wordsFor } from '../engine/records/kind.ts'
import { knownAtMoment } from '../engine/web/known-at.ts'
import { ageOn, londonDay, longDate, momentInWords } from '../engine/web/words.ts'
import { findChild, findPersonId, fullName, type Child } from '../practice/person/child.ts'
import { chronologyOf, periodsOf } from '../practice/person/chronology.ts'
import { sexes } from '../practice/person/code-lists.ts'
import { findChildren, type Hit } from '../practice/person/find.ts'
import { recordKinds } from '../record-kinds.ts'
import { aligned, print } from './json.ts'
import { ForPeople, note, pageDayOf, someone, withDatabase, type AddCommand } from './setting.ts'

export const findCommand: AddCommand = (program, told) => {
  program
    .command('find')
    .argument('<text...>', 'a name, a number, a birth date, or several of these')
    .description('find children, spelling need not be exact')
    .action(async (text: string[], _options, command: Command) => {
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'find a child')
        const sought = text.join(' ')
        await note(database, who, 'Searched for a child', { detail: sought })
        const day = await pageDayOf(database, setting)
        const { hits, remarks } = await database.transaction({ ...who, role: 'reads' }, (tx) => findChildren(tx, sought, day))
        print(setting.json, hits.map(hitInJson), () =>
          [...remarks, ...(hits.length === 0 ? [`No child matches “${sought}”.`] : [aligned(hits.map(hitInWords))])].join('\n'),
        )
      })
    })
}

const hitInJson = ({ id, childId, name, formerName, born, sex, upn, standing, worker, team, mother, likeness }: Hit): unknown => ({
  id,
  childId,
  name,
  formerName,
  born,
  sex,
  upn,
  standing: standing.heading,
  worker,
  team,
  mother,
  likeness,
})

const hitInWords = ({ childId, name, formerName, born, standing, worker }: Hit): string[] => [
  childId ?? '',
  formerName ? `${name} (was ${formerName})` : name,
  born ? `born ${longDate(born)}` : 'birth date not recorded',
  standing.heading,
  worker ?? 'no worker recorded',
]

export const childCommand: AddCommand = (program, told, ends) => {
  program
    .command('child')
    .argument('<id>', 'the authority’s number, a pupil number, or our identifier')
    .option('--known-at <moment>', 'as it was known then: YYYY-MM-DD, or with a time')
    .description('show a child’s whole history')
    .action(async (id: string, options: { knownAt?: string }, command: Command) => {
      const setting = told(command)
      const then = momentOf(options.knownAt)
      await withDatabase(setting, async (database) => {
        const day = then ? londonDay(then.instant) : await pageDayOf(database, setting)
        const who = await someone(database, setting, 'read a child')
        const subject = await database.transaction({ ...who, role: 'reads' }, (tx) => findPersonId(tx, id))
        await note(database, who, 'Opened a child’s record', { subject, detail: id, knownAt: then?.instant })
        const child =
          subject === null
            ? null
            : await database.transaction({ ...who, role: 'reads', knownAt: then?.instant }, (tx) =>
                findChild(tx, subject, recordKinds, day),
              )
        if (child === null) {
          process.stderr.write(then && subject ? `${id} was not known at ${then.words}.\n` : `There is no child with the number ${id}.\n`)
          return ends(3)
        }
        print(setting.json, childInJson(child), () => childInWords(child, day))
      })
    })
}

function momentOf(given: string | undefined): ReturnType<typeof knownAtMoment> {
  try {
    return knownAtMoment(given ?? null, new Date())
  } catch (error) {
    throw new ForPeople(error instanceof Error ? error.message : String(error))
  }
}

function childInJson(child: Child): unknown {
  const { person, joined, standing, records, formerNames, family, workerName, teamName } = child
  const { id, sourceId, forename, surname, bornOn, expectedOn, diedOn, sex, gender, ethnicity, upn, upnUnknown, nhsNumber, nationality } =
    person
  const { worker, team } = standing
  return {
    person: {
      id,
      childId: sourceId,
      name: fullName(person),
      forename,
      surname,
      formerNames,
      born: bornOn,
      expected: expectedOn,
      died: diedOn,
      sex,
      gender,
      ethnicity,
      upn,
      upnUnknown,
      nhsNumber,
      nationality,
      alsoNumbered: joined.map((each) => each.sourceId),
      family,
    },
    now: {
      standing: standing.heading,
      inCareSince: standing.inCareSince,
      legalStatus: standing.legalStatus,
      placement: standing.placement,
      plan: standing.plan,
      worker: worker && { name: workerName, role: worker.role, since: worker.since, record: worker.record },
      team: team && { name: teamName, record: team.record },
    },
    chronology: chronologyOf(records),
    periods: periodsOf(records),
  }
}

function childInWords({ person, standing, records, workerName, teamName, formerNames }: Child, day: string): string {
  const age = person.bornOn ? ageOn(person.bornOn, day) : null
  const facts = [
    ['Born', person.bornOn ? `${longDate(person.bornOn)}${age === null ? '' : `, aged ${age}`}` : 'Not recorded'],
    ['Sex', wordsFor(sexes, person.sex) ?? 'Not recorded'],
    ['Number', person.sourceId ?? 'Not recorded'],
    ...(formerNames.length > 0 ? [['Earlier names', formerNames.join(', ')]] : []),
    ['Now', standing.heading],
    ['Legal status', since(standing.legalStatus)],
    ['Placement', since(standing.placement)],
    ['Plan', since(standing.plan)],
    ['Worker', workerName ?? 'Not recorded'],
    ['Team', teamName ?? 'Not recorded'],
  ]
  const chronology = chronologyOf(records).map(({ on, kind, line, withdrawn }) => [
    momentInWords(on),
    kind,
    withdrawn ? `(withdrawn) ${line}` : line,
  ])
  return `${fullName(person)}\n\n${aligned(facts)}\n\nChronology\n${chronology.length === 0 ? 'Nothing is recorded yet.' : aligned(chronology)}`
}

const since = (stands: { words: string; since: string | null } | null): string =>
  stands ? `${stands.words}${stands.since ? ` since ${longDate(stands.since)}` : ''}` : 'None recorded'
