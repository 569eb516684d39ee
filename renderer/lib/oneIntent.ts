/** What is pressed again within this time is pressed by the same wish: by a hand that clicks twice. */
export const SAME_INTENT_MS = 500

/** A click: by the mouse `detail` counts those in a row, by Enter it is 0. */
export type Press = Pick<MouseEvent, 'detail' | 'timeStamp'>

/** One wish, one action, for a control whose next press would do the opposite, or the same to another thing. */
export class OneIntent {
  #atMs = -Infinity

  /**
   * Whether a press is a wish of its own; then those that follow it too soon are not.
   * @param atMs `timeStamp` of the press: a busy page may hear of it late
   */
  isNew(atMs: number): boolean {
    if (atMs - this.#atMs < SAME_INTENT_MS) return false
    this.#atMs = atMs
    return true
  }

  /**
   * The same for a button in a row whose neighbour moves up when it is pressed: by the mouse the
   * system says what is a double click, by Enter the time does.
   */
  isNewPress({ detail, timeStamp }: Press): boolean {
    return detail > 0 ? detail === 1 : this.isNew(timeStamp)
  }
}
