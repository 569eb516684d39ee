import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HeardInputs } from '../../../../renderer/microphone/heardInputs'
import { Scope } from '../../../../renderer/lib/scope'
import { FakeTrackProcessor } from '../capture/fakeAudio'
import { FakeStream } from '../capture/fakes'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('MediaStreamTrackProcessor', FakeTrackProcessor)
  FakeTrackProcessor.all.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const streamOf = (label: string) => new FakeStream(label) as FakeStream & MediaStream

test('an input whose device is gone when it has opened is left out', () => {
  const scope = new Scope()
  const inputs = new HeardInputs(streamOf('mix'), () => {}, scope)
  const [gone, there] = [streamOf('inputs 1 and 2'), streamOf('inputs 3 and 4')]
  gone.unplug()
  inputs.hear([gone, there])
  expect(FakeTrackProcessor.all).toHaveLength(2)
  scope.dispose()
})

test('inputs that open when the microphone is closed already are closed too, and not heard', () => {
  const scope = new Scope()
  const inputs = new HeardInputs(streamOf('mix'), () => {}, scope)
  scope.dispose()
  const late = streamOf('inputs 1 and 2')
  inputs.hear([late])
  expect(late.active).toBe(false)
  expect(FakeTrackProcessor.all).toHaveLength(1)
})
