import { ChevronRight } from 'lucide-react'
import styles from './Disclosure.module.css'

/**
 * The one sign for what can be unfolded: points at its words, and down once the button
 * (`aria-expanded`) or the `<details>` that it stands in is open.
 */
export function DisclosureMark() {
  return <ChevronRight className={styles['mark']} strokeWidth={1.75} aria-hidden="true" />
}
