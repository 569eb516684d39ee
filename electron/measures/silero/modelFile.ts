import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'silero_vad_v5.onnx'

/** Where the network's weights are: beside the built app, or in the package that brings them. */
export function modelFile(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const built = [here, dirname(here)].map((folder) => join(folder, NAME)).find(existsSync)
  return built ?? createRequire(import.meta.url).resolve(`@ricky0123/vad-web/dist/${NAME}`)
}
