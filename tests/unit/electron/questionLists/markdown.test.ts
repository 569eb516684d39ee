import { expect, test } from 'vitest'
import { brief, read, refusal } from './reading'

async function marked(text: string) {
  const list = await read('a.md', text)
  expect(list.format).toBe('markdown')
  return brief(list)
}

test('bullets with nested follow-ups under headings', async () => {
  const text = `# Canals

Some words about this list.

- [Locks](#locks)
- [Weirs](#weirs)

## Locks

* What is a **lock**?
  * And a \`gate\`?
    * Really?
  * Who [opens](https://example.org) it?
* [ ] Explain how it
  fills
-

### Old ones

1. Who built them?
2. What is a lock
`
  const list = await read('a.md', text)
  expect(brief(list)).toEqual([
    {
      row: 10,
      question: 'What is a lock?',
      tags: ['Locks'],
      followUps: ['And a gate?', 'Really?', 'Who opens it?'],
    },
    { row: 14, question: 'Explain how it fills', tags: ['Locks'] },
    { row: 20, question: 'Who built them?', tags: ['Locks', 'Old ones'] },
  ])
  expect(list.title).toBe('Canals')
  expect(list.skipped).toEqual([
    { row: 16, reason: 'empty' },
    { row: 21, reason: 'twin' },
  ])
})

test('headings with the answer below', async () => {
  const text = `---
title: "Of canals"
---
## Locks

### 1. What is a lock?
It lifts **boats**.

\`\`\`js
if (full) {
  open()
}
\`\`\`

- slowly
- safely
  1. always

#### In short
Up.

![a lock](https://example.org/lock.png)

**[Back to top](#locks)**

### Tell us of a weir
It <b>holds</b> water.<br>Mostly.

## Contributing
Send me a letter.
`
  const list = await read('a.md', text)
  expect(brief(list)).toEqual([
    {
      row: 6,
      question: 'What is a lock?',
      tags: ['Locks'],
      answers: [
        'It lifts boats.\n\nif (full) {\n  open()\n}\n\n- slowly\n- safely\n  1. always\n\nIn short\n\nUp.',
      ],
    },
    {
      row: 26,
      question: 'Tell us of a weir',
      tags: ['Locks'],
      answers: ['It holds water.\nMostly.'],
    },
  ])
  expect({ title: list.title, media: list.mediaLeftOut }).toEqual({ title: 'Of canals', media: 1 })
})

test('headings that do not ask, with answers below all of them', async () => {
  expect(
    await marked('# Mine\n\n## My biggest failure\nI broke it.\n\n## A conflict\nNames.\n'),
  ).toEqual([
    { row: 3, question: 'My biggest failure', tags: ['Mine'], answers: ['I broke it.'] },
    { row: 6, question: 'A conflict', tags: ['Mine'], answers: ['Names.'] },
  ])
})

test('headings that name what is asked below them', async () => {
  const text = `# Canals

## Contents
### Building

#### Locks
A lock lifts boats.

What does this open?

\`\`\`js
gate()
\`\`\`

#### Weirs are evil
Why is a weir <b>evil</b>?<br/>
Show one.

#### Sluices
Compare two sluices.

#### [[↑]](#top) Boats
Which boats are there?

#### Digging
Who digs?
`
  const list = await read('a.md', text)
  expect(
    list.questions.map(({ row, question, shortTitle, tags }) => [row, question, shortTitle, tags]),
  ).toEqual([
    [7, 'A lock lifts boats.\n\nWhat does this open?\n\ngate()', 'Locks', ['Building']],
    [16, 'Why is a weir evil?\n\nShow one.', 'Weirs are evil', ['Building']],
    [20, 'Compare two sluices.', 'Sluices', ['Building']],
    [23, 'Which boats are there?', 'Boats', ['Building']],
    [26, 'Who digs?', 'Digging', ['Building']],
  ])
})

