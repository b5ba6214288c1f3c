/** What children, families and those who work with them say, and what changed because of it. Every sentence is our own. */

export const themesOf: Readonly<Record<string, readonly string[]>> = {
  CHILD: ['LISTEN', 'KNOW', 'WORKER', 'MEET', 'FAMILY', 'SCHOOL'],
  INCARE: ['LISTEN', 'KNOW', 'WORKER', 'MEET', 'PLAN', 'FAMILY', 'HOME', 'SCHOOL'],
  LEAVER: ['LISTEN', 'WORKER', 'PLAN', 'LEAVE', 'HOME', 'HELP'],
  PARENT: ['LISTEN', 'KNOW', 'WORKER', 'MEET', 'PLAN', 'HELP', 'FAMILY'],
  CARER: ['LISTEN', 'KNOW', 'WORKER', 'PLAN', 'HELP'],
  PROF: ['KNOW', 'MEET', 'PLAN', 'HELP'],
}
export const services: Readonly<Record<string, readonly string[]>> = {
  CHILD: ['Assessment', 'Family support', 'Conference', 'Adolescents team', 'Short breaks'],
  INCARE: ['Reviews', 'Foster home', 'Children’s home', 'Contact', 'Social worker', 'Virtual school'],
  LEAVER: ['Aftercare', 'Pathway plan', 'Housing', 'Personal adviser'],
  PARENT: ['Assessment', 'Conference', 'Family support', 'Early help', 'Contact', 'Parenting course', 'Family group conference'],
  CARER: ['Fostering team', 'Social worker', 'Training', 'Reviews', 'Out of hours'],
  PROF: ['The hub', 'Core groups', 'Conferences', 'Early help panel'],
}
export const well: Readonly<Record<string, readonly string[]>> = {
  LISTEN: [
    'She writes down what I say the way I say it.',
    'He asked me first.',
    'I felt somebody was on my side.',
    'They changed the day because I asked.',
    'For once I was believed.',
  ],
  KNOW: ['They explained what would happen next.', 'I got a letter I could read.', 'I know who to ring.', 'We were told straight away.'],
  WORKER: [
    'Same worker for two years.',
    'She came back after her baby, as she said.',
    'He knows all our names, the dog’s too.',
    'I do not have to tell it again.',
  ],
  MEET: [
    'I chaired my own review.',
    'There were biscuits and not too many people.',
    'It started on time.',
    'They let my nan come.',
    'Everybody spoke so that we could follow.',
  ],
  PLAN: ['My plan has my words in it.', 'It is short.', 'We know who does what.', 'The report came a week before.'],
  HELP: [
    'Help came when it was still small.',
    'The course was good, I have told my sister.',
    'They got us beds in two days.',
    'Somebody picked up the phone at night.',
  ],
  FAMILY: ['I see my brother every second Saturday now.', 'They found my dad.', 'Contact is in the park and not in that room.'],
  HOME: ['I have my own key.', 'They asked what colour.', 'This is home.', 'I can stay until I finish college.'],
  SCHOOL: ['I kept my school.', 'My tutor comes to the house.', 'They told off nobody and moved my seat.', 'I went up two sets.'],
  LEAVE: ['My adviser came with me to see the flat.', 'I learned to cook five things.', 'They got my passport before I was 18.'],
}
export const badly: Readonly<Record<string, readonly string[]>> = {
  LISTEN: [
    'They talk over my head.',
    'Nobody asks me, they ask my carer.',
    'I said it three times.',
    'She looks at the laptop.',
    'I was asked when it was decided already.',
  ],
  KNOW: [
    'Nobody told me that the worker had left.',
    'I found out at school.',
    'We did not know what the meeting was for.',
    'Letters are full of words I have to look up.',
    'I still do not know whether it is closed.',
  ],
  WORKER: [
    'Five workers in a year.',
    'I have stopped learning their names.',
    'The new one read it from a screen.',
    'You start to trust and they go.',
    'Every time we tell it from the beginning.',
  ],
  MEET: [
    'Eleven people and me.',
    'It was at three, when I have football.',
    'We waited forty minutes in the corridor.',
    'The minutes came when the next meeting was.',
    'They asked my mum to leave and nobody said why.',
  ],
  PLAN: [
    'My plan is the same as my sister’s.',
    'I have never seen it.',
    'We got the report at the door.',
    'Sixteen pages.',
    'It says “engage with services” and not which.',
  ],
  HELP: ['It had to get bad first.', 'We waited since spring.', 'One service sends you to the other.', 'It stopped when it began to work.'],
  FAMILY: ['I do not see my sister.', 'Contact gets cancelled and I am told in the car.', 'Nobody asked my gran.', 'Sunday was promised.'],
  HOME: [
    'I was moved with my things in bags.',
    'It is two hours from everyone I know.',
    'There is a rule for everything.',
    'The heating does not work and it takes weeks.',
  ],
  SCHOOL: [
    'They take me out of lessons for meetings.',
    'Everybody saw the social worker come.',
    'I had no school for six weeks.',
    'Nobody asked me about options.',
  ],
  LEAVE: [
    'On my birthday everything stopped.',
    'I signed for a flat I had seen once.',
    'The leaflet about rights is boring.',
    'Nobody said I could stay with my carers.',
  ],
}
export const adultsWell: Readonly<Record<string, readonly string[]>> = {
  LISTEN: [
    'She writes down what I say the way I say it.',
    'For once we were believed.',
    'He asked what we had tried already.',
    'They changed the plan because of what my son said.',
    'I was treated like somebody who knows the child.',
  ],
  KNOW: [
    'They explained what would happen next.',
    'We got a letter we could read.',
    'We were told straight away.',
    'The referrer’s letter came the next morning.',
    'I know who to ring.',
  ],
  WORKER: [
    'Same worker for two years.',
    'She came back after her baby, as she said.',
    'We do not have to tell it again.',
    'He stayed until it was finished.',
  ],
  MEET: [
    'It started on time and ended on time.',
    'They let the grandmother come.',
    'Everybody spoke so that we could follow.',
    'The chair saw us beforehand.',
    'The core group got things done.',
  ],
  PLAN: [
    'It is short, and we know who does what.',
    'The report came a week before.',
    'There is a date beside everything.',
    'My words are in it, and marked as mine.',
  ],
  HELP: [
    'Help came when it was still small.',
    'The course was good, I have told my sister.',
    'They got us beds in two days.',
    'Somebody picked up the phone at night.',
    'The panel found something for the whole family.',
  ],
  FAMILY: ['Contact is in the park and not in that room.', 'They found his father.', 'We see both boys together now.'],
}
export const adultsBadly: Readonly<Record<string, readonly string[]>> = {
  LISTEN: [
    'It was decided before we came.',
    'We said it three times.',
    'She looks at the laptop.',
    'Carers are asked last.',
    'Nobody asked the father.',
  ],
  KNOW: [
    'Nobody told us that the worker had left.',
    'We did not know what the meeting was for.',
    'Letters are full of words we have to look up.',
    'Is it closed or not?',
    'We never heard what came of the referral.',
  ],
  WORKER: [
    'Five workers in a year.',
    'The new one read it from a screen.',
    'You start to trust and they go.',
    'Every time we tell it from the beginning.',
  ],
  MEET: [
    'Eleven professionals and us.',
    'We waited forty minutes in the corridor.',
    'The minutes came when the next meeting was.',
    'Half of those asked were not there.',
    'It was at half past three, when I fetch the little ones.',
  ],
  PLAN: [
    'The same plan for both children.',
    'We got the report at the door.',
    'Sixteen pages.',
    'It says “engage with services” and not which.',
    'No dates in it.',
  ],
  HELP: ['It had to get bad first.', 'We waited since spring.', 'One service sends you to the other.', 'It stopped when it began to work.'],
  FAMILY: ['Contact was cancelled by text.', 'Nobody asked my mother.', 'An hour a week in a room with a camera.'],
}
export const closing = [
  'Thank you for asking.',
  'That is all.',
  'Nobody has asked before.',
  'I hope it helps the next one.',
  '',
  '',
  '',
  '',
]
export const changes: Readonly<Record<string, readonly string[]>> = {
  LISTEN: [
    'The worker and the young person agreed how to talk, and where.',
    'The form begins with the child’s own words now.',
    'A card with three questions for every visit.',
  ],
  KNOW: [
    'A letter with name and picture goes out when a worker changes.',
    'A short leaflet on what a conference is, written by parents.',
    'Text the day before every meeting.',
  ],
  WORKER: [
    'The child was kept with the same worker through the transfer.',
    'Two posts were made permanent.',
    'Goodbye visits are expected.',
  ],
  MEET: [
    'Reviews are after school.',
    'Young people choose who comes.',
    'Fewer people, and one page beforehand.',
    'The waiting room has toys and a clock.',
  ],
  PLAN: [
    'The plan was written again with the child.',
    'A one-page plan for families is being tried.',
    'Reports go out five days before, by post and e-mail.',
  ],
  HELP: ['The course runs in the evening too.', 'A waiting list with a date for each family.', 'One lead professional rings round.'],
  FAMILY: ['Time with the brother is in both plans.', 'Contact moved to Saturday.', 'The grandmother was asked and comes.'],
  HOME: ['Suitcases for every child.', 'The landlord was made to mend it.', 'Rules were talked through in the house meeting.'],
  SCHOOL: ['Visits are at home or in the park.', 'The virtual school rang the head of year.', 'Meetings after lessons.'],
  LEAVE: [
    'The leaflet was thrown away and young people made a film.',
    'Staying put is talked about at 16.',
    'A second viewing before signing.',
  ],
}
export const further = [
  'Shared with the team.',
  'In the newsletter.',
  'Taken to the corporate parenting committee.',
  'To be asked about again in six months.',
  '',
  '',
  '',
]
