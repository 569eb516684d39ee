/*
 * The voices of the system. They work without a network; a bare Linux has none.
 */

export function synthesis(): SpeechSynthesis | null {
  return typeof speechSynthesis === 'undefined' ? null : speechSynthesis
}

/** A network voice would send the text away: only those of this machine count. */
export function localVoices(): readonly SpeechSynthesisVoice[] {
  return (synthesis()?.getVoices() ?? []).filter(({ localService }) => localService)
}

/** That of the very region if there is one, else the system's own choice among those of the language. */
export function voiceFor(
  language: string,
  voices: readonly SpeechSynthesisVoice[],
): SpeechSynthesisVoice | null {
  const wanted = tagOf(language)
  const fitting = voices.filter(({ lang }) => tagOf(lang)[0] === wanted[0])
  return (
    fitting.find(({ lang }) => tagOf(lang).join('-') === wanted.join('-')) ??
    fitting.find((voice) => voice.default) ??
    fitting[0] ??
    null
  )
}

/** What to say where no voice of the system speaks this language. */
export function missingVoiceWords(voices: readonly SpeechSynthesisVoice[]): string {
  return voices.length === 0
    ? 'This system has no voice to read with'
    : 'This system has no voice for this language'
}

/** Some systems write "en_US". */
function tagOf(language: string): string[] {
  return language.toLowerCase().split(/[-_]/)
}
