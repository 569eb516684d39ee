import { Scope } from '../lib/scope'

/** The tokens that a canvas draws with; CSS variables do not reach into it. */
export interface Colours {
  ink: string
  ink3: string
  line: string
  accent: string
  record: string
}

/** Everything that gives the tokens other values. */
const SCHEMES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']

export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: token('--ink'),
    ink3: token('--ink-3'),
    line: token('--line'),
    accent: token('--accent'),
    record: token('--record'),
  }
}

/** Calls back with the new colours whenever the system changes them; returns the end of it. */
export function watchColours(onChange: (colours: Colours) => void): () => void {
  const scope = new Scope()
  for (const scheme of SCHEMES) {
    scope.listen(matchMedia(scheme), 'change', () => onChange(readColours()))
  }
  return () => scope.dispose()
}
