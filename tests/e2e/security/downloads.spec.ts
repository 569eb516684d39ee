import { expect, test } from '../fixtures'

test('nothing can be saved to the disk behind the person’s back', async ({ page, running }) => {
  const downloads = await running.app.evaluateHandle(({ session }) => {
    const seen: { isPrevented: boolean }[] = []
    session.defaultSession.on('will-download', (event) => {
      seen.push({ isPrevented: event.defaultPrevented })
      event.preventDefault()
    })
    return seen
  })
  await page.evaluate(() => {
    for (const href of [URL.createObjectURL(new Blob(['x'])), 'app://soundcheck/index.html']) {
      const link = document.createElement('a')
      link.href = href
      link.download = 'saved.html'
      link.click()
    }
  })
  await expect
    .poll(() => downloads.evaluate((seen) => seen))
    .toEqual([{ isPrevented: true }, { isPrevented: true }])
})
