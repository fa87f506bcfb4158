// Converts between CSS px and the units of PowerPoint files.

/** English Metric Units (EMU) per CSS px. An inch has 96 CSS px. */
const EMU_PER_PX = 9525

export function px(emus: number): number {
  return emus / EMU_PER_PX
}

export function emu(px: number): number {
  return Math.round(px * EMU_PER_PX)
}

/** Converts a size to hundredths of a point. */
export function centipoints(px: number): number {
  return Math.round(px * 75)
}

/** Converts a fraction to thousandths of a percent. */
export function percent(fraction: number): number {
  return Math.round(fraction * 100_000)
}

/** Converts an angle to sixty-thousandths of a degree, from 0 to less than a whole turn. */
export function angle(degrees: number): number {
  return Math.round((((degrees % 360) + 360) % 360) * 60_000)
}
