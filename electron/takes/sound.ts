import { statSync } from 'node:fs'
import type { SoundOf } from '../store/restore'
import type { TakeFiles } from './files'

/** Tells how large the sound of a take is, by its file. */
export function soundIn(files: TakeFiles): SoundOf {
  return ({ id: takeId, sessionId }) =>
    statSync(files.audio({ takeId, sessionId }), { throwIfNoEntry: false })?.size ?? null
}
