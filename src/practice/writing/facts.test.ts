import { expect, test } from 'vitest'
import { record } from '../../../test/support/clocks.ts'
import { factsIn } from '../../../test/support/facts.ts'
import { likeness } from '../../engine/text/signature.ts'
import { assessment } from '../assessment/records.ts'
import { personalEducationPlan } from '../education/schooling-records.ts'
import { person } from '../person/records.ts'
import { planAction } from '../planning/records.ts'
import { textsWritten } from './facts.ts'

const about = (name: string, pronoun: string) =>
  `${name} hears what is said downstairs at night and ${pronoun} has begun to sleep in the chair by the window. The school says that ${name} is tired by ten and asks to stay in at break.`

const assessed = (analysis: string | null, authorisedOn: string | null = '2015-03-02') =>
  record(assessment, { startedOn: '2015-02-02', authorisedOn, analysis, worker: 'w', team: 't' })
const marksOf = (life: Parameters<typeof factsIn>[1]) =>
  factsIn(textsWritten, life).map(({ says }) => says?.paragraphs as readonly string[])

test('an authorised assessment of 25 words is a text, with who wrote it, and nothing of it can be read', () => {
  const facts = factsIn(textsWritten, [record(person, { forename: 'Mina', surname: 'Dunmore' }), assessed(about('Mina', 'she'))])
  expect(facts).toMatchObject([{ on: '2015-03-02', by: { table: 'assessment' }, says: { sort: 'assessment', worker: 'w', team: 't' } }])
  expect(JSON.stringify(facts)).not.toMatch(/Mina|window|school/i)
  expect((facts[0]?.says?.paragraphs as readonly string[])[0]).toHaveLength(86)
})

test.each([
  ['of fewer than 25 words', assessed('Mina hears what is said downstairs at night.')],
  ['of which nothing is recorded', assessed(null)],
  ['not authorised: nobody knows when it was written', assessed(about('Mina', 'she'), null)],
])('an assessment %s is none', (_, life) => {
  expect(factsIn(textsWritten, [life])).toEqual([])
})

test('the same paragraph reads the same in the record of another child with the name and the pronoun changed', () => {
  const [[mina = ''] = []] = marksOf([record(person, { forename: 'Mina', surname: 'Dunmore' }), assessed(about('Mina', 'she'))])
  const [[tom = ''] = []] = marksOf([record(person, { forename: 'Tom', surname: 'Dunmore' }), assessed(about('Tom', 'he'))])
  expect(likeness(mina, tom)).toBe(1)
})

test('each paragraph has a mark of its own, so that one copied among others is found', () => {
  const own =
    'Nobody else has seen what happened on the stairs that evening, and what was told to the police the next day was not what was told to the nurse a week later.'
  const [both = []] = marksOf([assessed(`${own}\n\n${about('Mina', 'she')}`)])
  const [[copied = ''] = []] = marksOf([assessed(about('Mina', 'she'))])
  expect(both).toHaveLength(2)
  expect(likeness(both[1] ?? '', copied)).toBe(1)
  expect(likeness(both[0] ?? '', copied)).toBeLessThan(0.2)
})

test('the actions of a plan agreed on one day are one text, in whatever order they were written', () => {
  const action = (id: string, what: string, agreedOn = '2015-03-02') => record(planAction, { id, plan: 'in need', what, agreedOn })
  const [one, two, three] = [
    'Father sees to it that the little ones are in bed by eight on school nights',
    'Grandmother has them on Wednesdays and rings if she cannot',
    'School tells the worker of each day missed, the same day',
  ] as const
  const facts = factsIn(textsWritten, [action('b', one), action('a', two), action('c', three)])
  expect(facts).toMatchObject([{ on: '2015-03-02', by: { table: 'plan_action', id: 'a' }, says: { sort: 'in need plan' } }])
  const other = factsIn(textsWritten, [action('d', three), action('e', one), action('f', two)])
  expect(other[0]?.says?.paragraphs).toEqual(facts[0]?.says?.paragraphs)
  expect(factsIn(textsWritten, [action('a', one), action('b', two, '2015-04-02')])).toEqual([])
})

test('the targets of a personal education plan are a text, and what the carer says is not held against others', () => {
  const targets = about('Mina', 'she')
  expect(factsIn(textsWritten, [record(personalEducationPlan, { heldOn: '2015-03-02', targets })])).toMatchObject([
    { says: { sort: 'education plan' } },
  ])
  expect(factsIn(textsWritten, [record(personalEducationPlan, { heldOn: '2015-03-02', carersView: targets })])).toEqual([])
})
