import styles from './LeftOut.module.css'

/** Stands beside a line that was not ticked after the take before. */
export function LeftOut({ id }: { readonly id?: string }) {
  return (
    <span id={id} className={styles['leftOut']}>
      Left out<span className={styles['when']}> last time</span>
    </span>
  )
}
