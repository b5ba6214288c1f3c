import type { Command } from 'commander'
import { mayByRole } from '../authority/permissions.ts'
import { findWorkerOrTeam } from '../practice/allocation/holders.ts'
import { aligned, print } from './json.ts'
import { ForPeople, note, someone, withDatabase, type AddCommand } from './setting.ts'

/** Who may sign in. Adding and ending are for the terminal of the machine: the later issue on trust gives administrators a page. */
export const peopleCommand: AddCommand = (program, told) => {
  const people = program.command('people').description('list who may sign in; add or end an account')
  people
    .command('list', { isDefault: true })
    .description('list who may sign in')
    .action(async (_options, command: Command) => {
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        const rows = await database.transaction({ ...who, role: 'reads' }, (tx) =>
          tx.query<{ account: string; name: string; role: string; until: string | null }>(
            `select subject as account, name, role, ended_on as until from account where withdrawn_at is null order by name`,
          ),
        )
        print(setting.json, rows, () =>
          rows.length === 0
            ? 'Nobody may sign in yet. Add someone with `bin/goldthread people add`.'
            : aligned(rows.map(({ account, name, role, until }) => [account, name, role, until ?? ''])),
        )
      })
    })
  people
    .command('add')
    .argument('<account>', 'the subject that the sign-in service gives')
    .argument('<name>', 'the person’s name')
    .argument('<role>', Object.keys(mayByRole).join(', '))
    .description('let someone sign in')
    .action(async (account: string, name: string, role: string, _options, command: Command) => {
      const setting = told(command)
      if (!(role in mayByRole) || role === 'operator')
        throw new ForPeople(
          `There is no role “${role}”. The roles are ${Object.keys(mayByRole)
            .filter((each) => each !== 'operator')
            .join(', ')}.`,
        )
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        await note(database, who, 'Let someone sign in', { detail: account })
        await database.transaction({ ...who, role: 'writes' }, async (tx) => {
          const [there] = await tx.query('select id from account where subject = $1 and withdrawn_at is null and ended_on is null', [
            account,
          ])
          if (there) throw new ForPeople(`${account} may sign in already.`)
          await tx.run(`insert into account (subject, name, role, source) values ($1, $2, $3, 'goldthread')`, [account, name, role])
        })
        print(setting.json, { account, name, role }, () => `${name} may sign in as ${role}.`)
      })
    })
  people
    .command('change')
    .argument('<account>')
    .option('--worker <id>', 'who they are among the workers of the case system: number or name')
    .option('--team <id>', 'the team they manage: number or name')
    .option('--email <address>', 'where their daily summary goes')
    .description('say who someone is among the workers, which team they manage, where their summary goes')
    .action(async (account: string, options: { worker?: string; team?: string; email?: string }, command: Command) => {
      const setting = told(command)
      if (Object.keys(options).length === 0) throw new ForPeople('Say what changes: --worker, --team or --email.')
      if (options.email !== undefined && !/^\S+@\S+$/.test(options.email)) throw new ForPeople(`${options.email} is not an e-mail address.`)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        await note(database, who, 'Changed an account', { detail: account })
        await database.transaction({ ...who, role: 'writes' }, async (tx) => {
          const ids: (string | null)[] = []
          for (const [kind, text] of [
            ['professional', options.worker],
            ['team', options.team],
          ] as const) {
            const found = text === undefined ? null : await findWorkerOrTeam(tx, kind, text)
            if (text !== undefined && found === null)
              throw new ForPeople(`There is no ${kind === 'team' ? 'team' : 'worker'}, or more than one, called or numbered “${text}”.`)
            ids.push(found)
          }
          const changed = await tx.run(
            `update account set worker_id = coalesce($2::uuid, worker_id), team_id = coalesce($3::uuid, team_id), email = coalesce($4, email)
             where subject = $1 and withdrawn_at is null and ended_on is null`,
            [account, ...ids, options.email ?? null],
          )
          if (changed === 0) throw new ForPeople(`${account} may not sign in, so there is nothing to change.`)
        })
        print(setting.json, { account, ...options }, () => `${account} is changed.`)
      })
    })
  people
    .command('end')
    .argument('<account>')
    .description('from today the account may not sign in')
    .action(async (account: string, _options, command: Command) => {
      const setting = told(command)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        await note(database, who, 'Ended an account', { detail: account })
        const ended = await database.transaction({ ...who, role: 'writes' }, (tx) =>
          tx.run('update account set ended_on = current_date where subject = $1 and ended_on is null', [account]),
        )
        if (ended === 0) throw new ForPeople(`${account} may not sign in anyway.`)
        print(setting.json, { account }, () => `${account} may sign in no longer.`)
      })
    })
}
