import { page } from './engine/web/page.ts'

/** The first page: where the person's work begins. Until "My work" comes, that is the search; for those who bring data in, the files. */
export const homePage = page('/', {
  may: 'signed in',
  looks: null,
  noLookBecause: 'It shows nothing and leads on.',
  show: (_, { may }) => ({ redirect: may('find a child') ? '/find' : may('bring in data') ? '/bring-in-data' : '/help' }),
})
