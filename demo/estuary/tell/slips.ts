import type { Fields, RecordKind } from '../../../src/engine/records/kind.ts'
import type { Chance } from '../chance.ts'
import { addDays, type Day } from '../days.ts'
import type { Living } from '../living.ts'
import type { Told, Values } from '../telling.ts'
import type { Worker } from '../workforce.ts'

const wrongDays = [
  'Wrong date',
  'Date typed wrongly',
  'Date of the note, not of the day itself',
  'The week before was meant',
  'Corrected from the diary',
]

/**
 * Tells a record as people write it: one in eighty has the wrong date at first and is corrected later; a few in a thousand are doubled on
 * the wrong child, and are struck out when somebody notices.
 * @param field the date that may be wrong
 */
export function tellAsWritten<F extends Fields>(
  { telling }: Living,
  kind: RecordKind<F>,
  field: keyof F & string,
  values: Values<F>,
  writing: { readonly on: Day; readonly by: Worker },
  lot: Chance,
): Told {
  const { on, by } = writing
  const slip = lot.next()
  if (slip < 0.0125) {
    const told = telling.tell(kind, { ...values, [field]: addDays(on, -lot.between(1, 9)) }, writing)
    telling.amend(told, kind, { [field]: on } as Values<F>, { on: addDays(on, lot.between(12, 60)), by, reason: lot.pick(wrongDays) })
    return told
  }
  if (slip > 0.997) {
    const stray = telling.tell(kind, { ...values, [field]: addDays(on, -lot.between(0, 3)) }, writing)
    telling.withdraw(stray, 'Entered on the wrong child', { on: addDays(on, lot.between(1, 25)), by })
  }
  return telling.tell(kind, values, writing)
}
