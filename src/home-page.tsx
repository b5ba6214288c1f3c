import { page } from './engine/web/page.ts'

/** The first page: where the person's work begins. For who answers for the whole what changed, for a manager the teams, for whoever works with children what is due, for those who bring data in the files. */
export const homePage = page('/', {
  may: 'signed in',
  looks: null,
  noLookBecause: 'It shows nothing and leads on.',
  show: (_, { may }) => ({
    redirect:
      may('keep figures') && may('allocate')
        ? '/signals'
        : may('allocate')
          ? '/teams'
          : may('read a child')
            ? '/my-work'
            : may('bring in data')
              ? '/bring-in-data'
              : '/help',
  }),
})
