import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SoundServerChanges } from '../../../../electron/microphone/soundServerChanges'
import { fakeProgram, scratchFolder } from '../../../setup/helpers/scratch'
import { eventually } from '../../../helpers/eventually'

let news: SoundServerChanges | null = null

afterEach(() => {
  news?.close()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A sound server that says what is written to the file that is returned. */
function soundServer(): string {
  const folder = scratchFolder()
  const bin = join(folder, 'bin')
  const said = join(folder, 'said')
  mkdirSync(bin)
  writeFileSync(said, '')
  fakeProgram(bin, 'pactl', `exec tail -n +1 -f '${said}'`)
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`)
  return said
}

function later(ms: number): void {
  const { now } = performance
  vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + ms)
}

describe.runIf(process.platform === 'linux')('news of the sound server', () => {
  it('is there at first, and then when something about microphones has changed', async () => {
    const said = soundServer()
    news = new SoundServerChanges()
    expect(news.take()).toBe(true)
    expect(news.take()).toBe(false)
    for (const event of [
      "'new' on source #2",
      "'change' on source-output #7",
      "'change' on server",
    ]) {
      appendFileSync(said, `Event ${event}\n`)
      await eventually(() => expect(news?.take()).toBe(true))
      expect(news.take()).toBe(false)
    }
  })

  it('is not that a program asked it something, or plays a sound', async () => {
    const said = soundServer()
    news = new SoundServerChanges()
    news.take()
    appendFileSync(said, "Event 'new' on client #9\nEvent 'change' on sink-input #3\n")
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(news.take()).toBe(false)
  })

  it('is looked for now and then where nobody tells', () => {
    vi.stubEnv('PATH', scratchFolder())
    news = new SoundServerChanges()
    expect([news.take(), news.take()]).toEqual([true, false])
    later(20_000)
    expect([news.take(), news.take()]).toEqual([true, false])
  })
})
