import { codeList } from '../../engine/records/kind.ts'

/** Where the person alleged against works or volunteers. */
export const employerSectors = codeList(
  'Sector of the employer',
  'Goldthread: the sectors that designated officers commonly report by; nowhere laid down',
  [
    { code: 'SCHOOL', label: 'School or college' },
    { code: 'EARLYYEARS', label: 'Early years or childminding' },
    { code: 'FOSTERING', label: 'Fostering' },
    { code: 'RESIDENTIAL', label: 'Residential care' },
    { code: 'SOCIALCARE', label: 'Social care' },
    { code: 'HEALTH', label: 'Health' },
    { code: 'POLICE', label: 'Police, prisons or probation' },
    { code: 'TRANSPORT', label: 'Transport' },
    { code: 'SPORT', label: 'Sport, leisure or youth work' },
    { code: 'FAITH', label: 'Faith organisation' },
    { code: 'VOLUNTARY', label: 'Other voluntary organisation' },
    { code: 'OTHER', label: 'Other' },
  ],
)

export const natureOfAllegation = codeList(
  'What is alleged',
  'Working Together to Safeguard Children: the four kinds of harm, and conduct that makes somebody unsuitable',
  [
    { code: 'PHY', label: 'Physical harm' },
    { code: 'EMO', label: 'Emotional harm' },
    { code: 'SAB', label: 'Sexual harm' },
    { code: 'NEG', label: 'Neglect' },
    { code: 'CON', label: 'Conduct, or unsuitability to work with children' },
  ],
)

export const allegationOutcomes = codeList('Outcome of an allegation', 'Keeping Children Safe in Education, part 4', [
  { code: 'SUB', label: 'Substantiated' },
  { code: 'UNS', label: 'Unsubstantiated' },
  { code: 'UNF', label: 'Unfounded' },
  { code: 'FAL', label: 'False' },
  { code: 'MAL', label: 'Malicious' },
])
