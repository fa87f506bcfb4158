import { create } from 'qrcode'
import type { QrCode } from '../model/event.ts'

/** Encodes an address as a QR code that can be read even if a seventh of its squares are lost. */
export function qrCodeOf(address: string): QrCode {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const rows = Array.from({ length: size }, (_, row) =>
    rowPath(modules.data.subarray(row * size, (row + 1) * size), row),
  )
  return { size, path: rows.join('') }
}

/** Writes the dark squares of a row as path data, with one rectangle for each run of dark squares. */
function rowPath(squares: Uint8Array, row: number): string {
  const text = [...squares].map((square) => (square ? '#' : ' ')).join('')
  return [...text.matchAll(/#+/g)]
    .map(({ index, 0: run }) => `M${index} ${row}h${run.length}v1h-${run.length}z`)
    .join('')
}
