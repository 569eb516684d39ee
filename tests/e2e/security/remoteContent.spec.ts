import { expect, test } from '../fixtures'

test('nothing of somebody else’s is loaded, from wherever it is asked for', async ({ page }) => {
  const blocked = await page.evaluate(async () => {
    const directives = new Set<string>()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      directives.add(effectiveDirective),
    )
    const put = (name: string, properties: object): void => {
      const element = document.createElement(name)
      try {
        Object.assign(element, properties)
      } catch {
        // A Trusted Type was asked for; that is reported too.
      }
      document.head.append(element)
    }
    const url = 'https://example.com/'
    put('img', { src: url })
    put('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' })
    put('script', { src: url })
    put('link', { rel: 'stylesheet', href: url })
    put('link', { rel: 'prefetch', href: url })
    put('style', { textContent: 'body { color: red }' })
    put('audio', { src: url })
    put('iframe', { src: url })
    put('object', { data: url })
    put('base', { href: url })
    document.body.setAttribute('style', 'color: red')
    new FontFace('Theirs', `url(${url})`).load().catch(() => {})
    fetch(url).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 500))
    return [...directives].toSorted()
  })
  expect(blocked).toEqual([
    'base-uri',
    'connect-src',
    'default-src',
    'font-src',
    'frame-src',
    'img-src',
    'media-src',
    'require-trusted-types-for',
    'style-src-attr',
    'style-src-elem',
  ])
})
