import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { recordingSources } from '../../../../electron/microphone/soundServer'
import { fakeProgram, scratchFolder } from '../../../setup/helpers/scratch'

const SOURCES = [
  { index: 1, description: 'Desk microphone' },
  { index: 3, description: 'Headset' },
  { index: 4, description: 'Entrée du micro: 移行' },
]
const recording = (source: number, pid: string) => ({
  source,
  balance: 0,
  properties: { 'application.process.id': pid },
})

/** A pactl that answers with these lists as the real one does in English, and in German. */
function pactl(recordings: readonly unknown[]): void {
  const bin = join(scratchFolder(), 'bin')
  mkdirSync(bin)
  const described = SOURCES.map(({ index, description }) => [
    'Source #' + String(index),
    'State: IDLE',
    'Name: device',
    `Description: ${description}`,
    '',
  ])
  const [json, text] = [join(bin, 'recordings'), join(bin, 'sources')]
  writeFileSync(json, JSON.stringify(recordings).replaceAll('"balance":0', '"balance":0.00'))
  writeFileSync(text, described.flatMap((lines) => lines.join('\n\t')).join('\n'))
  const inGerman =
    "sed -e 's/0\\.00/0,00/g' -e 's/^Source/Quelle/' -e 's/Description/Beschreibung/'"
  fakeProgram(
    bin,
    'pactl',
    `case "\${LC_ALL:-$LANG}" in de*) say() { ${inGerman} "$1"; };; *) say() { cat "$1"; };; esac
     case "$*" in '--format=json list source-outputs') say '${json}';; 'list sources') say '${text}';; esac`,
  )
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`)
}

afterEach(() => vi.unstubAllEnvs())

/** The newest one's name. */
const recordingSource = async (pids: ReadonlySet<number>) =>
  (await recordingSources(pids)).at(-1)?.label ?? null

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

  it.each(['de_DE.UTF-8', 'C.UTF-8'])('is known where the system speaks %s', async (language) => {
    vi.stubEnv('LANG', language)
    vi.stubEnv('LC_ALL', language)
    pactl([recording(1, '10')])
    expect(await recordingSource(ours)).toBe('Desk microphone')
  })

  it('is called by its whole name, in any script', async () => {
    pactl([recording(4, '10')])
    expect(await recordingSource(ours)).toBe('Entrée du micro: 移行')
  })

  it('is not known where nobody can be asked', async () => {
    pactl(['something else'])
    expect(await recordingSource(ours)).toBeNull()
    vi.stubEnv('PATH', scratchFolder())
    expect(await recordingSource(ours)).toBeNull()
  })
})
