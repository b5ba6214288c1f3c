import { expect, test } from 'vitest'
import { isOurForm, Sessions, sessionValues } from './sessions.ts'

const nine = new Date('2016-03-03T09:00:00Z')

test('signing in somewhere else leaves the first session as it is', () => {
  const sessions = new Sessions()
  const [one, other] = [sessions.start('ana', nine), sessions.start('ana', nine)]
  sessions.end(other.id)
  expect(sessions.find(one.id, nine)?.subject).toBe('ana')
  expect(sessions.find(other.id, nine)).toBeNull()
})

test.each([undefined, '', 'guessed'])('%j stands for no session', (id) => expect(new Sessions().find(id, nine)).toBeNull())

test('the rules can be shorter, and both are kept', () => {
  const sessions = new Sessions({ idleMinutes: 5, longestHours: 1 })
  const { id } = sessions.start('ana', nine)
  for (const minute of [4, 8, 12, 16]) expect(sessions.find(id, new Date(nine.getTime() + minute * 60_000))).not.toBeNull()
  expect(sessions.find(id, new Date(nine.getTime() + 21 * 60_000))).toBeNull()
})

test('whoever begins to sign in thousands of times pushes out only those who have not signed in', () => {
  const sessions = new Sessions()
  const ana = sessions.start('ana', nine)
  const first = sessions.start(null, nine)
  for (let begun = 0; begun < 5_000; begun += 1) sessions.start(null, nine)
  expect(sessions.find(ana.id, nine)).not.toBeNull()
  expect(sessions.find(first.id, nine)).toBeNull()
}, 120_000)

test('a form is ours when it carries the token of its own session', () => {
  const sessions = new Sessions()
  const [{ session }, other] = [sessions.start('ana', nine), sessions.start('bea', nine)]
  expect(isOurForm(session, session.csrf)).toBe(true)
  expect(isOurForm(session, other.session.csrf)).toBe(false)
  expect(isOurForm(session, null)).toBe(false)
  expect(isOurForm(session, '')).toBe(false)
  expect(isOurForm(null, session.csrf)).toBe(false)
})

test('a value taken is gone; a long one is shortened; the fifty-first is refused', () => {
  const values = sessionValues(new Sessions().start('ana', nine).session)
  values.set('said', 'Saved')
  expect([values.take('said'), values.take('said')]).toEqual(['Saved', undefined])
  values.set('long', 'x'.repeat(3_000))
  expect(values.get('long')).toHaveLength(2_000)
  for (let index = 1; index < 50; index += 1) values.set(`value ${index}`, '')
  expect(() => values.set('one more', '')).toThrow('at most 50')
})
