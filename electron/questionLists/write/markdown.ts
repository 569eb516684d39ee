import type { ListedQuestion, WrittenList } from '../../../shared/questionLists/listedQuestion'

/**
 * A text to read and to print: each question is a heading with what is known of it below. It can be
 * read again, but then all of that is one answer.
 */
export function writeMarkdown({ title, questions }: WrittenList): string {
  const top = title.trim() === '' ? [] : [`# ${line(title)}`]
  return `${[...top, ...questions.flatMap(blocksOf)].join('\n\n')}\n`
}

function blocksOf(question: ListedQuestion): string[] {
  const { exampleAnswers, talkingPoints, pitfalls, followUps, outline, tags } = question
  return [
    `## ${line(question.question)}`,
    ...(tags.length > 0 ? [`*${tags.map(line).join(', ')}*`] : []),
    ...(question.whyTheyAsk === '' ? [] : [escaped(question.whyTheyAsk)]),
    ...exampleAnswers.flatMap(({ label, text }) => [
      `**${label === '' ? 'Example answer' : line(label)}**`,
      escaped(text),
    ]),
    ...listOf('My outline', outline),
    ...listOf('Worth saying', talkingPoints),
    ...listOf('What goes wrong', pitfalls),
    ...listOf('They may ask next', followUps),
  ]
}

function listOf(name: string, texts: readonly string[]): string[] {
  return texts.length === 0
    ? []
    : [`**${name}**`, texts.map((text) => `- ${line(text)}`).join('\n')]
}

function line(text: string): string {
  return escaped(text.replace(/\s+/gu, ' ')).trim()
}

/** Signs that Markdown would take for its own, wherever they stand or at the beginning of a line. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|]/gu, String.raw`\$&`)
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/gmu, (_, space: string, sign: string) => {
      return `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`
    })
    .replace(/^(\s*)([=~]{3,}|-{3,})/gmu, String.raw`$1\$2`)
}
