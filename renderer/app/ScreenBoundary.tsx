import { Component, type ErrorInfo, type ReactNode } from 'react'
import type { ErrorWords } from '../../shared/errors'
import { Button } from '../ui/Button'
import { Trouble } from '../ui/Trouble'
import { go } from './route'

const WORDS: ErrorWords = {
  happened: 'This screen cannot be shown.',
  kept: 'Everything that was saved until now is kept.',
  next: 'Go back and open it again. If it happens twice, restart Soundcheck.',
}

/**
 * A screen that fails while it is drawn, or whose code cannot be loaded, says so: React would take
 * the whole page away. Each place has a boundary of its own, so the next screen begins afresh.
 */
export class ScreenBoundary extends Component<
  { readonly children: ReactNode },
  { hasFailed: boolean }
> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    console.error('A screen failed', error, componentStack)
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <main>
        <Trouble words={WORDS} code="INTERNAL">
          <Button onClick={() => this.#goBack()}>Back to Practice</Button>
        </Trouble>
      </main>
    )
  }

  #goBack(): void {
    this.setState({ hasFailed: false })
    go({ screen: 'practice' })
  }
}
