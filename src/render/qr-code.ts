import type { Element, Properties } from 'hast'
import { h } from 'hastscript'
import type { Address } from '../model/event.ts'

/** Scanners need a margin of four light squares around a QR code. */
const QUIET_ZONE = 4

/** Renders a QR code, with the quiet zone that it needs. */
export function renderQrCode(selector: string, { size, path }: Address['code'], properties: Properties = {}): Element {
  const side = size + 2 * QUIET_ZONE
  return h(selector, { viewBox: `${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`, ...properties }, [
    h('path', { d: path }),
  ])
}
