import type { JSX } from 'preact'
import { Button } from '../../engine/web/components/button.tsx'
import { Page } from '../../engine/web/layout.tsx'
import { countOf, dateAndTime } from '../../engine/web/words.ts'
import type { Job } from './jobs.ts'
import { filesInWords } from './words.ts'

const back = { href: '/bring-in-data', label: 'Bring in data' }

/** How far an import is. It is asked for again and again while the import runs, and never asks the database, which may be busy with it. */
export const RunningPage = ({ job, still }: { readonly job: Job; readonly still: boolean }): JSX.Element => (
  <Page title="Bringing in" back={back}>
    <div class="gt-prose">
      <h1 class="govuk-heading-l">{job.state === 'waiting' ? 'Waiting to bring in' : 'Bringing in'}</h1>
      <p class="gt-lede gt-wrap">{job.words}.</p>
      <p class="govuk-body">
        <label for="progress">{stepInWords(job)}</label>
        <progress
          id="progress"
          class="gt-progress"
          {...(job.of === null || job.begun === 0 ? {} : { value: Math.min(job.begun, job.of), max: job.of })}
        >
          {stepInWords(job)}
        </progress>
      </p>
      <p class="govuk-body">
        {filesInWords(job.files[0] ?? '', job.files.length)}, started by {job.by} on {dateAndTime(job.startedAt)}. You can leave this page:
        the import goes on.
      </p>
      <p class="govuk-body">
        {still ? (
          <a class="govuk-link" href={`/bring-in-data/running/${job.id}`}>
            Look again by itself
          </a>
        ) : (
          <>
            This page looks again every 2 seconds.{' '}
            <a class="govuk-link" href={`/bring-in-data/running/${job.id}?look=once`}>
              Stop looking again
            </a>
          </>
        )}
      </p>
    </div>
  </Page>
)

const stepInWords = ({ begun, of }: Job): string => {
  if (begun === 0) return 'No file opened yet'
  return of === null ? `${countOf(begun, 'file', 'files')} opened` : `File ${Math.min(begun, of)} of ${of}`
}

export const FailedPage = ({ job }: { readonly job: Job }): JSX.Element => (
  <Page title="Nothing was brought in" back={back}>
    <div class="gt-prose">
      <h1 class="govuk-heading-l">Nothing was brought in</h1>
      <p class="govuk-body">
        Something went wrong on our side, not in your files. What was here before is as it was. The number of this error is{' '}
        <b class="gt-nowrap">{job.reference}</b>.
      </p>
      <p class="govuk-body">Bring the same files in again. If it happens a second time, tell whoever runs this service the number.</p>
      <Button href="/bring-in-data">Start again</Button>
    </div>
  </Page>
)

/** The server does not know the import: it was started before the server was, or long ago. */
export const NotFinishedPage = (): JSX.Element => (
  <Page title="This import did not finish" back={back}>
    <div class="gt-prose">
      <h1 class="govuk-heading-l">This import did not finish</h1>
      <p class="govuk-body">
        Nothing of it was brought in. The service was started anew in the meantime. If the import had finished before, it is in the list of
        earlier imports.
      </p>
      <Button href="/bring-in-data">Start again</Button>
    </div>
  </Page>
)
