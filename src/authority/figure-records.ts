import { date, decimal, identifier, recordKind, text, whole } from '../engine/records/kind.ts'

/** What an authority says of its figures: how many children live there, what it aims at, how others stand, and where limits start afresh. */

/** A mid-year estimate. A rate names the one it used: the last on or before the end of its time, else the first after. */
export const population = recordKind({
  name: 'Population estimate',
  plural: 'Population estimates',
  table: 'population',
  group: 'Figures',
  fields: {
    countedOn: date('On', { required: true, note: 'A mid-year estimate is of 30 June.' }),
    fromAge: whole('From age', { required: true }),
    untilAge: whole('Up to age', { required: true, note: 'And not with it: 18 for children under 18.' }),
    people: whole('People', { required: true }),
    publishedIn: text('Source', { note: 'Office for National Statistics, mid-year estimate.' }),
  },
  sameWhen: ['countedOn', 'fromAge', 'untilAge'],
  basis: 'Goldthread: the populations that rates are counted by, as dated series.',
})

export const measureTarget = recordKind({
  name: 'Target',
  plural: 'Targets',
  table: 'measure_target',
  group: 'Figures',
  fields: {
    measure: identifier('Measure', { required: true, note: 'The identifier that `bin/goldthread measures` lists.' }),
    value: decimal('Target', { required: true, note: 'In the unit of the measure: 90 for 90%.' }),
    since: date('From', { required: true, mayBeAhead: true }),
    until: date('Until', { mayBeAhead: true, note: 'The first day on which it no longer stands.' }),
    why: text('Who set it, and why'),
  },
  sameWhen: ['measure', 'since'],
  basis: 'Goldthread: what an authority aims at is its own decision.',
})

/** A figure of others, from a published table. */
export const comparator = recordKind({
  name: 'Figure of others',
  plural: 'Figures of others',
  table: 'comparator',
  group: 'Figures',
  fields: {
    measure: identifier('Measure', { required: true, note: 'The identifier that `bin/goldthread measures` lists.' }),
    geography: text('Of whom', { required: true, note: 'England, the region, Statistical neighbours, or an authority.' }),
    year: whole('Year', { required: true, note: 'In which its time ends: 2016 for the year ending 31 March 2016.' }),
    time: text('Time', { note: 'As published: year ending 31 March 2016.' }),
    value: decimal('Figure', { required: true }),
    publishedIn: text('Source', { required: true }),
    note: text('Note'),
  },
  sameWhen: ['measure', 'geography', 'year'],
  basis: 'Goldthread: comparators that an authority loads; each is shown with its year and source.',
})

/** That the control limits of a measure start afresh at a month, because something was changed on purpose or is recorded otherwise. */
export const newLimits = recordKind({
  name: 'New limits',
  plural: 'New limits',
  table: 'new_limits',
  group: 'Figures',
  fields: {
    measure: identifier('Measure', { required: true, note: 'The identifier that `bin/goldthread measures` lists.' }),
    since: date('From the month of', { required: true }),
    why: text('Why', { required: true, note: 'Printed with the chart.' }),
  },
  sameWhen: ['measure', 'since'],
  basis: 'NHS England, Making data count: limits are set afresh where a process has changed, and the reason is told.',
})
