/** The people of the demonstration. Everyone named here is invented; so is the council. */

export interface DemoPerson {
  /** Addresses in `.example` belong to nobody (RFC 2606), so no authority's list of people can hold one by accident. */
  readonly account: string
  readonly name: string
  /** As said aloud after the name. */
  readonly role: string
}

export const demoCouncil = 'Estuary Council'

const demoPerson = (name: string, role: string): DemoPerson => ({
  account: `${name.toLowerCase().replaceAll(' ', '.')}@estuary.example`,
  name,
  role,
})

/** One person for each way of working, in the order in which a child meets them; then those who answer for the whole. */
export const demoPeople: readonly DemoPerson[] = [
  demoPerson('Ruth Adeyemi', 'social worker'),
  demoPerson('Tom Hargreave', 'team manager'),
  demoPerson('Nadia Rahmani', 'MASH manager'),
  demoPerson('Helen Sotiriou', 'reviewing officer'),
  demoPerson('Gethin Marlowe', 'virtual school head'),
  demoPerson('Ifeoma Nwachi', 'designated nurse'),
  demoPerson('Imran Castellan', 'performance analyst'),
  demoPerson('Judith Penhallow', 'principal social worker'),
  demoPerson('Anita Selwood', 'head of service'),
  demoPerson('Frances Ashdown', 'director'),
  demoPerson('Colin Trevanion', 'committee clerk'),
  demoPerson('Beatrix Langmead', 'councillor'),
  demoPerson('Sandra Pryce', 'foster carer'),
  demoPerson('Zuri Okello', 'young person'),
  demoPerson('Martin Eversholt', 'auditor'),
  demoPerson('Kavita Deshmane', 'administrator'),
]
