// The floor: what Electron itself costs. One window of the app's own size with one page, and
// nothing else. `--bare-page=recorder.html` chooses another page than the empty one.
const path = require('node:path')
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { sandbox: true, spellcheck: false, backgroundThrottling: false },
  })
  const page = app.commandLine.getSwitchValue('bare-page') || 'window.html'
  void window.loadFile(path.join(__dirname, page))
})
app.on('window-all-closed', () => app.quit())
