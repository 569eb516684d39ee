import { app } from 'electron'
import { InputPairs, isPair } from '../../microphone/inputPairs'
import { SoundServerChanges } from '../../microphone/soundServerChanges'
import { recordingSources } from '../../microphone/soundServer'
import type { HandlersOf } from '../handlersOf'

export const microphoneHandlers = (): HandlersOf<'microphone'> => {
  const news = new SoundServerChanges()
  const pairs = new InputPairs()
  let source = Promise.resolve<string | null>(null)

  const look = async (): Promise<string | null> => {
    const sources = await recordingSources(new Set(app.getAppMetrics().map(({ pid }) => pid)))
    // The newest one: while a microphone is exchanged for another there are two for a moment. An
    // interface counts, not the pairs of its inputs that are heard beside it.
    const newest = sources.findLast((each) => !isPair(each)) ?? sources.at(-1)
    if (newest) void pairs.split(newest)
    return newest?.label ?? null
  }

  return {
    'microphone.source': () => {
      if (news.take()) source = look()
      return source
    },
  }
}
