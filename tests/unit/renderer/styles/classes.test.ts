import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../../scripts/setup/places.mjs'

const renderer = join(root, 'renderer')
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:css|tsx)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(renderer, name), 'utf8') }))

/** Each as `folder/Sheet.module.css: class`. */
const defined = new Set(files.flatMap(definedIn))
const used = new Set(files.flatMap(usedIn))
/** Stylesheets whose classes are chosen by a value, as in `styles[look]`. */
const chosen = new Set(
  files.flatMap((file) => sheetsOf(file, String.raw`\[([^'\]]+)\]`)).map(sheetIn),
)

function definedIn({ name, text }: (typeof files)[number]): string[] {
  if (!name.endsWith('.module.css')) return []
  const selectors = [...text.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)]
  const classes = selectors.flatMap(([, selector]) => [...selector!.matchAll(/\.([a-z]\w*)/gi)])
  return classes.map(([, each]) => `${name}: ${each!}`)
}

/** What a component takes from its stylesheets, and a stylesheet from others. */
function usedIn(file: (typeof files)[number]): string[] {
  const composed = [...file.text.matchAll(/composes: ([\w ]+) from '(.+)'/g)].flatMap(
    ([, classes, path]) =>
      classes!.split(' ').map((each) => `${join(dirname(file.name), path!)}: ${each}`),
  )
  return [...composed, ...sheetsOf(file, String.raw`\['(\w+)'\]`)]
}

/** What stands behind the name under which a component imports a stylesheet. */
function sheetsOf({ name, text }: (typeof files)[number], behind: string): string[] {
  const imports = [...text.matchAll(/import (\w+) from '(\..+\.module\.css)'/g)]
  return imports.flatMap(([, variable, path]) =>
    [...text.matchAll(new RegExp(String.raw`\b${variable!}${behind}`, 'g'))].map(
      ([, each]) => `${join(dirname(name), path!)}: ${each!}`,
    ),
  )
}

function sheetIn(line: string): string {
  return line.slice(0, line.indexOf(': '))
}

test('a component names only classes that its stylesheet has', () => {
  expect(used.size).toBeGreaterThan(100)
  expect([...used].filter((line) => !defined.has(line))).toEqual([])
})

test('a stylesheet has no class that nobody names', () => {
  const idle = [...defined].filter((line) => !used.has(line) && !chosen.has(sheetIn(line)))
  expect(idle).toEqual([])
})
