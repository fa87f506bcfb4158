/// <reference lib="dom" />

/** Hides backgrounds, so that pictures taken of the page show only their subject. Runs in the page. */
export function clearGrounds(): void {
  const style = document.createElement('style')
  style.id = 'lectern-no-grounds'
  style.textContent = '.slide,.slide :not(svg *,.picture,.code){background:none!important}'
  document.head.append(style)
}

/** Restores them, as the next file is printed from the same page. Runs in the page. */
export function restoreGrounds(): void {
  document.getElementById('lectern-no-grounds')?.remove()
}
