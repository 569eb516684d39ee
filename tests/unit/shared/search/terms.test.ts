import { describe, expect, test } from 'vitest'
import { fold, foldPlaced } from '../../../../shared/search/fold'
import { findTerms, searchForm, searchTerms } from '../../../../shared/search/terms'
import { plainText, SEARCHES } from './searches'

/** The text with what was found in brackets. */
function marked(text: string, query: string): string {
  const places = findTerms(text, searchTerms(query))
  return places.reduceRight(
    (marks, { start, end }) =>
      `${marks.slice(0, start)}[${marks.slice(start, end)}]${marks.slice(end)}`,
    text,
  )
}

test.each(SEARCHES)('%s: %s in %s', (_, query, text) => {
  expect(marked(plainText(text), query)).toBe(text)
})

test.each(['', '   ', '\n', '\u0000', '\u0301', '\ud800', '\u200b', '\u3000'])(
  'nothing that can be seen (%j) is nothing to look for',
  (query) => {
    expect(searchTerms(query)).toEqual([])
  },
)

describe('the form in the search tables', () => {
  test.each([
    ['Two words', 'two words'],
    ['C++, then Go.', 'c + + , || then go .'],
    ['データの移行', 'デ ー タ の 移 行'],
    ['移 行', '移 || 行'],
    ['  spaces\n\nonly ', 'spaces only'],
    ['a || b', 'a || | | || b'],
    ['', ''],
  ])('of %j is %j', (text, form) => {
    expect(searchForm(text)).toBe(form)
  })
})

/*
 * What a library holds is in this form. Whoever has to change this test must count up the number
 * in searchTables.ts too, or what was written before is not found.
 */
test('texts are folded as they were in every library so far', () => {
  const text = 'Ærø Łódź Straße İı Οδός Моё её שָׁלוֹם كِتَاب हिन्दी ﾃﾞｰﾀ が 한 ข้อมูล ① ㎏ ﬁ ½ 👩🏽‍💻 ❤️ “—…”'
  expect(fold(text)).toBe(
    'aero lodz strasse ii οδοσ мое ее שלום كتاب हिन्दी データ が 한 ข้อมูล 1 kg fi 1⁄2 👩‍💻 ❤ "-..."',
  )
})

test('a folded text knows where it comes from, and is the same with and without that', () => {
  for (const [, query, text] of SEARCHES) {
    for (const each of [query, text]) {
      const { text: folded, startOf, endOf } = foldPlaced(each)
      expect(folded).toBe(fold(each))
      for (let unit = 0; unit < folded.length; unit += 1) {
        const piece = fold(each.slice(startOf(unit), endOf(unit)))
        expect(piece.replaceAll('\n', ' ')).toContain(folded[unit])
      }
    }
  }
})

test('no text of a whole note keeps the app waiting', () => {
  const begun = performance.now()
  // Beginnings of Korean syllables that never come to an end: each was read to the end of them all.
  searchForm('\u1100'.repeat(20_000))
  expect(performance.now() - begun).toBeLessThan(1000)
})
