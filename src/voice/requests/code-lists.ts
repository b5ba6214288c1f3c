import { codeList } from '../../engine/records/kind.ts'

export const informationRights = codeList(
  'Right under which information is asked for',
  'UK GDPR, Article 15; Freedom of Information Act 2000',
  [
    { code: 'SAR', label: 'Subject access: one’s own file', also: ['Subject access request'] },
    { code: 'FOI', label: 'Freedom of information', also: ['Freedom of information request'] },
  ],
)

export const requesters = codeList('Who asks for information', 'Goldthread: who commonly asks', [
  { code: 'SELF', label: 'The person themselves' },
  { code: 'PARENT', label: 'Parent, for a child' },
  { code: 'AGENT', label: 'Solicitor, advocate or other agent' },
  { code: 'PRESS', label: 'Journalist' },
  { code: 'PUBLIC', label: 'Member of the public' },
  { code: 'OTHER', label: 'Someone else' },
])

export const requestAnswers = codeList('Answer to a request for information', 'Goldthread: the answers that the law allows', [
  { code: 'ALL', label: 'Given in full' },
  { code: 'PART', label: 'Given in part' },
  { code: 'NONE', label: 'Refused' },
  { code: 'HELD', label: 'Not held' },
])
