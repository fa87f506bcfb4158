// Finds the bounds of what is visible in a drawing.

/// <reference lib="dom" />

/** The bounds of everything added so far, in screen coordinates. */
export type VisibleArea = ReturnType<typeof createVisibleArea>

/** Makes an empty area. `viewOnScreen` is the view box, if there is one. Runs in the page and closes over nothing. */
export function createVisibleArea(viewOnScreen: DOMRect | null) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  return {
    bounds,
    /** Extends the area to include a shape, but never beyond the view box, which a line may exceed by far. */
    addShape(box: DOMRect): void {
      bounds.left = Math.min(bounds.left, Math.max(box.left, viewOnScreen?.left ?? -Infinity))
      bounds.top = Math.min(bounds.top, Math.max(box.top, viewOnScreen?.top ?? -Infinity))
      bounds.right = Math.max(bounds.right, Math.min(box.right, viewOnScreen?.right ?? Infinity))
      bounds.bottom = Math.max(bounds.bottom, Math.min(box.bottom, viewOnScreen?.bottom ?? Infinity))
    },
    /** Extends the area to include all of a text, such as a date at the end of an axis. */
    addText({ left, top, right, bottom }: DOMRect): void {
      bounds.left = Math.min(bounds.left, left)
      bounds.top = Math.min(bounds.top, top)
      bounds.right = Math.max(bounds.right, right)
      bounds.bottom = Math.max(bounds.bottom, bottom)
    },
  }
}
