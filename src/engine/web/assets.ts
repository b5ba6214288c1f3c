/** The files a page needs in the browser: read once, named by their content, and sent from here alone. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export interface Asset {
  readonly body: Buffer
  readonly type: string
  /** Changes whenever the content does. */
  readonly version: string
}

const css = 'text/css; charset=utf-8'
const js = 'text/javascript; charset=utf-8'
const svg = 'image/svg+xml'

const files: Readonly<Record<string, readonly [where: string, type: string]>> = {
  'govuk-frontend.min.css': ['govuk-frontend/dist/govuk/govuk-frontend.min.css', css],
  'govuk-frontend.min.js': ['govuk-frontend/dist/govuk/govuk-frontend.min.js', js],
  'moj-frontend.min.css': ['@ministryofjustice/frontend/moj/moj-frontend.min.css', css],
  'moj-frontend.min.js': ['@ministryofjustice/frontend/moj/moj-frontend.min.js', js],
  'goldthread.css': ['../../../public/goldthread.css', css],
  // Moj-frontend's style sheet names these two by address, for the components we use.
  'images/icon-tag-remove-cross.svg': ['@ministryofjustice/frontend/moj/assets/images/icon-tag-remove-cross.svg', svg],
  'images/icon-tag-remove-cross-white.svg': ['@ministryofjustice/frontend/moj/assets/images/icon-tag-remove-cross-white.svg', svg],
}

let loaded: ReadonlyMap<string, Asset> | undefined

/** Every asset by its name under /assets/. @throws Error when a file is not installed. */
export const assets = (): ReadonlyMap<string, Asset> => (loaded ??= load())

/** The address of an asset, with its version: it may be kept for a year, because new content has a new address. */
export function assetAddress(name: string): string {
  const asset = assets().get(name)
  if (!asset) throw new Error(`There is no asset "${name}". Add it to \`files\` in src/engine/web/assets.ts.`)
  return `/assets/${name}?v=${asset.version}`
}

function load(): ReadonlyMap<string, Asset> {
  const all = new Map(
    Object.entries(files).map(([name, [where, type]]) => {
      const url = where.startsWith('.') ? new URL(where, import.meta.url) : new URL(`../../../node_modules/${where}`, import.meta.url)
      return [name, asset(type === svg ? readFileSync(url) : Buffer.from(trimmed(readFileSync(url, 'utf8'))), type)]
    }),
  )
  return all.set('start.js', asset(Buffer.from(startScript(all)), js))
}

const asset = (body: Buffer, type: string): Asset => ({
  body,
  type,
  version: createHash('sha256').update(body).digest('hex').slice(0, 12),
})

/** Maps are not served, so a browser is not sent looking for them; nor is GDS Transport, a font that only GOV.UK may use. */
const trimmed = (text: string): string =>
  text.replaceAll(/@font-face\s*\{[^}]*\}/g, '').replace(/\n?\/[/*]# sourceMappingURL=\S+( \*\/)?\s*$/, '\n')

/** Wakes the components that do more with JavaScript. Each of them works without it, but for Print, which is not shown without. */
const startScript = (all: ReadonlyMap<string, Asset>): string => `
import { initAll as startGovuk } from './govuk-frontend.min.js?v=${all.get('govuk-frontend.min.js')?.version}'
import { initAll as startMoj } from './moj-frontend.min.js?v=${all.get('moj-frontend.min.js')?.version}'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
startGovuk()
startMoj()

for (const item of document.querySelectorAll('[data-print]')) {
  item.hidden = false
  item.querySelector('button').addEventListener('click', () => window.print())
}
`
