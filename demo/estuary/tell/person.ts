import { address, disability, familyMembership, immigrationStatus, person } from '../../../src/practice/person/records.ts'
import { addDays, birthday, earlier, later } from '../days.ts'
import type { Living } from '../living.ts'
import { nhsNumber, pupilNumber } from '../numbers.ts'
import type { Day } from '../days.ts'
import type { Worker } from '../workforce.ts'

/** Who the child is. Recorded with the first thing that is known of the child. */
export function tellPerson(living: Living, firstKnown: Day, by: Worker): void {
  const { child, telling } = living
  const lot = living.chance('person')
  const on = { on: firstKnown, by, prompt: true } as const
  const ofSchoolAge = child.born < '2014-09-01' && child.unaccompanied === null
  const forename = lot.happens(0.004) ? `${child.forename}e` : child.forename
  const told = telling.tell(
    person,
    {
      forename,
      surname: child.surname,
      sex: child.sex,
      ethnicity: child.ethnicity,
      bornOn: child.born <= firstKnown ? child.born : null,
      // Few are born on the day they are expected.
      expectedOn: child.born > firstKnown ? later(addDays(child.born, lot.between(-9, 12)), addDays(firstKnown, 1)) : null,
      upn: ofSchoolAge && child.born <= firstKnown ? pupilNumber(Number(child.number), child.born) : null,
      upnUnknown: ofSchoolAge && child.born <= firstKnown ? null : child.unaccompanied ? 'UN2' : 'UN1',
      nhsNumber: child.unaccompanied === null ? nhsNumber(Number(child.number)) : null,
      // Said when there is one.
      hasEhcPlan: false,
      nationality: child.unaccompanied?.country ?? null,
    },
    on,
    child.number,
  )
  living.keep('person', told)
  if (child.born > firstKnown)
    telling.amend(
      told,
      person,
      {
        bornOn: child.born,
        expectedOn: null,
        ...(ofSchoolAge ? { upn: pupilNumber(Number(child.number), child.born), upnUnknown: null } : {}),
      },
      { on: child.born, by, prompt: true },
    )
  if (forename !== child.forename)
    telling.amend(
      told,
      person,
      { forename: child.forename },
      { on: addDays(firstKnown, lot.between(5, 60)), by, reason: 'Spelt wrongly at first' },
    )
  telling.tell(familyMembership, { familyId: child.family.number }, on)
  const found = child.unaccompanied ? child.family.homes[0] : undefined
  if (found)
    // Who came alone has no home here: what is held is where they were found.
    telling.tell(
      address,
      {
        type: 'Where found, no home in this country',
        startedOn: firstKnown,
        endedOn: firstKnown,
        postcode: found.postcode,
        parts: { STREET: found.street, TOWN: found.town },
      },
      on,
    )
  const adoptedOn = living.course.needs.find(({ care }) => care?.leaves === 'E11' || care?.leaves === 'E12')?.care?.until ?? null
  for (const [place, home] of found ? [] : child.family.homes.entries()) {
    const following = child.family.homes[place + 1]
    const next = adoptedOn !== null && following && following.from > adoptedOn ? undefined : following
    const from = later(home.from, child.born)
    if (next && next.from <= child.born) continue
    // Where the family of birth moves is not told of a child who has a family for good.
    if (adoptedOn !== null && home.from > adoptedOn) continue
    const begun = later(from, firstKnown)
    const there = telling.tell(
      address,
      {
        type: 'Home',
        startedOn: from <= begun ? from : begun,
        postcode: home.postcode,
        parts: { HOUSE: home.house, STREET: home.street, TOWN: home.town },
      },
      { on: begun, by: place === 0 ? by : living.workerOn(begun), prompt: place === 0 },
    )
    const moved = next && later(next.from, begun)
    if (next && moved) telling.amend(there, address, { endedOn: later(next.from, from) }, { on: moved, by: living.workerOn(moved) })
  }
  for (const code of child.disabled) {
    // Some things are found at birth; that a child learns or speaks otherwise is known at two or three.
    const known = later(
      firstKnown,
      code === 'LD' || code === 'AUT' || code === 'COMM' ? addDays(child.born, 900) : addDays(child.born, 120),
    )
    telling.tell(disability, { code }, { on: addDays(known, lot.between(0, 45)), by: living.workerOn(known) })
  }
  if (child.unaccompanied)
    telling.tell(
      immigrationStatus,
      {
        status: 'Unaccompanied asylum-seeking child',
        startedOn: earlier(child.unaccompanied.arrived, firstKnown),
        endedOn: birthday(child.born, 18),
      },
      { on: firstKnown, by, prompt: true },
    )
}
