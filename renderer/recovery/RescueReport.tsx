import type { DatabaseRescue } from '../../shared/backup'
import styles from './RescueReport.module.css'
import { rescueWords } from './rescueWords'

/** What happened to the database, what was done about it, and where the old file lies. */
export function RescueReport({ rescue }: { readonly rescue: DatabaseRescue }) {
  const { happened, done, file } = rescueWords(rescue)
  return (
    <div className={styles['rescue']}>
      <p className={styles['happened']}>{happened}</p>
      <p className={styles['rest']}>{done}</p>
      {file && (
        <p className={styles['rest']}>
          {file} <span className={styles['path']}>{rescue.movedTo}</span>
        </p>
      )}
    </div>
  )
}
