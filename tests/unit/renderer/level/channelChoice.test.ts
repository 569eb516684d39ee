import { beforeEach, describe, expect, it } from 'vitest'
import { ChannelChoice } from '../../../../renderer/level/channelChoice'
import type { LevelFrame } from '../../../../renderer/level/levelFeed'

const frame = (rms: number): LevelFrame => {
  return { lowest: -rms, highest: rms, rms, clippedCount: 0, frames: 960 }
}

let choice = new ChannelChoice()

/** So many frames of 20 ms with these levels, a number for each channel. */
const hear = (count: number, ...levels: number[]) => {
  for (let index = 0; index < count; index += 1) choice.push(levels.map(frame))
}

beforeEach(() => {
  choice = new ChannelChoice(2)
})

describe('the loudest channel', () => {
  it('is the only one with sound, from its first frame on', () => {
    hear(1, 0, 0.1)
    expect(choice.loudest).toBe(1)
    choice = new ChannelChoice(8)
    hear(1, 0, 0, 0, 0, 0, 0.001, 0, 0)
    expect(choice.loudest).toBe(5)
  })

  it('is the one somebody speaks into, after noise in another', () => {
    hear(100, 0.001, 0.0002)
    expect(choice.loudest).toBe(0)
    hear(3, 0.002, 0.1)
    expect(choice.loudest).toBe(1)
  })

  it('stays while it pauses for breath, and for what is hardly louder', () => {
    hear(100, 0.1, 0.001)
    hear(50, 0.0005, 0.001)
    expect(choice.loudest).toBe(0)
    hear(100, 0.1, 0.15)
    expect(choice.loudest).toBe(0)
  })

  it('is another one when the person plugs into another input', () => {
    hear(100, 0.1, 0)
    hear(75, 0, 0.1)
    expect(choice.loudest).toBe(1)
  })
})

describe('channels', () => {
  it('are alike when there is one, or the same in each', () => {
    choice = new ChannelChoice(1)
    expect(choice.areAlike).toBe(true)
    choice = new ChannelChoice(2)
    hear(1, 0.001, 0.001)
    expect(choice.areAlike).toBe(true)
  })

  it('are not known to be alike before there is sound', () => {
    expect(choice.areAlike).toBe(false)
    hear(100, 0, 0)
    expect(choice.areAlike).toBe(false)
    hear(100, 0.001, 0.0011)
    expect(choice.areAlike).toBe(false)
  })

  it('are alike when both hear the same speech, and not when one does', () => {
    hear(20, 0.1, 0.08)
    expect(choice.areAlike).toBe(true)
    hear(200, 0.1, 0.01)
    expect(choice.areAlike).toBe(false)
  })
})
