import { clock } from '../engine/clocks/clock.ts'
import { months, weeks } from '../engine/clocks/length.ts'
import { regularReport, reportForPeriod } from './records.ts'
import { atTheEndOfEach, eachThirdThursdayOfJanuary, everyMonths } from './report-periods.ts'

/** The returns to the Department for Education, to Ofsted and to the adoption collection. Their dates are set each year: the usual one stands where none is recorded. */

const ofReturn = {
  area: 'Governance',
  about: regularReport,
  doneBy: reportForPeriod,
  reads: [regularReport, reportForPeriod],
  weight: 'statistics',
} as const
const yearly = everyMonths(12)

/** A day of the same year as the end of the period, where no date is recorded as set. */
const on =
  (monthAndDay: string) =>
  ({ at }: { readonly at: string }): string =>
    `${at.slice(0, 4)}-${monthAndDay}`

const saying = (starts: string, due: string) => ({
  starts,
  due: `on the date set for the year; where none is recorded, ${due}`,
  stops: 'The return is signed off and sent',
  exceptions: 'A later return sent ends the wait for an earlier one',
})

export const childrenInNeedCensus = clock({
  ...ofReturn,
  id: 'return-cin',
  name: 'Children in need census',
  plural: 'Children in need censuses',
  todo: 'Sign off and send the children in need census',
  source: 'Children Act 1989, section 83; for 1 April to 31 March',
  starts: atTheEndOfEach('CIN', yearly),
  due: on('07-31'),
  unit: 'calendar days',
  says: { ...saying('31 March each year', '31 July'), repeats: 'Every year' },
})

export const lookedAfterReturn = clock({
  ...ofReturn,
  id: 'return-903',
  name: 'Looked after children return',
  plural: 'Looked after children returns',
  todo: 'Sign off and send the looked after children return',
  source: 'Children Act 1989, section 83; for 1 April to 31 March',
  starts: atTheEndOfEach('903', yearly),
  due: on('06-30'),
  unit: 'calendar days',
  says: { ...saying('31 March each year', '30 June'), repeats: 'Every year' },
})

export const workforceCensus = clock({
  ...ofReturn,
  id: 'return-workforce',
  name: 'Social work workforce census',
  plural: 'Social work workforce censuses',
  todo: 'Sign off and send the workforce census',
  source: 'Children Act 1989, section 83; for 1 October to 30 September, each year since 2013, with a row for each worker since 2017',
  lookedUp: true,
  starts: atTheEndOfEach('CSWW', yearly),
  due: on('11-30'),
  unit: 'calendar days',
  says: { ...saying('30 September each year', '30 November'), repeats: 'Every year' },
})

export const specialNeedsReturn = clock({
  ...ofReturn,
  id: 'return-sen2',
  name: 'Special educational needs return (SEN2)',
  plural: 'Special educational needs returns (SEN2)',
  todo: 'Sign off and send the SEN2 return',
  source: 'Guide to the SEN2 collection; with a row for each child since 2023',
  starts: atTheEndOfEach('SEN2', eachThirdThursdayOfJanuary),
  due: weeks(6),
  says: { ...saying('The third Thursday of January', '6 weeks later, about the beginning of March'), repeats: 'Every year' },
})

export const adoptionQuarterlyReturn = clock({
  ...ofReturn,
  id: 'return-adoption-quarterly',
  name: 'Adoption and special guardianship quarterly return',
  plural: 'Adoption and special guardianship quarterly returns',
  todo: 'Send the adoption and special guardianship return',
  meaning: 'threshold',
  source: 'Adoption and special guardianship data collection, run for the sector since 2014; voluntary',
  lookedUp: true,
  starts: atTheEndOfEach('ASGLB', everyMonths(3)),
  due: months(1),
  says: {
    ...saying('The end of each quarter', 'a month after it'),
    repeats: 'Every quarter',
    exceptions: 'Voluntary; the fourth quarter is commonly given longer',
  },
})

export const fosteringDataset = clock({
  ...ofReturn,
  id: 'return-fostering',
  name: 'Fostering dataset to Ofsted',
  plural: 'Fostering datasets to Ofsted',
  todo: 'Send the fostering dataset to Ofsted',
  source: 'Ofsted, fostering in England data collection; for 1 April to 31 March',
  lookedUp: true,
  starts: atTheEndOfEach('FOST', yearly),
  due: on('07-31'),
  unit: 'calendar days',
  says: { ...saying('31 March each year', '31 July'), repeats: 'Every year' },
})

export const returnClocks = [
  childrenInNeedCensus,
  lookedAfterReturn,
  workforceCensus,
  specialNeedsReturn,
  adoptionQuarterlyReturn,
  fosteringDataset,
]
