/** The people of the demonstration. Everyone named here is invented; so is the council. */

export interface DemoPerson {
  /** Addresses in `.example` belong to nobody (RFC 2606), so no authority's list of people can hold one by accident. */
  readonly account: string
  readonly name: string
  /** As said aloud after the name. */
  readonly role: string
  /** Their number among the council’s workers, and the team they manage; null for those who are none. */
  readonly worker: string | null
  readonly manages: string | null
}

export const demoCouncil = 'Estuary Council'

const demoPerson = (name: string, role: string, worker: string | null = null, manages: string | null = null): DemoPerson => ({
  account: `${name.toLowerCase().replaceAll(' ', '.')}@estuary.example`,
  name,
  role,
  worker,
  manages,
})

/** One person for each way of working, in the order in which a child meets them; then those who answer for the whole. */
export const demoPeople: readonly DemoPerson[] = [
  demoPerson('Ruth Adeyemi', 'social worker', 'P141'),
  demoPerson('Tom Hargreave', 'team manager', 'P140', 'T42'),
  demoPerson('Nadia Rahmani', 'MASH manager', 'P110', 'T10'),
  demoPerson('Helen Sotiriou', 'reviewing officer', 'P181'),
  demoPerson('Gethin Marlowe', 'virtual school head', 'P191'),
  demoPerson('Ifeoma Nwachi', 'designated nurse', 'P192'),
  demoPerson('Imran Castellan', 'performance analyst', 'P102'),
  demoPerson('Judith Penhallow', 'principal social worker', 'P104'),
  demoPerson('Anita Selwood', 'head of service', 'P101'),
  demoPerson('Frances Ashdown', 'director', 'P103'),
  demoPerson('Colin Trevanion', 'committee clerk'),
  demoPerson('Beatrix Langmead', 'councillor'),
  demoPerson('Sandra Pryce', 'foster carer'),
  demoPerson('Zuri Okello', 'young person'),
  demoPerson('Martin Eversholt', 'auditor', 'P106'),
  demoPerson('Kavita Deshmane', 'administrator', 'P105'),
]
