import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { IS_DEVELOPMENT, PAGE_URL } from '../page/origin'
import { readPlace, savePlace, SMALLEST, USUAL } from './windowPlace'

/** The page's own background, shown until it has painted. */
const PAPER = { light: '#FAF8F3', dark: '#171613' }

/** Opens the one window; it shows itself when its page is ready. */
export function openWindow(placeFile: string): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const place = readPlace(placeFile, screens)
  const window = new BrowserWindow({
    ...(place?.bounds ?? USUAL),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    backgroundColor: paper(),
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false, // its dictionaries would be downloaded
      backgroundThrottling: false, // a take that goes on behind other windows must have no gap
      devTools: IS_DEVELOPMENT,
    },
  })
  window.once('ready-to-show', () => {
    // Not before: maximizing shows the window too, and it would be empty.
    if (place?.isMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => rememberPlace(window, placeFile))
  keepPaperColour(window)
  void window.loadURL(PAGE_URL)
  return window
}

/** Brings the window to the front, from wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function rememberPlace(window: BrowserWindow, placeFile: string): void {
  savePlace(placeFile, {
    bounds: window.getNormalBounds(),
    isMaximized: window.isMaximized(),
  })
}

function keepPaperColour(window: BrowserWindow): void {
  const repaint = (): void => window.setBackgroundColor(paper())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
}

function paper(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light
}
