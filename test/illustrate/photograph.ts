import { png } from './images.ts'

/** Makes a photograph of this size, as slides show it. */
export function photograph(width: number, height: number) {
  return {
    image: { type: 'image', url: 'photograph.png', alt: 'The bay' },
    content: {
      data: `data:image/png;base64,${png(width, height).toString('base64')}`,
      width,
      height,
      isDrawing: false,
      isPhotograph: true,
    },
  } as const
}
