import { app } from 'electron'
import { SoundNews } from '../soundNews'
import { recordingSource } from '../soundServer'
import type { HandlersOf } from './handlersOf'

export const microphoneHandlers = (): HandlersOf<'microphone'> => {
  const news = new SoundNews()
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
