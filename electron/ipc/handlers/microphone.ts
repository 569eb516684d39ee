import { app } from 'electron'
import { SoundServerChanges } from '../../microphone/soundServerChanges'
import { recordingSource } from '../../microphone/soundServer'
import type { HandlersOf } from '../handlersOf'

export const microphoneHandlers = (): HandlersOf<'microphone'> => {
  const news = new SoundServerChanges()
  let source = Promise.resolve<string | null>(null)
  return {
    'microphone.source': () => {
      if (news.take()) {
        source = recordingSource(new Set(app.getAppMetrics().map(({ pid }) => pid)))
      }
      return source
    },
  }
}
