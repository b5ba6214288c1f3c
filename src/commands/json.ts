/** Prints what a command found: JSON for programs, words for people. */
export function print(json: boolean | undefined, value: unknown, words: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${shown(words().trimEnd())}\n`)
}

/** Words as a terminal may show them: signs that would steer it are made visible. What a file holds is nobody's command. */
const shown = (words: string): string => words.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')

/** A progress line on the terminal's error stream, rewritten in place; on anything but a terminal, one line a step and no more than one a second. */
export function progressLine(every = false): { say: (words: string) => void; end: () => void } {
  const live = process.stderr.isTTY
  const started = Date.now()
  let last = 0
  let said = ''
  return {
    say: (words) => {
      const now = Date.now()
      const same = words.split(':')[0] === said.split(':')[0]
      if (words === said || (!every && now - started < 1_000) || (same && now - last < (live ? 100 : 1_000))) return
      last = now
      said = words
      process.stderr.write(live ? `\r\u001b[2K${shown(words)} (${Math.round((now - started) / 1000)} s)` : `${shown(words)}\n`)
    },
    end: () => void (live && said !== '' && process.stderr.write('\r\u001b[2K')),
  }
}

/** Rows of cells as text, columns lined up. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((sum, row) => row.map((cell, at) => Math.max(sum[at] ?? 0, cell.length)), [])
  return rows.map((row) => row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  ')).join('\n')
}
