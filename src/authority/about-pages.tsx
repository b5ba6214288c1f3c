import type { ComponentChildren, JSX } from 'preact'
import { rolesThatMay } from '../engine/access/permissions.ts'
import { usualRules } from '../engine/access/sessions.ts'
import { SummaryList } from '../engine/web/components/content.tsx'
import { Page as Shown } from '../engine/web/layout.tsx'
import { page, type Page, type PageRequest, type Person } from '../engine/web/page.ts'
import { useShell } from '../engine/web/shell.ts'
import { mayByRole, permissions, type Permission } from './permissions.ts'
import { settingOf } from './settings.ts'

/** The pages that the foot of every page leads to: help, what is accessible and what is not, what is recorded about those who use it. */

const nobody = 'It is the same for everybody and shows nobody’s record.'

/** Whom to tell, as the council has set it; the council’s own people alone are told. */
const contact = async ({ person, read }: PageRequest<string, Person | null>): Promise<string | null> =>
  person === null ? null : read((tx) => settingOf(tx, 'contact'))

export const aboutPages: readonly Page[] = [
  page('/help', { may: 'anyone', looks: null, noLookBecause: nobody, find: contact, show: (whom) => <Help whom={whom} /> }),
  page('/accessibility', {
    may: 'anyone',
    looks: null,
    noLookBecause: nobody,
    find: contact,
    show: (whom) => <Accessibility whom={whom} />,
  }),
  page('/privacy', { may: 'anyone', looks: null, noLookBecause: nobody, find: contact, show: (whom) => <Privacy whom={whom} /> }),
]

interface Told {
  readonly whom: string | null
}

const Text = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element => (
  <Shown title={title}>
    <div class="gt-prose">
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </div>
  </Shown>
)

const Heading = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <h2 class="govuk-heading-m gt-section">{children}</h2>
)
const Says = ({ children }: { readonly children: ComponentChildren }): JSX.Element => <p class="govuk-body">{children}</p>
const Points = ({ points }: { readonly points: readonly ComponentChildren[] }): JSX.Element => (
  <ul class="govuk-list govuk-list--bullet">
    {points.map((point) => (
      <li>{point}</li>
    ))}
  </ul>
)

const Whom = ({ whom }: Told): JSX.Element => {
  const { product, council } = useShell().site
  return (
    <Says>
      {whom === null ? (
        <>
          Tell whoever runs {product} at {council}.
        </>
      ) : (
        <>Tell {whom}.</>
      )}{' '}
      If the page gave a number, say it.
    </Says>
  )
}

const Help = ({ whom }: Told): JSX.Element => (
  <Text title="Help">
    <Heading>What each page is for</Heading>
    <SummaryList
      rows={[
        {
          key: 'My work',
          value: 'What is due for the children you work with: today, overdue and soon. What to do is the link to where it is done.',
        },
        {
          key: 'Teams',
          value: 'Who holds how many children, what is overdue in the team, and children who have no worker or look as if they drift.',
        },
        {
          key: 'Find a child',
          value:
            'Type a name, a child ID, a pupil number or a date of birth. Misspelt and former names are found too. Compare age and birth date before you open a record.',
        },
        {
          key: 'A child’s page',
          value:
            'Who the child is, how things stand now, and everything recorded, in order. Each line opens to the record, where it came from, and what it said before.',
        },
        {
          key: 'Add a record',
          value:
            'On a child’s page, beside the name. Choose the kind, and fill in what you know. On a record’s own page it is changed, or withdrawn with a reason; nothing is deleted.',
        },
        {
          key: 'Records',
          value: 'Workers, teams and other records that stand in no child’s: find them, and keep them if your role does.',
        },
        {
          key: 'Clocks',
          value: 'The rules by which things fall due, where each rule comes from, and who waits for one.',
        },
        {
          key: 'As known at',
          value: 'Shows every page of a child as it was known on a day in the past. You can look, not write. “Back to now” leads out.',
        },
        {
          key: 'Bring in data',
          value: 'Takes extracts of the case system and returns. It says what went in, and explains each row that did not.',
        },
        {
          key: 'Likely pairs',
          value: 'Two records that may be one child. You decide; nothing is joined by name and birth date alone, and a join can be undone.',
        },
      ]}
    />
    <Heading>How to bring data in</Heading>
    <ol class="govuk-list govuk-list--number">
      <li>Have the case system write its extract, or take the return as it was sent.</li>
      <li>Choose all the files at once, or one zip of them. Their names do not matter.</li>
      <li>Wait for the result, or leave the page: the import goes on.</li>
      <li>Mend what was refused in the case system and bring the same files in again. What is in already stays as it is.</li>
      <li>If it was the wrong extract, take the import back.</li>
    </ol>
    <Heading>With the keyboard</Heading>
    <Points
      points={[
        'Tab goes to the next link or field, Shift and Tab to the one before.',
        'The first Tab on a page offers to skip the menu.',
        'Enter follows a link and presses a button; Space ticks a box and opens what can be opened.',
        'A wide table scrolls with the arrow keys once Tab has reached it.',
      ]}
    />
    <Heading>If something is wrong</Heading>
    <Whom whom={whom} />
  </Text>
)

