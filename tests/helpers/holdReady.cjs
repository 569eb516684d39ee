// Required by Electron before the app (`-r`): the app is not told that it may begin before Playwright,
// which calls `__playwright_run` for that, is connected. Left to race, Playwright misses a window that
// opens while it connects, and waits for ever: 2 of 60 starts.
const { app } = require('electron')

const isReady = app.whenReady()
const emit = app.emit.bind(app)
let readyArguments = []

let begin
const mayBegin = new Promise((resolve) => {
  begin = resolve
})

app.whenReady = () => mayBegin
app.emit = (event, ...args) => {
  if (event !== 'ready') return emit(event, ...args)
  readyArguments = args
  return app.listenerCount('ready') > 0
}

// oxlint-disable-next-line no-underscore-dangle -- this is what Playwright calls
globalThis.__playwright_run = async () => {
  await isReady
  begin()
  emit('ready', ...readyArguments)
}
