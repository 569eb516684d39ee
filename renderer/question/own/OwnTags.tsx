import { MAX_FIELD_CHARACTERS, MAX_ITEMS, MAX_TAG_CHARACTERS } from '../../../shared/defaults'
import { distinct, tagsIn, tidyText } from '../../../shared/questionLists/tidyText'
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
    request('questions.annotate', { questionId, layer: { tags: shortTagsIn(typed) } }),
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
function shortTagsIn(text: string): string[] {
  const tags = tagsIn(text).map((tag) => tidyText(tag.slice(0, MAX_TAG_CHARACTERS)))
  return distinct(tags).slice(0, MAX_ITEMS)
}
