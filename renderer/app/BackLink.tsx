import { ArrowLeft } from 'lucide-react'
import styles from './BackLink.module.css'
import { href, type Route } from './route'

interface BackLinkProps {
  readonly to: Route
  readonly children: string
}

/** The way up, above the heading. */
export function BackLink({ to, children }: BackLinkProps) {
  return (
    <a href={href(to)} className={styles['back']} draggable={false}>
      <ArrowLeft size={18} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </a>
  )
}
