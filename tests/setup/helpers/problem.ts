import { SetupError } from '../../../scripts/setup/messages.mjs'

/** What a set-up step said when it gave up. Fails when it did not, or when it broke otherwise. */
export async function problemOf(
  step: () => unknown,
): Promise<{ message: string; remedy: string; error: SetupError }> {
  try {
    await step()
  } catch (error) {
    if (error instanceof SetupError) {
      return { message: error.message, remedy: error.remedy, error }
    }
    throw error
  }
  throw new Error('the step should have given up, and did not')
}
