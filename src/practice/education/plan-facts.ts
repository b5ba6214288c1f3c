import { factKind } from '../../engine/measures/fact.ts'
import { person } from '../person/records.ts'
import { schoolPhases, phaseOn } from './school-phases.ts'
import { personalEducationPlan } from './schooling-records.ts'

/** What personal education plans hold: what the child and the carer say, and targets that can be met. */

/**
 * Whether targets can be met or missed: they say how much, in a figure ("20 of 50 words"), or by when (a day, a week, a term, the next plan). "To improve
 * in English" says neither.
 */
export const canBeMet = (targets: string): boolean =>
  /\d/.test(targets) ||
  /\b(by|before|within|until)\b.{0,40}\b(day|week|month|term|half-term|year|report|plan|review|christmas|easter|summer|birthday)s?\b/i.test(
    targets,
  )

/** One a plan, on the day it was completed. Where none of the three is recorded, only the meeting is held, and the plan is not among them. */
export const educationPlansWritten = factKind({
  id: 'education-plans-written',
  name: 'Personal education plans of which the text is held',
  about: person,
  says: {
    phase: { label: 'School phase', type: 'words', codes: schoolPhases },
    childsView: { label: 'Says what the child thinks', type: 'yes or no' },
    carersView: { label: 'Says what the carer thinks', type: 'yes or no' },
    targets: { label: 'Targets can be met', type: 'yes or no' },
  },
  reads: [personalEducationPlan],
  facts: (thread) =>
    thread
      .dated(personalEducationPlan, 'heldOn')
      .filter(({ record }) => [record.childsView, record.carersView, record.targets].some((words) => words !== null))
      .map(({ at, record: { id, childsView, carersView, targets } }) => ({
        on: at,
        by: { table: personalEducationPlan.table, id },
        says: {
          phase: phaseOn(thread.about(person).bornOn, at),
          childsView: childsView !== null,
          carersView: carersView !== null,
          targets: targets !== null && canBeMet(targets),
        },
      })),
})
