/// <reference lib="dom" />
import type { Command } from './stage.ts'

/** Listens for the keys of commands that have an action. Runs in the page and closes over nothing. */
export function listenForKeys(commands: readonly Command[]): void {
  const isTyping = (target: EventTarget | null) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName))
  const nameOf = ({ key, shiftKey }: KeyboardEvent) => {
    // For a symbol such as "?", Shift only produces the symbol; with a letter or an arrow, it is a modifier.
    const isSymbol = key.length === 1 && key.toLowerCase() === key.toUpperCase()
    return `${shiftKey && !isSymbol ? 'Shift+' : ''}${key.length === 1 ? key.toLowerCase() : key}`
  }
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const dialog = document.querySelector('dialog[open]')
      if (dialog !== null) {
        // The deck behind an open dialog must not move.
        if (!(event.target instanceof Node && dialog.contains(event.target))) event.stopPropagation()
        return
      }
      const name = nameOf(event)
      const command = commands.find(({ keys, isActive }) => keys.includes(name) && isActive?.() !== false)
      if (command?.act === undefined) return
      if (command.isPassedOn !== true) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      command.act()
    },
    { capture: true },
  )
  // A closed dialog keeps the focus until the next repaint, and would swallow the next key.
  document.addEventListener(
    'beforetoggle',
    ({ target, newState }) => {
      const { activeElement } = document
      const hasFocus = newState === 'closed' && target instanceof HTMLDialogElement && target.contains(activeElement)
      if (hasFocus && activeElement instanceof HTMLElement) activeElement.blur()
    },
    { capture: true },
  )
}
