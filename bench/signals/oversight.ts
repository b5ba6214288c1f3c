import { lot, purpose } from './chance.ts'
import { firstComing, lastTold, monthOf, textOf, told } from './calendar.ts'
import type { Authority, Post } from './authority.ts'
import { quoted, type Put } from './tables.ts'
import type { Telling } from './telling.ts'
import type { Truth, Who } from './truth.ts'
import { decision } from './words.ts'

/** Managers: each child is discussed in supervision, and each worker has supervision. */

/** A decision for each discussion, in words about this child; some only say “Agreed”. */
export function discussedInSupervision(telling: Telling, key: number, post: Post, from: number, until: number): void {
  if (!telling.records('discussed')) return
  telling.course({
    process: 'discussed',
    key,
    from,
    until,
    due: (last) => last + 42,
    spare: [1, 9],
    late: 'a turn',
    who: (day) => telling.who(day, post),
    then: (day, nth) => {
      const curt = telling.step('onlyAgreed', day, telling.who(day, post), key, nth)
      const said = telling.records('onlyAgreed') ? quoted(curt ? 'Agreed.' : decision(telling.seed, key, nth)) : ''
      telling.put('management_oversight', `MO${key}.${nth}`, telling.child.id, told(day), '', 'supervision', said)
    },
  })
}

const forSupervision = purpose('supervision of a worker')
const forStep = purpose('supervision in time')

/** Supervision of every worker, monthly while in post. Those who hold no child have it too, and nothing falls due for them. */
export function supervisions(authority: Authority, truth: Truth, put: Put): void {
  if (!authority.records('supervision')) return
  for (const post of authority.posts) {
    const whom: Who = { team: post.team, post: post.number, age: '', ethnicity: '', disability: '', provider: '' }
    const gone = authority.vacant(post.number)
    for (const { worker, from, until } of post.held) {
      let last = Math.max(from, firstComing)
      for (let nth = 0; last < Math.min(until, lastTold); nth += 1) {
        // A month is never shorter than 28 days.
        const due = last + 28
        const month = monthOf(due)
        const inTime = lot(authority.seed, forStep, worker, nth) < authority.chance('supervision', month, whom)
        const share = lot(authority.seed, forSupervision, worker, nth)
        const day = inTime ? due - Math.floor(share * 7) : due + 4 + Math.floor(share * 24)
        const away = gone !== null && due >= gone[0] && due < gone[1]
        if (due < until && due <= lastTold && !away) truth.add('supervision', month, whom, inTime)
        last = day
        if (day >= until || day > lastTold || away) continue
        put('supervision', `SV${worker}.${nth}`, worker, textOf(day), '', 'Y')
      }
    }
  }
}
