import { useState } from 'react'
import type { QuestionCard } from '../../../shared/questions/questionRequests'
import { ExampleAnswers } from '../../example/ExampleAnswers'
import { Disclosure } from '../../ui/disclosure/Disclosure'
import { OwnExamples } from '../own/OwnExamples'
import { OwnTags } from '../own/OwnTags'
import styles from './AboutQuestion.module.css'

/**
 * What is known of the question itself: why it is asked, what to say and what not, folded as in a
 * session before the first take what others might say, and what the person has put beside it.
 */
export function AboutQuestion({ card }: { readonly card: QuestionCard }) {
  const { question, layer, pack, isDeleted } = card
  const { whyTheyAsk, exampleAnswers, talkingPoints, pitfalls, tags, language } = question
  // One's own question has its examples and tags in its form; a copy may have brought some of these too.
  const isOfApp = pack.kind === 'built-in'
  const hasOwnExamples = isOfApp || layer.exampleAnswers.length > 0
  const hasOwnTags = isOfApp || layer.tags.length > 0
  const isBare = [whyTheyAsk, talkingPoints, pitfalls, exampleAnswers, tags].every(
    (part) => part.length === 0,
  )
  return (
    <>
      {isBare && !isOfApp && !isDeleted && (
        <p className={styles['bare']}>
          Why they ask, what they may ask next and an example answer can be written with “Edit
          question”.
        </p>
      )}
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
      <Points points={talkingPoints} pitfalls={pitfalls} language={language} />
      {exampleAnswers.length > 0 && (
        <div className={styles['part']}>
          <ExampleAnswers examples={exampleAnswers} language={language} />
        </div>
      )}
      {hasOwnExamples && !isDeleted && (
        <section aria-labelledby="my-examples" className={styles['part']}>
          <h2 id="my-examples" className={styles['title']}>
            My examples
          </h2>
          <OwnExamples questionId={question.id} examples={layer.exampleAnswers} />
        </section>
      )}
      {(tags.length > 0 || (hasOwnTags && !isDeleted)) && (
        <section aria-labelledby="tags" className={styles['part']}>
          <h2 id="tags" className={styles['title']}>
            Tags
          </h2>
          <div className={styles['tags']}>
            {tags.length > 0 && <p>{tags.join(', ')}</p>}
            {hasOwnTags && !isDeleted && <OwnTags questionId={question.id} tags={layer.tags} />}
          </div>
        </section>
      )}
    </>
  )
}

interface PointsProps {
  readonly points: readonly string[]
  readonly pitfalls: readonly string[]
  readonly language: string
}

/** What others would say, and what not: folded away as their answers are, for whoever wants to try alone first. */
function Points({ points, pitfalls, language }: PointsProps) {
  const [isOpen, setIsOpen] = useState(false)
  const parts = [
    { title: 'Worth saying', lines: points },
    { title: 'What goes wrong', lines: pitfalls },
  ].filter(({ lines }) => lines.length > 0)
  if (parts.length === 0) return null
  return (
    <div className={styles['part']}>
      <Disclosure words="Talking points" isOpen={isOpen} onToggle={setIsOpen}>
        {parts.map(({ title, lines }) => (
          <div key={title} className={styles['points']}>
            <h3>{title}</h3>
            <ul lang={language}>
              {lines.map((line, index) => (
                <li key={index} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Disclosure>
    </div>
  )
}
