/*
 * Import this first. The page's security policy lets no string become markup unless the Trusted
 * Types policy named 'default' says so. One library needs to: wavesurfer builds its waveform from
 * a template of fixed elements, and empties elements by setting their markup to ''.
 */

/** The template of wavesurfer 8: its style, which no '<' can end early, and five empty elements. */
const WAVEFORM = new RegExp(
  [
    '^<style(?: nonce="[^"<>]*")?>[^<]*</style>',
    '<div class="scroll" part="scroll">',
    '<div class="wrapper" part="wrapper">',
    '<div class="canvases" part="canvases"></div>',
    '<div class="progress" part="progress"></div>',
    '<div class="cursor" part="cursor"></div>',
    '</div>',
    '</div>$',
  ].join(String.raw`\s*`),
)

declare global {
  /** The part of Trusted Types used here; TypeScript's own library does not know them yet. */
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: 'default', rules: { createHTML(markup: string): string | null }): unknown
    }
  }
}

// Anything else gets null: Chromium then throws where the markup would have been set.
window.trustedTypes?.createPolicy('default', {
  createHTML: (markup) => (markup === '' || WAVEFORM.test(markup.trim()) ? markup : null),
})

/** What a `<style>` element has to carry to take effect; for wavesurfer's option `cspNonce`. */
export const styleNonce =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
