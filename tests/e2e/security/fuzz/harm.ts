import type { RunningApp } from '../../../helpers/launch'

/** Watches the app; answers with what has gone wrong in it since. */
export async function watchForHarm({ app, page }: RunningApp): Promise<() => Promise<string[]>> {
  const gone: string[] = []
  app.on('close', () => gone.push('The app has ended'))
  page.on('crash', () => gone.push('The page has crashed'))
  const seen = await app.evaluateHandle(({ app: electron }) => {
    const harm: string[] = []
    electron.on('render-process-gone', (_event, _contents, { reason }) => harm.push(reason))
    electron.on('child-process-gone', (_event, { type, reason }) => harm.push(`${type} ${reason}`))
    process.on('uncaughtExceptionMonitor', (error) => harm.push(String(error.stack)))
    process.on('unhandledRejection', (error) => harm.push(String(error)))
    return harm
  })
  return async () => {
    if (gone.length > 0) return gone
    const inMain = await seen.evaluate((harm) => [
      ...harm,
      ...('polluted' in {} ? ['Object.prototype was changed'] : []),
    ])
    const isPolluted = await page.evaluate(() => 'polluted' in {})
    return [...inMain, ...(isPolluted ? ['Object.prototype was changed in the page'] : [])]
  }
}
