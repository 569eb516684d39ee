import { readFileSync } from 'node:fs'
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

export default defineConfig({
  main: {
    plugins: [speechModel],
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
