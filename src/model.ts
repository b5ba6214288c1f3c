import { account } from './authority/accounts.ts'
import { clockSetting } from './authority/clock-settings.ts'
import { setting } from './authority/settings.ts'
import { digestComment, localMeasure, monthlyDigest } from './improvement/digest/records.ts'
import type { Model } from './engine/records/model.ts'
import { likelyPair } from './practice/person/same-child.ts'
import { recordKinds } from './record-kinds.ts'
import { ssdViews } from './returns/ssd/views.ts'

/** What an authority's schema holds: every kind of record, who may sign in, pairs awaiting a decision, and the dataset's views. */
export const model: Model = {
  kinds: [...recordKinds, likelyPair, account, setting, clockSetting, localMeasure, monthlyDigest, digestComment],
  views: ssdViews(recordKinds),
}
