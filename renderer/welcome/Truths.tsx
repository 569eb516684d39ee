import styles from './Truths.module.css'

const TRUTHS = [
  {
    claim: 'Say your answers out loud.',
    more: 'Soundcheck asks what interviewers ask, records what you say, and puts an example beside it. You are the judge.',
  },
  {
    claim: 'Nothing leaves this machine.',
    more: 'No account, no network. Your recordings are files in a folder of yours.',
  },
  {
    claim: 'Your own voice sounds wrong at first.',
    more: 'It does to everybody: you know it through the bones of your head, which carry the low tones. After a few takes that passes.',
  },
] as const

/** What to know before the first take; three things are enough. */
export function Truths() {
  return (
    <ul className={styles['truths']}>
      {TRUTHS.map(({ claim, more }) => (
        <li key={claim}>
          <p className={styles['claim']}>{claim}</p>
          <p className={styles['more']}>{more}</p>
        </li>
      ))}
    </ul>
  )
}
