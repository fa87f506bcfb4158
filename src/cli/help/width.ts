/** The width of all help texts, in columns. No common terminal is narrower. */
export const WIDTH = 80
