import { test } from 'vitest'
import { tryCondition } from './conditions'
import { clean, gain, speechLevel } from './material/disturbances'
import { encoded, ourWebm, wav } from './material/files'

const CLEAN = { disturb: clean, foundShare: 1, edgeMs: 30 }

for (const rateHz of [8000, 16_000, 22_050, 44_100, 48_000]) {
  test(`clean, ${String(rateHz)} Hz`, (context) =>
    tryCondition(context, { ...CLEAN, format: wav(rateHz) }))
}

test('our own WebM', (context) => tryCondition(context, { ...CLEAN, format: ourWebm }))

test('Ogg, stereo', (context) =>
  tryCondition(context, { ...CLEAN, format: encoded('take.ogg', '-ac', '2', '-c:a', 'libopus') }))

test('very quiet, -45 dBFS', (context) =>
  tryCondition(context, { ...CLEAN, disturb: speechLevel(-45), format: wav(48_000) }))

test('clipped, 16 dB too loud', (context) =>
  tryCondition(context, { ...CLEAN, disturb: gain(6), format: wav(48_000) }))
