import type { Question } from '../../../shared/model'
import { ExampleAnswers } from '../../example/ExampleAnswers'
import styles from './AboutQuestion.module.css'

/**
 * What is known of the question itself: why it is asked, what one wants to say, and, folded as in a
 * session before the first take, what others might say.
 */
export function AboutQuestion({ question }: { readonly question: Question }) {
  const { whyTheyAsk, outline, exampleAnswers, language } = question
  return (
    <>
      {whyTheyAsk !== '' && (
        <section aria-labelledby="why-they-ask" className={styles['part']}>
          <h2 id="why-they-ask" className={styles['title']}>
            Why they ask
          </h2>
          <p className={styles['why']} dir="auto" lang={language}>
            {whyTheyAsk}
          </p>
        </section>
      )}
      {outline.length > 0 && (
        <section aria-labelledby="my-outline" className={styles['part']}>
          <h2 id="my-outline" className={styles['title']}>
            My outline
          </h2>
          <ol className={styles['outline']} dir="auto" lang={language}>
            {outline.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ol>
        </section>
      )}
      {exampleAnswers.length > 0 && (
        <div className={styles['part']}>
          <ExampleAnswers examples={exampleAnswers} language={language} />
        </div>
      )}
    </>
  )
}
