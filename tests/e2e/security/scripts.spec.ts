import { expect, test } from '../fixtures'

/*
 * No string becomes code, no markup becomes elements. The attempts run in a task of their own:
 * inside of an evaluation the debugger lets even eval() pass.
 */

/** Ways to turn a string into code. Each would set `globalThis.ran`. */
const CODE: Record<string, string> = {
  eval: `(0, eval)('ran = 1')`,
  Function: `new Function('ran = 1')()`,
  'async function': `(async () => {}).constructor('ran = 1')()`,
  timer: `setTimeout('ran = 1')`,
  'script element': `{
    const script = document.createElement('script')
    script.textContent = 'ran = 1'
    document.head.append(script)
  }`,
  'script from data': `{
    const script = document.createElement('script')
    script.src = 'data:text/javascript,ran=1'
    document.head.append(script)
  }`,
  'script from a blob': `{
    const script = document.createElement('script')
    script.src = URL.createObjectURL(new Blob(['ran = 1'], { type: 'text/javascript' }))
    document.head.append(script)
  }`,
  'event attribute': `{
    const button = document.createElement('button')
    button.setAttribute('onclick', 'ran = 1')
    document.body.append(button)
    button.click()
  }`,
  'script address': `{
    const link = document.createElement('a')
    link.href = 'javascript:void(ran = 1)'
    document.body.append(link)
    link.click()
  }`,
  'import of data': `import('data:text/javascript,ran=1').catch(() => {})`,
  worker: `new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))).onmessage = () => (ran = 1)`,
  'service worker': `navigator.serviceWorker.register('data:text/javascript,1').then(() => (ran = 1)).catch(() => {})`,
  WebAssembly: `WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => (ran = 1)).catch(() => {})`,
}

/** Ways to turn a string into elements. Each has to throw. */
const MARKUP: Record<string, string> = {
  innerHTML: `document.createElement('p').innerHTML = '<img onerror="ran = 1" src="x">'`,
  outerHTML: `document.getElementById('root').outerHTML = '<p>'`,
  insertAdjacentHTML: `document.body.insertAdjacentHTML('beforeend', '<p>')`,
  'document.write': `document.write('<p>')`,
  srcdoc: `document.createElement('iframe').srcdoc = '<p>'`,
  DOMParser: `new DOMParser().parseFromString('<p>', 'text/html')`,
  range: `new Range().createContextualFragment('<p>')`,
  'shadow root': `document.createElement('p').attachShadow({ mode: 'open' }).innerHTML = '<p>'`,
  'a policy of one’s own': `trustedTypes.createPolicy('mine', { createHTML: (markup) => markup })`,
  'the policy again': `trustedTypes.createPolicy('default', { createHTML: (markup) => markup })`,
}

const inTask = (code: string): string => `new Promise((resolve) => {
  globalThis.ran = undefined
  setTimeout(() => {
    try { void (() => { ${code} })() } catch (error) { resolve(error.name) }
    setTimeout(() => resolve(globalThis.ran === 1 ? 'ran' : 'did not run'), 200)
  })
})`

test('no string becomes code', async ({ page }) => {
  for (const [way, code] of Object.entries(CODE)) {
    expect(await page.evaluate<string>(inTask(code)), way).not.toBe('ran')
  }
  // The same question about what is allowed: otherwise the answers above would mean nothing.
  expect(await page.evaluate<string>(inTask('ran = 1'))).toBe('ran')
})

test('no string becomes an element', async ({ page }) => {
  for (const [way, code] of Object.entries(MARKUP)) {
    expect(await page.evaluate<string>(inTask(code)), way).toBe('TypeError')
  }
})

test('the one template that may become elements cannot carry anything else', async ({ page }) => {
  const template = (style: string, cursor: string) => `<style nonce="x">${style}</style>
    <div class="scroll" part="scroll"><div class="wrapper" part="wrapper">
    <div class="canvases" part="canvases"></div><div class="progress" part="progress"></div>
    <div class="cursor" part="cursor">${cursor}</div></div></div>`
  const put = (markup: string) =>
    inTask(`document.createElement('p').innerHTML = ${JSON.stringify(markup)}; globalThis.ran = 1`)
  expect(await page.evaluate<string>(put(template(':host {}', '')))).toBe('ran')
  expect(await page.evaluate<string>(put(''))).toBe('ran')
  for (const markup of [
    template(':host {}', '<img src="x" onerror="alert(1)">'),
    template('</style><script>1</script><style>', ''),
    `${template('', '')}<p>`,
    `<p>${template('', '')}`,
    ' ',
  ]) {
    expect(await page.evaluate<string>(put(markup)), markup).toMatch(/^(TypeError)$/)
  }
})
