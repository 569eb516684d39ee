import { requests, type RequestName } from '../../../../shared/contract'
import { inputFor } from './inputs'
import { Random } from './random'
import { cook, type Recipe } from './recipe'

/** One request, as it will be made. */
export interface Call {
  name: string
  recipe: Recipe
}

const NAMES = Object.keys(requests) as RequestName[]

/** Asking these as one should changes nothing. */
const READS: RequestName[] = [
  'packs.list',
  'sessions.list',
  'sessions.ids',
  'sessions.unfinished',
  'recovery.list',
  'settings.read',
  'interviews.list',
  'app.about',
]

const UNKNOWN_NAMES = [
  '',
  'takes',
  'takes.delete ',
  'TAKES.DELETE',
  '__proto__',
  'app.quit',
  '../x',
]

/**
 * Requests of every kind in the contract, and a few that are not; the same seed makes the same.
 * `storedIds` are of what is really there: only what is not valid is asked about those.
 */
export function makeCalls(
  { seed, count }: { seed: number; count: number },
  storedIds: readonly string[],
): Call[] {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, index) => {
    // In turn, so that even a few calls reach every request.
    const name = NAMES[index % NAMES.length]!
    const recipe = inputFor(requests[name].input, { random, storedIds })
    if (random.isOneIn(50)) return { name: random.pick(UNKNOWN_NAMES), recipe }
    return { name, recipe: wouldHaveAnEffect(name, recipe, storedIds) ? spoiled(recipe) : recipe }
  })
}

/**
 * Valid inputs are wanted where they are about nothing that is stored. But one about a take that is
 * there would change it, and "open the data folder", which is about nothing, would open it.
 */
function wouldHaveAnEffect(
  name: RequestName,
  recipe: Recipe,
  storedIds: readonly string[],
): boolean {
  const arriving = overTheBridge(recipe)
  if (!isValid(name, arriving) || READS.includes(name)) return false
  const input = cook(arriving)
  if (typeof input !== 'object' || input === null) return true
  // Null is a new one: its draft would be kept.
  const isAboutAnId = [
    'sessionId',
    'takeId',
    'packId',
    'questionId',
    'questionIds',
    'interviewId',
  ].some((key) => key in input && Reflect.get(input, key) !== null)
  return !isAboutAnId || Object.values(input).some((value) => storedIds.includes(String(value)))
}

/** With a field too many, which no request of the contract allows; around anything else a list. */
function spoiled(recipe: Recipe): Recipe {
  if (recipe.kind !== 'object') return { kind: 'array', items: [recipe] }
  return { kind: 'object', entries: [...recipe.entries, ['unknown', { kind: 'undefined' }]] }
}

/** The bridge leaves out a key named `__proto__`; what arrives in main may be right without it. */
export function overTheBridge(recipe: Recipe): Recipe {
  if (recipe.kind === 'array') return { ...recipe, items: recipe.items.map(overTheBridge) }
  if (recipe.kind !== 'object') return recipe
  const entries = recipe.entries.filter(([key]) => key !== '__proto__')
  return { kind: 'object', entries: entries.map(([key, value]) => [key, overTheBridge(value)]) }
}

/** What their bytes say is looked into by a thread; no bytes that are made up here are a list. */
const LOOKED_INTO = ['lists.compare']

/** Whether main, when this is what arrives, may answer anything but BAD_REQUEST. */
export function isValid(name: string, recipe: Recipe): boolean {
  if (!Object.hasOwn(requests, name) || SPECIAL_OBJECTS.includes(recipe.kind)) return false
  if (LOOKED_INTO.includes(name)) return false
  return requests[name as RequestName].input.safeParse(cook(recipe)).success
}

/** No input is one of these, although a schema would take some for an object without fields. */
const SPECIAL_OBJECTS: Recipe['kind'][] = ['bytes', 'date', 'error', 'map', 'pattern', 'set']
