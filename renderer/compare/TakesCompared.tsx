import type { ReactNode } from 'react'
import type { EndedTake } from '../../shared/endedTake'
import type { Choice } from '../../shared/questionHistory'
import { request } from '../api'
import { useSettings } from '../settings/SettingsContext'
import { useAnnounce } from '../ui/Announcer'
import { useReport } from '../ui/Undo'
import { BlindListening } from './blind/BlindListening'
import { BlindOffer } from './blind/BlindOffer'
import type { BlindOrder } from './blind/blindOrder'
import { matchLoudness } from './duel/matchedLoudness'
import { OpenComparison } from './OpenComparison'
import type { Letter, Sides } from './sides/sides'
import { useBlind } from './blind/useBlind'
import { useDuel } from './duel/useDuel'

interface TakesComparedProps {
  readonly sides: Sides
  readonly choices: readonly Choice[]
  readonly selects: Readonly<Record<Letter, ReactNode>>
  readonly drawOrder: () => BlindOrder
  /** Something was stored: what is shown may be old. */
  readonly onChanged: () => void
}

/** Two takes against each other, with their names or without. Give it both ids as its key. */
export function TakesCompared(props: TakesComparedProps) {
  const { sides, choices, selects, drawOrder, onChanged } = props
  const { settings } = useSettings()
  const report = useReport()
  const announce = useAnnounce()
  const match = matchLoudness(sides)
  const now = useDuel(sides, settings.speed, match)
  const blind = useBlind({ sides, choices, onChosen: onChanged })

  const begin = () => {
    const order = drawOrder()
    now.duel.pause()
    // Whichever was heard last would be known.
    now.duel.hear(order.X)
    now.duel.rewind()
    blind.begin(order)
  }
  const stop = () => {
    now.duel.pause()
    blind.stop()
  }
  const choose = (better: Letter) => {
    now.duel.pause()
    blind.choose(better)
  }
  const keepAsBest = ({ id: takeId, number }: EndedTake) => {
    request('takes.keepAsBest', { takeId, isBest: true }).then(() => {
      announce(`Take ${number} kept as best`)
      onChanged()
    }, report)
  }

  if (blind.now.state === 'listening') {
    const { order } = blind.now
    return <BlindListening {...now} order={order} match={match} onChoose={choose} onStop={stop} />
  }
  return (
    <OpenComparison sides={sides} now={now} match={match} selects={selects}>
      <BlindOffer
        sides={sides}
        now={blind.now}
        isPossible={!now.broken.A && !now.broken.B}
        onBegin={begin}
        onKeepAsBest={keepAsBest}
      />
    </OpenComparison>
  )
}
