import type { Command } from 'commander'
import { changeSetting, settingOf, settings, type SettingName } from '../authority/settings.ts'
import { isPlainDate } from '../engine/web/words.ts'
import { aligned, print } from './json.ts'
import { ForPeople, note, someone, withDatabase, type AddCommand } from './setting.ts'

/** What the authority has decided for itself. */
export const settingsCommand: AddCommand = (program, told) => {
  const command = program.command('settings').description('list what the authority decides for itself; change it')
  command
    .command('list', { isDefault: true })
    .description('list the settings')
    .action(async (_options, given: Command) => {
      const setting = told(given)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        const values = await database.transaction({ ...who, role: 'reads' }, async (tx) => {
          const found: { name: string; value: string | null; what: string }[] = []
          for (const [name, what] of Object.entries(settings)) found.push({ name, value: await settingOf(tx, name as SettingName), what })
          return found
        })
        print(setting.json, values, () => aligned(values.map(({ name, value, what }) => [name, value ?? 'not set', what])))
      })
    })
  command
    .command('set')
    .argument('<name>', Object.keys(settings).join(', '))
    .argument('<value>')
    .description('change a setting; what it was stays as history')
    .action(async (name: string, value: string, _options, given: Command) => {
      const setting = told(given)
      if (!(name in settings)) throw new ForPeople(`There is no setting “${name}”. The settings are ${Object.keys(settings).join(', ')}.`)
      if (name === 'today' && !isPlainDate(value)) throw new ForPeople(`${value} is not a day: write YYYY-MM-DD.`)
      await withDatabase(setting, async (database) => {
        const who = await someone(database, setting, 'bring in data')
        await note(database, who, 'Changed a setting', { detail: name })
        await database.transaction({ ...who, role: 'writes' }, (tx) => changeSetting(tx, name as SettingName, value))
        print(setting.json, { name, value }, () => `${name} is now ${value}. A server that is running shows it when it is started again.`)
      })
    })
}
