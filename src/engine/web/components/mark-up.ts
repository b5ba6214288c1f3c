/** Reads mark-up into lines that can be compared: one a tag or a text, attributes in order of their names, spaces as a browser shows them. */

const voids = new Set(['input', 'meta', 'link', 'br', 'hr', 'img'])

/** The same mark-up gives the same lines, however it is indented and in whatever order its attributes stand. */
export function linesOf(html: string): readonly string[] {
  const lines: string[] = []
  for (const [token] of html.replaceAll(/<!--.*?-->/gs, '').matchAll(/<[^>]+>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      const text = decoded(token).replaceAll(/\s+/g, ' ').trim()
      if (text !== '') lines.push(text)
      continue
    }
    const [, closing = '', name = '', inside = '', selfClosing = ''] = /^<(\/?)([\w-]+)(.*?)(\/?)>$/s.exec(token) ?? []
    if (closing !== '' && voids.has(name)) continue
    lines.push(closing === '' ? `<${[name, ...attributesOf(inside)].join(' ')}>` : `</${name}>`)
    if (selfClosing !== '' && !voids.has(name)) lines.push(`</${name}>`)
  }
  return lines
}

const attributesOf = (inside: string): readonly string[] =>
  [...inside.matchAll(/([\w:-]+)(?:\s*=\s*"([^"]*)")?/g)]
    .map(([, name = '', value = '']) => `${name.toLowerCase()}="${decoded(value).trim().replaceAll(/\s+/g, ' ')}"`)
    .sort()

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’')
    .replaceAll("'", '’')
    .replaceAll('&ctdot;', '⋯')
    .replaceAll('&amp;', '&')
