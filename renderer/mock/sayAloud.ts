import { localVoices, synthesis, voiceFor } from '../example/voices'
import { Scope } from '../lib/scope'

/** Some systems never say that they came to the end. */
const LOOK_EVERY_MS = 1000
/** The slowest voice says a letter in about so long; one that takes longer hangs. */
const GIVE_UP_MS_PER_CHARACTER = 200
const GIVE_UP_AFTER_MS = 10_000

/** Whether the system has a voice for this language. */
export function canSay(language: string): boolean {
  return voiceFor(language, localVoices()) !== null
}

/**
 * Says words with the system's voice and calls back when they have been said, or could not be. The
 * returned function silences it; then nothing is called.
 */
export function sayAloud(words: string, language: string, onSaid: () => void): () => void {
  const source = synthesis()
  const scope = new Scope()
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    scope.dispose()
    // What hangs would be heard in the answer.
    source?.cancel()
    onSaid()
  }
  const voice = voiceFor(language, localVoices())
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
  const giveUp = setTimeout(end, GIVE_UP_AFTER_MS + words.length * GIVE_UP_MS_PER_CHARACTER)
  scope.add(() => clearTimeout(giveUp))
  source.speak(utterance)
  return () => {
    isOver = true
    scope.dispose()
    source.cancel()
  }
}
