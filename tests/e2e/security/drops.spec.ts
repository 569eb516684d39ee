import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '../fixtures'
import { stayingPut } from './stayingPut'

test('dropping a file, a link or a text changes nothing', async ({ page, running, dataFolder }) => {
  const file = join(dataFolder, 'dropped.html')
  writeFileSync(file, '<p>Dropped</p>')
  const devtools = await page.context().newCDPSession(page)
  const stays = await stayingPut(running)
  for (const accepts of [false, true]) {
    // A page may also say that it would take what is dragged, and then not deal with the drop.
    if (accepts) await page.evaluate(() => addEventListener('dragover', (e) => e.preventDefault()))
    for (const dropped of [
      { items: [], files: [file] },
      { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }] },
      { items: [{ mimeType: 'text/html', data: '<a href="https://example.com/">x</a>' }] },
    ]) {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        const data = { ...dropped, dragOperationsMask: 1 }
        await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
      }
      await page.waitForTimeout(300)
      await stays(JSON.stringify(dropped))
    }
  }
})
