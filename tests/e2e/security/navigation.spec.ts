import { expect, test } from '../fixtures'
import { markPage, stayingPut } from './stayingPut'

/** Places that are not the page, those of the app among them. */
const PLACES = [
  'https://example.com/',
  'http://127.0.0.1/',
  'file:///etc/hosts',
  'data:text/html,<p>x',
  'app://soundcheck/assets/',
  'app://elsewhere/',
  'take://0190a8f0-0000-7000-8000-000000000000/',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://soundcheck/index.html',
  'mailto:someone@example.com',
  'javascript:void 0',
]

/** What a script in the page can do to get to such a place. */
const WAYS: Record<string, (place: string) => void> = {
  location: (place) => (location.href = place),
  replace: (place) => location.replace(place),
  navigation: (place) => {
    const { committed, finished } = navigation.navigate(place)
    committed?.catch(() => {})
    finished?.catch(() => {})
  },
  link: (place) => {
    const link = document.createElement('a')
    link.href = place
    document.body.append(link)
    link.click()
  },
  'link to a new window': (place) => {
    const link = document.createElement('a')
    link.href = place
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, shiftKey: true }))
    link.dispatchEvent(new MouseEvent('auxclick', { button: 1 }))
  },
  'window.open': (place) => void window.open(place),
  'window.open in place': (place) => void window.open(place, '_self'),
  form: (place) => {
    for (const method of ['get', 'post']) {
      const form = document.createElement('form')
      form.action = place
      form.method = method
      document.body.append(form)
      form.submit()
    }
  },
  'form to a new window': (place) => {
    const form = document.createElement('form')
    form.action = place
    form.target = '_blank'
    document.body.append(form)
    form.submit()
  },
  'meta refresh': (place) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0;url=${place}`
    document.head.append(meta)
  },
  'the frame around': (place) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    frame.contentWindow!.parent.location.href = place
  },
}

test('nothing leads out of the page, and no second window opens', async ({ page, running }) => {
  test.setTimeout(120_000)
  for (const [way, go] of Object.entries(WAYS)) {
    const stays = await stayingPut(running)
    for (const place of PLACES) {
      await page.evaluate(`try { (${String(go)})(${JSON.stringify(place)}) } catch {}`)
    }
    await page.waitForTimeout(300)
    await stays(way)
  }
})

test('the page cannot even load itself again, so a recording goes on', async ({
  page,
  running,
}) => {
  const stays = await stayingPut(running)
  await page.evaluate(() => {
    location.reload()
    location.href = 'app://soundcheck/index.html'
    location.href = URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' }))
    history.go(0)
  })
  await page.waitForTimeout(300)
  await stays('reload')
})

test('the page comes back by itself from the addresses that nobody is asked about', async ({
  page,
  running,
}) => {
  for (const place of ['about:blank', 'about:blank?x', 'about:srcdoc', 'about:anything']) {
    await markPage(page)
    await page.evaluate(`setTimeout(() => (location.href = '${place}'))`)
    // The mark goes with the page that carried it.
    await expect
      .poll(() => page.evaluate(() => 'mark' in globalThis).catch(() => true), { message: place })
      .toBe(false)
    await expect(page.getByRole('heading', { name: 'Practice' }), place).toBeVisible()
    expect(page.url(), place).toMatch(/^app:\/\/soundcheck\/index\.html/)
    expect(running.app.windows(), place).toHaveLength(1)
  }
})
