import { z } from 'zod'
import { ChoiceSchema, type Choice } from '../../../shared/questionHistory'
import { betweenTakes, replaceChoices } from '../../store/takes/choices'
import { bothLists } from '../bothVersions'
import { recordedBelonging } from '../belonging'

/**
 * Which of two takes was better when heard blind. Each of the two has it: whichever is found again
 * last brings it back.
 */
export const choices = recordedBelonging({
  tables: [
    { name: 'choices', owner: 'better_take_id' },
    { name: 'choices', owner: 'other_take_id' },
  ],
  shape: { choices: z.array(ChoiceSchema).default([]) },
  json: `json_object('choices', json((SELECT json_group_array(json_object(
      'betterTakeId', better_take_id, 'otherTakeId', other_take_id, 'chosenAtMs', chosen_at_ms))
    FROM (SELECT * FROM choices WHERE better_take_id = takes.id
      UNION ALL SELECT * FROM choices WHERE other_take_id = takes.id
      ORDER BY better_take_id, other_take_id, chosen_at_ms))))`,
  write: (db, takeId, fields) => replaceChoices(db, takeId, fields.choices),
  merge: (here, there) => ({ choices: bothLists(here.choices, there.choices).toSorted(byTakes) }),
  onRestore: 'joins',
  fitting: (db, fields) => ({ choices: betweenTakes(db, fields.choices) }),
  isSearched: false,
})

function byTakes(one: Choice, other: Choice): number {
  const order = (choice: Choice): string =>
    [choice.betterTakeId, choice.otherTakeId, String(choice.chosenAtMs)].join()
  return order(one) < order(other) ? -1 : 1
}
