import { z } from 'zod'
import { SessionIdSchema } from '../model'
import { UsualAnswersSchema } from './usualAnswers'

/** What a mock interview asks of main beside what every session asks. */
export const mockRequests = {
  /** What was usual in the answers before this session; null until there are enough to speak of it. */
  'sessions.usual': {
    input: z.strictObject({ sessionId: SessionIdSchema }),
    output: UsualAnswersSchema.nullable(),
  },
  /**
   * The display does not go dark by itself until this is taken back, or for some minutes nothing was
   * heard of it.
   */
  'app.keepAwake': { input: z.strictObject({ isOn: z.boolean() }), output: z.undefined() },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
