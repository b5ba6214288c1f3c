import type { JSX } from 'preact'
import { Button, Buttons } from '../../engine/web/components/button.tsx'
import { Form } from '../../engine/web/components/form.tsx'
import { Page } from '../../engine/web/layout.tsx'
import { dateAndTime } from '../../engine/web/words.ts'
import type { ImportHead } from './imports.ts'

/** Asks before an import is taken back, and says what will happen. */
export const TakeBackPage = ({ head, error }: { readonly head: ImportHead; readonly error?: string }): JSX.Element => (
  <Page
    title="Take this import back?"
    back={{ href: `/bring-in-data/${head.id}`, label: 'The import' }}
    errors={error === undefined ? [] : [{ says: error }]}
  >
    <div class="gt-prose">
      <h1 class="govuk-heading-l">{head.takenBackAt === null ? 'Take this import back?' : 'Already taken back'}</h1>
      <p class="govuk-body">
        Brought in by {head.broughtBy} on {dateAndTime(head.broughtAt)}.
      </p>
      {head.takenBackAt === null ? (
        <>
          <ul class="govuk-list govuk-list--bullet">
            <li>What it added is withdrawn.</li>
            <li>What it changed or withdrew is as it was before.</li>
            <li>What a later import has touched stays as it is.</li>
            <li>History keeps both, and who took it back.</li>
          </ul>
          <Form action={`/bring-in-data/${head.id}/take-back`}>
            <Buttons>
              <Button kind="warning" onceOnly>
                Take this import back
              </Button>
              <a class="govuk-link" href={`/bring-in-data/${head.id}`}>
                Keep it
              </a>
            </Buttons>
          </Form>
        </>
      ) : (
        <p class="govuk-body">
          Taken back by {head.takenBackBy} on {dateAndTime(head.takenBackAt)}. It cannot be taken back twice; the files can be brought in
          again.
        </p>
      )}
    </div>
  </Page>
)
