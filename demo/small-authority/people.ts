/** Teams and workers of Estuary Council. All of them are invented. */

export interface Team {
  readonly id: string
  readonly name: string
  readonly parent: string | null
}

export const teams: readonly Team[] = [
  { id: 'T01', name: "Children's Social Care", parent: null },
  { id: 'T10', name: 'Front Door', parent: 'T01' },
  { id: 'T11', name: 'Early Help Hub', parent: 'T01' },
  { id: 'T21', name: 'Assessment Team 1', parent: 'T01' },
  { id: 'T22', name: 'Assessment Team 2', parent: 'T01' },
  { id: 'T31', name: 'Family Support Team North', parent: 'T01' },
  { id: 'T32', name: 'Family Support Team South', parent: 'T01' },
  { id: 'T41', name: 'Looked After Team 1', parent: 'T01' },
  { id: 'T42', name: 'Looked After Team 2', parent: 'T01' },
  { id: 'T51', name: "Young People's Team", parent: 'T01' },
  { id: 'T61', name: 'Children with Disabilities Team', parent: 'T01' },
  { id: 'T71', name: 'Adoption and Permanence Team', parent: 'T01' },
  { id: 'T81', name: 'Reviewing Service', parent: 'T01' },
  { id: 'T91', name: 'Performance and Insight', parent: 'T01' },
]

export interface Worker {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly team: string
  /** The regulator's number: 'SW' and digits. Null for people who are not registered social workers. */
  readonly registration: string | null
  readonly agency: boolean
  /** Share of a full-time post. */
  readonly fullTime: number
}

const worker = (
  id: number,
  name: string,
  title: string,
  team: string,
  more: { readonly registered?: boolean; readonly agency?: boolean; readonly fullTime?: number } = {},
): Worker => ({
  id: `P${id}`,
  name,
  title,
  team,
  registration: (more.registered ?? /social worker|manager|reviewing|chair|head/i.test(title)) ? `SW${90_000 + id * 17}` : null,
  agency: more.agency ?? false,
  fullTime: more.fullTime ?? 1,
})

export const workers: readonly Worker[] = [
  worker(101, 'Anita Selwood', 'Head of service, children looked after', 'T01'),
  worker(103, 'Frances Ashdown', 'Director of children’s services', 'T01'),
  worker(104, 'Judith Penhallow', 'Principal social worker', 'T01'),
  worker(105, 'Kavita Deshmane', 'Administrator', 'T01'),
  worker(102, 'Imran Castellan', 'Performance analyst', 'T91'),
  worker(110, 'Nadia Rahmani', 'MASH manager', 'T10'),
  worker(111, 'Joel Pennick', 'Social worker', 'T10'),
  worker(115, 'Delphine Marsh', 'Early help practitioner', 'T11'),
  worker(116, 'Osian Treharne', 'Early help practitioner', 'T11', { fullTime: 0.6 }),
  worker(120, 'Farida Noorzad', 'Team manager', 'T21'),
  worker(121, 'Aidan Corless', 'Social worker', 'T21'),
  worker(122, 'Temi Fashanwe', 'Social worker', 'T21'),
  worker(123, 'Hattie Gorringe', 'Social worker', 'T22'),
  worker(124, 'Pavel Dostalik', 'Social worker', 'T22', { agency: true }),
  worker(131, 'Gareth Lunn', 'Social worker', 'T31'),
  worker(132, 'Shereen Akhtari', 'Social worker', 'T31'),
  worker(133, 'Moira Stennett', 'Team manager', 'T31'),
  worker(134, 'Calum Drever', 'Social worker', 'T32'),
  worker(135, 'Esther Wamalwa', 'Social worker', 'T32'),
  worker(140, 'Tom Hargreave', 'Team manager', 'T42'),
  worker(141, 'Ruth Adeyemi', 'Social worker', 'T42'),
  worker(142, 'Dean Ormsby', 'Social worker', 'T42', { agency: true }),
  worker(143, 'Marcus Bell', 'Social worker', 'T42'),
  worker(144, 'Sunita Rao-Lang', 'Social worker', 'T42'),
  worker(145, 'Chloe Fenwright', 'Social worker, newly qualified', 'T42'),
  worker(146, 'Bea Holloway', 'Social worker', 'T42'),
  worker(147, 'Verity Aldous', 'Social worker', 'T41'),
  worker(148, 'Emeka Nwachuku', 'Social worker', 'T41', { fullTime: 0.8 }),
  worker(151, 'Kwaku Boadi', 'Personal adviser', 'T51'),
  worker(152, 'Lesley Stroud', 'Personal adviser', 'T51'),
  worker(153, 'Dilys Pargeter', 'Social worker', 'T51'),
  worker(161, 'Rachel Quill', 'Social worker', 'T61'),
  worker(171, 'Judith Farleigh', 'Social worker', 'T71'),
  worker(181, 'Helen Sotiriou', 'Independent reviewing officer', 'T81'),
  worker(182, 'Bryn Cadwell', 'Independent reviewing officer', 'T81'),
  worker(183, 'Olive Matthison', 'Conference chair', 'T81'),
]

const byName = new Map(workers.map((each) => [each.name, each]))

/** The worker of that name. @throws Error when nobody of that name works here. */
export function workerNamed(name: string): Worker {
  const found = byName.get(name)
  if (!found) throw new Error(`Nobody called ${name} works for Estuary Council. Add them to demo/small-authority/people.ts.`)
  return found
}

export const teamById = (id: string): Team => {
  const found = teams.find((team) => team.id === id)
  if (!found) throw new Error(`There is no team ${id} in demo/small-authority/people.ts.`)
  return found
}
