import { statSync } from 'node:fs'
import { IdSchema } from '../../shared/model'
import type { SoundOf } from '../backups/restoreBackup'
import type { TakeFiles } from './takeFiles'

/** Tells how large the sound of a take is, by its file; a backup may hold anything for an id. */
export function soundIn(files: TakeFiles): SoundOf {
  return ({ id: takeId, sessionId }) => {
    if (![takeId, sessionId].every((id) => IdSchema.safeParse(id).success)) return null
    const sizeBytes = statSync(files.audio({ takeId, sessionId }), { throwIfNoEntry: false })?.size
    return sizeBytes === undefined || sizeBytes === 0 ? null : sizeBytes
  }
}
