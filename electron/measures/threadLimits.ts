/**
 * For the thread that measures: what streams by is forgotten at once. Left alone, the thread would
 * let it pile up to some 150 MB before it tidies.
 */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: 8 }
