import type { MachineWithElectron } from '../../helpers/machine'
import type { BenchResult } from './result'

/** What `--json` writes. */
export function jsonOf(
  machine: MachineWithElectron | null,
  results: readonly BenchResult[],
): string {
  return `${JSON.stringify({ machine, results }, null, 2)}\n`
}
