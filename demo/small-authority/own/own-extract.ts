import type { Day } from '../days.ts'
import type { Life } from '../life.ts'
import { actionsOf } from './actions.ts'
import { careOf, steered } from './care.ts'
import { tellFostering } from './fostering.ts'
import { frontDoorOf } from './front-door.ts'
import { healthAndEducationOf, healthSummaryOf } from './health-education.ts'
import { inNeedOf } from './in-need.ts'
import { leavingCareOf } from './leaving-care.ts'
import { tellSchoolTerms } from './school-terms.ts'
import { discussedInSupervision, workersSupervised } from './supervision.ts'
import { OwnTelling } from './telling.ts'
import { tellByHand } from './told.ts'
import { tellVoice } from './voice.ts'

/**
 * What Estuary records beyond the datasets, as files of Goldthread’s own tables: table and text. The routine of each life is told after what is told
 * by hand. The same lives and day give the same texts.
 */
export function ownExtract(lives: readonly Life[], day: Day): ReadonlyMap<string, string> {
  const own = new OwnTelling(day)
  tellSchoolTerms(own)
  tellByHand(own)
  workersSupervised(lives, own)
  for (const life of lives) {
    frontDoorOf(life, own)
    inNeedOf(life, own)
    careOf(life, own)
    healthAndEducationOf(life, own)
    healthSummaryOf(life, own)
    leavingCareOf(life, own)
    actionsOf(life, own)
    steered(life, own)
    discussedInSupervision(life, own)
  }
  tellFostering(own)
  tellVoice(own)
  return own.files()
}
