import { clock, each, on } from '../../engine/clocks/clock.ts'
import { onTheSame } from '../../engine/clocks/ends.ts'
import { months } from '../../engine/clocks/length.ts'
import { person } from '../person/records.ts'
import { childProtectionPlan } from './records.ts'

/** How long child protection plans last, and whether they come back: counted and watched. */

export const twoYearsOnAPlan = clock({
  id: 'cpp-two-years',
  name: 'Child protection plan of two years',
  plural: 'Child protection plans of two years',
  todo: 'Look at why the plan goes on',
  area: 'Child protection',
  about: person,
  meaning: 'threshold',
  weight: 'statistics',
  source:
    'Department for Education, characteristics of children in need: plans that lasted two years or more when they ended. National Indicator 64 from 2008 to 2011. Locally such plans are commonly challenged at 15 or 18 months',
  lookedUp: true,
  ages: { until: 18 },
  starts: each(childProtectionPlan, 'startedOn', { when: (plan) => plan.belongsToAnotherAuthority !== true }),
  due: months(24),
  stops: [onTheSame(childProtectionPlan, 'endedOn')],
  reads: [childProtectionPlan],
  says: {
    starts: 'The first day of the plan',
    stops: 'The plan ends',
    exceptions: 'Not for a plan that belongs to another authority. A length that is watched, not a duty',
  },
})

export const anotherPlan = clock({
  id: 'cpp-repeat',
  name: 'Another child protection plan',
  plural: 'Further child protection plans',
  todo: 'Count another plan as a repeat',
  area: 'Child protection',
  about: person,
  meaning: 'window',
  weight: 'statistics',
  source:
    'Department for Education, characteristics of children in need: plans that are a second or later one, however long after; many authorities also count those within 24 months. National Indicator 65 from 2008 to 2011',
  ages: { until: 18 },
  starts: each(childProtectionPlan, 'endedOn', { when: (plan) => plan.belongsToAnotherAuthority !== true }),
  due: months(24),
  local: true,
  stops: [
    on(childProtectionPlan, 'startedOn', {
      when: ({ id, belongsToAnotherAuthority }, { by }) => id !== by.id && belongsToAnotherAuthority !== true,
    }),
  ],
  reads: [childProtectionPlan],
  says: {
    starts: 'The day a plan ends',
    stops: 'Another plan starts',
    repeats: 'With each plan',
    exceptions: 'Not for plans that belong to another authority. The national count has no such window',
  },
})

export const planLengthClocks = [twoYearsOnAPlan, anotherPlan]
