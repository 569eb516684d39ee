/** Languages in which people are interviewed; one that a pack or a file has is offered beside them. */
const USUAL =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv sw th tr uk ur vi zh'.split(
    ' ',
  )

export interface LanguageOption {
  /** As in BCP 47. */
  readonly language: string
  readonly name: string
}

/** By name, with these among them. */
export function languageOptions(more: readonly string[]): LanguageOption[] {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })
  return [...new Set([...USUAL, ...more])]
    .map((language) => ({ language, name: nameIn(names, language) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** A file may call its language whatever it likes. */
function nameIn(names: Intl.DisplayNames, language: string): string {
  try {
    return names.of(language) ?? language
  } catch {
    return language
  }
}

/** The system's, without its region: "en". */
export function systemLanguage(): string {
  return new Intl.Locale(navigator.language || 'en').language
}
