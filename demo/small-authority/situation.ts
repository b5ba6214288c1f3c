import type { Life } from './life.ts'
import { ChildStory } from './story.ts'
import type { Known, Moment } from './story-person.ts'

/** A child of the demo: what it shows, the number the case system gave the child, and the story in the order of the life. */
export interface Situation {
  readonly name: string
  readonly id: number
  readonly tell: (child: ChildStory, known: Known) => ChildStory
}

/** Declares a situation: `situation('Back on Friday, asked on Wednesday', 204417, (child) => child.called(...).boy(...).referred(...))`. */
export const situation = (name: string, id: number, tell: Situation['tell']): Situation => ({ name, id, tell })

/** The child's life as the case system told it at that moment. */
export const lifeAt = (told: Situation, moment: Moment): Life =>
  told.tell(new ChildStory(told.name, String(told.id)), (said) => said[moment]).life
