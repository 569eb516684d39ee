import type { DerivedBelonging } from '../belonging'

/** What was measured of the sound: measured again when it is not there. */
export const measures: DerivedBelonging = {
  kind: 'derived',
  tables: [{ name: 'measures', owner: 'take_id' }],
}
