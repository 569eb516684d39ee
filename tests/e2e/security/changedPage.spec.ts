import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '../fixtures'

test('even a page file that somebody has changed runs no script but the app’s files', async ({
  launch,
  dataFolder,
}) => {
  const appFolder = join(dataFolder, 'app')
  mkdirSync(appFolder)
  for (const name of ['out', 'package.json']) {
    cpSync(resolve(name), join(appFolder, name), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(appFolder, 'node_modules'), 'junction')
  const index = join(appFolder, 'out/renderer/index.html')
  writeFileSync(
    index,
    readFileSync(index, 'utf8').replace(
      '</body>',
      `<p id="changed" onclick="ran = 'attribute'">Changed</p>
      <script>ran = 'inline'</script>
      <script nonce="guessed">ran = 'nonce'</script>
      <script src="data:text/javascript,ran='data'"></script>
      <script src="https://example.com/x.js" onerror="ran = 'error'"></script>
      <img src="x" onerror="ran = 'image'" />
      <svg onload="ran = 'svg'"></svg>
      <iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
      <style>#changed { display: none }</style>
      <meta http-equiv="refresh" content="1;url=https://example.com/" />
      </body>`,
    ),
  )
  const { page } = await launch({ appFolder })
  await page.getByRole('button', { name: 'Get started' }).click()
  await page.getByText('Changed').click()
  await page.waitForTimeout(1500)
  expect(await page.evaluate(() => Reflect.get(globalThis, 'ran') as unknown)).toBeUndefined()
  expect(new URL(page.url()).protocol).toBe('app:')
})
