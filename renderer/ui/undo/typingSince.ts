type TextField = HTMLInputElement | HTMLTextAreaElement

/**
 * Follows from now on what is typed, to tell whether the words of a field are newer than something
 * else that can be undone.
 */
export class TypingSince {
  /** What stood in the field before it was first typed in. */
  readonly #before = new Map<EventTarget, string>()
  readonly #listening = new AbortController()

  constructor() {
    const options = { capture: true, signal: this.#listening.signal }
    window.addEventListener('beforeinput', ({ target }) => this.#note(target), options)
  }

  /** Whether the field says something else than when this began. Typed and taken back is the same. */
  hasChanged(target: EventTarget | null): boolean {
    if (!isTextField(target)) return false
    const before = this.#before.get(target)
    return before !== undefined && before !== target.value
  }

  end(): void {
    this.#listening.abort()
  }

  #note(target: EventTarget | null): void {
    if (isTextField(target) && !this.#before.has(target)) this.#before.set(target, target.value)
  }
}

function isTextField(target: EventTarget | null): target is TextField {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
