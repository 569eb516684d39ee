import { nativeTheme } from 'electron'
import type { Settings } from '../shared/model'

/** Tells the system's and the page's look apart from here on only by `prefers-color-scheme`. */
export function applyTheme({ theme }: Pick<Settings, 'theme'>): void {
  nativeTheme.themeSource = theme
}
