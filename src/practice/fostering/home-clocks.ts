import { clock, each, links } from '../../engine/clocks/clock.ts'
import { calendarDays, months } from '../../engine/clocks/length.ts'
import { itself } from '../../engine/clocks/itself.ts'
import { linked } from '../../engine/clocks/linked.ts'
import { onItself } from '../../engine/clocks/own-dates.ts'
import { childrensHome, homeQualityReview, independentHomeVisit } from './home-records.ts'

/** The children's homes that the authority runs itself. */

const ofHome = { area: 'Fostering', about: childrensHome } as const

/** An independent person visits each home every month. */
export const independentVisit = clock({
  ...ofHome,
  id: 'home-reg44',
  name: 'Independent visit to a children’s home',
  plural: 'Independent visits to children’s homes',
  todo: 'Arrange the independent visit to the home',
  weight: 'regulation',
  source:
    'Children’s Homes (England) Regulations 2015, regulation 44, from 1 April 2015; before, Children’s Homes Regulations 2001, regulation 33, as often',
  starts: linked(itself(childrensHome, 'openedOn', { until: ['closedOn'] }), [links(independentHomeVisit, 'visitedOn')]),
  due: months(1),
  doneBy: independentHomeVisit,
  reads: [childrensHome, independentHomeVisit],
  says: {
    starts: 'The home opens, and each independent visit',
    stops: 'The next independent visit',
    repeats: 'Until the home closes',
    exceptions: 'The regulation says once in each month; counted here as a month from visit to visit',
  },
})

/** When the regulations of 2015 came into force, and with them the review every six months. */
const reviewsBegan = '2015-04-01'

/** The quality of care in each home is reviewed every six months. */
export const qualityReview = clock({
  ...ofHome,
  id: 'home-reg45',
  name: 'Quality of care review of a children’s home',
  plural: 'Quality of care reviews of children’s homes',
  todo: 'Complete the quality of care review',
  weight: 'regulation',
  source: 'Children’s Homes (England) Regulations 2015, regulation 45, from 1 April 2015',
  starts: linked(
    itself(childrensHome, ({ openedOn }) => (openedOn !== null && openedOn < reviewsBegan ? reviewsBegan : openedOn), {
      until: ['closedOn'],
    }),
    [links(homeQualityReview, 'reviewedOn')],
  ),
  due: months(6),
  doneBy: homeQualityReview,
  reads: [childrensHome, homeQualityReview],
  says: {
    starts: 'The home opens (or, if it was open by then, 1 April 2015), and each review',
    stops: 'The next review is completed',
    repeats: 'Until the home closes',
  },
})

/** The review's report reaches Ofsted within 28 days. */
export const qualityReviewReport = clock({
  ...ofHome,
  id: 'home-reg45-report',
  row: 'home-reg45',
  name: 'Quality of care review sent to Ofsted',
  plural: 'Quality of care reviews sent to Ofsted',
  todo: 'Send the quality of care review to Ofsted',
  weight: 'regulation',
  source: 'Children’s Homes (England) Regulations 2015, regulation 45, from 1 April 2015',
  from: reviewsBegan,
  starts: each(homeQualityReview, 'reviewedOn'),
  due: calendarDays(28),
  stops: [onItself(homeQualityReview, 'sentToOfstedOn')],
  reads: [],
  says: { starts: 'The review is completed', stops: 'Its report is sent to Ofsted' },
})

export const homeClocks = [independentVisit, qualityReview, qualityReviewReport]
