import { expect, test } from 'vitest'
import { callsIn, SYNC_MS } from '../../faults/writes/trace'

test('calls are read in the order in which they began, also when threads interrupt each other', () => {
  const log = [
    '11 1700000000.100000 fsync(21</data/a.part> <unfinished ...>',
    '12 1700000000.101000 rename("/data/b.draft", "/data/b.webm") = 0 <0.000500>',
    '11 1700000000.102000 <... fsync resumed>) = 0 (DELAYED) <0.002000>',
    '11 1700000000.103000 unlink("/data/none") = -1 ENOENT (No such file or directory) <0.000100>',
    '11 1700000000.104000 unlink("/data/a.part") = 0 <0.000100>',
    '11 1700000000.105000 fsync(21</data/a.part> <detached ...>',
  ].join('\n')
  expect(callsIn(log).map(({ name, path }) => `${name} ${path}`)).toEqual([
    'sync /data/a.part',
    'rename /data/b.webm',
    'remove /data/a.part',
  ])
  const [sync] = callsIn(log)
  expect(sync!.endedAtMs - sync!.beganAtMs).toBeCloseTo(2 + SYNC_MS)
})
