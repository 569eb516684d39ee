/** Whether a file with this name is meant to be a deck of Anki, which is an archive. */
export function isDeckName(name: string): boolean {
  return /\.(?:apkg|colpkg)$/iu.test(name)
}

/** Whether these bytes begin as a ZIP archive does, even an empty one. */
export function isZip(bytes: Uint8Array): boolean {
  const isRecord = (bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6)
  return bytes[0] === 0x50 && bytes[1] === 0x4b && isRecord
}
