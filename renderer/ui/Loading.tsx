import styles from './Loading.module.css'

/** Says what is being waited for, but only to someone who really waits: nothing shows at first. */
export function Loading({ children }: { children: string }) {
  return <p className={styles['loading']}>{children}</p>
}
