/** Printing the page one sees. */
import type { JSX } from 'preact'

/** "Print" among a page's tools (an item of a list `gt-tools`). It appears only where scripts run, because nothing prints without. */
export const Print = (): JSX.Element => (
  <li data-print hidden>
    <button type="button" class="gt-linkbutton">
      Print
    </button>
  </li>
)
