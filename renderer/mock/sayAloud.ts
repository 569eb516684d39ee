import { localVoices, synthesis, voiceFor } from '../example/voices'
import { Scope } from '../lib/scope'

/** Some systems never say that they came to the end. */
const LOOK_EVERY_MS = 500

/** Whether the system has a voice for this language. */
export function canSay(language: string): boolean {
  return voiceFor(language, localVoices()) !== null
}

/**
 * Says words with the system's voice and calls back when they have been said, or could not be. The
 * returned function silences it; then nothing is called.
 */
export function sayAloud(words: string, language: string, onSaid: () => void): () => void {
  const scope = new Scope()
  const end = () => {
    scope.dispose()
    onSaid()
  }
  const voice = voiceFor(language, localVoices())
  const source = synthesis()
  if (!voice || !source) {
    const timer = setTimeout(end)
    scope.add(() => clearTimeout(timer))
    return () => scope.dispose()
  }
  // What still sounds here would come first.
  source.cancel()
  const utterance = new SpeechSynthesisUtterance(words)
  utterance.lang = language
  utterance.voice = voice
  scope.listen(utterance, 'end', end)
  scope.listen(utterance, 'error', end)
  const looking = setInterval(() => {
    if (!source.speaking) end()
  }, LOOK_EVERY_MS)
  scope.add(() => clearInterval(looking))
  source.speak(utterance)
  return () => {
    scope.dispose()
    source.cancel()
  }
}
