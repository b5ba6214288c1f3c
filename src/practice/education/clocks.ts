import { educationPlanClocks } from './education-plan-clocks.ts'
import { ehcPlanClocks } from './ehc-plan-clocks.ts'
import { ehcRequestClocks } from './ehc-request-clocks.ts'
import { schoolingClocks } from './schooling-clocks.ts'

/** Every clock of a child's education: in care, at school or out of it, and with special educational needs. */
export const educationClocks = [...educationPlanClocks, ...schoolingClocks, ...ehcRequestClocks, ...ehcPlanClocks]
