/*
 * Whether a line asks or tells, as far as its form says so. A list without any signs of its own (no
 * bullets, no "Q:") is taken apart by this; where it is in doubt, a line is a question.
 */

/** How a question begins that ends without its sign: "Tell me about yourself." */
const OPENERS = [
  // English
  'tell (?:me|us)|describe|explain|walk (?:me|us)|talk (?:me|us|about)|give (?:me|us|an?)|share an?|name (?:a|an|one|two|three|some)|list|discuss|compare|define|imagine|suppose|convince|introduce yourself|sell me|how|what|why|when|where|which|who|can you|could you|would you|do you|did you|have you|are you|is there',
  // German
  'erzählen|erzähl|beschreib|erklär|nennen|nenne|schildern|warum|wieso|weshalb|wie|was|wann|wo|welche|wer|stellen sie',
  // Spanish, Portuguese
  'háblame|hábleme|cuéntame|cuénteme|describe|describa|explica|explique|dime|por qué|cómo|qué|cuál|cuándo|fale|conte|descreva|por que|como|o que|qual',
  // French, Italian, Dutch
  "parlez|parle-moi|décrivez|décris|expliquez|explique|racontez|pourquoi|comment|quel|quelle|quels|quelles|qu’est|qu'est|mi parli|parlami|descriva|descrivi|perché|come|quale|vertel|beschrijf|leg uit|waarom|hoe|wat|welke",
].join('|')
const OPENS = new RegExp(String.raw`^[¿"'“„«(]*(?:${OPENERS})(?![\p{L}\p{N}])`, 'iu')

/** Openers that are no words of a sentence or a heading as well: "How we work" asks nothing. */
const COMMANDS =
  /^[¿"'“„«(]*(?:tell (?:me|us)|describe|explain|walk (?:me|us)|give (?:me|us)|erzähl|beschreib|erklär|háblame|cuéntame|décri|parlez|racontez|(?:what|how|why) (?:is|are|was|were|do|does|did|would|will|can|should))(?![\p{L}\p{N}])/iu

/** Of a text of megabytes too only its end is looked at, however often it is asked. */
function endOf(text: string): string {
  return text.slice(-100)
}

const ENDS_ASKING =
  /[?？؟⁇‽](?:[)"'”“»*_\s\p{Extended_Pictographic}\p{Emoji_Modifier}]|\u200d|\ufe0f)*(?:\[[^\][]{1,20}\]\s*)?$/u

/**
 * A question mark at its end. After it there may be quotes, an emoji that says how hard it is, and where it
 * comes from: "Why a lock? [src]".
 */
export function hasQuestionMark(text: string): boolean {
  return ENDS_ASKING.test(endOf(text))
}

export function asks(text: string): boolean {
  return hasQuestionMark(text) || OPENS.test(text)
}

/** A heading names what is below it, or is the question that is answered there. */
export function isAskingHeading(text: string): boolean {
  return hasQuestionMark(text) || COMMANDS.test(text)
}

/** A statement of some words. */
export function tells(text: string): boolean {
  if (asks(text) || !/[.!。．…:;][)"'”“»*_\s]*$/u.test(endOf(text))) return false
  // Scripts without spaces between words have the sign alone to go by.
  return /。/u.test(text) || text.trim().split(/\s+/u).length >= 3
}
