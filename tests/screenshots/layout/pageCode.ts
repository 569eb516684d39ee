import { resolve } from 'node:path'
import { build } from 'vite'

const NAME = 'soundcheckLayout'

/** What looks at a page, as one expression that can be sent there; built once. */
export function pageCode(): Promise<string> {
  code ??= bundled()
  return code
}

let code: Promise<string> | undefined

async function bundled(): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      lib: {
        entry: resolve('tests/screenshots/layout/inPage/look.ts'),
        formats: ['iife'],
        name: NAME,
      },
    },
  })
  const [output] = [outputs].flat()
  if (!output || !('output' in output)) throw new Error('Nothing was built to look at pages with.')
  return `${output.output[0].code}\n${NAME}`
}
