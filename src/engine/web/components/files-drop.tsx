/** govuk-frontend's file upload for several files at once. Without JavaScript it is the browser's own field, on which files can be dropped too. */
import type { JSX } from 'preact'
import { describedBy, Labelled, type FieldProps } from './group.tsx'

const words = {
  'data-i18n.choose-files-button': 'Choose files',
  'data-i18n.drop-instruction': 'or drop them here',
  'data-i18n.no-file-chosen': 'No files chosen',
}

export function FilesDrop(props: FieldProps): JSX.Element {
  const id = props.id ?? props.name
  return (
    <Labelled {...props}>
      <div
        class="govuk-file-upload-wrapper gt-drop"
        data-module="govuk-file-upload"
        {...words}
      >
        <input
          class={`govuk-file-upload${props.error ? ' govuk-file-upload--error' : ''}`}
          id={id}
          name={props.name}
          type="file"
          multiple
          aria-describedby={describedBy(id, props)}
        />
      </div>
    </Labelled>
  )
}
