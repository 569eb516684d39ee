import { describe, expect, test } from 'vitest'
import { excerptAround } from '../../../../../electron/store/search/excerpt'
import { searchTerms } from '../../../../../shared/search/terms'

describe('an excerpt', () => {
  const long = Array.from({ length: 60 }, (_, index) => `word${String(index)}`).join(' ')

  test('of a short text is the text on one line', () => {
    expect(excerptAround('  Two\n\nlines ', searchTerms('lines'))).toBe('Two lines')
  })

  test.each(['word0', 'word30', 'word59'])(
    'has the hit in it and whole words around it',
    (word) => {
      const excerpt = excerptAround(long, searchTerms(word))
      const words = excerpt.replaceAll('…', '').split(' ')
      expect(words).toContain(word)
      expect(words.every((one) => /^word\d+$/.test(one) && long.split(' ').includes(one))).toBe(
        true,
      )
      expect(excerpt.length).toBeGreaterThan(90)
      expect(excerpt.length).toBeLessThanOrEqual(122)
      expect(excerpt.startsWith('…')).toBe(word !== 'word0')
      expect(excerpt.endsWith('…')).toBe(word !== 'word59')
    },
  )

  test('is about the longest word, whatever its case and marks', () => {
    expect(excerptAround(`a ${long} RÉSUMÉ ${long}`, searchTerms('a resume'))).toContain('RÉSUMÉ')
  })

  test('of a text without the words is its beginning', () => {
    expect(excerptAround(long, searchTerms('nothing'))).toMatch(/^word0 .*…$/)
  })

  test('of a text without spaces cuts no character in half', () => {
    for (const shift of ['', 'x']) {
      const excerpt = excerptAround(
        `${shift}${'🎤'.repeat(300)}hit${'🎤'.repeat(300)}`,
        searchTerms('hit'),
      )
      expect(excerpt).toContain('hit')
      expect(excerpt).not.toMatch(/\p{Cs}/u)
      expect(excerpt.length).toBeLessThanOrEqual(125)
    }
  })
})
