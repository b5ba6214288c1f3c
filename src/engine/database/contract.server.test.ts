import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ships } from '../../../test/support/ships.ts'
import { acting, onBoth } from '../../../test/support/two-databases.ts'
import { copyCell } from './copy-text.ts'
import type { Transaction } from './database.ts'

const reads = acting('reads')
const imports = acting('imports')

/**
 * Letters of every kind, and the signs that mean something to a database, a file or a page. Not NUL, which no database holds as text,
 * and no byte order mark: the embedded database drops one that begins a text (the readers of files have taken it off before).
 */
const anySign = fc.oneof(
  fc.constantFrom(
    '\\',
    '\t',
    '\n',
    '\r',
    "'",
    '"',
    '$1',
    '%',
    '\\N',
    '\\.',
    '{',
    '}',
    ',',
    'NULL',
    '\u0001',
    '\u007f',
    '\u2028',
    '🚢',
    'é',
    'é',
    'ß',
    'ا',
    '李',
  ),
  fc.integer({ min: 1, max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
)
const anyText = fc.string({ unit: anySign, maxLength: 40 })

onBoth(
  'the database',
  (given) => {
    const read = <T>(work: (tx: Transaction) => Promise<T>) => given.database().transaction(reads, work)
    const bring = <T>(work: (tx: Transaction) => Promise<T>) => given.database().transaction(imports, work)

    describe('a statement that is kept', () => {
      test('answers the same each time, whatever text it is given', async () => {
        await fc.assert(
          fc.asyncProperty(anyText, async (said) => {
            const asked = await read(async (tx) => [
              await tx.prepared('select $1::text as said', [said]),
              await tx.prepared('select $1::text as said', [said]),
            ])
            expect(asked).toEqual([[{ said }], [{ said }]])
          }),
          { numRuns: 60 },
        )
      })
      test('may have no parameters, or several', async () => {
        expect(await read((tx) => tx.prepared('select 1 as one', []))).toEqual([{ one: 1 }])
        expect(await read((tx) => tx.prepared('select $1::date + $2::integer as day', ['2016-02-28', '1']))).toEqual([
          { day: '2016-02-29' },
        ])
      })
      test('is planned for the role that asks: what one role may not see, it is not shown because another asked first', async () => {
        const sql = `select current_user::text as who, current_setting('search_path') as path`
        expect(await read((tx) => tx.prepared(sql, []))).toMatchObject([{ who: 'goldthread_reads' }])
        expect(await bring((tx) => tx.prepared(sql, []))).toMatchObject([{ who: 'goldthread_imports' }])
      })
    })

    describe('what is read', () => {
      test.each<[string, unknown, string]>([
        ['9007199254740991::bigint', 9007199254740991, 'a bigint is a number'],
        ['count(*)', 1, 'and so is a count'],
        ['12.50::numeric', '12.50', 'a numeric is text, so that nothing is rounded and no nought is lost'],
        ["date '2015-03-29'", '2015-03-29', 'a date is text and does not move with the time zone'],
        ["date '0099-01-01'", '0099-01-01', 'an ancient one too'],
        ["timestamptz '2015-07-01 10:00:00+01'", '2015-07-01 09:00:00+00', 'an instant is text, in UTC'],
        ["timestamptz '2015-07-01 10:00:00.123456Z'", '2015-07-01 10:00:00.123456+00', 'to the microsecond'],
        ["timestamp '2015-07-01 10:00:00'", '2015-07-01 10:00:00', 'a clock on the wall is text'],
        ["time '21:15'", '21:15:00', 'and so is a time of day'],
        ['true', true, 'a boolean is one'],
        ['7::int', 7, 'a whole number is one'],
        ['null::text', null, 'nothing is null'],
        [`'{"a": [1, null, "x"], "b": {"c": false}}'::jsonb`, { a: [1, null, 'x'], b: { c: false } }, 'JSON is what it holds'],
        [`array['a', 'b,c', '"', '\\', null]`, ['a', 'b,c', '"', '\\', null], 'an array is one'],
        [`'{}'::text[]`, [], 'an empty array is one too'],
        ["'00000000-0000-4000-8000-00000000000a'::uuid", '00000000-0000-4000-8000-00000000000a', 'an identifier is text'],
      ])('%s is read as %j: %s', async (sql, expected, _what) => {
        expect(await read((tx) => tx.query(`select ${sql} as found`))).toEqual([{ found: expected }])
      })

      test('parameters arrive as they were given, of every type', async () => {
        const sql = `select $1::text as words, $2::int as whole, $3::boolean as yes, $4::date as day, $5::jsonb as json, $6::text as nothing, $7::text[] as list, $8::numeric as exact, $9::bigint as big`
        const given = [
          "O'Hara; drop table ship",
          3,
          false,
          '2016-02-29',
          JSON.stringify({ a: 1 }),
          null,
          '{a,"b c"}',
          '0.10',
          9007199254740991,
        ]
        expect(await read((tx) => tx.query(sql, given))).toEqual([
          {
            words: "O'Hara; drop table ship",
            whole: 3,
            yes: false,
            day: '2016-02-29',
            json: { a: 1 },
            nothing: null,
            list: ['a', 'b c'],
            exact: '0.10',
            big: 9007199254740991,
          },
        ])
      })

      test('text of any letters and signs comes back as it went in', async () => {
        await read(async (tx) => {
          await fc.assert(
            fc.asyncProperty(anyText, async (words) => {
              const [row] = await tx.query<{ words: string; json: string }>(`select $1::text as words, $2::jsonb ->> 0 as json`, [
                words,
                JSON.stringify([words]),
              ])
              expect(row).toEqual({ words, json: words })
            }),
            { numRuns: 40 },
          )
        })
      })

      test('the letter NUL, which no text may hold, is an error and not a shorter text', async () => {
        await expect(read((tx) => tx.query('select $1::text as words', ['a\0b']))).rejects.toThrow()
      })
    })

    describe('how many rows were touched', () => {
      test('is what a statement gives', async () => {
        await bring(async (tx) => {
          await tx.run('create temp table tally (n int) on commit drop')
          expect(await tx.run('insert into tally select * from generate_series(1, 30)')).toBe(30)
          expect(await tx.run('update tally set n = n + 1 where n > 20')).toBe(10)
          expect(await tx.run('update tally set n = 0 where n > 100')).toBe(0)
          expect(await tx.run('with gone as (select 1) insert into tally select 5 from gone')).toBe(1)
        })
      })
    })

    describe('a long answer', () => {
      test('comes whole and in order, however it falls into batches', async () => {
        for (const many of [0, 1, 1999, 2000, 2001, 4000]) {
          const found: number[] = []
          await read(async (tx) => {
            for await (const { n } of tx.stream<{ n: number }>('select n from generate_series(1, $1::int) n order by n desc', [many]))
              found.push(n)
          })
          expect(found).toEqual(Array.from({ length: many }, (_, place) => many - place))
        }
      })

      test('two are read at once, each to its end, with questions asked between', async () => {
        await read(async (tx) => {
          const one = tx.stream<{ n: number }>('select n from generate_series(1, 2500) n')[Symbol.asyncIterator]()
          const other = tx.stream<{ n: number }>('select n from generate_series(10001, 12500) n')[Symbol.asyncIterator]()
          for (let n = 1; n <= 2500; n++) {
            expect([(await one.next()).value?.n, (await other.next()).value?.n]).toEqual([n, 10_000 + n])
            if (n % 1000 === 0) expect(await tx.query('select 1 as one')).toEqual([{ one: 1 }])
          }
          expect([(await one.next()).done, (await other.next()).done]).toEqual([true, true])
        })
      })

      test('may be left before its end', async () => {
        await read(async (tx) => {
          for await (const { n } of tx.stream<{ n: number }>('select n from generate_series(1, 100000) n')) if (n === 3) break
          expect(await tx.query('select 2 as two')).toEqual([{ two: 2 }])
        })
      })
    })

    describe('rows copied in', () => {
      test('are those that were written: every letter and sign, and nothing', async () => {
        const rows = fc.array(fc.tuple(fc.option(anyText), fc.option(anyText)), { maxLength: 12 })
        await bring(async (tx) => {
          await tx.run('create temp table copied (n int, one text, other text) on commit drop')
          await fc.assert(
            fc.asyncProperty(rows, async (written) => {
              await tx.run('truncate copied')
              const lines = written.map(([one, other], n) => `${n}\t${copyCell(one)}\t${copyCell(other)}\n`)
              await tx.copyIn(
                'copied (n, one, other)',
                [lines.slice(0, 5).join(''), lines.slice(5).join('')].filter((chunk) => chunk !== ''),
              )
              const read = await tx.query<{ one: string | null; other: string | null }>('select one, other from copied order by n')
              expect(read.map(({ one, other }) => [one, other])).toEqual(written)
            }),
            { numRuns: 40 },
          )
        })
      })

      test('come from a stream of pieces, many megabytes of them', async () => {
        const pieces = async function* () {
          for (let piece = 0; piece < 40; piece++)
            yield Array.from({ length: 1000 }, (_, n) => `${piece * 1000 + n}\t${'x'.repeat(200)}\n`).join('')
        }
        await bring(async (tx) => {
          await tx.run('create temp table copied (n int, words text) on commit drop')
          await tx.copyIn('copied (n, words)', pieces())
          expect(
            await tx.query('select count(*) as rows, count(distinct n) as different, sum(length(words)) as letters from copied'),
          ).toEqual([{ rows: 40_000, different: 40_000, letters: 8_000_000 }])
        })
      })

      test('no pieces are no rows', async () => {
        await bring(async (tx) => {
          await tx.run('create temp table copied (n int) on commit drop')
          await tx.copyIn('copied (n)', [])
          expect(await tx.query('select count(*) as rows from copied')).toEqual([{ rows: 0 }])
        })
      })

      test('a cell that cannot be what its column holds refuses the whole, and the next transaction is none the worse', async () => {
        const spoilt = bring(async (tx) => {
          await tx.run('create temp table copied (n int) on commit drop')
          await tx.copyIn('copied (n)', ['1\n', '2\nthree\n'])
        })
        await expect(spoilt).rejects.toMatchObject({ code: '22P02' })
        expect(await read((tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }])
      })

      test('when what writes them fails half-way, nothing is kept and the next transaction is none the worse', async () => {
        const failing = async function* () {
          yield '1\n'
          throw new Error('the file ended too soon')
        }
        const spoilt = bring(async (tx) => {
          await tx.run(`insert into harbour (name, source) values ('Half done', 'test')`)
          await tx.run('create temp table copied (n int) on commit drop')
          await tx.copyIn('copied (n)', failing())
        })
        await expect(spoilt).rejects.toThrow('the file ended too soon')
        expect(await read((tx) => tx.query(`select 1 from harbour where name = 'Half done'`))).toEqual([])
      })
    })

    describe('one transaction', () => {
      const named = (name: string) => read((tx) => tx.query('select name from harbour where name = $1', [name]))

      test('is kept whole when its work is done, and gives what the work gave', async () => {
        const given = await bring(async (tx) => {
          await tx.run(`insert into harbour (name, source) values ('Whole', 'test')`)
          return 'what the work gave'
        })
        expect(given).toBe('what the work gave')
        expect(await named('Whole')).toEqual([{ name: 'Whole' }])
      })

      test('leaves nothing behind when its work throws, and throws the same', async () => {
        const failing = bring(async (tx) => {
          await tx.run(`insert into harbour (name, source) values ('Gone', 'test')`)
          throw new RangeError('no')
        })
        await expect(failing).rejects.toEqual(new RangeError('no'))
        expect(await named('Gone')).toEqual([])
      })

      test('leaves nothing behind when a statement fails, says which error it was, and cannot go on after it', async () => {
        const failing = bring(async (tx) => {
          await tx.run(`insert into harbour (name, source) values ('Gone too', 'test')`)
          await expect(tx.query('select 1 / 0 as broken')).rejects.toMatchObject({ code: '22012', message: 'division by zero' })
          await tx.query('select 1')
        })
        await expect(failing).rejects.toMatchObject({ code: '25P02' })
        expect(await named('Gone too')).toEqual([])
      })

      test('a statement that failed and was forgiven does not let the rest be kept in silence', async () => {
        const forgiven = bring(async (tx) => {
          await tx.run(`insert into harbour (name, source) values ('Forgiven', 'test')`)
          await tx.run('select 1 / 0').catch(() => undefined)
          return 'done'
        })
        await expect(forgiven).rejects.toMatchObject({ code: '25P02' })
        const forgivenLater = bring(async (tx) => {
          await tx.run(`insert into harbour (name, source) values ('Forgiven', 'test')`)
          await tx
            .stream('select 1 / (3 - n) as n from generate_series(1, 3) n')
            [Symbol.asyncIterator]()
            .next()
            .catch(() => undefined)
        })
        await expect(forgivenLater).rejects.toMatchObject({ code: '25P02' })
        expect(await named('Forgiven')).toEqual([])
      })

      test('many at once are each whole: none sees half of another', async () => {
        const ends = Array.from({ length: 12 }, (_, number) =>
          bring(async (tx) => {
            await tx.run('insert into harbour (name, source) values ($1, $2)', [`Twin ${number}`, 'test'])
            await tx.query('select pg_sleep(0.005)')
            await tx.run('insert into harbour (name, source) values ($1, $2)', [`Twin ${number}`, 'test'])
            if (number % 3 === 0) throw new Error('not this one')
          }).then(
            () => 'kept',
            () => 'left',
          ),
        )
        const odd = Array.from({ length: 12 }, () =>
          read((tx) => tx.query(`select name from harbour where name like 'Twin %' group by name having count(*) <> 2`)),
        )
        expect(await Promise.all(odd)).toEqual(Array.from({ length: 12 }, () => []))
        expect((await Promise.all(ends)).filter((end) => end === 'left')).toHaveLength(4)
        expect(await read((tx) => tx.query(`select count(*) as rows from harbour where name like 'Twin %'`))).toEqual([{ rows: 16 }])
      })
    })
  },
  ships,
)
