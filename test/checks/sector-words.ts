/** Words of social care, which the engine does not know. Kept apart from the check so that the check itself can be tested. */

/** Written as said; spaces also stand for the joins of names in code (`looked_after`, `lookedAfter`). */
const sectorWords: readonly string[] = [
  'child',
  'children',
  'childhood',
  'young person',
  'young people',
  'pupil',
  'social worker',
  'social workers',
  'social care',
  'safeguarding',
  'looked after',
  'care leaver',
  'care leavers',
  'protection plan',
  'strategy discussion',
  'missing episode',
  'return home interview',
  'placement',
  'placements',
  'foster',
  'fostered',
  'fostering',
  'adoption',
  'referral',
  'referrals',
  'census',
  'cin',
  'ssd',
  'ssda903',
  'ssda 903',
  '903',
  'annex a',
  'ofsted',
  'upn',
]

interface Allowed {
  readonly where: RegExp
  readonly what: RegExp
  readonly why: string
}

/** What only looks like a word of the sector. Each with its reason; to be kept this short. */
const allowed: readonly Allowed[] = [
  { where: /\.tsx?$/, what: /(node:)?child_process|ChildProcess/g, why: 'Node’s own module and type.' },
  {
    where: /^src\/engine\/.*\.tsx$/,
    what: /ComponentChildren|\{ ?children\b|^\s+children,$|, children(?=,| \}| =)|\bchildren(?=\??: (ComponentChildren|VNode|JSX))|\b(props|vnode)\.children\b/g,
    why: 'What stands inside an element has this name in Preact; as a word in a comment or on a page it is still found.',
  },
  {
    where: /^src\/engine\/exchange\/docx-write\.ts$/,
    what: /\{ children: inside \}/g,
    why: 'What stands inside an element has this name in the package that writes Word documents.',
  },
]

const joined = (word: string): string => word.split(' ').join('[\\s_-]+')
const anyWord = new RegExp(`(?<![a-z0-9])(${sectorWords.map(joined).join('|')})(?![a-z0-9])`, 'gi')

/** The lines of a file that have a word of the sector in them, as `path:line: word`. Names are taken apart: childPage, SSD_TABLE, looked_after. */
export function sectorWordsIn(path: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const bare = allowed.filter(({ where }) => where.test(path)).reduce((left, { what }) => left.replace(what, ''), line)
    const apart = bare.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    return [...apart.matchAll(anyWord)].map((met) => `${path}:${index + 1}: ${met[0]}`)
  })
}
