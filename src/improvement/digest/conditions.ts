import type { FactKind, Saying, Value } from '../../engine/measures/fact.ts'
import type { Condition, Filter } from '../../engine/measures/measure.ts'

/**
 * Conditions as people write them: "source is 1A or 1B; again is yes; days from 10 up to 20". Read and written here alone, so that a measure
 * made here can be kept as words that anybody can check.
 */

/** A condition that cannot be read. The message is a sentence to whoever wrote it. */
export class NotACondition extends Error {}

/** @throws NotACondition that says which part, and what may be written */
export function conditionsOf(text: string | null, of: FactKind): Filter | null {
  const parts = (text ?? '').split(';').flatMap((part) => part.trim() || [])
  if (parts.length === 0) return null
  const conditions = parts.map((part) => conditionOf(part, of))
  const names = conditions.map(([name]) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) {
    const example = of.says[twice]?.type === 'number' ? `${twice} from 1 up to 5` : `${twice} is … or …`
    throw new NotACondition(`“${twice}” stands twice. Write what is meant of it once: “${example}”.`)
  }
  return Object.fromEntries(conditions)
}

function conditionOf(part: string, of: FactKind): [string, Condition] {
  const names = Object.keys(of.says)
  const name = names.find((each) => part === each || part.startsWith(`${each} `))
  if (name === undefined)
    throw new NotACondition(
      `“${part}” names nothing that these facts say. ${names.length === 0 ? 'They say nothing that can be chosen by.' : `They say: ${names.join(', ')}.`}`,
    )
  const said = of.says[name] as Saying
  const rest = part.slice(name.length).trim()
  const range = /^(?:from (-?\d+(?:\.\d+)?))?\s*(?:up to (-?\d+(?:\.\d+)?))?$/.exec(rest)
  if (said.type === 'number' && range && rest !== '') {
    const [, from, until] = range
    if (from !== undefined && until !== undefined && Number(until) <= Number(from))
      throw new NotACondition(`“${part}” leaves nothing: it ends where it begins, or before.`)
    return [name, { ...(from === undefined ? {} : { from: Number(from) }), ...(until === undefined ? {} : { until: Number(until) }) }]
  }
  const [, values] = /^is (.+)$/.exec(rest) ?? []
  if (values === undefined)
    throw new NotACondition(
      said.type === 'number'
        ? `“${part}”: write “${name} from 1 up to 5” (5 is not in it).`
        : `“${part}”: write “${name} is …”, or “${name} is … or …”.`,
    )
  return [name, values.split(' or ').map((value) => valueOf(value.trim(), name, said))]
}

function valueOf(text: string, name: string, { type, codes }: Saying): Value {
  if (type === 'yes or no') {
    if (text === 'yes' || text === 'no') return text === 'yes'
    throw new NotACondition(`“${name}” is yes or no, not “${text}”.`)
  }
  if (type === 'number') {
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text)
    throw new NotACondition(`“${name}” is a number, and “${text}” is none.`)
  }
  if (codes && !codes.codes.some(({ code }) => code === text))
    throw new NotACondition(`“${text}” is no code of “${codes.name}”. Its codes: ${codes.codes.map(({ code }) => code).join(', ')}.`)
  return text
}

/** The words that read back as the same conditions. */
export function conditionWords(filter: Filter | null): string {
  return Object.entries(filter ?? {})
    .map(([name, condition]) => {
      if (Array.isArray(condition))
        return `${name} is ${(condition as Value[]).map((each) => (each === true ? 'yes' : each === false ? 'no' : String(each))).join(' or ')}`
      const { from, until } = condition as { from?: number; until?: number }
      return [name, from === undefined ? '' : `from ${from}`, until === undefined ? '' : `up to ${until}`].filter(Boolean).join(' ')
    })
    .join('; ')
}
