import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const PAGE = resolve('renderer')

/** What makes words of a number, or a number of a time: everything that is shown has one rule. */
const FORMATTING = /\.toFixed\(|\.toPrecision\(|\.toLocale\w*String\(|\bIntl\.(Date|Number|Rel)/
/** A number that is rounded where it is put into words. */
const ROUNDED_IN_WORDS =
  /\$\{[^}`]*Math\.(round|floor|ceil|trunc)\(|\{Math\.(round|floor)\([^}]*\)\} [%a-z]/

test('numbers are made into words in format.ts and nowhere else', () => {
  const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && name !== join('lib', 'format.ts'),
  )
  expect(files.length).toBeGreaterThan(200)
  const others = files.filter((name) => {
    const text = readFileSync(join(PAGE, name), 'utf8')
    return FORMATTING.test(text) || ROUNDED_IN_WORDS.test(text)
  })
  expect(others).toEqual([])
})