test('headings that name what is asked and answered below them', async () => {
  const text =
    '### Locks\n\nWhat is a lock?\n\nIt lifts.\n\n- boats\n\n### Weirs\nWhat is a weir?\nA wall.\n'
  expect(await marked(text)).toEqual([
    { row: 3, question: 'What is a lock?', answers: ['It lifts.\n\n- boats'] },
    { row: 10, question: 'What is a weir?', answers: ['A wall.'] },
  ])
  const more = `${text}\n### Sluices\n\nWhat is a sluice?\n\nA gate.\n\nOr two.\n\nWho opens it?\n\nPeople.\n`
  expect((await marked(more)).slice(2)).toEqual([
    { row: 15, question: 'What is a sluice?', tags: ['Sluices'], answers: ['A gate.\n\nOr two.'] },
    { row: 21, question: 'Who opens it?', tags: ['Sluices'], answers: ['People.'] },
  ])
})

test('headings above bold questions are tags', async () => {
  const text =
    '- A note\n\n## Locks\n\n**What is a lock?**\n\nIt lifts.\n\n**Who digs?**\n\nPeople.\n\n## Weirs\n\n**Why?**\n\nSo.\n'
  expect(await marked(text)).toEqual([
    { row: 5, question: 'What is a lock?', tags: ['Locks'], answers: ['It lifts.'] },
    { row: 9, question: 'Who digs?', tags: ['Locks'], answers: ['People.'] },
    { row: 15, question: 'Why?', tags: ['Weirs'], answers: ['So.'] },
  ])
})

test('headings with several questions below', async () => {
  const text = `# Canals

## Locks
Why
a lock?
Who opens it?

## Weirs

Tell us about a weir.

What is it for?
`
  expect(await marked(text)).toEqual([
    { row: 4, question: 'Why a lock?', tags: ['Locks'] },
    { row: 6, question: 'Who opens it?', tags: ['Locks'] },
    { row: 10, question: 'Tell us about a weir.', tags: ['Weirs'] },
    { row: 12, question: 'What is it for?', tags: ['Weirs'] },
  ])
})

test('numbers with answers, moved to the right or not', async () => {
  const text = `1. What is a lock?

   It lifts boats.

   - slowly

2. **What is a weir?** A wall.
3. What is a sluice?
   A gate.
4. ### What is a canal?

   Water.

5. Who digs?

People with spades

6. Who pays?

The town
`
  expect(await marked(text)).toEqual([
    { row: 1, question: 'What is a lock?', answers: ['It lifts boats.\n\n- slowly'] },
    { row: 7, question: 'What is a weir?', answers: ['A wall.'] },
    { row: 8, question: 'What is a sluice?', answers: ['A gate.'] },
    { row: 10, question: 'What is a canal?', answers: ['Water.'] },
    { row: 14, question: 'Who digs?', answers: ['People with spades'] },
    { row: 18, question: 'Who pays?', answers: ['The town'] },
  ])
})

test('questions that are folded away', async () => {
  const text = `## Locks

<details>
<summary>What is a lock?</summary><br><b>

It lifts:

* boats
</b></details>

<details><summary><b>What is a weir?</b></summary>
A wall.
</details>
<details>
<summary>Who digs?</summary>
People.
</details>
`
  expect(await marked(text)).toEqual([
    { row: 3, question: 'What is a lock?', tags: ['Locks'], answers: ['It lifts:\n\n- boats'] },
    { row: 11, question: 'What is a weir?', tags: ['Locks'], answers: ['A wall.'] },
    { row: 14, question: 'Who digs?', tags: ['Locks'], answers: ['People.'] },
  ])
})

