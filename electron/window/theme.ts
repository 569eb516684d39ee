import { nativeTheme } from 'electron'
import type { Settings } from '../../shared/model'

/** Sets the theme of window and page; the page only sees `prefers-color-scheme`. */
export function applyTheme({ theme }: Pick<Settings, 'theme'>): void {
  nativeTheme.themeSource = theme
}
