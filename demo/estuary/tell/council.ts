import { Telling, type Told } from '../telling.ts'
import type { World } from '../world.ts'
import { tellAllegations } from './allegations.ts'
import { tellComplaints } from './complaints.ts'
import { tellFeedback } from './feedback.ts'
import { tellFigures } from './figures.ts'
import { tellGovernance } from './governance.ts'
import type { KnownChild } from './registers.ts'
import { tellRequests } from './requests.ts'

/**
 * Tells what is on record of a district but in no child’s: allegations, complaints, requests for information, feedback. What the council does as one
 * (meetings, decisions, inspections, reports) and what it says of its figures is told with the first district.
 * @param children of whom complaints and feedback may speak: number, from when until when they were worked with, and when they were born
 */
export function tellCouncil(world: World, children: readonly KnownChild[]): readonly Told[] {
  const telling = new Telling(world, `E${world.district}`, null)
  tellAllegations(telling, children)
  tellComplaints(telling, children)
  tellRequests(telling, children)
  tellFeedback(telling, children)
  if (world.district === 1) {
    tellGovernance(telling)
    tellFigures(telling)
  }
  return telling.records
}
