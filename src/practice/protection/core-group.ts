import { professional } from '../../authority/records.ts'
import { date, recordKind, reference, text, yesNo } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'
import { childProtectionPlan } from './records.ts'

/** A meeting of those who carry out a child protection plan, with the family. */
export const coreGroup = recordKind({
  name: 'Core group',
  plural: 'Core groups',
  table: 'core_group',
  group: 'Protection',
  about: person,
  fields: {
    plan: reference(() => childProtectionPlan, 'Child protection plan'),
    heldOn: date('Held', { required: true }),
    ledBy: reference(() => professional, 'Lead social worker'),
    attended: text('Who attended'),
    parentsAttended: yesNo('Parents or carers attended'),
    childTookPart: yesNo('Child took part'),
    agreed: text('What was agreed'),
    nextOn: date('Next core group', { mayBeAhead: true }),
  },
  sameWhen: ['heldOn'],
  entries: [
    {
      on: 'heldOn',
      line: (r) =>
        `Core group held${r.parentsAttended === null ? '' : r.parentsAttended ? ', parents or carers there' : ', parents or carers not there'}`,
    },
  ],
  basis: 'Working together to safeguard children: the core group meets within 10 working days of the initial conference.',
})
