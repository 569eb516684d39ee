/** The lines between `---` that site generators put on top. */
export function withoutFrontMatter(text: string) {
  const matter = /^---\n([\s\S]*?)\n(?:---|\.\.\.)\n/u.exec(text)
  if (!matter) return { body: text, title: null, linesBefore: 0 }
  const title = /^title:(.*)$/mu
    .exec(matter[1]!)?.[1]
    ?.trim()
    .replace(/^["']|["']$/gu, '')
  const linesBefore = matter[0].split('\n').length - 1
  return { body: text.slice(matter[0].length), title: title ? title : null, linesBefore }
}
