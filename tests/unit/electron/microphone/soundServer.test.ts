import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { recordingSource } from '../../../../electron/microphone/soundServer'
import { fakeProgram, scratchFolder } from '../../../setup/helpers/scratch'

const SOURCES = [
  { index: 1, description: 'Desk microphone' },
  { index: 3, description: 'Headset' },
]
const recording = (source: number, pid: string) => ({
  source,
  properties: { 'application.process.id': pid },
})

/** A pactl that answers with these lists, whatever the system has. */
function pactl(recordings: readonly unknown[]): void {
  const bin = join(scratchFolder(), 'bin')
  mkdirSync(bin)
  const lists = { 'source-outputs': recordings, sources: SOURCES }
  const cases = Object.entries(lists).map(
    ([name, list]) => `${name}) echo '${JSON.stringify(list)}';;`,
  )
  fakeProgram(bin, 'pactl', `case "$3" in ${cases.join(' ')} esac`)
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`)
}

afterEach(() => vi.unstubAllEnvs())

describe.runIf(process.platform === 'linux')('the microphone that Linux records with', () => {
  const ours = new Set([10, 11])

  it('is that of our own newest recording', async () => {
    pactl([
      { source: 1, properties: {} },
      recording(3, '99'),
      recording(3, '10'),
      recording(1, '11'),
    ])
    expect(await recordingSource(ours)).toBe('Desk microphone')
  })

  it('is not known when we record nothing, or from what has no name', async () => {
    pactl([recording(1, '99')])
    expect(await recordingSource(ours)).toBeNull()
    pactl([recording(7, '10')])
    expect(await recordingSource(ours)).toBeNull()
  })

  it('is not known where nobody can be asked', async () => {
    pactl(['something else'])
    expect(await recordingSource(ours)).toBeNull()
    vi.stubEnv('PATH', scratchFolder())
    expect(await recordingSource(ours)).toBeNull()
  })
})
