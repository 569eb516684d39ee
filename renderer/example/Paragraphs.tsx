import styles from './Paragraphs.module.css'

/** A text as it was written: an empty line ends a paragraph, and a line that was ended stays ended. */
export function Paragraphs({ text }: { readonly text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    <p key={index} className={styles['paragraph']}>
      {paragraph}
    </p>
  ))
}
