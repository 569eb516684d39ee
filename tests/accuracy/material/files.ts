import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { remux } from '../../../electron/sound/remux'
import { writeWav } from '../../helpers/wav'
import type { Recording } from './recording'
import { RATE_HZ } from './voices'

/** Writes a recording as some kind of file, into a folder, and answers with its path. */
export type Format = (recording: Recording, folder: string) => Promise<string>

/** @param how further arguments of sox for the file that it writes */
export function wav(rateHz: number, ...how: readonly string[]): Format {
  return async (recording, folder) => {
    const [source, file] = [writeSource(recording, folder), join(folder, 'take.wav')]
    run('sox', ['-D', source, '-r', String(rateHz), ...how, file])
    return file
  }
}

/** As the app has it: what an encoder made, copied into a file with a length and an index. */
export const ourWebm: Format = async (recording, folder) => {
  const source = writeSource(recording, folder)
  const [recorded, file] = [join(folder, 'recorded.webm'), join(folder, 'take.webm')]
  ffmpeg(source, ['-c:a', 'libopus', '-b:a', '64k', recorded])
  const { kind } = await remux(recorded, file)
  if (kind !== 'copied') throw new Error('The recording was not copied')
  return file
}

export function encoded(name: string, ...how: readonly string[]): Format {
  return async (recording, folder) => {
    const file = join(folder, name)
    ffmpeg(writeSource(recording, folder), [...how, file])
    return file
  }
}

export function ffmpeg(source: string, args: readonly string[]): string {
  const quietly = ['-hide_banner', '-nostats', '-y', '-i', source, ...args]
  return execFileSync('ffmpeg', quietly, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
}

/** The same again and again, without encoding it anew. */
export function repeatPackets(source: string, times: number, args: readonly string[]): void {
  const quietly = ['-hide_banner', '-nostats', '-y', '-stream_loop', String(times), '-i', source]
  run('ffmpeg', [...quietly, '-c', 'copy', ...args])
}

/** A folder that is gone when the test ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-measures-'))
  onTestFinished(() =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  )
  return folder
}

/** Loudness as ffmpeg measures it, in LUFS to a thousandth. */
export function ffmpegLufs(file: string): number {
  const filter = 'ebur128=metadata=1,ametadata=print:key=lavfi.r128.I:file=-'
  const report = ffmpeg(file, ['-af', filter, '-f', 'null', '-'])
  return Number(report.trim().split('=').at(-1))
}

function writeSource({ samples }: Recording, folder: string): string {
  const source = join(folder, 'source.wav')
  writeFileSync(source, writeWav({ samples, sampleRate: RATE_HZ }))
  return source
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}
