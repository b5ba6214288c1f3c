/** Withdrawing a record, with the reason, and restoring it. */
import type { JSX } from 'preact'
import type { Transaction } from '../../engine/database/database.ts'
import type { ReadRecord } from '../../engine/records/read.ts'
import { restoreRecord, withdrawRecord } from '../../engine/records/write.ts'
import { action, mend, page, type Answer, type Page } from '../../engine/web/page.ts'
import { recordAt, type Family, type Place, type Request } from './family.ts'
import { WithdrawForm } from './form-views.tsx'
import { countReferringTo } from './find-records.ts'
import { say } from './said.tsx'

/** The longest reason that is kept. */
const longestReason = 500

export function withdrawPages(family: Family): readonly Page[] {
  const { may, whose, paths } = family
  const withdraw: string = `${paths.record}/withdraw`
  const restore: string = `${paths.record}/restore`
  return [
    page(withdraw, {
      may,
      looks: `Opened a form to withdraw a record${whose}`,
      find: (request) => request.read((tx) => toWithdraw(tx, family, request)),
      show: ({ place, read, related }): JSX.Element | Answer =>
        read.record.withdrawnAt === null ? drawn(place, read, related) : { redirect: place.backTo(read.kind, read.record.id) },
    }),

    action(withdraw, {
      may,
      looks: `Withdrew a record${whose}`,
      does: async (request) => {
        const reason = (request.form.get('reason') ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, longestReason)
        if (reason !== '')
          return settled(family, request, 'withdrawn', (tx, { kind, record }) => withdrawRecord(tx, kind, record.id), reason)
        const { place, read, related } = await request.read((tx) => toWithdraw(tx, family, request))
        return mend(drawn(place, read, related, 'Say why the record is withdrawn'))
      },
    }),

    action(restore, {
      may,
      looks: `Restored a record${whose}`,
      does: (request) => settled(family, request, 'restored', (tx, { kind, record }) => restoreRecord(tx, kind, record.id)),
    }),
  ]
}

async function toWithdraw(tx: Transaction, family: Family, request: Request): Promise<{ place: Place; read: ReadRecord; related: number }> {
  const { place, read } = await recordAt(tx, family, request)
  return { place, read, related: await countReferringTo(tx, family.kinds, read) }
}

/** Withdraws or restores, and leads to the record. What was so already is not done again. */
async function settled(
  family: Family,
  request: Request,
  did: 'withdrawn' | 'restored',
  doing: (tx: Transaction, read: ReadRecord) => Promise<boolean>,
  reason?: string,
): Promise<Answer> {
  const { place, read, done } = await request.write(
    async (tx) => {
      const { place, read } = await recordAt(tx, family, request)
      const done = await doing(tx, read)
      if (done) await family.afterWrite(tx, read.kind, [read.record.id])
      return { place, read, done }
    },
    reason === undefined ? {} : { reason },
  )
  if (done) say(request.session, { did, table: read.kind.table, id: read.record.id })
  return { redirect: place.backTo(read.kind, read.record.id) }
}

function drawn(place: Place, read: ReadRecord, related: number, error?: string): JSX.Element {
  const href = place.recordHref(read.kind, read.record.id)
  return place.frame({
    doing: 'Withdraw',
    what: read.kind.name,
    ...(error === undefined ? {} : { errors: [{ for: 'f-reason', says: error }] }),
    back: { href: place.backTo(read.kind, read.record.id), label: 'Back to the record' },
    children: (
      <WithdrawForm
        action={`${href}/withdraw`}
        read={read}
        related={related}
        cancel={place.backTo(read.kind, read.record.id)}
        {...(error === undefined ? {} : { error })}
      />
    ),
  })
}
