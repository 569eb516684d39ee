/*
 * An interface with more than two inputs is heard through microphones that main makes of it, one for
 * each two inputs. All that the page sees of them is their names.
 */

/** What the microphone of these inputs is called. @param inputs counted from 1 */
export function pairLabel(label: string, inputs: readonly number[]): string {
  return `${label}, input${inputs.length > 1 ? 's' : ''} ${inputs.join(' and ')}`
}

/** Whether this is a name of some inputs of that interface. */
export function isPairOf(pair: string, label: string): boolean {
  return pair.startsWith(`${label}, input`) && /, inputs? \d+(?: and \d+)?$/.test(pair)
}
