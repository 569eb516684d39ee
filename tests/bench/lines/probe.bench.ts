import { test } from '@playwright/test'
import { libraryOf, HUGE, emptyLibrary } from '../libraries/libraries'
import { execSync } from 'node:child_process'
test('probe', async () => {
  let t = Date.now()
  await emptyLibrary()
  console.log('empty', Date.now() - t)
  t = Date.now()
  const f = await libraryOf(HUGE)
  console.log('huge', Date.now() - t)
  console.log(execSync(`ls -la ${f}; du -sh ${f}`).toString())
})
