import { z } from 'zod'
import type { Random } from './random'
import type { Recipe } from './recipe'

const plain = (value: string | number | boolean | null): Recipe => ({ kind: 'plain', value })

/** Texts that have caused trouble somewhere: paths, queries, markup, names of JavaScript's own. */
const TEXTS = [
  '',
  ' ',
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'C:\\con',
  'file:///etc/passwd',
  '0190a8f0-0000-7000-8000-000000000000/../x',
  "'; DROP TABLE takes; --",
  '" OR ""="',
  'a* NEAR(b c) AND "',
  '%00',
  'a\0b',
  '\uD800',
  '\u202Egnp.exe',
  '<img src=x onerror=alert(1)>',
  '${7*7}{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  'NaN',
  'null',
  '😀',
]

/** Ids that are well formed and that nothing has: their millisecond is long past. */
const unknownId = (random: Random): Recipe => {
  const hex = Array.from({ length: 18 }, () => random.below(16).toString(16)).join('')
  return plain(`0170a8f0-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6)}`)
}

const WELL_FORMED = [
  '0170a8f0-0000-7000-8000-000000000000',
  '0170A8F0-0000-7000-8000-00000000000A',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-7fff-bfff-ffffffffffff',
  '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
  'no-such-pack',
  'no-such-pack/no-such-question',
  '2026-12-03',
  '19:00',
]

const NUMBERS = ['NaN', 'Infinity', '-Infinity', '-0', '1e308', '-1', '0.5', '9007199254740993']

/** Anything but what was asked for. */
function junk(random: Random): Recipe {
  const makers: (() => Recipe)[] = [
    () => plain(null),
    () => plain(random.isOneIn(2)),
    () => plain(random.pick(TEXTS)),
    () => plain(random.below(100)),
    () => ({ kind: 'number', text: random.pick(NUMBERS) }),
    () => ({ kind: 'undefined' }),
    () => ({ kind: 'bigint', text: random.pick(['0', '-1', '18446744073709551616']) }),
    () => ({ kind: 'date', text: random.pick(['2026-01-01', 'not a date']) }),
    () => ({ kind: random.pick(['cyclic', 'sparse', 'map', 'set', 'pattern', 'error'] as const) }),
    () => (random.isOneIn(4) ? { kind: 'function' } : { kind: 'symbol', text: 'takeId' }),
    () => ({
      kind: 'text',
      of: random.pick(['a', '😀', '\0']),
      times: 10 ** (1 + random.below(6)),
    }),
    () => bytes(random),
    () => ({
      kind: 'nested',
      in: random.pick(['array', 'object'] as const),
      depth: random.pick([2, 50, 900, 5000]),
    }),
    () => ({ kind: 'wide', keys: random.pick([10, 1000, 20_000]) }),
    () => ({ kind: 'array', items: [junk(random), junk(random)] }),
    () => ({ kind: 'object', entries: [extraEntry(random)] }),
  ]
  return random.pick(makers)()
}

function bytes(random: Random): Extract<Recipe, { kind: 'bytes' }> {
  const of = random.pick([
    'Uint8Array',
    'Uint8Array',
    'Float64Array',
    'ArrayBuffer',
    'DataView',
  ] as const)
  return { kind: 'bytes', of, bytes: 8 * random.pick([0, 1, 100, 10_000, 600_000]) }
}

function extraEntry(random: Random): [string, Recipe] {
  const key = random.pick(['__proto__', 'constructor', 'prototype', 'takeId', 'path', 'x', ''])
  const polluted: Recipe = { kind: 'object', entries: [['polluted', plain(true)]] }
  return [key, random.isOneIn(2) ? polluted : junk(random)]
}

/** What inputs are made from. */
export interface Ingredients {
  random: Random
  storedIds: readonly string[]
}

/** What the schema asks for, or nearly so. */
function plausible(schema: z.ZodType, from: Ingredients): Recipe {
  const { random, storedIds } = from
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries(schema.shape)
    return {
      kind: 'object',
      entries: entries.map(([key, value]) => [key, plausible(value, from)]),
    }
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return random.isOneIn(3) ? plain(null) : plausible(schema.unwrap() as z.ZodType, from)
  }
  if (schema instanceof z.ZodUnion) {
    return plausible(random.pick(schema.options as z.ZodType[]), from)
  }
  if (schema instanceof z.ZodArray) {
    return { kind: 'array', items: [plausible(schema.element as z.ZodType, from)] }
  }
  if (schema instanceof z.ZodEnum) return plain(random.pick(schema.options))
  if (schema instanceof z.ZodLiteral) {
    return plain(random.pick([...schema.values] as (string | number)[]))
  }
  if (schema instanceof z.ZodBoolean) return plain(random.isOneIn(2))
  if (schema instanceof z.ZodNumber) return plain(random.below(300))
  if (schema instanceof z.ZodUndefined) return { kind: 'undefined' }
  if (schema instanceof z.ZodCustom) return { ...bytes(random), of: 'Uint8Array' }
  // A text, whatever its pattern.
  if (random.isOneIn(4)) return plain(random.pick(storedIds))
  return random.isOneIn(2) ? unknownId(random) : plain(random.pick([...WELL_FORMED, ...TEXTS]))
}

/** An input for this schema: right, nearly right, or nothing like it. */
export function inputFor(schema: z.ZodType, from: Ingredients): Recipe {
  const { random } = from
  if (random.isOneIn(4)) return junk(random)
  const recipe = plausible(schema, from)
  if (recipe.kind !== 'object' || random.isOneIn(3)) return recipe
  const entries = recipe.entries.map(([key, value]): [string, Recipe] => [
    key,
    random.isOneIn(3) ? junk(random) : value,
  ])
  if (random.isOneIn(4)) entries.push(extraEntry(random))
  if (random.isOneIn(6)) entries.shift()
  return { kind: 'object', entries }
}
