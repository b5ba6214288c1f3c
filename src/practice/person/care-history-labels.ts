/** Where the words of a care history stand: on their bar, beside it, or told together with their neighbours'; never over anything else. */
import { longDate } from '../../engine/web/words.ts'
import { barHeight, left, middle, right, toBaseline, type Bar, type Label, type LaneName, type Mark } from './care-history-shapes.ts'
import { round } from './care-history-time.ts'
import { spanInWords } from './care-history-words.ts'
import { lowerFirst } from './standing-words.ts'

/** From and to, across the picture. */
export type Span = readonly [from: number, to: number]

/** Words stand on their bar where they fit, else beside it, the latest first; what then has none is told together with its neighbours. */
export function labelsOfBars(lane: LaneName, row: readonly Bar[]): Label[] {
  const taken: Span[] = row.map(({ x, width: wide }) => [x, x + wide])
  const labels: Label[] = []
  const without: number[] = []
  const y = (row[0]?.y ?? 0) + barHeight / 2 + toBaseline
  for (let place = row.length - 1; place >= 0; place--) {
    const { x, width: wide, period } = row[place] as Bar
    const inside = shorter(period.label).find((words) => textWidth(words) + 12 <= wide)
    if (inside !== undefined) {
      labels.push({ x: round(x + 6), y, words: inside, anchor: 'start', inside: true })
      continue
    }
    // The lane's own name beside its bar would say it twice.
    const told = period.label === lane ? capital(spanInWords(period)) : period.label
    const outside = row.length > 1 && touches(row, place) ? null : beside(told, x, x + wide, y, taken)
    if (outside) labels.push(outside)
    else without.unshift(place)
  }
  for (const run of runsOf(without)) {
    const bars = run.map((place) => row[place] as Bar)
    const [from, last] = [bars[0] as Bar, bars.at(-1) as Bar]
    for (const words of togetherInWords(lane, bars)) {
      const label = beside(words, from.x, last.x + last.width, y, taken)
      if (!label) continue
      labels.push(label)
      break
    }
  }
  return labels
}

/** Words beside a bar that touches its neighbours on both sides would belong to either. */
function touches(row: readonly Bar[], place: number): boolean {
  const [before, { x, width: wide }, after] = [row[place - 1], row[place] as Bar, row[place + 1]]
  const gap = 8
  return (before !== undefined && x - (before.x + before.width) < gap) || (after !== undefined && after.x - (x + wide) < gap)
}

const runsOf = (places: readonly number[]): number[][] => {
  const runs: number[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run && run.at(-1) === place - 1) run.push(place)
    else runs.push([place])
  }
  return runs
}

const counted: Readonly<Record<LaneName, string>> = {
  Contacts: 'contacts',
  'Early help': 'times',
  'In need': 'times',
  'Protection plan': 'plans',
  'In care': 'times',
  'Legal status': 'statuses',
  Placement: 'placements',
  Missing: 'times',
}

function togetherInWords(lane: LaneName, bars: readonly Bar[]): string[] {
  const [one, two] = bars
  if (!one) return []
  if (!two) return shorter(one.period.label)
  const both = bars.length === 2 ? [`${one.period.label}, then ${lowerFirst(two.period.label)}`] : []
  return [...both, `${bars.length} ${counted[lane]} since ${longDate(one.period.from)}`, `${bars.length} ${counted[lane]}`]
}

/** A contact's words stand right of its mark, else left of it, else nowhere. Where most have no room, one label says how many there are. */
export function labelsOfMarks(marks: readonly Mark[], words: readonly string[], y: number): Label[] {
  const none: Span[] = marks.map(({ x }) => [x - 8, x + 8])
  const taken = [...none]
  const baseline = y + middle + toBaseline
  const labels = marks.flatMap((_, back) => {
    const place = marks.length - 1 - back
    const { x } = marks[place] as Mark
    const label = beside(words[place] ?? '', x - 7, x + 7, baseline, taken)
    return label ? [label] : []
  })
  if (labels.length * 2 >= marks.length) return labels
  const all = beside(`${marks.length} contacts`, (marks[0] as Mark).x - 7, (marks.at(-1) as Mark).x + 7, baseline, none)
  return all ? [all] : labels
}

/** Words right of a stretch, or left of it, where nothing else is; the place is then taken. */
export function beside(words: string, from: number, to: number, y: number, taken: Span[]): Label | null {
  const wide = textWidth(words)
  const places: readonly Label[] = [
    { x: round(to + 6), y, words, anchor: 'start', inside: false },
    { x: round(from - 6), y, words, anchor: 'end', inside: false },
  ]
  for (const label of places) {
    const span: Span = label.anchor === 'start' ? [label.x, label.x + wide] : [label.x - wide, label.x]
    const free = span[0] >= left + 2 && span[1] <= right - 4 && taken.every(([start, end]) => span[1] + 4 <= start || span[0] - 4 >= end)
    if (!free) continue
    taken.push(span)
    return label
  }
  return null
}

/** The words, and those that may stand for them where there is less room: up to the first comma. */
function shorter(words: string): string[] {
  const start = words.split(/[,:(]/)[0]?.trim() ?? words
  return start === words ? [words] : [words, start]
}

/** About how wide words are at 14 pixels in the fonts we use; rather too wide than too narrow. */
export function textWidth(words: string): number {
  let wide = 0
  for (const letter of words)
    wide += /[iljtfrI.,:;’'|!() -]/.test(letter) ? 5 : /[mwMWÆŒ@%]/.test(letter) ? 12.5 : /[A-Z]/.test(letter) ? 10 : 8
  return wide
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
