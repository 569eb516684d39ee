import styles from './Nothing.module.css'

interface NothingProps {
  /** Why, for those who do not see the table around it. */
  readonly words?: string
}

/** A cell of a table in which there is nothing to say. */
export function Nothing({ words = 'None' }: NothingProps) {
  return (
    <span className={styles['nothing']}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
