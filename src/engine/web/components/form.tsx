/** A form that the server takes back: it carries the token that shows the form was ours. */
import type { ComponentChildren, JSX } from 'preact'
import { useShell } from '../shell.ts'

export interface FormProps {
  /** Where it is sent: an address on this site. */
  readonly action: string
  readonly class?: string
  /** The form brings files. The token stands before them, so that nothing is kept of a form that is not ours. */
  readonly files?: boolean
  readonly children: ComponentChildren
}

export const Form = ({ action, files, children, class: classes }: FormProps): JSX.Element => (
  <form method="post" action={action} class={classes} enctype={files === true ? 'multipart/form-data' : undefined} novalidate>
    <input type="hidden" name="_csrf" value={useShell().csrf} />
    {children}
  </form>
)
