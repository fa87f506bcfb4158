/** The width of all help texts, in columns: that of the narrowest common terminal. */
export const WIDTH = 80
