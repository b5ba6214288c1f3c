import { expect, test } from 'vitest'
import { understand } from './search-words.ts'

const today = '2016-03-03'

test.each<[typed: string, what: Partial<ReturnType<typeof understand>>]>([
  ['jaden wickam', { names: 'jaden wickam', numbers: [], bornOn: null }],
  ['jaden 9/5/2004', { names: 'jaden', bornOn: '2004-05-09', numbers: [] }],
  ['9 May 2004', { names: '', bornOn: '2004-05-09' }],
  ['9th may 2004 wickham', { names: 'wickham', bornOn: '2004-05-09' }],
  ['2004-05-09', { bornOn: '2004-05-09', numbers: [] }],
  ['wickham 2004', { names: 'wickham', year: 2004 }],
  ['204417', { names: '', numbers: ['204417'] }],
  ['943 476 5919', { numbers: ['943', '476', '5919', '9434765919'] }],
  ['K989743908919', { numbers: ['K989743908919'], names: '' }],
  ['wickham 2040', { names: 'wickham', year: null, remarks: ['2040 is in the future.'] }],
  ['wickham 9 May 2040', { names: 'wickham', bornOn: null, remarks: ['9 May 2040 is in the future.'] }],
  [
    'wickham 31/2/2004',
    { names: 'wickham', bornOn: null, remarks: ['31/2/2004 is not a date of birth that can be. Give day, month and year.'] },
  ],
  ['12 May 2016', { bornOn: '2016-05-12', remarks: [] }],
])('“%s” is understood', (typed, what) => {
  expect(understand(typed, today)).toMatchObject(what)
})
