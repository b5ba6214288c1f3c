import { codeList } from '../../engine/records/kind.ts'

/** What a long text is part of. */
export const sortsOfText = codeList('Sort of text', 'Goldthread', [
  { code: 'assessment', label: 'Assessments' },
  { code: 'early help plan', label: 'Early help plans' },
  { code: 'in need plan', label: 'Child in need plans' },
  { code: 'protection plan', label: 'Child protection plans' },
  { code: 'care plan', label: 'Care plans' },
  { code: 'education plan', label: 'Personal education plans' },
  { code: 'pathway plan', label: 'Pathway plans' },
  { code: 'other plan', label: 'Other plans' },
  { code: 'review', label: 'Reviews and core groups' },
  { code: 'visit', label: 'Visits' },
  { code: 'interview', label: 'Return home interviews' },
])
