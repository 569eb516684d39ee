import { expect, test } from 'vitest'
import { changeSettings, readSettings } from '../../../../electron/store/settings'
import { DEFAULT_SETTINGS } from '../../../../shared/defaults'
import { memoryStore } from './fixture'

test('a new store has the defaults', () => {
  expect(readSettings(memoryStore())).toEqual(DEFAULT_SETTINGS)
})

test('a change is kept and answered with all settings', () => {
  const db = memoryStore()
  const processing = { echoCancellation: true, noiseSuppression: false, autoGainControl: true }
  changeSettings(db, { theme: 'dark', processing })
  const after = changeSettings(db, { speed: 1.5, theme: undefined, microphoneId: 'usb' })
  expect(after).toEqual({
    ...DEFAULT_SETTINGS,
    theme: 'dark',
    processing,
    speed: 1.5,
    microphoneId: 'usb',
  })
  expect(readSettings(db)).toEqual(after)
  expect(changeSettings(db, { microphoneId: null }).microphoneId).toBeNull()
})

test('unknown and broken values are ignored, the others still count', () => {
  const db = memoryStore()
  const store = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)')
  store.run('theme', '"sepia"')
  store.run('speed', '"fast"')
  store.run('processing', '{"echoCancellation":true}')
  store.run('welcomed', 'true')
  store.run('telemetry', 'true')
  store.run('__proto__', '{"welcomed":false}')
  expect(readSettings(db)).toEqual({ ...DEFAULT_SETTINGS, welcomed: true })
})
