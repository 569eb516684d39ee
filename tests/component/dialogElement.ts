/** jsdom has <dialog> without its methods: enough of them for tests. Import this for the effect. */
const before = new WeakMap<HTMLDialogElement, Element | null>()

Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    before.set(this, document.activeElement)
    this.setAttribute('open', '')
  },
  close(this: HTMLDialogElement) {
    if (!this.hasAttribute('open')) return
    this.removeAttribute('open')
    const focused = before.get(this)
    if (focused instanceof HTMLElement) focused.focus()
    this.dispatchEvent(new Event('close'))
  },
})
