import { MAX_FIELD_CHARACTERS, MAX_ITEMS, MAX_TAG_CHARACTERS } from '../../../shared/defaults'
import { distinct, tidyText } from '../../../shared/questionLists/tidyText'
import { request } from '../../api'
import { useSavedText } from '../../lib/useSavedText'
import { TextField } from '../../ui/field/TextField'

interface OwnTagsProps {
  readonly questionId: string
  readonly tags: readonly string[]
}

/** Tags of one's own on a question, saved while one types. */
export function OwnTags({ questionId, tags }: OwnTagsProps) {
  const { text, change, save } = useSavedText(tags.join(', '), (typed) =>
    request('questions.annotate', { questionId, layer: { tags: tagsIn(typed) } }),
  )
  return (
    <TextField
      label="My tags"
      hint="With commas between them"
      maxLength={MAX_FIELD_CHARACTERS}
      value={text}
      onChange={change}
      onBlur={save}
    />
  )
}

/** What of it can be kept: a tag is a word or two. */
function tagsIn(text: string): string[] {
  const tags = text
    .split(/[,\n，、]/u)
    .map((tag) => tidyText(tidyText(tag).slice(0, MAX_TAG_CHARACTERS)))
  return distinct(tags.filter((tag) => tag !== '')).slice(0, MAX_ITEMS)
}