test('answers that are folded away below headings', async () => {
  const text = `###### 1. What is printed?

\`\`\`js
lock()
\`\`\`

- A: up
- B: down

<details><summary><b>Answer</b></summary>
<p>

#### Answer: A
It lifts.

</p>
</details>

---

###### 2. What is printed?

\`\`\`js
weir()
\`\`\`

<details><summary><b>Answer</b></summary>
It holds.
</details>

###### 3. All weirs hold.

- A: yes

<details><summary><b>Answer</b></summary>
Yes.
</details>
`
  expect(await marked(text)).toEqual([
    {
      row: 1,
      question: 'What is printed?\n\nlock()\n\n- A: up\n- B: down',
      answers: ['Answer: A\n\nIt lifts.'],
    },
    { row: 21, question: 'What is printed?\n\nweir()', answers: ['It holds.'] },
    { row: 31, question: 'All weirs hold.\n\n- A: yes', answers: ['Yes.'] },
  ])
})

test('a summary with a list in it', async () => {
  const text = `<details>
<summary>Explain each of these:

  * locks

\`\`\`
weir()
\`\`\`
</summary><br><b>

They hold.
</b></details>

<details>
<summary>Who digs?</summary><br><b>
People.
</b></details>
`
  expect(await marked(text)).toEqual([
    { row: 1, question: 'Explain each of these:\n\n- locks\n\nweir()', answers: ['They hold.'] },
    { row: 14, question: 'Who digs?', answers: ['People.'] },
  ])
  const inItem = `<details>
<summary>Which of these lifts boats?

  * locks
  * weirs</summary><br><b>
  * locks: yes
  * weirs: no
</b></details>

<details>
<summary>Compare:

- locks
- weirs</summary>

They differ.
</details>
`
  expect(await marked(inItem)).toEqual([
    {
      row: 1,
      question: 'Which of these lifts boats?\n\n- locks\n- weirs',
      answers: ['- locks: yes\n- weirs: no'],
    },
    { row: 10, question: 'Compare:\n\n- locks\n- weirs', answers: ['They differ.'] },
  ])
})

test('a part of an answer may be folded away', async () => {
  const heading = '### What is a lock?\nIt lifts.\n\n### What is a weir?\nIt holds.\n\n'
  const folded = '<details><summary>See more</summary>\nWater.\n</details>\n\nAlways.\n\n'
  const last = '### Who digs?\nPeople.\n'
  expect(await marked(heading + folded + last)).toEqual([
    { row: 1, question: 'What is a lock?', answers: ['It lifts.'] },
    { row: 4, question: 'What is a weir?', answers: ['It holds.\n\nWater.\n\nAlways.'] },
    { row: 13, question: 'Who digs?', answers: ['People.'] },
  ])
  const numbers = `1. ### What is a weir?\n\n   It holds.\n\n${folded}2. ### Who digs?\n\n   People.\n`
  expect(await marked(numbers)).toEqual([
    { row: 1, question: 'What is a weir?', answers: ['It holds.\n\nWater.\n\nAlways.'] },
    { row: 11, question: 'Who digs?', answers: ['People.'] },
  ])
})

test('a heading among those that ask is a question without its answer too', async () => {
  const text = `## Canals
### 1) What is a lock? [[src](https://example.org/a)]
It lifts.
### 2) Build a sluice. [[src](https://example.org/b)]
### 3) Who digs?
People.
`
  expect(await marked(text)).toEqual([
    { row: 2, question: 'What is a lock?', tags: ['Canals'], answers: ['It lifts.'] },
    { row: 4, question: 'Build a sluice.', tags: ['Canals'] },
    { row: 5, question: 'Who digs?', tags: ['Canals'], answers: ['People.'] },
  ])
})

test('a list of links to other texts is no list of questions', async () => {
  const text = `Translations:

- [Dutch](https://example.org/lists/nl.md)
- Norwegian [old](https://example.org/old) / [new](nn.md)
- [Danish](da.md#top)

- Who digs?
- [Who pays?](pay.md)
`
  expect(await marked(text.replace('\n\n- Who', '\n\n## Canals\n\n- Who'))).toEqual([
    { row: 9, question: 'Who digs?', tags: ['Canals'] },
    { row: 10, question: 'Who pays?', tags: ['Canals'] },
  ])
})

