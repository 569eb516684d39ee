import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { silentWav } from '../../helpers/wav'

/** What is stored of a take after it was found to be harmed, by the time it has been played. */
export type Verdict = 'damaged' | 'shorter' | 'kept'

interface Harm {
  way: string
  harm: (file: string) => void
  /** One of these is right; several where it depends on what a decoder makes of it. */
  verdicts: readonly Verdict[]
}

/** Ways in which a sound file comes to harm. */
export const AUDIO_DAMAGE: readonly Harm[] = [
  { way: 'missing', harm: (file) => rmSync(file), verdicts: ['damaged'] },
  { way: 'of 0 bytes', harm: (file) => writeFileSync(file, ''), verdicts: ['damaged'] },
  { way: 'cut to its head', harm: (file) => cut(file, 300), verdicts: ['damaged'] },
  { way: 'cut in half', harm: (file) => cut(file, 0.5), verdicts: ['shorter'] },
  { way: 'cut by its last tenth', harm: (file) => cut(file, 0.9), verdicts: ['shorter'] },
  {
    way: 'a head of zeros',
    harm: (file) => change(file, (bytes) => bytes.fill(0, 0, 64)),
    verdicts: ['damaged'],
  },
  {
    way: 'noise of the same size',
    harm: (file) => change(file, (bytes) => bytes.set(randomBytes(bytes.length))),
    verdicts: ['damaged'],
  },
  {
    way: 'a text file',
    harm: (file) => writeFileSync(file, 'This is not sound.\n'.repeat(200)),
    verdicts: ['damaged'],
  },
  {
    way: 'a sound file of another kind',
    harm: (file) => writeFileSync(file, silentWav({ seconds: 1, sampleRate: 16_000 })),
    verdicts: ['damaged'],
  },
  {
    way: 'a hole of zeros',
    harm: (file) =>
      change(file, (bytes) => bytes.fill(0, bytes.length / 2, bytes.length / 2 + 4096)),
    verdicts: ['kept', 'shorter', 'damaged'],
  },
  {
    way: 'a hundred flipped bits',
    harm: (file) =>
      change(file, (bytes) => {
        for (let at = 1000; at < bytes.length; at += Math.ceil(bytes.length / 100)) {
          bytes[at] = bytes[at]! ^ 0x10
        }
      }),
    verdicts: ['kept', 'shorter', 'damaged'],
  },
]

/** @param to bytes, or a share of what there is */
function cut(file: string, to: number): void {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.subarray(0, to < 1 ? bytes.length * to : to))
}

function change(file: string, how: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file)
  how(bytes)
  writeFileSync(file, bytes)
}
