import { recordKind, text } from '../../engine/records/kind.ts'
import { person } from '../person/records.ts'

/** Five answers of a child to a questionnaire. The dataset gives neither the answers allowed nor the day they were given. */
export const voiceOfTheChild = recordKind({
  name: 'Voice of the child',
  plural: 'Voices of children',
  table: 'voice_of_the_child',
  group: 'Voice',
  about: person,
  fields: {
    worriesExplained: text('Worries explained so that I understood', { as: { ssd: 'voch_explained_worries' } }),
    storyHelped: text('The words and pictures story helped me understand', { as: { ssd: 'voch_story_help_understand' } }),
    agreesWithWorker: text('I agree with what my worker says is needed', { as: { ssd: 'voch_agree_worker' } }),
    planSaysWhatToDo: text('The plan says what everyone must do', { as: { ssd: 'voch_plan_safe' } }),
    tabletHelped: text('The tablet helped explain', { as: { ssd: 'voch_tablet_help_explain' } }),
  },
  as: { ssd: { table: 'ssd_voice_of_child', key: 'voch_table_id', person: 'voch_person_id' } },
  basis: 'Standard Safeguarding Dataset, ssd_voice_of_child (draft).',
})
