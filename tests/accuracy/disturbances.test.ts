import { test } from 'vitest'
import { tryCondition } from './conditions'
import { clicks, keyboard, pinkNoise, tones } from './material/disturbances'
import { ourWebm, wav } from './material/files'

const DISTURBED = { format: wav(48_000), foundShare: 0.98, edgeMs: 60 }

test('pink noise, 20 dB', (context) =>
  tryCondition(context, { ...DISTURBED, disturb: pinkNoise(20), foundShare: 1 }))

test('pink noise, 20 dB, our own WebM', (context) =>
  tryCondition(context, { ...DISTURBED, disturb: pinkNoise(20), foundShare: 1, format: ourWebm }))

test('clicks in gaps', (context) => tryCondition(context, { ...DISTURBED, disturb: clicks }))

test('tones in gaps', (context) => tryCondition(context, { ...DISTURBED, disturb: tones }))

test('keyboard in gaps', (context) => tryCondition(context, { ...DISTURBED, disturb: keyboard }))
