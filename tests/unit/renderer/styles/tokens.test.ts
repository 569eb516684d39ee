import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../../scripts/setup/places.mjs'

/** Where type, colours and breakpoints are defined; everywhere else they have only names. */
const TOKENS = 'styles/tokens.css'
const BREAKPOINTS = 'styles/breakpoints.css'

const renderer = join(root, 'renderer')
const texts = new Map(
  readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:css|tsx?)$/.test(name))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(renderer, name), 'utf8')]),
)
const stylesheets = [...texts].filter(
  ([name]) => name.endsWith('.css') && name !== TOKENS && name !== BREAKPOINTS,
)
const tokens = namesIn(texts.get(TOKENS)!, /^ {2}(--[\w-]+):/gm)
const breakpoints = namesIn(texts.get(BREAKPOINTS)!, /^@custom-media (--[\w-]+) /gm)

function namesIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map(([, name]) => name!))
}

/** Every match in a stylesheet, with its file before it. */
function found(pattern: RegExp): string[] {
  return stylesheets.flatMap(([name, text]) =>
    [...text.matchAll(pattern)].map(([match]) => `${name}: ${match.trim()}`),
  )
}

test('type is said by its tokens alone', () => {
  const declared = found(/^ *(?:font|font-size|font-weight|font-family|line-height): .*$/gm)
  const byToken = /: (?:inherit|var\(--(?:type-[\w-]+|plain|medium|strong|[\w-]+-line)\));$/
  expect(declared.length).toBeGreaterThan(50)
  expect(declared.filter((declaration) => !byToken.test(declaration))).toEqual([])
})

test('no component says type in its script either', () => {
  const scripts = [...texts].filter(([name]) => !name.endsWith('.css'))
  const says = scripts.filter(([, text]) => /\bfont(?:Size|Weight|Family)\b|\.font = /.test(text))
  expect(says.map(([name]) => name)).toEqual([])
})

test('where the layout changes has a name', () => {
  const queries = found(/^ *@media .*$/gm).filter((query) => /width|height|--/.test(query))
  const nameIn = (query: string) => /@media \((--[\w-]+)\) \{$/.exec(query)?.[1] ?? ''
  expect(queries.length).toBeGreaterThan(10)
  expect(queries.filter((query) => !breakpoints.has(nameIn(query)))).toEqual([])
  const named = new Set(queries.map(nameIn))
  expect([...breakpoints].filter((name) => !named.has(name))).toEqual([])
})

test('colours are in the tokens alone', () => {
  expect(found(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab)a?\(/gi)).toEqual([])
})

test('each token is used, and each that is used is there', () => {
  const all = [...texts.values()].join('\n')
  const used = namesIn(all, /var\((--[\w-]+)/g)
  expect([...used].filter((name) => !tokens.has(name))).toEqual([])
  expect([...tokens].filter((name) => !used.has(name) && !all.includes(`'${name}'`))).toEqual([])
})