test('bold questions with an emoji, and bold numbers', async () => {
  const rated = '**What is a lock? 👶**\n\nIt lifts.\n\n- boats\n\n**Who digs? ‍⭐️**\n\nPeople.'
  expect(await marked(rated)).toEqual([
    { row: 1, question: 'What is a lock? 👶', answers: ['It lifts.\n\n- boats'] },
    { row: 7, question: 'Who digs? ‍⭐️', answers: ['People.'] },
  ])
  const text =
    'Canals:\n\n- a note\n\n**1)** All locks.\n\nTwo.\n\n**2) Weirs**. Name them.\n\nNone.'
  expect(await marked(text)).toEqual([
    { row: 5, question: 'All locks.', answers: ['Two.'] },
    { row: 9, question: 'Weirs. Name them.', answers: ['None.'] },
  ])
})

test('bold questions, tables, labels', async () => {
  expect(
    await marked('**1. What is a lock?**\n\nIt lifts.\n\nBoats.\n\n**What is a weir?**\nA wall.'),
  ).toEqual([
    { row: 1, question: 'What is a lock?', answers: ['It lifts.\n\nBoats.'] },
    { row: 7, question: 'What is a weir?', answers: ['A wall.'] },
  ])
  expect(
    await marked(
      '## Locks\n| # | Question | Answer |\n|-|-|-|\n| 1 | Why a lock? | To lift |\n|||',
    ),
  ).toEqual([{ row: 4, question: 'Why a lock?', tags: ['Locks'], answers: ['To lift'] }])
  expect(await marked('**Q:** Why?\n\n**A:** So.\n\n**Q:** How?\n\n**A:** Thus.')).toEqual([
    { row: 1, question: 'Why?', answers: ['So.'] },
    { row: 5, question: 'How?', answers: ['Thus.'] },
  ])
})

test('where questions are headings, other bullets have to ask', async () => {
  const text =
    '### Why a lock?\nTo lift.\n\n## Contributing\n- Fork it\n- Who reviews?\n- Tell us of a weir\n'
  expect(await marked(text)).toEqual([
    { row: 1, question: 'Why a lock?', answers: ['To lift.'] },
    { row: 6, question: 'Who reviews?', tags: ['Contributing'] },
    { row: 7, question: 'Tell us of a weir', tags: ['Contributing'] },
  ])
})

test('scripts and types are text, and nothing is fetched', async () => {
  const text =
    '- What is `Map<K>` or Set<T>?\n- <script>alert(1)</script> why?\n- [x](javascript:alert(1)) &amp; ![](http://x.y/z.png)?\n'
  expect(await marked(text)).toEqual([
    { row: 1, question: 'What is Map<K> or Set<T>?' },
    { row: 2, question: '<script>alert(1)</script> why?' },
    { row: 3, question: '[x](javascript:alert(1)) & ?' },
  ])
})

test('a text with headings is Markdown whatever it is called', async () => {
  const list = await read('list.txt', '# Locks\n\n- a\n\n# Weirs\n\n- b\n')
  expect(list.format).toBe('markdown')
  expect(brief(list)).toEqual([
    { row: 3, question: 'a', tags: ['Locks'] },
    { row: 7, question: 'b', tags: ['Weirs'] },
  ])
})

test('what is nested without end is refused, and nothing is lost silently', async () => {
  for (const sign of ['> ', '- ']) {
    expect(await refusal('a.md', `- a\n\n${sign.repeat(5000)}b\n\n- c\n`)).toMatchObject({
      code: 'TOO_DEEP',
      row: 3,
    })
  }
})

test('the only heading is a tag, and the name of the list where it is its first line', async () => {
  const list = await read('a.md', '# Of canals\n\n- What is a lock?\n- What is a weir?\n')
  expect({ title: list.title, tags: list.questions.flatMap(({ tags }) => tags) }).toEqual({
    title: 'Of canals',
    tags: ['Of canals', 'Of canals'],
  })
  const answered =
    '# Of canals\n\n### What is a lock?\nIt lifts.\n\n### What is a weir?\nIt holds.\n'
  expect((await read('a.md', answered)).title).toBe('Of canals')
})
