import { setTimeout as pause } from 'node:timers/promises'
import { memoryMb } from '../apps/consumption'
import { APP, BARE, start } from '../apps/started'
import { compared } from '../figures/result'
import { libraryOf, ORDINARY } from '../libraries/libraries'
import { freshFolder } from '../libraries/scratch'
import { line } from '../line'
import { inPairs } from '../pairs'

/** Memory hardly varies from start to start. */
const PAIRS_OF_MEMORY = 3
/** Then everything that the app does after its window is shown is done. */
const IDLE_AFTER_MS = 5000

/** The memory of all processes of the app, idle on Practice, against a bare window's. */
line('memory', async () => {
  const library = await libraryOf(ORDINARY)
  const bareFolder = freshFolder('bare')
  const pairs = await inPairs(PAIRS_OF_MEMORY, {
    value: () => idleMb(APP, library),
    floor: () => idleMb(BARE, bareFolder),
  })
  return compared({ unit: 'MB', ...pairs, atMost: 1.3 })
})

async function idleMb(what: string, dataFolder: string): Promise<number> {
  const { pid, end } = await start(what, dataFolder)
  await pause(IDLE_AFTER_MS)
  const memory = memoryMb(pid)
  await end()
  return memory
}
