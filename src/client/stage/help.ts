/// <reference lib="dom" />
import type { Command, Make } from './stage.ts'

/**
 * Makes a dialog that lists the keyboard shortcuts, and returns a function that opens it. Runs in the page and closes
 * over nothing.
 */
export function createHelp(make: Make, commands: readonly Command[]): () => void {
  const KEY_NAMES: Readonly<Record<string, string>> = {
    ' ': 'Space',
    ArrowRight: '→',
    ArrowLeft: '←',
    ArrowUp: '↑',
    ArrowDown: '↓',
    PageDown: 'Page Down',
    PageUp: 'Page Up',
    Escape: 'Esc',
  }
  const renderKey = (key: string) => {
    const [, shift = '', name = ''] = /^(Shift\+)?([\s\S]+)$/.exec(key) ?? []
    return make('kbd', {}, [`${shift}${KEY_NAMES[name] ?? (name.length === 1 ? name.toUpperCase() : name)}`])
  }
  const rows = commands
    .filter(({ description }) => description !== '')
    .map(({ keys, description }) =>
      make('div', { class: 'help-row' }, [
        make(
          'dt',
          {},
          keys.flatMap((key) => [renderKey(key), ' ']),
        ),
        make('dd', {}, [description]),
      ]),
    )
  // The button comes first because it gets focus, and a dialog scrolls to its focused element.
  const close = make('button', { class: 'dialog-close', type: 'button' }, ['Close'])
  const head = make('div', { class: 'help-head' }, [
    make('h2', { id: 'stage-help-title' }, ['Keyboard shortcuts']),
    close,
  ])
  const dialog = make(
    'dialog',
    { class: 'stage-dialog stage-help', 'aria-labelledby': 'stage-help-title', lang: 'en', dir: 'ltr' },
    [head, make('dl', {}, rows)],
  )
  document.body.append(dialog)
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('keydown', (event) => event.stopPropagation())
  return () => dialog.showModal()
}
