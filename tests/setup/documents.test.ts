import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/setup/places.mjs'

const DECISIONS = join(root, 'docs', 'decisions')
/** Longer, it would be read by nobody. */
const MOST_BYTES = 8 * 1024
const LIST = 'README.md'
/** Made by commands, and in no clean checkout. */
const MADE = ['node_modules', 'out', 'release', 'screenshots', 'test-results']

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) => join(root, name)),
  ...markdownIn(join(root, 'docs')),
  ...markdownIn(join(root, 'tests')),
]

describe.each(documents.map((file) => [relative(root, file), file] as const))('%s', (_, file) => {
  const text = readFileSync(file, 'utf8')

  test('links to what is there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target]) => target!)
    expect(targets.filter((target) => !leadsSomewhere(file, target))).toEqual([])
  })

  test('names only files and folders that are there', () => {
    const named = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path]) => path!)
    const top = (path: string): string => path.split('/')[0]!
    const ours = named.filter(
      (path) => !MADE.includes(top(path)) && existsSync(join(root, top(path))),
    )
    expect(ours.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

test('CONTRIBUTING is a guide and no book', () => {
  expect(statSync(join(root, 'CONTRIBUTING.md')).size).toBeLessThanOrEqual(MOST_BYTES)
})

test('the list of decisions has each of them, by its title', () => {
  const list = readFileSync(join(DECISIONS, LIST), 'utf8')
  const listed = [...list.matchAll(/^- \[(.+)\]\((.+)\)$/gm)].map(([, title, name]) => [
    name!,
    title!,
  ])
  const decisions = readdirSync(DECISIONS).filter((name) => name !== LIST)
  expect(Object.fromEntries(listed)).toEqual(
    Object.fromEntries(decisions.map((name) => [name, titleOf(join(DECISIONS, name))])),
  )
})

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
}

function titleOf(file: string): string | undefined {
  return /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]
}

/** A file that is there, and in it the heading behind the `#`, as GitHub makes it. */
function leadsSomewhere(from: string, target: string): boolean {
  const [path = '', heading] = target.split('#')
  const file = path === '' ? from : join(dirname(from), path)
  if (!existsSync(file)) return false
  if (heading === undefined) return true
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, words]) =>
    words!
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
  return headings.includes(heading)
}
