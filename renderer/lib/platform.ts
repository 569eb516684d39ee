export type Platform = 'mac' | 'windows' | 'linux'

/** The system this window runs on, for words such as "System Settings" and signs such as "⌘". */
export function currentPlatform(userAgent: string = navigator.userAgent): Platform {
  if (userAgent.includes('Macintosh')) return 'mac'
  if (userAgent.includes('Windows')) return 'windows'
  return 'linux'
}
