import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ssdColumns } from '../../demo/small-authority/layout.ts'

/** The files of an authority: tables of the Standard Safeguarding Dataset, and our own for what it does not have. */

const ssdTables = [
  'ssd_person',
  'ssd_family',
  'ssd_disability',
  'ssd_contacts',
  'ssd_cin_episodes',
  'ssd_cin_assessments',
  'ssd_assessment_factors',
  'ssd_cin_plans',
  'ssd_cin_visits',
  'ssd_s47_enquiry',
  'ssd_initial_cp_conference',
  'ssd_cp_plans',
  'ssd_cp_visits',
  'ssd_cp_reviews',
  'ssd_cla_episodes',
  'ssd_cla_placement',
  'ssd_legal_status',
  'ssd_cla_reviews',
  'ssd_cla_visits',
  'ssd_cla_health',
  'ssd_cla_care_plan',
  'ssd_missing',
  'ssd_involvements',
  'ssd_professionals',
  'ssd_department',
] as const

const ownTables = {
  population: 'population_id counted_on from_age until_age people published_in',
  school_term: 'school_term_id name started_on ended_on',
  referral: 'referral_id decided_on',
  assessment: 'assessment_id analysis childs_view',
  core_group: 'core_group_id person_id plan_id held_on',
  child_in_need_review: 'child_in_need_review_id person_id plan_id held_on',
  meeting_paperwork:
    'meeting_paperwork_id person_id meeting meeting_on initial_conference_id child_protection_review_id looked_after_review_id minutes_sent_on',
  care_plan_update: 'care_plan_update_id person_id care_plan_id updated_on review_id',
  health_assessment: 'health_assessment_id person_id type consent_on paperwork_sent_on appointment_on done_on examiner report_received_on',
  personal_education_plan: 'personal_education_plan_id person_id held_on term quality',
  return_home_interview: 'return_home_interview_id person_id missing_episode_id offered_at response responded_on held_at written_up_on',
  missing_meeting: 'missing_meeting_id person_id missing_episode_id held_at',
  pathway_plan: 'pathway_plan_id person_id made_on',
  pathway_review: 'pathway_review_id person_id plan_id held_on',
  personal_adviser_visit: 'personal_adviser_visit_id person_id visited_on how young_person_seen',
  management_oversight: 'management_oversight_id person_id recorded_on by_id occasion decision',
  supervision: 'supervision_id worker_id held_on held_by_id reflective',
} as const

export type Table = (typeof ssdTables)[number] | keyof typeof ownTables

/** A cell: text that needs no quotation marks or has them, a number, or nothing. */
export type Cell = string | number | null

export type Put = (table: Table, ...cells: readonly Cell[]) => void

const columnsOf = (table: Table): readonly string[] =>
  table in ownTables ? ownTables[table as keyof typeof ownTables].split(' ') : ssdColumns(table as (typeof ssdTables)[number])

/** Text as it stands in a cell. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

export interface Written {
  readonly path: string
  readonly rows: number
  readonly bytes: number
}

/**
 * Files for all tables in a folder, `ssd` and `own`. Rows stream to the disk. A table without rows leaves no file.
 * @throws Error where a row has not as many cells as the table has columns
 */
export function filesIn(folder: string): { readonly put: Put; readonly close: () => readonly Written[] } {
  for (const kind of ['ssd', 'own']) mkdirSync(join(folder, kind), { recursive: true })
  const open = new Map<Table, { file: number; path: string; width: number; waiting: string; rows: number; bytes: number }>()
  const begun = (table: Table) => {
    const columns = columnsOf(table)
    const path = join(folder, table in ownTables ? 'own' : 'ssd', `${table}.csv`)
    const file = { file: openSync(path, 'w'), path, width: columns.length, waiting: `${columns.join(',')}\n`, rows: 0, bytes: 0 }
    open.set(table, file)
    return file
  }
  const put: Put = (table, ...cells) => {
    const file = open.get(table) ?? begun(table)
    if (cells.length !== file.width)
      throw new Error(`${table} has ${file.width} columns, and this row ${cells.length} cells: ${cells.join(',')}`)
    file.rows += 1
    file.waiting += `${cells.join(',')}\n`
    if (file.waiting.length > 262_144) {
      file.bytes += writeSync(file.file, file.waiting)
      file.waiting = ''
    }
  }
  const close = () =>
    [...open.values()].map(({ file, path, waiting, rows, bytes }) => {
      const all = bytes + writeSync(file, waiting)
      closeSync(file)
      return { path, rows, bytes: all }
    })
  return { put, close }
}
