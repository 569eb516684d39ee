import { app } from 'electron'
import { recordingSource } from '../soundServer'
import type { HandlersOf } from './handlersOf'

export const microphoneHandlers = (): HandlersOf<'microphone'> => ({
  'microphone.source': () => recordingSource(new Set(app.getAppMetrics().map(({ pid }) => pid))),
})