const Accessibility = ({ whom }: Told): JSX.Element => {
  const { product, council } = useShell().site
  return (
    <Text title="Accessibility">
      <Says>
        This is about {product} as {council} runs it. We want everybody who works here to be able to use it.
      </Says>
      <Heading>How accessible it is</Heading>
      <Says>
        It is made to meet the Web Content Accessibility Guidelines 2.2, level AA. No one outside has audited it yet, so we do not claim
        that it does in every part.
      </Says>
      <Heading>How it was checked</Heading>
      <Points
        points={[
          'Every kind of page is opened in a real browser and checked with axe, on load and after an error.',
          'Journeys are walked with the keyboard alone, and without JavaScript.',
          'Pages are read at 320 pixels, which is also 1280 pixels at 400%.',
          'States are words, never colour alone.',
        ]}
      />
      <Heading>What we know falls short</Heading>
      <Points
        points={[
          'It has not been tried with people who use screen readers, speech or switches.',
          'Wide tables of numbers do not fold on a phone: they scroll sideways within themselves.',
          'The page of a running import loads itself again every 2 seconds. A link on it stops that.',
          'A picture of a child’s history is hard to hear: the same is there as a table.',
        ]}
      />
      <Heading>Tell us</Heading>
      <Says>If you cannot read or do something, or need it in another form, say so.</Says>
      <Whom whom={whom} />
      <Says>
        If you are not content with the answer, the{' '}
        <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service
        </a>{' '}
        can advise you. The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No.
        2) Accessibility Regulations 2018.
      </Says>
    </Text>
  )
}

const Privacy = ({ whom }: Told): JSX.Element => {
  const { product, council } = useShell().site
  return (
    <Text title="Privacy">
      <Says>
        {council} keeps children’s records here to protect and support them. It answers for them; this page says what {product} does.
      </Says>
      <Heading>What is recorded about you</Heading>
      <Points
        points={[
          'Each record, list and search you open: who you are, your role, which child, when, and as known at which moment.',
          'Each time you were refused.',
          'Each change: what was there before, what is there now, who changed it and why. Nothing is overwritten.',
          'Each file brought in, by whom, and each import taken back.',
        ]}
      />
      <Says>
        Nobody can change or remove what is recorded about looks. The words you search for stay out of addresses and error reports.
      </Says>
      <Heading>Who may do what</Heading>
      <SummaryList
        rows={(Object.entries(permissions) as [Permission, string][]).map(([permission, words]) => ({
          key: words,
          value: withCapital(rolesThatMay(mayByRole, permission) ?? 'nobody'),
        }))}
      />
      <Heading>What is kept where</Heading>
      <Points
        points={[
          `One cookie, which holds a random number. You are signed out after ${usualRules.idleMinutes} minutes without a page, and ${usualRules.longestHours} hours after signing in.`,
          'Files you send are removed once they have been brought in or refused. Refused rows stay with the import, for those who may bring data in.',
          'Reports of errors hold a number and a place in the program, and nothing of a record.',
          'Nothing is loaded from, or sent to, anybody else’s website.',
        ]}
      />
      <Heading>Questions</Heading>
      <Whom whom={whom} />
    </Text>
  )
}

const withCapital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
