import { describe, expect, it } from 'vitest'
import { href, parseRoute, type Route } from '../../../../renderer/app/route'

const sessionId = '01890000-0000-7000-8000-000000000001'
const takeId = '01890000-0000-7000-8000-000000000002'

describe('routes', () => {
  it.each<Route>([
    { screen: 'practice' },
    { screen: 'session', sessionId },
    { screen: 'finished', sessionId },
    { screen: 'history' },
    { screen: 'pastSession', sessionId },
    { screen: 'pastSession', sessionId, takeId },
    { screen: 'question', questionId: 'pack/question-1' },
    { screen: 'compare', questionId: 'pack/question-1', takeA: takeId, takeB: 'example' },
    { screen: 'progress' },
    { screen: 'progress', week: '2026-11-23' },
    { screen: 'settings' },
  ])('come back from their own link: $screen', (route) => {
    expect(parseRoute(href(route))).toEqual(route)
  })

  it.each(['', '#', '#/', '#/nowhere', '#/session/', '#/session/../x', `#/history/${sessionId}/x`])(
    'lead to Practice when there is no such place: "%s"',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ screen: 'practice' })
    },
  )
})
