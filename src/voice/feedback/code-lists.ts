import { codeList } from '../../engine/records/kind.ts'

export const feedbackGivers = codeList(
  'Who gave feedback',
  'Children Act 1989, section 22(4): whose wishes and feelings are asked; others as authorities commonly ask them',
  [
    { code: 'CHILD', label: 'Child' },
    { code: 'INCARE', label: 'Young person in care' },
    { code: 'LEAVER', label: 'Care leaver' },
    { code: 'PARENT', label: 'Parent' },
    { code: 'CARER', label: 'Carer' },
    { code: 'PROF', label: 'Professional' },
  ],
)

export const feedbackWays = codeList('How feedback was given', 'Goldthread: the ways in which authorities commonly ask', [
  { code: 'SURVEY', label: 'Survey' },
  { code: 'MEETING', label: 'After a meeting' },
  { code: 'PERSON', label: 'In person' },
  { code: 'LETTER', label: 'Complaint or compliment' },
  { code: 'COUNCIL', label: 'Children in care council' },
])

export const feedbackThemes = codeList('Theme of feedback', 'Goldthread: what children and families commonly speak of', [
  { code: 'LISTEN', label: 'Being listened to' },
  { code: 'KNOW', label: 'Knowing what is happening' },
  { code: 'WORKER', label: 'One worker for long' },
  { code: 'MEET', label: 'Meetings' },
  { code: 'PLAN', label: 'Plans and papers' },
  { code: 'HELP', label: 'Help when it was needed' },
  { code: 'FAMILY', label: 'Contact with family' },
  { code: 'HOME', label: 'Where I live' },
  { code: 'SCHOOL', label: 'School' },
  { code: 'LEAVE', label: 'Leaving care' },
])
