import type { Ref } from 'react'

interface FileInputProps {
  readonly ref: Ref<HTMLInputElement>
  readonly onChosen: (files: readonly File[]) => void
}

/** The system's dialog for a file; a button opens it. Whatever is chosen is looked at. */
export function FileInput({ ref, onChosen }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label="File"
      onChange={({ target }) => {
        const chosen = [...(target.files ?? [])]
        // The same file again, once it is mended, is a choice too.
        target.value = ''
        if (chosen.length > 0) onChosen(chosen)
      }}
    />
  )
}
