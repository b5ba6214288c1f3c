/** What the authority decides of a clock: its length, where that is local, and from when it is used. */
import type { JSX } from 'preact'
import { setClock } from '../authority/clock-settings.ts'
import type { Clock, Terms } from '../engine/clocks/clock.ts'
import { keepAll } from '../engine/clocks/keep.ts'
import { lengthInWords, type Length, type Unit } from '../engine/clocks/length.ts'
import type { Clockwork } from '../engine/clocks/subjects.ts'
import { Button } from '../engine/web/components/button.tsx'
import { Details } from '../engine/web/components/content.tsx'
import { Input, Select } from '../engine/web/components/fields.tsx'
import { Form } from '../engine/web/components/form.tsx'
import type { FieldError } from '../engine/web/components/messages.tsx'
import { Page as Shown } from '../engine/web/layout.tsx'
import { action, mend, NotThere, type Answer, type Page } from '../engine/web/page.ts'
import { longDate, typedDay } from '../engine/web/words.ts'

const units: readonly Unit[] = ['hours', 'calendar days', 'working days', 'school days', 'weeks', 'months', 'years']

interface Typed {
  readonly length: string
  readonly unit: string
  readonly inUseFrom: string
}

const localLength = (clock: Clock, terms: Terms): Length | null =>
  clock.local && typeof clock.due !== 'function' ? terms.length(clock.id, clock.due) : null

function typedFrom(clock: Clock, terms: Terms): Typed {
  const length = localLength(clock, terms)
  const from = terms.inUseFrom(clock.id)
  return { length: length === null ? '' : String(length.n), unit: length?.unit ?? '', inUseFrom: from === null ? '' : longDate(from) }
}

export function ClockSetting({ clock, terms }: { readonly clock: Clock; readonly terms: Terms }): JSX.Element {
  return (
    <Details summary="Change what is ours to decide" id="setting">
      <SettingForm clock={clock} terms={terms} typed={typedFrom(clock, terms)} errors={[]} />
    </Details>
  )
}

function SettingForm({
  clock,
  terms,
  typed,
  errors,
}: {
  readonly clock: Clock
  readonly terms: Terms
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}): JSX.Element {
  const length = localLength(clock, terms)
  const error = (id: string) => errors.find((each) => each.for === id)?.says
  return (
    <Form action={`/clocks/${clock.id}/setting`}>
      {length === null ? (
        <p class="govuk-body">Its length is not ours to set.</p>
      ) : (
        <>
          <Input
            id="length"
            name="length"
            label="Length"
            hint={`Now ${lengthInWords(length)}.`}
            value={typed.length}
            error={error('length')}
            width={3}
          />
          <Select
            id="unit"
            name="unit"
            label="Unit"
            value={typed.unit}
            options={units.map((unit) => ({ value: unit, label: unit }))}
            error={error('unit')}
          />
        </>
      )}
      <Input
        id="inUseFrom"
        name="inUseFrom"
        label="Used for what starts on or after"
        hint="For what was not recorded here before. For example, 1 April 2016. Blank for always."
        value={typed.inUseFrom}
        error={error('inUseFrom')}
        width={20}
      />
      <Button>Save, and work out afresh what is due</Button>
    </Form>
  )
}

export const clockSettingActions = (work: Clockwork): Page[] => [
  action('/clocks/:clock/setting', {
    may: 'set clocks',
    looks: 'Changed a clock',
    does: async (request): Promise<Answer> => {
      const clock = work.clocks.find(({ id }) => id === request.params.clock)
      if (!clock) throw new NotThere()
      request.lookAt(null, clock.id)
      const typed: Typed = {
        length: (request.form.get('length') ?? '').trim(),
        unit: request.form.get('unit') ?? '',
        inUseFrom: (request.form.get('inUseFrom') ?? '').trim(),
      }
      const { errors, length, inUseFrom } = understood(clock, typed)
      if (errors.length > 0) {
        const terms = await request.read((tx) => work.termsOf(tx))
        return mend(
          <Shown title={clock.plural} errors={errors} back={{ href: `/clocks/${clock.id}`, label: clock.plural }}>
            <h1 class="govuk-heading-l">{clock.plural}: what is ours to decide</h1>
            <SettingForm clock={clock} terms={terms} typed={typed} errors={errors} />
          </Shown>,
        )
      }
      await request.write(
        async (tx) => {
          await tx.run('select pg_advisory_xact_lock(715401)')
          await setClock(tx, clock.id, { ...(length ? { length } : {}), inUseFrom })
          await keepAll(tx, work)
        },
        { as: 'imports', reason: `Clock ${clock.id} changed` },
      )
      return { redirect: `/clocks/${clock.id}` }
    },
  }),
]

function understood(
  clock: Clock,
  typed: Typed,
): { readonly errors: readonly FieldError[]; readonly length: Length | null; readonly inUseFrom: string | null } {
  const errors: FieldError[] = []
  const unit = units.find((each) => each === typed.unit)
  const local = clock.local && typeof clock.due !== 'function'
  if (local && (!/^\d{1,4}$/.test(typed.length) || Number(typed.length) === 0))
    errors.push({ for: 'length', says: `“${typed.length}” is not a length. Write a whole number from 1, for example 15.` })
  if (local && !unit) errors.push({ for: 'unit', says: 'Choose a unit.' })
  const inUseFrom = typed.inUseFrom === '' ? null : typedDay(typed.inUseFrom)
  if (typed.inUseFrom !== '' && inUseFrom === null)
    errors.push({ for: 'inUseFrom', says: `“${typed.inUseFrom}” is not a date. Write it like 1 April 2016, or leave it blank.` })
  return { errors, length: local && unit && errors.length === 0 ? { n: Number(typed.length), unit } : null, inUseFrom }
}
