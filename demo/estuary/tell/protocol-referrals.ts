import { protocolReferral } from '../../../src/practice/protection/protocol-referrals.ts'
import type { Chance } from '../chance.ts'
import type { NeedCourse } from '../course.ts'
import { addDays, addWorkingDays, ageOn, earlier, isWorkingDay, workingDay, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import { composedFor, factsOn, type Suited } from './suited-words.ts'

/**
 * Concerns that ask for a referral or report of their own: domestic abuse to the multi-agency conference, trafficking, homelessness at 16 or 17,
 * female genital mutilation, radicalisation. A few in a hundred times of need, where the child’s age and what was found fit.
 */
export function tellProtocolReferrals(living: Living, need: NeedCourse): void {
  for (const type of protocolsOf(living, need)) tellOne(living, need, type)
}

type Protocol = 'FGM' | 'NRM' | 'Prevent' | 'MARAC' | 'homeless 16-17'

function protocolsOf(living: Living, need: NeedCourse): readonly Protocol[] {
  const { world, child } = living
  const { factors, receivedOn } = need
  const age = ageOn(child.born, receivedOn)
  const lot = living.chance('protocols', receivedOn)
  const found = (...codes: readonly string[]): boolean => codes.some((code) => factors.includes(code))
  const chances: readonly (readonly [Protocol, number])[] = [
    ['NRM', found('12A') ? 0.5 : child.unaccompanied !== null ? 0.1 : found('11A') ? 0.05 : 0],
    ['homeless 16-17', (age === 16 || age === 17) && child.unaccompanied === null && ['N4', 'N5', 'N8'].includes(need.need) ? 0.3 : 0],
    // Schools and midwives began to ask in the winter of 2015.
    [
      'FGM',
      found('22A') && child.sex === 'F'
        ? 0.9
        : child.sex === 'F' && child.ethnicity === 'BAFR' && child.born <= receivedOn
          ? receivedOn < '2015-12-01'
            ? 0.008
            : 0.03
          : 0,
    ],
    ['Prevent', age >= 11 && age < 18 && ['N1', 'N5', 'N6'].includes(need.need) ? (receivedOn < '2015-07-01' ? 0.004 : 0.02) : 0],
  ]
  const own = chances.filter(([, share]) => share > 0 && lot.happens(share)).map(([type]) => type)
  // It is the parent’s conference: brothers and sisters are named in one.
  return found('3A', '3B', '3C') && world.chance(need.together, 'MARAC').happens(0.07) ? ['MARAC', ...own] : own
}

function tellOne(living: Living, need: NeedCourse, type: Protocol): void {
  const { world, telling, child } = living
  const lot = type === 'MARAC' ? world.chance(need.together, 'MARAC said') : living.chance(type, need.receivedOn)
  const identifiedOn = earlier(type === 'FGM' && lot.happens(0.5) ? need.receivedOn : identified(lot, need), need.closedOn)
  const referredOn = earlier(referred(lot, type, identifiedOn), need.closedOn)
  const by = living.workerOn(identifiedOn)
  const given = { name: child.forename, ...placesOf(lot) }
  const concern = composedFor(lot, concerns[type], factsOn(living, identifiedOn), given)
  const made = {
    referredOn,
    referredBy: living.workerOn(referredOn).id,
    referredTo: lot.pick(to[type]),
    reference: `${prefix[type]}${referredOn.slice(2, 4)}/${String(lot.between(12, 980)).padStart(4, '0')}`,
  }
  const atOnce = referredOn === identifiedOn
  const told = telling.tell(
    protocolReferral,
    { type, identifiedOn, concern, ...(atOnce ? made : {}) },
    { on: identifiedOn, by, ...(atOnce ? {} : { prompt: true }) },
  )
  if (!atOnce) telling.amend(told, protocolReferral, made, { on: referredOn, by: living.workerOn(referredOn) })
  const heard = workingDay(addDays(referredOn, type === 'MARAC' ? lot.between(9, 27) : lot.between(5, 60)))
  if (heard >= need.closedOn || lot.happens(0.12)) return
  const outcome = composedFor(lot, outcomes[type], factsOn(living, heard), given)
  telling.amend(told, protocolReferral, { outcome }, { on: heard, by: living.workerOn(heard) })
}

/** Half of it is known at the door; the rest comes out while the child is assessed. */
function identified(lot: Chance, { receivedOn }: NeedCourse): Day {
  return lot.happens(0.5) ? receivedOn : workingDay(addDays(receivedOn, lot.between(2, 34)))
}

/** A report of mutilation by the next working day (Act of 2003, section 5B), suspected slavery the same day; for the others nobody counts. */
function referred(lot: Chance, type: Protocol, identifiedOn: Day): Day {
  if (type === 'FGM')
    return lot.happens(0.94)
      ? addWorkingDays(identifiedOn, lot.happens(0.6) && isWorkingDay(identifiedOn) ? 0 : 1)
      : addWorkingDays(identifiedOn, lot.between(2, 4))
  if (type === 'NRM') return lot.happens(0.88) ? identifiedOn : addWorkingDays(identifiedOn, lot.between(1, 6))
  return addWorkingDays(
    identifiedOn,
    lot.weighed([
      [0, 5],
      [1, 4],
      [2, 2],
      [5, 1],
    ] as const),
  )
}

const placesOf = (lot: Chance): Readonly<Record<string, string>> => ({
  town: lot.pick(['Oyster Quay', 'Saltings', 'Teal Point', 'Marram Bay', 'Wharfside', 'Sandling Cross']),
  night: lot.pick([
    'on Friday night',
    'on Sunday evening',
    'in the early hours of Saturday',
    'on Tuesday afternoon',
    'on the bank holiday',
    'last week',
  ]),
})

const prefix = { FGM: 'FG', NRM: 'NRM', Prevent: 'PV', MARAC: 'M', 'homeless 16-17': 'H' } as const

const to: Readonly<Record<Protocol, readonly string[]>> = {
  FGM: ['Police, safeguarding desk', 'Police child abuse investigation team'],
  NRM: ['National Referral Mechanism, competent authority', 'National Referral Mechanism'],
  Prevent: ['Channel panel', 'Prevent coordinator', 'Police Prevent team'],
  MARAC: ['MARAC coordinator', 'Multi-agency risk assessment conference, Estuary'],
  'homeless 16-17': ['Homelessness team, joint protocol', 'Homeless intervention project', 'Estuary Homes, duty officer'],
}

const concerns: Readonly<Record<Protocol, readonly (readonly Suited[])[]>> = {
  FGM: [
    [
      ['{name}’s mother told the midwife that she was cut as a child.', 'not from1'],
      ['{name} told her teacher that she will be “made a woman” on the family’s summer journey.', 'from5'],
      'An aunt rang: an older cousin was cut abroad two years ago.',
      'A nurse at the travel clinic was asked about vaccines for a six-week stay.',
      ['The health visitor asked, and mother said that her own mother speaks of having it done.', 'not from5'],
      ['School: a term’s leave is asked for, and {name} is frightened and will not say why.', 'from5'],
    ],
    [
      'Mother says that she is against it; father has not been asked.',
      'Both parents say that it will not happen to their daughters.',
      'The family travels in July.',
      'Grandmother arrives next month.',
      ['{name} has sisters.', 'sister'],
      '',
    ],
  ],
  NRM: [
    [
      ['{name} says that a man at the port took away the telephone and gave an address to work at.', 'alone'],
      ['{name} was found {night} at a car wash in {town} and does not know who pays.', 'alone'],
      'Police found {name} {night} in a house in {town} with three adults and no papers.',
      ['{name} has to repay a sum to those who arranged the journey, and family at home has been threatened.', 'alone'],
      ['{name} was found in the back of a lorry near {town} with a telephone number sewn into a coat.', 'alone'],
      ['{name} is driven to other towns at weekends and comes back with money and new clothes.', 'not alone'],
      ['{name} was found {night} in a flat two counties away with drugs that are not {name}’s.', 'not alone'],
    ],
    [
      ['Indicators of labour exploitation.', 'alone'],
      ['Indicators of criminal exploitation.', 'not alone'],
      'Indicators of sexual exploitation.',
      'Debt bondage is likely.',
      'Says little, and looks at the door while speaking.',
      ['Would not say where the rest of the group went.', 'alone'],
      '{name} is afraid of being found.',
      '',
    ],
    [
      ['Interpreter used by telephone.', 'alone'],
      ['Carer told not to leave {name} alone out of doors.', 'with carers'],
      'Police informed the same day.',
      '',
    ],
  ],
  Prevent: [
    [
      '{name} spoke in class of a cousin who has gone to fight and said that it is a duty.',
      ['The school found drawings and slogans of the far right in {name}’s folder.', 'not from16'],
      ['The college found drawings and slogans of the far right in {name}’s folder.', 'from16'],
      '{name} has been watching films of executions and shows them to younger children.',
      'Mother is worried about men whom {name} meets online and in {town}.',
      '{name} has stopped seeing old friends and talks of “us and them”.',
      'A youth worker in {town} heard {name} say that people of one faith “have it coming”.',
    ],
    [
      'Home was calm, and parents were shocked.',
      'Nobody else at school is involved.',
      'The telephone has a hidden account.',
      'It began after a death in the family.',
      '',
    ],
  ],
  MARAC: [
    [
      'Mother was strangled {night} and the police scored the risk as high.',
      'Third call to the address in two months: mother has bruises to the face and arms.',
      'Mother left for a friend’s flat in {town} {night}, and her former partner has been waiting outside.',
      'Her former partner, out of prison since last week, has said that he will find them.',
      ['Mother is pregnant, and was pushed down the stairs {night}.', 'not born'],
      'Messages threaten to burn down the house in {town} with everyone inside.',
      'He broke the door in {night} and took the telephones.',
    ],
    [
      ['The children heard all of it.', 'siblings'],
      ['There was a child in the room.', 'born'],
      ['The children were upstairs and say that they hid in the wardrobe.', 'siblings', 'from5'],
      ['The children were at their grandmother’s.', 'siblings'],
      ['The eldest rang the police.', 'siblings', 'from8'],
      ['{name} was at the grandmother’s.', 'born', 'not siblings'],
      'The neighbours heard it all.',
    ],
    [
      ['He knows where the school is.', 'from5'],
      'There is no order in place.',
      'A non-molestation order was made and has been broken twice.',
      'She does not want to press charges.',
      '',
    ],
  ],
  'homeless 16-17': [
    [
      '{name} was told to leave {night} after an argument about money.',
      '{name} has been sleeping at friends’ homes in {town} for three weeks.',
      'Mother’s new partner will not have {name} in the house.',
      '{name} slept {night} in a stairwell in {town}.',
      'Grandmother, with whom {name} lived, has gone into a care home.',
      'The family has moved to another town, and {name} stayed for college.',
    ],
    [
      '{name} does not want to come into care and wants a room.',
      '{name} would go home if father said sorry.',
      'There is an aunt, not asked yet.',
      '{name} has no money until the end of the month.',
      'Mother says that {name} may come back when things are calm.',
      '',
    ],
  ],
}

const outcomes: Readonly<Record<Protocol, readonly (readonly Suited[])[]>> = {
  FGM: [
    [
      'Police and social worker saw the parents together.',
      'Strategy discussion held with health.',
      'Police took no further action.',
      'A protection order was applied for.',
    ],
    [
      'The parents signed an agreement and gave the passports to a solicitor.',
      'The journey was called off.',
      ['Health visitor to ask again after the summer.', 'not from5'],
      ['School nurse to ask again after the summer.', 'from5'],
      ['School to report any absence the same day.', 'from5'],
      '',
    ],
  ],
  NRM: [
    [
      'Reasonable grounds found.',
      'Reasonable grounds not found.',
      'Accepted; a decision on conclusive grounds is awaited.',
      'Reasonable grounds found on the fifth working day.',
    ],
    [
      'The police are looking into it.',
      ['Placement moved away from {town}.', 'in care'],
      ['Safety plan shared with the carer.', 'with carers'],
      '',
    ],
  ],
  Prevent: [
    [
      'Not adopted by Channel: no ideology found.',
      'Channel took {name} on.',
      'Mentor offered and accepted.',
      'Closed after one meeting with the coordinator.',
      'The practitioner’s guide is used in direct work.',
    ],
    ['School goes on with its own work.', 'To be looked at again in six months.', 'Parents had advice about the internet.', ''],
  ],
  MARAC: [
    [
      'Heard, and a safety plan made.',
      'Heard: independent adviser to see mother this week.',
      'Heard again because of a new incident.',
      'Heard, with ten agencies present.',
      'Put back to the next conference, as mother had moved.',
    ],
    [
      'Locks changed and a marker put on the address.',
      'Refuge place found away from {town}.',
      ['School given a photograph and the orders.', 'from5'],
      'Probation to put a condition on where he may go.',
      'Housing to move the family.',
      '',
    ],
  ],
  'homeless 16-17': [
    [
      '{name} went home after mediation.',
      'Joint assessment done, and a room found in supported lodgings.',
      'Assessed jointly; {name} was offered care and declined it.',
      '{name} moved in with an aunt.',
      'Hostel place with support in {town}.',
    ],
    [
      'Support goes on for six weeks.',
      'A key worker sees {name} twice a week.',
      'Rights were explained, and an advocate offered.',
      'Benefits applied for.',
      '',
    ],
  ],
}
