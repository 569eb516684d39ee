import { describe as group, expect, test, vi } from 'vitest'
import { SetupError, describe, step } from '../../scripts/setup/messages.mjs'

group('what an error prints', () => {
  test('a foreseen one: what happened and what to do, without a stack', () => {
    const text = describe(new SetupError('The disk is full.', 'Free some room.'))
    expect(text.trim().split('\n')).toEqual(['The disk is full.', '→ Free some room.'])
  })

  test('a bug: everything that helps to find it', () => {
    expect(describe(new TypeError('x is not a function'))).toMatch(/TypeError: x is not.*\n\s+at /)
  })
})

test('a step says what it does before, and how long it took after', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    const work = async () => {
      expect(log.mock.calls).toEqual([['Set-up: making tea, because of the time …']])
      return 'two cups'
    }
    expect(await step('making tea, because of the time', work, (tea) => `${tea} made`)).toBe(
      'two cups',
    )
    expect(log.mock.calls[1]?.[0]).toMatch(/^Set-up: two cups made \(\d+\.\d s\)$/)
  } finally {
    log.mockRestore()
  }
})
