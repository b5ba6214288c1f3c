/** The teams of a district of Estuary Council, and the posts they have at the size of the authority whose figures were published. */

export type TeamId = string

/** What a team does for children. */
export type Work =
  | 'front door'
  | 'early help'
  | 'assessment'
  | 'family support'
  | 'disabled children'
  | 'adolescents'
  | 'looked after'
  | 'permanence'
  | 'leaving care'
  | 'fostering'
  | 'reviewing'
  | 'virtual school'
  | 'management'

export interface Team {
  readonly id: TeamId
  readonly name: string
  readonly work: Work
  readonly parent: TeamId | null
  /** Posts of those who hold children or households, without managers. */
  readonly posts: number
  /** Children a full-time worker is meant to hold. */
  readonly caseload: number
  readonly title: string
}

const team = (number: string, name: string, work: Work, posts: number, caseload: number, title = 'Social worker'): Team => ({
  id: `T${number}`,
  name,
  work,
  parent: 'T01',
  posts,
  caseload,
  title,
})

const all: readonly Team[] = [
  { ...team('01', 'Children’s Social Care', 'management', 0, 0), parent: null },
  team('10', 'Multi-Agency Safeguarding Hub', 'front door', 6, 12),
  team('11', 'Early Help Hub', 'early help', 12, 28, 'Early help practitioner'),
  team('21', 'Assessment Team 1', 'assessment', 10, 15),
  team('22', 'Assessment Team 2', 'assessment', 10, 15),
  team('31', 'Family Support North', 'family support', 13, 18),
  team('32', 'Family Support South', 'family support', 13, 18),
  team('33', 'Family Support East', 'family support', 13, 18),
  team('34', 'Family Support West', 'family support', 13, 18),
  team('51', 'Adolescents Team', 'adolescents', 9, 15),
  team('61', 'Disabled Children’s Team', 'disabled children', 8, 16),
  team('41', 'Looked After Team 1', 'looked after', 8, 17),
  team('42', 'Looked After Team 2', 'looked after', 8, 17),
  team('43', 'Looked After Team 3', 'looked after', 8, 17),
  team('71', 'Permanence Team', 'permanence', 5, 12),
  team('55', 'Aftercare Team', 'leaving care', 9, 22, 'Personal adviser'),
  team('72', 'Fostering Team', 'fostering', 6, 15, 'Supervising social worker'),
  team('81', 'Reviewing Service', 'reviewing', 9, 65, 'Independent reviewing officer'),
  team('91', 'Virtual School', 'virtual school', 3, 120, 'Education adviser'),
]

/** In a small authority one team does what several do in a large one. */
const alsoSmall: ReadonlySet<string> = new Set(['T01', 'T10', 'T11', 'T21', 'T32', 'T61', 'T42', 'T55', 'T72', 'T81', 'T91'])

/** @param district from 1: later ones have their number before the team’s. */
export function teamsOf(scale: number, district: number): readonly Team[] {
  const own = (id: string): string => (district === 1 || id === 'T01' ? id : `D${district}${id}`)
  const place = district === 1 ? '' : ` (district ${district})`
  return all
    .filter(({ id }) => (scale >= 0.5 || alsoSmall.has(id)) && (district === 1 || id !== 'T01'))
    .map((each) => ({
      ...each,
      id: own(each.id),
      parent: each.parent,
      name: `${each.name}${each.id === 'T01' ? '' : place}`,
      posts: each.posts === 0 ? 0 : Math.max(2, Math.round(each.posts * Math.max(scale, 0.25))),
    }))
}
