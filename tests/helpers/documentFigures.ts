import { writeFigures } from '../../scripts/figures/document.mjs'
import type { Machine, MachineWithElectron } from './machine'

/** A run's table, and how it came about. */
export interface FiguresOfRun {
  /** In Markdown. */
  readonly table: string
  /** As it was when the run began. */
  readonly on: Machine | MachineWithElectron
  /** Further words on how it was measured, as in `200 rounds`. */
  readonly how?: readonly string[]
}

/** Whether the command was told to put its table into a document. */
export function isDocumented(): boolean {
  return process.env.SOUNDCHECK_FIGURES_FILE !== undefined
}

/**
 * Puts a run's table into its document, below when and on what it was measured. Only when the
 * command was told to: it then names the document (see scripts/figures/option.mjs).
 */
export async function documentFigures(run: FiguresOfRun): Promise<void> {
  const file = process.env.SOUNDCHECK_FIGURES_FILE
  if (file === undefined) return
  await writeFigures(file, `${measuredOn(new Date(), run)}\n\n${run.table}`)
}

/** When and on what it was measured, in a sentence. */
export function measuredOn(date: Date, { on, how = [] }: Omit<FiguresOfRun, 'table'>): string {
  const words = [
    ...('electron' in on ? [`Electron ${on.electron}`] : []),
    `Node ${on.node.replace('v', '')}`,
    on.platform,
    on.processor,
    `${String(on.cores)} cores with a load of ${String(on.load)} before`,
    `${String(on.memoryGb)} GB`,
    ...how,
  ]
  return `Measured on ${date.toISOString().slice(0, 10)}: ${words.join(', ')}.`
}
