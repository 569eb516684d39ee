import { expect, test } from 'vitest'
import { parsePastedText } from '../../../../shared/questionLists/paste/parsePastedText'

interface Brief {
  question: string
  tags?: string[]
  answers?: string[]
  followUps?: string[]
  twinOf?: number
}

function pasted(text: string): Brief[] {
  return parsePastedText(text).questions.map(
    ({ question, tags, exampleAnswers, followUps, twinOf }) => ({
      question,
      ...(tags.length > 0 ? { tags } : {}),
      ...(exampleAnswers.length > 0
        ? { answers: exampleAnswers.map((answer) => answer.text) }
        : {}),
      ...(followUps.length > 0 ? { followUps } : {}),
      ...(twinOf === null ? {} : { twinOf }),
    }),
  )
}
const only = (...questions: string[]): Brief[] => questions.map((question) => ({ question }))

test.each<[what: string, text: string, expected: Brief[]]>([
  ['nothing', '', []],
  ['spaces', ' \n\t\n', []],
  [
    'one a line, in the order of the person',
    'Tell me about yourself\nWhy us?\r\n\r\nSalary expectations\n',
    only('Tell me about yourself', 'Why us?', 'Salary expectations'),
  ],
  [
    'bullets of all kinds',
    '- a\n* b\n+ c\n• d\n– e\n■ f\n- [ ] g\n-h',
    only('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  ],
  [
    'numbers of all kinds',
    '1. a\n2) b\n(3) c\n#4 d\n5 - e\n10.1 f\n**7.** g',
    only('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  ],
  [
    'numbers that are part of the text',
    '5 years from now, where are you?',
    only('5 years from now, where are you?'),
  ],
  [
    'nested bullets as follow-ups, however deep',
    '- Why us?\n  - And why now?\n    - Really?\n\t* So?\n- Next?',
    [{ question: 'Why us?', followUps: ['And why now?', 'Really?', 'So?'] }, { question: 'Next?' }],
  ],
  [
    'a last question without its bullet',
    '- Why us?\n- What salary?\n  - And with four days?\nHave you any questions for us?',
    [
      { question: 'Why us?' },
      { question: 'What salary?', followUps: ['And with four days?'] },
      { question: 'Have you any questions for us?' },
    ],
  ],
  [
    'an answer right below a bullet, which is no question',
    '- Why us?\nI moved here for it.\n- What salary?',
    [{ question: 'Why us?', answers: ['I moved here for it.'] }, { question: 'What salary?' }],
  ],
  [
    'bullets below numbers, which lost their indentation',
    '1. Why us?\n- And now?\n2. Next?\n•\tOther',
    [
      { question: 'Why us?', followUps: ['And now?'] },
      { question: 'Next?', followUps: ['Other'] },
    ],
  ],
  [
    "Word's bullets",
    '•\tWhy us?\no\tAnd now?\n•\tNext?',
    [{ question: 'Why us?', followUps: ['And now?'] }, { question: 'Next?' }],
  ],
  [
    "Word's bullets of two levels",
    '•\tWhy us?\no\tAnd now?\no\tAnd then?\n•\tNext?\no\tHow?',
    [
      { question: 'Why us?', followUps: ['And now?', 'And then?'] },
      { question: 'Next?', followUps: ['How?'] },
    ],
  ],
  [
    "Word's bullets that only take turns",
    '•\tWhy us?\no\tAnd now?\n▪\tNext?\n•\tHow?\no\tWhere to?',
    only('Why us?', 'And now?', 'Next?', 'How?', 'Where to?'),
  ],
  [
    'a question with bullets below it',
    'Why us?\n  - And now?\nNext?',
    [{ question: 'Why us?', followUps: ['And now?'] }, { question: 'Next?' }],
  ],
  [
    'Q and A',
    'Q: Why us?\nA: Because.\nMore of it.\n\n- a point\n\nQ2. How?\nAnswer: So.',
    [
      { question: 'Why us?', answers: ['Because.\nMore of it.\n\n- a point'] },
      { question: 'How?', answers: ['So.'] },
    ],
  ],
  [
    'Q and A in bold, and without a label on the answer',
    '**Q: Why us?**\n\n**A:** Because.\n\n**Q:** How?\n\nLike this',
    [
      { question: 'Why us?', answers: ['Because.'] },
      { question: 'How?', answers: ['Like this'] },
    ],
  ],
  [
    'Frage und Antwort',
    'Frage: Warum wir?\nAntwort: Darum.',
    [{ question: 'Warum wir?', answers: ['Darum.'] }],
  ],
  [
    'two answers to one question',
    'Q: Why?\nA: One.\nA: Two.',
    [{ question: 'Why?', answers: ['One.', 'Two.'] }],
  ],
  [
    'small letters as labels',
    'q) What is a lock?\na) It lifts boats\n\nq) Who digs?\na) People',
    [
      { question: 'What is a lock?', answers: ['It lifts boats'] },
      { question: 'Who digs?', answers: ['People'] },
    ],
  ],
  [
    'small letters of a list',
    'a) What is a lock?\nb) Who digs?',
    [{ question: 'What is a lock?' }, { question: 'Who digs?' }],
  ],
  [
    'text below a question that is rated',
    'What is a lock? 👶\nA lock lifts boats.\n\nWho digs? [src]\nPeople with spades do.',
    [
      { question: 'What is a lock? 👶', answers: ['A lock lifts boats.'] },
      { question: 'Who digs? [src]', answers: ['People with spades do.'] },
    ],
  ],
  [
    'text below a question',
    'What is a lock?\nA lock lifts boats.\nIt has gates.\n\nWhat is a weir?\nA weir holds water.',
    [
      { question: 'What is a lock?', answers: ['A lock lifts boats.\nIt has gates.'] },
      { question: 'What is a weir?', answers: ['A weir holds water.'] },
    ],
  ],
  [
    'text below a question, after an empty line',
    'What is a lock?\n\nA lock lifts boats.\n\nIt has two gates.\n\nWhat is a weir?\n\nA weir holds water.',
    [
      { question: 'What is a lock?', answers: ['A lock lifts boats.\n\nIt has two gates.'] },
      { question: 'What is a weir?', answers: ['A weir holds water.'] },
    ],
  ],
  [
    'text below a topic',
    'My biggest failure\nLast year I broke the build.\n\nA conflict\nWe did not agree on names.',
    [
      { question: 'My biggest failure', answers: ['Last year I broke the build.'] },
      { question: 'A conflict', answers: ['We did not agree on names.'] },
    ],
  ],
  [
    'text below a numbered question',
    '1. What is a lock?\n\nSomething with gates\n\n2. What is a weir?\n\nA wall',
    [
      { question: 'What is a lock?', answers: ['Something with gates'] },
      { question: 'What is a weir?', answers: ['A wall'] },
    ],
  ],
  [
    'text moved to the right below a bullet',
    '- What is a lock?\n  It lifts boats.\n\n  With gates.\n- What is a weir?',
    [
      { question: 'What is a lock?', answers: ['It lifts boats.\n\nWith gates.'] },
      { question: 'What is a weir?' },
    ],
  ],
  [
    'a question broken into lines',
    '- Tell me about a time when\n  you were wrong\n- Next',
    only('Tell me about a time when you were wrong', 'Next'),
  ],
  [
    'groups are no answers',
    'Why us?\nHow so?\n\nTell me about yourself\nWhere to?',
    only('Why us?', 'How so?', 'Tell me about yourself', 'Where to?'),
  ],
  [
    'a list in Spanish',
    '¿Por qué nosotros?\nHáblame de ti.\nDescribe un conflicto.',
    only('¿Por qué nosotros?', 'Háblame de ti.', 'Describe un conflicto.'),
  ],
  [
    'headings as tags',
    '# Back-end\n- Why us?\n\n## Data #\n1. What is a heap?\n\n# Front-end\nWhy CSS?',
    [
      { question: 'Why us?', tags: ['Back-end'] },
      { question: 'What is a heap?', tags: ['Back-end', 'Data'] },
      { question: 'Why CSS?', tags: ['Front-end'] },
    ],
  ],
  [
    'headings without signs',
    'Behavioural\n- Why us?\n\nAbout money:\n\nWhat do you want to earn?\n\nSystem design\n=============\n1) A cache',
    [
      { question: 'Why us?', tags: ['Behavioural'] },
      { question: 'What do you want to earn?', tags: ['About money'] },
      { question: 'A cache', tags: ['System design'] },
    ],
  ],
  [
    'headings that ask',
    '### What is a heap?\nA tree.\n\n- full\n\n### Tell me about queues\nFirst in, first out',
    [
      { question: 'What is a heap?', answers: ['A tree.\n\n- full'] },
      { question: 'Tell me about queues', answers: ['First in, first out'] },
    ],
  ],
  [
    'twins, whatever their case and punctuation',
    'Why us?\nWhat’s a cafe\u0301?\nWHY   US!\nwhats a café\nWhat is C++?\nWhat is C#?\nWhat is C?',
    [
      { question: 'Why us?' },
      { question: 'What’s a cafe\u0301?' },
      { question: 'WHY   US!', twinOf: 1 },
      { question: 'whats a café', twinOf: 2 },
      ...only('What is C++?', 'What is C#?', 'What is C?'),
    ],
  ],
  [
    'code below a question',
    '- What does this print?\n```js\nif (a)\n  b()\n```\n- Next',
    [{ question: 'What does this print?', answers: ['if (a)\n  b()'] }, { question: 'Next' }],
  ],
  ['a line between', '- a\n---\nSomething else\n\n***\n- b', [...only('a', 'Something else', 'b')]],
  [
    'links and emphasis',
    '- **Why** [us](https://example.org)?\n- *Where to?*\n- a_b_c',
    only('Why us?', 'Where to?', 'a_b_c'),
  ],
])('%s', (_, text, expected) => {
  expect(pasted(text)).toEqual(expected)
})

test('a title above headings is the name of the list', () => {
  const { title, questions } = parsePastedText('# My list\n\n## Java\n- What is a JVM?')
  expect({ title, tags: questions[0]?.tags }).toEqual({ title: 'My list', tags: ['Java'] })
})

test('the only heading is a tag, and the name of the list where it is its first line', () => {
  const named = (text: string) => {
    const { title, questions } = parsePastedText(text)
    return { title, tags: questions.at(-1)?.tags }
  }
  expect(named('\n# My list\n\n- What is a JVM?')).toEqual({ title: 'My list', tags: ['My list'] })
  expect(named('- Why us?\n\n# Java\n- What is a JVM?')).toEqual({ title: null, tags: ['Java'] })
  // A heading of a lower level, or of no level at all, names a part.
  expect(named('## Java\n- What is a JVM?')).toEqual({ title: null, tags: ['Java'] })
  expect(named('Java:\n- What is a JVM?')).toEqual({ title: null, tags: ['Java'] })
})

test('each question knows its line, and empty bullets are named', () => {
  const { questions, emptyRows } = parsePastedText('\n- a\n-\n\n  1.\n- b')
  expect(questions.map(({ row }) => row)).toEqual([2, 6])
  expect(emptyRows).toEqual([3, 5])
})

test('a long heading is cut to a tag, a long bullet below a question is an answer', () => {
  const [first] = pasted(`## ${'word '.repeat(30)}\n- Why?\n  - ${'x'.repeat(501)}`)
  expect(first?.tags?.[0]).toMatch(/^(?:word ){10}word…$/u)
  expect(first?.followUps).toBeUndefined()
  expect(first?.answers?.[0]).toHaveLength(503)
})

test('10,000 lines of any kind take no longer than a keystroke may', () => {
  const kinds = [
    (index: number) => `${String(index)}. What is the thing number ${String(index)}?`,
    (index: number) => `What is the thing number ${String(index)}?\n\nIt is a thing.\n`,
    (index: number) => `Topic ${String(index)}\n`,
    (index: number) => `- Question ${String(index)}\n  - Follow-up`,
    () => '   ',
  ]
  for (const kind of kinds) {
    const text = Array.from({ length: 10_000 }, (_, index) => kind(index)).join('\n')
    const before = process.cpuUsage()
    parsePastedText(text)
    const { user } = process.cpuUsage(before)
    // Some 50 ms by itself; what grows with the square of the lines takes many seconds.
    expect(user / 1000).toBeLessThan(1000)
  }
})
