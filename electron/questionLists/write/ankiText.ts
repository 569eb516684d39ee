import type { ListedQuestion, WrittenList } from '../../../shared/questionLists/listedQuestion'

/**
 * A text that Anki imports: the question in front, the answers and what may be asked next on the
 * back. Anki knows notes again by the id, where every question has one.
 */
export function writeAnkiText({ title, questions }: WrittenList): string {
  const hasIds = questions.every(({ id }) => id !== undefined)
  const names = [...(hasIds ? ['guid'] : []), 'Front', 'Back', 'Tags']
  const keys = [
    '#separator:tab',
    '#html:true',
    ...(title.trim() === '' ? [] : [`#deck:${title.replace(/\s+/gu, ' ').trim()}`]),
    `#columns:${names.join('\t')}`,
    ...(hasIds ? ['#guid column:1'] : []),
    `#tags column:${String(names.length)}`,
  ]
  const rows = questions.map((question) => {
    const cells = [html(question.question), backOf(question), tagsOf(question)]
    return (hasIds ? [question.id!, ...cells] : cells).map(cellOf).join('\t')
  })
  return `${[...keys, ...rows].join('\n')}\n`
}

function backOf({ exampleAnswers, talkingPoints, followUps }: ListedQuestion): string {
  const answers = exampleAnswers.map(({ label, text }) =>
    label === '' ? html(text) : `<b>${html(label)}</b><br>${html(text)}`,
  )
  return [
    ...answers,
    ...listOf('Worth saying', talkingPoints),
    ...listOf('They may ask next', followUps),
  ].join('<br><br>')
}

function listOf(name: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return []
  return [`<b>${name}</b><ul>${texts.map((text) => `<li>${html(text)}</li>`).join('')}</ul>`]
}

/** Anki's tags have no spaces. */
function tagsOf({ tags }: ListedQuestion): string {
  return tags.map((tag) => tag.replace(/\s+/gu, '_')).join(' ')
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
    .replaceAll('\t', ' ')
}

/** A quote at its beginning, or a "#", would be taken for something else. */
function cellOf(cell: string): string {
  return /^#|["\t\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
