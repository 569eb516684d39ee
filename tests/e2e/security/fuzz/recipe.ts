/**
 * How to make a value, written down in plain JSON: so it can be sent to the page and to main, where
 * the value itself is made, and printed when something goes wrong.
 */
export type Recipe =
  | { kind: 'plain'; value: string | number | boolean | null }
  | { kind: 'undefined' | 'cyclic' | 'sparse' | 'map' | 'set' | 'pattern' | 'error' | 'function' }
  | { kind: 'number' | 'bigint' | 'date' | 'symbol'; text: string }
  | { kind: 'text'; of: string; times: number }
  | { kind: 'bytes'; of: 'Uint8Array' | 'Float64Array' | 'ArrayBuffer' | 'DataView'; bytes: number }
  | { kind: 'nested'; in: 'array' | 'object'; depth: number }
  | { kind: 'wide'; keys: number }
  | { kind: 'array'; items: Recipe[] }
  /** Every key is the object's own, `__proto__` too. */
  | { kind: 'object'; entries: [string, Recipe][] }

/** Makes the value. It is sent as source code, so it may use nothing from outside of itself. */
export function cook(recipe: Recipe): unknown {
  const objectOf = (entries: readonly (readonly [string, unknown])[]): object => {
    const object = {}
    for (const [key, value] of entries) {
      const descriptor = { value, enumerable: true, writable: true, configurable: true }
      Object.defineProperty(object, key, descriptor)
    }
    return object
  }
  const make = (from: Recipe): unknown => {
    switch (from.kind) {
      case 'plain':
        return from.value
      case 'undefined':
        return undefined
      case 'number':
        return Number(from.text)
      case 'bigint':
        return BigInt(from.text)
      case 'date':
        return new Date(from.text)
      case 'symbol':
        return Symbol(from.text)
      case 'text':
        return from.of.repeat(from.times)
      case 'bytes': {
        const buffer = new ArrayBuffer(from.bytes)
        if (from.of === 'ArrayBuffer') return buffer
        if (from.of === 'DataView') return new DataView(buffer)
        return from.of === 'Uint8Array' ? new Uint8Array(buffer) : new Float64Array(buffer)
      }
      case 'nested': {
        let value: unknown = 'the bottom'
        for (let level = 0; level < from.depth; level += 1) {
          value = from.in === 'array' ? [value] : { inside: value }
        }
        return value
      }
      case 'wide':
        return objectOf(Array.from({ length: from.keys }, (_, key) => [`key ${key}`, key]))
      case 'cyclic': {
        const value: Record<string, unknown> = { takeId: 'x' }
        value['takeId'] = value
        return value
      }
      case 'sparse': {
        const value: unknown[] = []
        value[1000] = 'far away'
        return value
      }
      case 'map':
        return new Map<unknown, unknown>([['takeId', 'x']])
      case 'set':
        return new Set(['takeId'])
      case 'pattern':
        return /(a+)+$/g
      case 'error':
        return new Error('An error', { cause: { takeId: 'x' } })
      case 'function':
        return () => 'called'
      case 'array':
        return from.items.map(make)
      case 'object':
        return objectOf(from.entries.map(([key, value]) => [key, make(value)]))
    }
  }
  return make(recipe)
}
