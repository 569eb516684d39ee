import { expect, test } from 'vitest'
import { parsePastedText } from '../../../../shared/questionLists/paste/parsePastedText'
import { brief, read } from './reading'
import { ListError } from '../../../../shared/questionLists/listProblem'

const SIZE = 500_000
/** Of the processor, whatever else it has to do. What was looked at anew from each place took hours. */
const MOST_MS = 6000

const many = (text: string, size = SIZE): string => text.repeat(Math.ceil(size / text.length))

/** Answers stand below their questions, and now comes a long one. */
const PAIRS = 'Why us?\nWe are near.\n\nHow come?\n\n'

/** Each takes the longer the more of the text is left wherever a search begins anew. */
const SLOW: [what: string, name: string, content: () => string][] = [
  ['a question of lines without end', 'a.txt', () => `Q: why\n${many('ab\n')}`],
  ['spaces in a heading', 'a.txt', () => `# a${many(' ')}b`],
  ['signs of headings', 'a.txt', () => `# a${many('#')}b`],
  ['underscores', 'a.txt', () => `x${many(' __a')}`],
  ['brackets', 'a.txt', () => `x ${many('[')}`],
  ['links', 'a.txt', () => `x ${many('[a](')}`],
  ['a long answer', 'a.txt', () => `${PAIRS}${many('It is so.\n')}`],
  ['bullets below a long question', 'a.txt', () => `Why${many(' us')}?\n${many('- a\n')}`],
  ['digits in the first line', 'a.txt', () => `${many('1')}a\nWhy?`],
  ['columns for one thing', 'a.txt', () => `${many('q,')}\nWhy?`],
  ['spaces in a time', 'a.csv', () => `question,seconds\nWhy?,"1${many(' ')}2"\n`],
  ['empty rows', 'a.csv', () => `${many('\n', 8_000_000)}question\nWhy?\n`],
  ['columns of answers', 'a.csv', () => wideTable(6000)],
  ['tags of HTML', 'a.txt', () => `#separator:tab\nWhy?\t${many('<b ')}`],
  ['gaps', 'a.txt', () => `#separator:tab\nWhy?${many('{{c1::')}\tx`],
  ['sounds', 'a.txt', () => `#separator:tab\nWhy?${many('[sound:')}\tx`],
  ['words in bold', 'a.txt', () => `#html:true\nWhy?\t${many('a<b>b</b>')}`],
  ['breaks', 'a.txt', () => `#html:true\nWhy?\t<div>${many('a<br>', 2_000_000)}</div>`],
  ['lines of code', 'a.md', () => `<details><summary>Why?</summary><pre>${many('a\n')}</pre>`],
  ['summaries', 'a.md', () => `<details>${many('<summary>')}\n\n- Why?`],
  ['comments', 'a.md', () => `## Why?\n\n<div>${many('<!-- <a ')}`],
  ['a title', 'a.md', () => `---\ntitle: a${many(' ')}b\n---\n\n- Why?`],
  ['headings', 'a.md', () => many('# a\n')],
]

function wideTable(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const names = numbers.flatMap((number) => [`a${String(number)}`, `speaker${String(number)}`])
  const row = `Why number ~?,${many('x,', 4 * count).slice(0, -1)}\n`
  return `q,${names.join(',')}\n${Array.from({ length: 40 }, (_, at) => row.replace('~', String(at))).join('')}`
}

test.each(SLOW)(
  '%s: read or refused in a moment',
  { timeout: 120_000 },
  async (_, name, content) => {
    const text = content()
    const start = process.cpuUsage()
    try {
      await read(name, text)
    } catch (error) {
      expect(error).toBeInstanceOf(ListError)
    }
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000).toBeLessThan(MOST_MS)
  },
)

test('a long answer can be pasted too', () => {
  const { questions } = parsePastedText(`${PAIRS}${many('It is so.\n', 1_500_000)}`)
  expect(questions).toHaveLength(2)
})

test('what is emphasized or linked loses its signs, and C# keeps its own', async () => {
  const text = [
    '# C#',
    '## Basics ##',
    '- **What is** a [struct](https://a.example/b_(c) "d")?',
    '- __Why__ [us](x)?',
  ].join('\n')
  const list = await read('a.txt', text)
  expect(list.title).toBe('C#')
  expect(brief(list)).toMatchObject([
    { question: 'What is a struct?', tags: ['Basics'] },
    { question: 'Why us?', tags: ['Basics'] },
  ])
})

test('gaps in gaps are filled from the inside', async () => {
  const text = '#separator:tab\nThe {{c1::house of {{c2::Paul::whose}}::what}} burns\t'
  expect(brief(await read('a.txt', text))).toMatchObject([
    { question: 'The [what] burns', answers: ['The house of Paul burns'] },
  ])
})

test('a separator with the name of something else is no separator', async () => {
  const list = await read('a.txt', '#separator:constructor\n#html:false\nWhy us?cSo\n')
  expect(brief(list)).toMatchObject([{ question: 'Why us?', answers: ['So'] }])
})
