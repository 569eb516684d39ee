import { BookOpen, ChartNoAxesColumn, History, ListChecks, Settings2 } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { DeletedElsewhere } from '../ui/undo/DeletedHere'
import { href, type Route } from './route'
import styles from './Layout.module.css'

const LINKS = [
  { name: 'Practice', route: { screen: 'practice' }, Icon: BookOpen },
  { name: 'Questions', route: { screen: 'questions' }, Icon: ListChecks },
  { name: 'History', route: { screen: 'history' }, Icon: History },
  { name: 'Progress', route: { screen: 'progress' }, Icon: ChartNoAxesColumn },
  { name: 'Settings', route: { screen: 'settings' }, Icon: Settings2 },
] as const satisfies { name: string; route: Route; Icon: unknown }[]

interface LayoutProps {
  readonly current: (typeof LINKS)[number]['name']
  /** Goes below the links, e.g. the list of questions during a session. */
  readonly aside?: ReactNode
  /** The screen fills the window exactly and scrolls within itself. */
  readonly isFixed?: boolean
  readonly children: ReactNode
}

/** The window: links on the left (icons alone when it is narrow), the screen on the right. */
export function Layout({ current, aside, isFixed = false, children }: LayoutProps) {
  const main = useRef<HTMLElement>(null)
  // Whatever was pressed to come here is gone with its screen: the next Tab starts in this one.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={styles['layout']}>
      <div className={styles['side']}>
        <p className={styles['brand']} aria-hidden="true">
          <span className={styles['mark']} />
          <span className={styles['word']}>Soundcheck</span>
        </p>
        <nav aria-label="Main">
          <ul className={styles['links']}>
            {LINKS.map(({ name, route, Icon }) => (
              <li key={name}>
                <a
                  href={href(route)}
                  className={styles['link']}
                  aria-label={name}
                  aria-current={name === current ? 'page' : undefined}
                  title={name}
                  draggable={false}
                >
                  <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
                  <span className={styles['word']}>{name}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {aside}
        <DeletedElsewhere />
      </div>
      <main ref={main} tabIndex={-1} className={isFixed ? styles['fixed'] : styles['main']}>
        {children}
      </main>
    </div>
  )
}
