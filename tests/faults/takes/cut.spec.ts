import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from '../../e2e/fixtures'
import { readTake, storedTakes, takeFile, type StoredTake } from '../../helpers/library'
import { decode } from '../../helpers/sound'
import { ask } from '../bridge'
import { askedAbout } from '../kills/dialog'
import { killEverything } from '../kills/processes'
import { reportFigure } from '../report'
import { MADE_UP_MICROPHONE, PACK_ID, RECORDING_MS, speechIn } from '../speech'

const SHARES = [0.9, 0.5, 0.1]
const PIECES = speechIn(4)
const RATE_HZ = 48_000

test('of a file that was cut off, what decodes is the take', async ({
  running,
  launch,
  dataFolder,
}) => {
  const { page } = running
  const { id: sessionId, questions } = await ask(page, 'sessions.start', {
    kind: 'pack',
    packId: PACK_ID,
  })
  const record = async (): Promise<string> => {
    const input = { sessionId, questionId: questions[0]!.id, ...MADE_UP_MICROPHONE }
    const { id: takeId } = await ask(page, 'takes.begin', input)
    for (const [sequence, piece] of PIECES.entries()) {
      await ask(page, 'takes.append', { takeId, sequence, ...piece })
    }
    return takeId
  }
  // One that was closed, so that its head states the full length; the others a kill leaves open.
  const { id: wholeId } = await ask(page, 'takes.finish', { takeId: await record() })
  const openParts: string[] = []
  const renamed: string[] = []
  for (const _ of SHARES) {
    openParts.push(await record())
    renamed.push(await record())
  }
  await killEverything(running.app)

  const left = storedTakes(dataFolder)
  const fileOf = (id: string): string => takeFile(dataFolder, takeOf(left, id))
  const whole = readFileSync(fileOf(wholeId))
  const cuts = new Map<string, Uint8Array>()
  SHARES.forEach((share, index) => {
    const part = fileOf(openParts[index]!).replace(/webm$/, 'part')
    cuts.set(openParts[index]!, cutFile(part, readFileSync(part), share))
    // The kill came after the last renaming and before the row: its head states the full length.
    const audio = fileOf(renamed[index]!)
    rmSync(audio.replace(/webm$/, 'part'))
    cuts.set(renamed[index]!, cutFile(audio, whole, share))
  })

  const { page: next } = await launch()
  expect((await askedAbout(next)).toSorted()).toEqual([...cuts.keys()].toSorted())
  const lengthMs = async (bytes: Uint8Array): Promise<number> =>
    ((await decode(next, bytes, RATE_HZ)).samples.length / RATE_HZ) * 1000
  const storedOffMs: number[] = []
  const lostMs: number[] = []
  for (const [id, cut] of cuts) {
    const take = takeOf(storedTakes(dataFolder), id)
    expect(take.state).toBe('ready')
    const keptMs = await lengthMs(readTake(dataFolder, take))
    storedOffMs.push(Math.abs(take.duration_ms! - keptMs))
    lostMs.push((await lengthMs(cut)) - keptMs)
    expect(take.duration_ms!).toBeLessThan(RECORDING_MS)
  }
  reportFigure(
    'file cut at 90, 50 and 10 %',
    { runs: cuts.size, storedOffMs: Math.max(...storedOffMs), lostMs: Math.max(...lostMs) },
    'length is what decodes, within a packet of 60 ms; nothing that decodes is lost',
  )
  expect(Math.max(...storedOffMs)).toBeLessThan(60)
  expect(Math.max(...lostMs)).toBeLessThan(60)
  expect(existsSync(fileOf(wholeId))).toBe(true)
})

function takeOf(takes: readonly StoredTake[], id: string): StoredTake {
  return takes.find((take) => take.id === id)!
}

function cutFile(path: string, bytes: Uint8Array, share: number): Uint8Array {
  const cut = bytes.slice(0, Math.round(bytes.length * share))
  writeFileSync(path, cut)
  return cut
}
