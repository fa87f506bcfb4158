// Captures the first frame of a video, which becomes its poster.

/// <reference lib="dom" />

/** The first frame of a video. */
export interface VideoFrame {
  /** The frame as a JPEG `data:` URL. */
  readonly data: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/**
 * Captures the first frame of a video and draws a play button on it; null if the browser cannot decode the video. Runs
 * in the page and closes over nothing.
 */
export async function captureFirstFrame(source: string): Promise<VideoFrame | null> {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  // A video presents frames only if it is laid out, and its data may be loaded before there is a frame to draw.
  document.body.append(video)
  try {
    const isLoaded = await new Promise<boolean>((resolve) => {
      video.requestVideoFrameCallback(() => resolve(true))
      video.addEventListener('error', () => resolve(false), { once: true })
      video.src = source
    })
    const { videoWidth, videoHeight } = video
    if (!isLoaded || videoWidth === 0 || videoHeight === 0) return null
    const scale = Math.min(1, 1280 / Math.max(videoWidth, videoHeight))
    const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)]
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')
    if (context === null) return null
    context.drawImage(video, 0, 0, width, height)
    const [x, y, radius] = [width / 2, height / 2, Math.min(width, height) * 0.13]
    context.fillStyle = 'rgb(35 38 43 / 0.75)'
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.fill()
    context.fillStyle = '#f2f2f0'
    context.beginPath()
    context.moveTo(x - radius * 0.33, y - radius * 0.54)
    context.lineTo(x - radius * 0.33, y + radius * 0.54)
    context.lineTo(x + radius * 0.58, y)
    context.fill()
    return { data: canvas.toDataURL('image/jpeg', 0.88), width, height }
  } finally {
    video.remove()
  }
}
