import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { InputPairs, isPair } from '../../../../electron/microphone/inputPairs'
import type { Source } from '../../../../electron/microphone/soundServer'
import { isPairOf, pairLabel } from '../../../../shared/inputPairs'
import { fakeProgram, scratchFolder } from '../../../setup/helpers/scratch'
import { eventually } from '../../../helpers/eventually'

const AUX = Array.from({ length: 5 }, (_, input) => `aux${String(input)}`)
const INTERFACE: Source = {
  index: 3,
  name: 'alsa_input.usb',
  label: 'The "Big" one',
  channels: AUX,
  module: 7,
}

let pairs = new InputPairs()

afterEach(() => {
  pairs.dispose()
  pairs = new InputPairs()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A pactl that numbers what it loads and writes down what it is asked; these sources are there. */
function pactl(sources = ''): () => string[] {
  const folder = scratchFolder()
  const [bin, asked, list] = ['bin', 'asked', 'list'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(bin)
  writeFileSync(asked, '')
  writeFileSync(list, sources)
  const body = `echo "$*" >> '${asked}'; case "$1" in list) cat '${list}';; load-module) wc -l < '${asked}';; esac`
  fakeProgram(bin, 'pactl', body)
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`)
  return () => readFileSync(asked, 'utf8').trim().split('\n')
}

describe('the inputs of an interface', () => {
  it('are made into microphones by twos, with names that say which', async () => {
    const asked = pactl()
    await pairs.split(INTERFACE)
    await pairs.split(INTERFACE)
    const [, ...loaded] = asked()
    expect(loaded).toHaveLength(3)
    expect(loaded[1]).toContain('master=alsa_input.usb')
    expect(loaded[1]).toContain('master_channel_map=aux2,aux3 channel_map=front-left,front-right')
    expect(loaded[1]).toContain(`device.description="The Big one, inputs 3 and 4"`)
    expect(loaded[2]).toContain('channels=1 master_channel_map=aux4 channel_map=mono')
    expect(loaded[2]).toContain(`device.description="The Big one, input 5"`)
  })

  it('are left alone where there are two, and where they are ours already', async () => {
    const asked = pactl()
    await pairs.split({ ...INTERFACE, channels: ['front-left', 'front-right'] })
    await pairs.split({ ...INTERFACE, name: 'soundcheck_12_alsa_input.usb.0' })
    expect(asked()).toEqual([''])
  })

  it('are put back as they were at the end, and after a run that was killed', async () => {
    const left = `Source #9\n\tName: soundcheck_4194305_desk.0\n\tOwner Module: 41\n`
    const ours = `Source #10\n\tName: soundcheck_${String(process.pid)}_desk.0\n\tOwner Module: 42\n`
    const asked = pactl(left + ours)
    await pairs.split(INTERFACE)
    await eventually(() => expect(asked()).toContain('unload-module 41'))
    expect(asked()).not.toContain('unload-module 42')
    pairs.dispose()
    await eventually(() =>
      expect(asked().filter((line) => line.startsWith('unload-module'))).toHaveLength(4),
    )
  })

  it('stay one microphone where the sound server refuses', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.stubEnv('PATH', scratchFolder())
    await pairs.split(INTERFACE)
    expect(said).toHaveBeenCalledOnce()
  })
})

it('a pair is known by its name', () => {
  expect(isPair({ ...INTERFACE, name: 'soundcheck_12_alsa_input.usb.0' })).toBe(true)
  expect(isPair(INTERFACE)).toBe(false)
  expect(isPairOf(pairLabel('Desk', [3, 4]), 'Desk')).toBe(true)
  expect(isPairOf(pairLabel('Desk', [5]), 'Desk')).toBe(true)
  expect(isPairOf('Desk', 'Desk')).toBe(false)
  expect(isPairOf(pairLabel('Desk', [3, 4]), pairLabel('Desk', [3, 4]))).toBe(false)
})
