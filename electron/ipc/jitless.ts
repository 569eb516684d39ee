/**
 * Left alone, zod turns each schema into JavaScript of its own at the first use. That takes 2 to 6 ms
 * for one, on the way to the first paint, and makes a check a fifth faster: a microsecond for the
 * settings, half a millisecond for a question with a hundred takes.
 */
export const JITLESS = { jitless: true }
