import { describe, expect, it } from 'vitest'
import { highlight } from '../../../../../renderer/ui/search/highlight'

/** The found words in brackets. */
const marked = (text: string, query: string) =>
  highlight(text, query)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join('')

describe('highlight', () => {
  it.each([
    ['What is your take on microservices?', 'micro', 'What is your take on [microservices]?'],
    ['Go, and then go on', 'GO', '[Go], and then [go] on'],
    ['the canal lock', 'lock canal', 'the [canal] [lock]'],
    ['Ein Café in Köln', 'cafe koln', 'Ein [Café] in [Köln]'],
    ['cargo', 'go', 'cargo'],
    ['nothing of it', 'xylophone', 'nothing of it'],
    ['a "quoted" word', '"quot', 'a "[quoted]" word'],
    ['Økland and the company', 'okland', '[Økland] and the company'],
    ['C++ at a company', 'C++', '[C++] at a company'],
    ['データの移行は夜に', '移行', 'データの[移行]は夜に'],
    ['99.9 % [x]', '%', '99.9 [%] [x]'],
    ['no query', '', 'no query'],
    ['', 'word', ''],
  ])('marks in "%s" what begins as "%s"', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected)
  })
})
