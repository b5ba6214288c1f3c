import type { AssessmentCourse, CategoryOfAbuse, EnquiryCourse, ProceedingsCourse } from '../course.ts'
import type { CareSlot } from './care.ts'

/** Lives as they are planned, as day numbers; `plan.ts` makes courses of them. */

export interface ChildDraft {
  readonly born: number
  readonly alone: boolean
  readonly family: FamilyDraft
  readonly needs: NeedDraft[]
  disabled: boolean
}

export interface FamilyDraft {
  readonly place: number
  readonly children: ChildDraft[]
  /** Comes to be known again and again. */
  readonly restless: number
}

export interface NeedDraft {
  readonly child: ChildDraft
  together: string
  readonly received: number
  source: string
  need: string
  /** Null until it is closed; closed is the first day on which it is not open. */
  closed: number | null
  closure: string
  assessment: Dated<AssessmentCourse> | null
  enquiry: Dated<EnquiryCourse> | null
  protection: ProtectionDraft | null
  readonly plans: { from: number; until: number | null; team: string }[]
  proceedings: Dated<ProceedingsCourse> | null
  care: CareSlot | null
}

export interface ProtectionDraft {
  readonly from: number
  until: number | null
  category: CategoryOfAbuse
  changed: { on: number; category: CategoryOfAbuse } | null
  team: string
  ends: 'plan in need' | 'care' | 'closure'
  /** Months it is likely to last. */
  readonly ripe: number
  /** How many plans the child had before. */
  earlier: number
}

/** The same with day numbers for days. */
type Dated<T> = { -readonly [K in keyof T]: K extends `${string}On` ? (null extends T[K] ? number | null : number) : T[K] }

export const needFor = (child: ChildDraft, received: number, together: string): NeedDraft => {
  const need: NeedDraft = {
    child,
    together,
    received,
    source: '6',
    need: 'N1',
    closed: null,
    closure: 'RC7',
    assessment: null,
    enquiry: null,
    protection: null,
    plans: [],
    proceedings: null,
    care: null,
  }
  child.needs.push(need)
  return need
}
