import { clock, each, endIn, on } from '../../engine/clocks/clock.ts'
import { person } from '../person/records.ts'
import { planAction } from './records.ts'

/** An action of a plan, by the date the plan itself gives. The reference of rules has no row for it. */
const action = clock({
  id: 'plan-action',
  row: '',
  name: 'Plan action',
  plural: 'Plan actions',
  todo: 'Do what the plan says',
  area: 'Plans',
  about: person,
  weight: 'local',
  source: 'The date that the plan gives; Working Together 2023, chapter 3, asks that plans say by when',
  lookedUp: true,
  starts: (thread, terms) =>
    each(planAction, 'agreedOn', { when: ({ dueOn }) => dueOn !== null, until: (plan) => endIn(planAction, plan, 'givenUpOn') })(
      thread,
      terms,
    ).map((start) => {
      const { what, dueOn } = start.record as { what: string | null; dueOn: string }
      return { ...start, due: dueOn, ...(what === null ? {} : { part: what.slice(0, 80) }) }
    }),
  due: () => null,
  stops: [on(planAction, 'doneOn', { when: ({ id }, start) => id === start.by.id })],
  reads: [planAction],
  says: {
    starts: 'An action with a date is agreed',
    due: 'on the date that the plan gives',
    stops: 'It is recorded as done',
    exceptions: 'An action given up before its date was never due',
  },
})

export const planningClocks = [action]
