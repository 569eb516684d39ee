import styles from './QuestionScreen.module.css'

/** A cell of a table in which there is nothing to say. */
export function Nothing() {
  return (
    <span className={styles['none']}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">None</span>
    </span>
  )
}
