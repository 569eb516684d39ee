// @ts-check

/**
 * A number from 0 to 1 that is always the same for the same numbers: whoever says a question for the
 * third time has the same luck in every practice that is compared.
 *
 * @param {...number} numbers
 */
export function chance(...numbers) {
  let hash = 0x811c9dc5
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
    hash ^= hash >>> 15
  }
  return (hash >>> 0) / 2 ** 32
}
