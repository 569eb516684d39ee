import { ArrowLeft } from 'lucide-react'
import { href } from '../app/route'
import styles from './BackToHistory.module.css'

/** The way up, above the heading. */
export function BackToHistory() {
  return (
    <a href={href({ screen: 'history' })} className={styles['back']} draggable={false}>
      <ArrowLeft size={18} strokeWidth={1.75} aria-hidden="true" />
      Back to History
    </a>
  )
}
