/** A length as people write it, in milliseconds: "1:30", "1:02:05", "90" or "90 s"; null when it is none. */
export function readClock(text: string): number | null {
  const [, hours, minutes, seconds] =
    /^\s*(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,4})\s*s?\s*$/u.exec(text) ?? []
  if (seconds === undefined) return null
  if (minutes !== undefined && Number(seconds) > 59) return null
  return ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds)) * 1000
}
