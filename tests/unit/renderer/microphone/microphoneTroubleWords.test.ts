import { describe, expect, it } from 'vitest'
import { microphoneTrouble } from '../../../../renderer/microphone/microphoneTroubleWords'
import { currentPlatform } from '../../../../renderer/lib/platform'

describe('microphoneTrouble', () => {
  it.each([
    ['mac', 'System Settings > Privacy & Security > Microphone'],
    ['windows', 'Settings > Privacy & security > Microphone'],
    ['linux', 'sound settings'],
  ] as const)('shows the way back from a refusal on %s', (platform, way) => {
    expect(microphoneTrouble('denied', platform).next).toContain(way)
  })

  it('tells every trouble apart', () => {
    const troubles = (['denied', 'missing', 'busy', 'unavailable'] as const).map((trouble) =>
      microphoneTrouble(trouble, 'linux'),
    )
    expect(new Set(troubles.map(({ happened }) => happened)).size).toBe(4)
    expect(new Set(troubles.map(({ next }) => next)).size).toBe(4)
  })
})

describe('currentPlatform', () => {
  it.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Electron/45.4.1', 'mac'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Electron/45.4.1', 'windows'],
    ['Mozilla/5.0 (X11; Linux x86_64) Electron/33.2.1', 'linux'],
  ])('reads %s', (userAgent, platform) => {
    expect(currentPlatform(userAgent)).toBe(platform)
  })
})
