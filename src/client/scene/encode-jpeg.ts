/// <reference lib="dom" />

/** Encodes a PNG picture as JPEG, both in base64. Runs in the page. */
export async function encodeJpeg(png: string, quality: number): Promise<string> {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas.toDataURL('image/jpeg', quality).replace(/^.*,/, '')
}
