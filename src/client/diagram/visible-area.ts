// Finds the bounds of what is visible in a drawing.

/// <reference lib="dom" />

/** The bounds of everything added so far, in screen coordinates. */
export type VisibleArea = ReturnType<typeof createVisibleArea>

/**
 * Makes an empty area that never extends beyond the view box, given in screen coordinates, if there is one: a line may
 * exceed it by far. Runs in the page and closes over nothing.
 */
export function createVisibleArea(viewOnScreen: DOMRect | null) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  return {
    bounds,
    /** Extends the area to include a box. */
    add(box: DOMRect): void {
      bounds.left = Math.min(bounds.left, Math.max(box.left, viewOnScreen?.left ?? -Infinity))
      bounds.top = Math.min(bounds.top, Math.max(box.top, viewOnScreen?.top ?? -Infinity))
      bounds.right = Math.max(bounds.right, Math.min(box.right, viewOnScreen?.right ?? Infinity))
      bounds.bottom = Math.max(bounds.bottom, Math.min(box.bottom, viewOnScreen?.bottom ?? Infinity))
    },
  }
}
