import { expect, test } from 'vitest'
import { firstState, nextUnsaid, planOf } from '../../../../renderer/mock/interviewPlan'
import { USUAL_MOCK } from '../../../../shared/mock/mockDefaults'
import { questionOfPack, sessionOf, takeOf } from '../../../helpers/session'

const said = (position: number) =>
  questionOfPack(position, [takeOf(`pack/question-${position}`, position)])
const asked = (...questions: Parameters<typeof sessionOf>[0]) => {
  const session = sessionOf(questions)
  const takeCount = questions.reduce((sum, { takes }) => sum + takes.length, 0)
  return { ...session, kind: 'mock' as const, takeCount, currentQuestionId: questions[0]!.id }
}

test('one that was only just set up begins at once', () => {
  const session = asked(questionOfPack(1), questionOfPack(2))
  expect(firstState(session, planOf(session))).toMatchObject({ kind: 'asking', place: 0 })
})

test('one that is come back to waits, and goes on with the first question without an answer', () => {
  const session = asked(said(1), questionOfPack(2), questionOfPack(3))
  expect(nextUnsaid(session)).toBe(1)
  expect(firstState(session, planOf(session))).toMatchObject({ kind: 'left', place: 1 })
})

test('what was said to a follow-up, or hardly said, answers nothing', () => {
  const followUp = takeOf('pack/question-1', 1, { followUp: 'And then?' })
  const slip = takeOf('pack/question-1', 2, { durationMs: 200 })
  expect(nextUnsaid({ questions: [questionOfPack(1, [followUp, slip])] })).toBe(0)
})

test('one in which everything was said is finished', () => {
  const session = asked(said(1), said(2))
  expect(firstState(session, planOf(session))).toEqual({ kind: 'finished' })
})

test('follow-ups are asked where that was chosen, one of each question’s', () => {
  const questions = [{ ...questionOfPack(1), followUps: ['One?', 'Two?'] }, questionOfPack(2)]
  const followUpsOf = (asksFollowUps: boolean, random: number) =>
    planOf(
      { ...asked(...questions), settings: { mock: { ...USUAL_MOCK, asksFollowUps } } },
      () => random,
    ).questions.map(({ followUp }) => followUp)
  expect(followUpsOf(true, 0)).toEqual(['One?', null])
  expect(followUpsOf(true, 0.99)).toEqual(['Two?', null])
  expect(followUpsOf(false, 0)).toEqual([null, null])
})

test('one whose settings are not known runs as usual', () => {
  expect(planOf(asked(questionOfPack(1))).thinkMs).toBe(USUAL_MOCK.thinkMs)
})
