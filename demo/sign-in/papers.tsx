/** Every piece that pages are made of, on one page, with names that are long. */
import { Button } from '../../src/engine/web/components/button.tsx'
import { Checkboxes, Radios } from '../../src/engine/web/components/choices.tsx'
import { Details, Facts, SummaryList, Tag } from '../../src/engine/web/components/content.tsx'
import { Filter, IdentityBar, KnownAt } from '../../src/engine/web/components/identity.tsx'
import { SubNavigation } from '../../src/engine/web/components/links.tsx'
import { Alert, InsetText, NotificationBanner, Warning } from '../../src/engine/web/components/messages.tsx'
import { Pagination } from '../../src/engine/web/components/pagination.tsx'
import { Table } from '../../src/engine/web/components/table.tsx'
import { DateText, Select } from '../../src/engine/web/components/fields.tsx'
import { Form } from '../../src/engine/web/components/form.tsx'
import { Page as Shown } from '../../src/engine/web/layout.tsx'

export const Papers = () => (
  <Shown
    title="Papers"
    back={{ href: '/boats', label: 'All boats' }}
    above={
      <>
        <IdentityBar
          name="Maximiliana-Oluwaseun Featherstonehaugh-Wojciechowska"
          label="Boat"
          facts={['Built 9 May 2004, aged 11', 'Ketch', 'ID 204417']}
          note="Not Maximilian, built 5 September 2004"
        >
          <Button href="/boats/new">Name a boat</Button>
        </IdentityBar>
        <KnownAt />
      </>
    }
  >
    <SubNavigation
      label="Parts of the papers"
      items={[
        { label: 'Overview', href: '/boats/one/papers', current: true },
        { label: 'Crew', href: '/boats/one/crew' },
      ]}
    />
    <NotificationBanner heading="The survey is due on 7 March 2016." />
    <Alert kind="warning" title="Two boats are easily mistaken">
      Kittiwake and Kittywake are two boats. Check the year.
    </Alert>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h2 class="govuk-heading-m">Now</h2>
        <Facts
          facts={[
            { name: 'Lies at', value: 'Oyster Quay' },
            { name: 'Insured by', value: null },
          ]}
        />
      </div>
      <div class="govuk-grid-column-one-third">
        <section class="gt-side" aria-labelledby="due">
          <h2 class="govuk-heading-m" id="due">
            What is due
          </h2>
          <ul class="gt-due">
            <li>
              <Tag colour="red">Overdue, 23 days</Tag>
              <a class="govuk-link" href="/survey">
                Survey
              </a>
              <span class="gt-quiet">Due 9 February.</span>
            </li>
            <li>
              <Tag colour="yellow">Due tomorrow</Tag>
              <a class="govuk-link" href="/paint">
                Paint
              </a>
            </li>
          </ul>
        </section>
      </div>
    </div>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-quarter">
        <Filter action="/boats/one/papers" heading="Show">
          <Checkboxes
            name="kind"
            label="Kinds"
            labelSize="s"
            small
            values={['survey']}
            choices={[
              { value: 'survey', label: 'Survey 4' },
              { value: 'paint', label: 'Paint 2' },
            ]}
          />
          <Select name="period" label="Period" options={[{ value: 'all', label: 'Everything' }]} full />
        </Filter>
      </div>
      <div class="govuk-grid-column-three-quarters">
        <Table
          caption="What was in the files"
          columns={[
            { heading: 'File', cell: ({ file }) => file, names: true },
            { heading: 'What it is', cell: () => 'Surveys of a great many boats' },
            { heading: 'Added', cell: ({ added }) => added, numeric: true },
            { heading: 'Changed', cell: ({ added }) => added, numeric: true },
            { heading: 'Refused', cell: ({ added }) => added, numeric: true },
          ]}
          rows={[
            { file: 'surveys_of_the_year.csv', added: '8,406' },
            { file: 'paint.csv', added: '41' },
          ]}
          foot={['All', '', '8,447', '8,447', '8,447']}
        />
        <ol class="gt-line">
          <li>
            <div>
              2 March 2016 <small>Survey</small>
            </div>
            <div>
              <a class="govuk-link" href="/survey">
                Hull sound, mast not
              </a>
            </div>
          </li>
        </ol>
        <Details summary="The same as a table">Nothing more.</Details>
        <Pagination current={2} pages={9} href={(number) => `/boats?page=${number}`} />
      </div>
    </div>
    <SummaryList rows={[{ key: 'Name', value: 'Kittiwake', actions: [{ label: 'Change', href: '/boats/new', about: 'the name' }] }]} />
    <Form action="/boats">
      <DateText name="on" label="When was it seen?" />
      <Radios
        name="sound"
        label="Is it sound?"
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No', hint: 'Say why on the next page' },
        ]}
      />
      <InsetText>The harbour master reads this.</InsetText>
      <Warning>A false answer is an offence.</Warning>
      <Button>Save</Button>
    </Form>
  </Shown>
)
