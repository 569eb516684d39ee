import { afterEach, describe, expect, it, vi } from 'vitest'
import { claimPlayback, stopPlayback } from '../../../../renderer/player/playback'

afterEach(stopPlayback)

describe('one sound at a time', () => {
  it('stops what sounds when something else begins', () => {
    const first = vi.fn()
    const second = vi.fn()
    claimPlayback(first)
    expect(first).not.toHaveBeenCalled()
    claimPlayback(second)
    expect(first).toHaveBeenCalledOnce()
    expect(second).not.toHaveBeenCalled()
  })

  it('does not stop what has ended by itself', () => {
    const first = vi.fn()
    claimPlayback(first)()
    claimPlayback(vi.fn())
    expect(first).not.toHaveBeenCalled()
  })

  it('lets only the owner give the place back', () => {
    const second = vi.fn()
    const releaseFirst = claimPlayback(vi.fn())
    claimPlayback(second)
    releaseFirst()
    stopPlayback()
    expect(second).toHaveBeenCalledOnce()
    stopPlayback()
    expect(second).toHaveBeenCalledOnce()
  })

  it('allows a sound to give its place back while it is stopped', () => {
    const release = claimPlayback(() => release())
    stopPlayback()
    const next = vi.fn()
    claimPlayback(next)
    expect(next).not.toHaveBeenCalled()
  })
})
