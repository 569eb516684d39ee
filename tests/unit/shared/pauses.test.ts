import { expect, test } from 'vitest'
import { summariseSpeech } from '../../../shared/pauses'

test('everything about pauses follows from the stretches of speech', () => {
  const speech = [
    { startMs: 500, endMs: 2500 },
    { startMs: 2750, endMs: 4750 },
    { startMs: 6750, endMs: 8500 },
  ]
  expect(summariseSpeech(speech)).toEqual({
    timeToFirstWordMs: 500,
    pauses: [
      { startMs: 2500, endMs: 2750 },
      { startMs: 4750, endMs: 6750 },
    ],
    speakingMs: 5750,
    speechShare: 5750 / 8000,
    longPauseCount: 1,
    longestPauseMs: 2000,
  })
})

test('a silence that is too short is no pause', () => {
  const { pauses } = summariseSpeech([
    { startMs: 0, endMs: 1000 },
    { startMs: 1249, endMs: 2000 },
  ])
  expect(pauses).toEqual([])
})

test('without speech there is nothing to say about it', () => {
  expect(summariseSpeech([])).toEqual({
    timeToFirstWordMs: null,
    pauses: [],
    speakingMs: 0,
    speechShare: null,
    longPauseCount: 0,
    longestPauseMs: 0,
  })
})
