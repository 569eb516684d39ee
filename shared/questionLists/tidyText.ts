/**
 * A text as it is kept, whatever file it came from: one kind of line end, no halves of characters,
 * no spaces around it. Control characters that no screen shows are dropped.
 */
export function tidyText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\p{Cs}/gu, '\ufffd')
      // oxlint-disable-next-line no-control-regex -- they are what is dropped
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .trim()
  )
}

/** One line, cut between words where it is longer than `most` characters: for a tag out of a heading. */
export function shortLine(text: string, most: number): string {
  const line = tidyText(text).replace(/\s+/gu, ' ')
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1).replace(/\p{Cs}$/u, '')
  const atWord = cut.replace(/\s+\S*$/u, '')
  return `${atWord.length > most / 2 ? atWord : cut}…`
}

/** These words without those that say the same, whatever their case; in order. */
export function distinct(words: readonly string[]): string[] {
  const seen = new Set<string>()
  return words.filter((word) => {
    const key = word.normalize('NFKC').toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
}

/** What stands between two tags, whichever keyboard and wherever they were copied from. */
const BETWEEN_TAGS = /[,;\r\n，、；]/u

/** The tags in what somebody has written: tidied, none twice, in order. */
export function tagsIn(text: string): string[] {
  const tags = text.split(BETWEEN_TAGS).map(tidyText)
  return distinct(tags.filter((tag) => tag !== ''))
}
