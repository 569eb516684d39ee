import type { Page } from '@playwright/test'
import type { RunningApp } from '../../helpers/launch'

/** What the two processes that a recording goes through hold, in megabytes of real memory. */
export interface Memory {
  mainMb: number
  pageMb: number
}

/** Measured after both have cleared away what they no longer need. */
export async function memoryOf({ app, page }: RunningApp): Promise<Memory> {
  await clearMemory(page)
  return app.evaluate(async ({ app: inMain, BrowserWindow }) => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    const { runInNewContext } = process.getBuiltinModule('node:vm')
    setFlagsFromString('--expose-gc')
    ;(runInNewContext('gc') as () => void)()
    // V8 asks for more than it uses, in steps of many megabytes, and gives them back much later.
    const { heapTotal, heapUsed } = process.memoryUsage()
    const spareMb = (heapTotal - heapUsed) / 1024 / 1024
    const pagePid = BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId()
    const metrics = inMain.getAppMetrics()
    const megabytes = (isIt: (metric: Electron.ProcessMetric) => boolean) =>
      metrics.find(isIt)!.memory.workingSetSize / 1024
    return {
      mainMb: megabytes(({ type }) => type === 'Browser') - spareMb,
      pageMb: megabytes(({ pid }) => pid === pagePid),
    }
  })
}

/** Has the page collect its garbage now. */
export async function clearMemory(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
}

export function growth(from: Memory, to: Memory): Memory {
  return { mainMb: to.mainMb - from.mainMb, pageMb: to.pageMb - from.pageMb }
}
