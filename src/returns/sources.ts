import type { Source } from '../engine/intake/telling.ts'

/**
 * Who tells us things, most trusted first. What people write in Goldthread stands over all; the case system's own dataset stands over
 * what was sent in a return; among returns the first to say a thing keeps it. Every difference is listed for a person to settle.
 */
export const goldthread: Source = { id: 'goldthread', name: 'Goldthread', rank: 0 }
export const caseSystem: Source = { id: 'ssd', name: 'the case system (SSD)', rank: 1 }
/** What a council writes out of its systems under our own names: of the case system’s rank, so that whoever said a thing first keeps it. */
export const ownExtract: Source = { id: 'own-extract', name: 'the council’s own extract', rank: 1 }
export const lookedAfterReturn: Source = { id: 'ssda903', name: 'the looked-after return (SSDA903)', rank: 2 }
export const inNeedCensus: Source = { id: 'cin-census', name: 'the children in need census', rank: 3 }
export const inspectorsLists: Source = { id: 'annex-a', name: 'the inspectors’ lists (Annex A)', rank: 4 }

export const sources: readonly Source[] = [goldthread, caseSystem, ownExtract, lookedAfterReturn, inNeedCensus, inspectorsLists]
