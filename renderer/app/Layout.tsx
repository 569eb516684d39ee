import { BookOpen, History, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { href, type Route } from './route'
import styles from './Layout.module.css'

const LINKS = [
  { name: 'Practice', route: { screen: 'practice' }, Icon: BookOpen },
  { name: 'History', route: { screen: 'history' }, Icon: History },
  { name: 'Settings', route: { screen: 'settings' }, Icon: Settings2 },
] as const satisfies { name: string; route: Route; Icon: unknown }[]

interface LayoutProps {
  current: (typeof LINKS)[number]['name']
  /** Goes below the links, e.g. the list of questions during a session. */
  aside?: ReactNode
  children: ReactNode
}

/** The window: links on the left (icons alone when it is narrow), the screen on the right. */
export function Layout({ current, aside, children }: LayoutProps) {
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
      </div>
      <main className={styles['main']}>{children}</main>
    </div>
  )
}
