import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// One explicit target for both runtimes that we support: the pinned Electron and the older one
// that a registry-only network gets (see scripts/setup). Left alone, electron-vite would choose
// syntax for the newest that the older cannot read.
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

/** The network that tells speech from everything else: a file beside main (electron/measures). */
const SPEECH_MODEL = 'silero_vad_v5.onnx'

const speechModel = {
  name: 'speech-model',
  buildStart() {
    const source = readFileSync(resolve('node_modules/@ricky0123/vad-web/dist', SPEECH_MODEL))
    this.emitFile({ type: 'asset', fileName: SPEECH_MODEL, source })
  },
} satisfies Plugin

/**
 * The built-in packs: files beside main, which reads one when it has changed. Every start knows that
 * by the digests; inside of main the packs would double what each of them reads.
 */
const builtInPacks = {
  name: 'built-in-packs',
  buildStart() {
    const folder = resolve('resources/packs')
    const digests: Record<string, string> = {}
    for (const name of readdirSync(folder)) {
      if (name === 'pack.schema.json') continue
      const file = resolve(folder, name)
      const source = readFileSync(file)
      this.addWatchFile(file)
      this.emitFile({ type: 'asset', fileName: `packs/${name}`, source })
      digests[name.replace('.json', '')] = createHash('sha256').update(source).digest('hex')
    }
    const source = JSON.stringify(digests)
    this.emitFile({ type: 'asset', fileName: 'packs/digests.json', source })
  },
} satisfies Plugin

export default defineConfig({
  main: {
    plugins: [speechModel, builtInPacks],
    build: {
      target: NODE_TARGET,
      rollupOptions: { input: { main: resolve('electron/main.ts') } },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      rollupOptions: {
        input: { preload: resolve('electron/preload.ts') },
        // A sandboxed preload script must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // Breakpoints have names (renderer/styles/breakpoints.css), which PostCSS does not know.
    css: { transformer: 'lightningcss', lightningcss: { drafts: { customMedia: true } } },
    build: {
      target: CHROME_TARGET,
      minify: true,
      // The content security policy allows no data: scripts and no inlined worklets.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve('renderer/index.html') },
    },
    plugins: [react()],
  },
})
