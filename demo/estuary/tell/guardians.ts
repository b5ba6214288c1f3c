import { heritageBy, type Heritage } from '../../names.ts'
import type { Chance } from '../chance.ts'
import type { Living } from '../living.ts'

/** Who becomes a child’s special guardian, and what they are to the child: names that fit. */
export interface Guardians {
  readonly names: string
  readonly relationship: string
}

/** @param fosteredFor years with the foster carers of now; 0 where the child is with none */
export function guardiansOf(living: Living, relatives: boolean, fosteredFor: number, lot: Chance): Guardians {
  const { child, world } = living
  if (!relatives) {
    const names = lot.happens(0.4) ? world.workforce.outsider(lot) : `${world.workforce.outsider(lot)} and partner`
    const years = Math.floor(fosteredFor)
    if (fosteredFor === 0) return { names, relationship: lot.pick(['Former foster carers', 'Family friends']) }
    return { names, relationship: years < 2 ? 'Foster carers' : `Foster carers for ${years} years` }
  }
  const heritage = heritageOf(child.ethnicity, lot)
  const woman = lot.pick(heritage.women)
  const man = lot.pick(heritage.boys)
  const [hers, theirs] = [child.family.mother?.surname ?? child.surname, child.surname]
  const other = lot.pick(heritage.surnames)
  return lot.weighed<Guardians>([
    [{ names: `${woman} ${hers}`, relationship: 'Maternal grandmother' }, 32],
    [{ names: `${woman} and ${man} ${theirs}`, relationship: 'Paternal grandparents' }, 18],
    [{ names: `${woman} ${hers} and partner`, relationship: 'Maternal aunt' }, 10],
    [{ names: `${woman} ${hers}`, relationship: 'Maternal aunt' }, 8],
    [{ names: `${woman} and ${man} ${theirs}`, relationship: 'Paternal aunt and uncle' }, 10],
    [{ names: `${woman} ${theirs}`, relationship: 'Older sister' }, 7],
    [{ names: `${woman} ${other}`, relationship: 'Great-aunt' }, 6],
    [{ names: `${woman} ${other} and partner`, relationship: 'Family friends' }, 9],
  ])
}

function heritageOf(ethnicity: string, lot: Chance): Heritage {
  for (let tries = 0; ; tries++) {
    const heritage = heritageBy(lot)
    if (heritage.ethnicities.includes(ethnicity) || tries > 300) return heritage
  }
}
