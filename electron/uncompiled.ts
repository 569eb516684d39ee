/**
 * For what zod checks once or now and then: left alone it turns each schema into JavaScript of its
 * own at the first use, which takes longer than thousands of checks without, and at the start twice
 * as long as the library takes to open.
 */
export const UNCOMPILED = { jitless: true }
