import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWav, type Sound } from '../../helpers/wav'

export interface Voice {
  name: string
  /** Writes what is said to a WAV file. */
  speak(text: string, file: string): void
}

export const RATE_HZ = 48_000

export function espeak(voice: string, wordsPerMinute: number): Voice {
  return {
    name: `espeak ${voice} ${String(wordsPerMinute)}`,
    speak: (text, file) =>
      run('espeak-ng', ['-v', voice, '-s', String(wordsPerMinute), '-w', file, text]),
  }
}

/** @param stretch above 1 is slower */
export function flite(voice: string, stretch = 1): Voice {
  return {
    name: `flite ${voice} ${String(stretch)}`,
    speak: (text, file) => run('flite', fliteArguments(voice, stretch, text, file)),
  }
}

/** What was read once: every take of a voice is put together from the same phrases. */
const spoken = new Map<string, Sound>()

/**
 * What the voice says, at 48 kHz and with its loudest sample at half of full scale. It is made once
 * for all tests and all runs, and read once by each.
 */
export function speech(voice: Voice, text: string): Sound {
  const name = `${voice.name}|${text}`
  const sound = spoken.get(name) ?? readWav(speechFile(voice, text, name))
  spoken.set(name, sound)
  return sound
}

function speechFile(voice: Voice, text: string, name: string): string {
  const folder = join(tmpdir(), 'soundcheck-accuracy')
  mkdirSync(folder, { recursive: true })
  const key = createHash('sha256').update(name).digest('hex').slice(0, 24)
  const file = join(folder, `${key}.wav`)
  if (!existsSync(file)) {
    const raw = `${file}.${String(process.pid)}.wav`
    const made = `${raw}.48k.wav`
    voice.speak(text, raw)
    run('sox', ['-D', raw, '-r', String(RATE_HZ), '-c', '1', '-b', '16', made, 'norm', '-6'])
    renameSync(made, file)
    rmSync(raw)
  }
  return file
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

function fliteArguments(voice: string, stretch: number, text: string, file: string): string[] {
  const speed = `duration_stretch=${String(stretch)}`
  return ['-voice', voice, '--setf', speed, '-t', text, '-o', file]
}
