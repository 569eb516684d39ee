/* What stands in the dialog "Paste questions" outlives it until it is added: Escape is soon pressed. */
let text = ''

export function keptText(): string {
  return text
}

export function keepText(typed: string): void {
  text = typed
}
