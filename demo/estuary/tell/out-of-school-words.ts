/** What is written of children out of school. */

import type { Suited } from './suited-words.ts'

export const firstEnquiry: readonly Suited[] = [
  ['Two letters and a visit to the address; nobody in.', 'not alone'],
  ['School rang every number it has.', 'not alone'],
  ['Attendance officer called twice, the second time in the evening.', 'not alone'],
  ['Neighbour says that the family left at the weekend.', 'not alone'],
  'Admissions asked: no application here or next door.',
  'GP asked whether {name} is still registered.',
  ['Housing confirm that the tenancy goes on.', 'not alone'],
  ['Mother’s telephone is switched off; message left.', 'not alone'],
  ['School to school transfer file lies in the lost pupils’ folder.', 'not alone'],
  ['Landlord rang back: somebody else lives there now.', 'not alone'],
  ['Grandmother answered and does not know, or will not say.', 'not alone'],
  ['Arrived with no papers; a school has to be asked first.', 'alone'],
  ['Placed here last week; no application yet.', 'alone'],
]

export const laterEnquiries: readonly (readonly Suited[])[] = [
  [
    ['Benefits office gave a new address.', 'not alone'],
    'The GP’s nurse saw {name} at the clinic last week.',
    ['An aunt rang back: the family is with her.', 'not alone'],
    ['Border checks asked through the police.', 'not alone'],
    ['Police did a welfare check the same day.', 'not alone'],
    ['Father answered the door on the third visit.', 'not alone'],
    ['Virtual school has asked two schools.', 'alone'],
    ['English was assessed at the college.', 'alone'],
    ['Another council has a child of that name and birthday.', 'not alone'],
    '{name} was seen in town by the attendance officer.',
    ['The new school asked for the file.', 'not alone'],
    'Key-to-success search done.',
    ['The travellers’ liaison officer knows the family.', 'not alone'],
  ],
  [
    '{name} is well and waits for a place.',
    ['{name} says that the old school was too far.', 'not alone'],
    ['The family moved because of the rent.', 'not alone'],
    ['Mother had thought that the new school would write.', 'not alone'],
    ['{name} is being taught at home for now, says mother.', 'not alone'],
    'No place in year until the next panel.',
    ['They were abroad for a funeral.', 'not alone'],
    ['{name} was afraid of other pupils, and nobody had been told.', 'not alone'],
    'The inclusion panel will hear it this month.',
    '',
  ],
]

export const outcomes = [
  'On roll at {school}',
  'Back at {school}',
  'Back at {school} on a phased start',
  'Attending {school} since Monday',
  'Attending, confirmed by {school}',
  'At an independent school, confirmed by telephone',
]

export const longOutcomes = [
  'On roll at {school} after the fair access panel',
  'Place at {school} named by direction',
  'In alternative provision for 25 hours',
  'Pupil referral unit, full time',
  'Place with support at {school}',
  'Moved; attending school there, confirmed',
]

export const passedOn = [
  'Moved to another council, which has confirmed the school',
  'Passed on to the council of the new address',
  'Left the country: tickets seen, the school abroad answered by email',
  'Moved; case accepted by the other council',
]

export const nowAtHome = ['Educated at home', 'Parents have chosen to teach at home', 'Taken off roll to be taught at home']

export const choosing: readonly Suited[] = [
  'Bullying at school, not dealt with, say parents.',
  ['Not happy with support for special educational needs.', 'disabled'],
  'Travelling for work.',
  'Religious belief.',
  'Did not get a place at the school they wanted.',
  'Anxiety: mornings had become impossible.',
  'Disagreed with the school about attendance.',
  'Believe that children learn better at home.',
  ['The last exclusion was one too many.', 'from8'],
  'Long illness.',
  'Waiting for another school.',
  'Moved, and the new school is too far.',
]

export const choosingMore = [
  'Mother was a teaching assistant.',
  'An online school is paid for.',
  'An older brother was taught at home too.',
  'They mean to look again in September.',
  'A tutor comes twice a week.',
  'Grandfather helps with mathematics.',
  'Both parents agree.',
  'Father is not sure about it.',
  'The school had suggested it, which was taken up with the head.',
  '',
  '',
]

export const endsAtHome = [
  'Went to {school}',
  'Started at {school}',
  'Place taken up at {school}',
  'Moved out of the area',
  'School attendance order: now at {school}',
  'Came back to {school} at the parents’ wish',
]

export const goingWell: readonly (readonly Suited[])[] = [
  [
    '{name} showed a project on tides.',
    '{name} reads well beyond the age and talked about the book.',
    'Saw three folders of work from this term.',
    'Workbooks in English and mathematics, marked and dated.',
    '{name} learns Portuguese with an aunt.',
    'Mornings for lessons, afternoons at the allotment.',
    ['{name} built a go-kart and kept the sums.', 'from11'],
    'The plan for the year is drawn up and followed.',
    'Timetable on the fridge, and it is kept.',
    ['{name} goes to the science club at the library.', 'from8'],
    ['{name} counted shells and wrote the numbers.', 'not from8'],
  ],
  [
    'Meets other children at swimming and scouts.',
    'Friends call in the afternoons.',
    'A home education group on Thursdays.',
    'Plays for a football club.',
    '{name} was seen, and chatted freely.',
    ['{name} spoke alone with the adviser for a while.', 'from8'],
    '{name} asked what other children learn.',
    'Green on the list.',
  ],
  [
    'Handwriting could be more.',
    ['Asked about science: to be sent.', 'from8'],
    'Parents asked about music lessons.',
    'Next year again.',
    '',
    '',
  ],
]

export const doubtful: readonly (readonly Suited[])[] = [
  [
    'Little work to be seen.',
    'Two worksheets for the term.',
    'Parents are still finding out how to begin.',
    'The laptop is broken, and so is the online school.',
    ['{name} sleeps until noon.', 'from11'],
    'Mother did not want {name} to be seen.',
    'Letter without examples of work.',
    ['{name} looks after the baby in the mornings.', 'from11', 'siblings'],
    'Father works nights and teaches when he can.',
  ],
  [
    'Suggestions sent; to be looked at again after some weeks.',
    'Advice on a plan given.',
    'Amber on the list.',
    'Told that an order for attendance may follow.',
    'School place offered and thought about.',
    'To be raised at the monthly meeting.',
    'Another visit agreed.',
  ],
  ['{name} was cheerful.', '{name} did not say much.', 'House calm and tidy.', '{name} misses old friends.', '', ''],
]

export const noAnswer = [
  [
    'First letter not answered.',
    'No reply to the form.',
    'Nobody came to the door.',
    'Number no longer in use.',
    'Mother said that she would ring back, and did not.',
    'Appointment cancelled that morning.',
  ],
  [
    'Will try again next week.',
    'Written again.',
    'School asked for another number.',
    'Card left.',
    'School nurse asked whether she has seen {name}.',
    '',
  ],
] as const
