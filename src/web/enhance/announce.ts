/** Says something to a screen reader, without moving anything; the frame has the region for it. */
export function announce(text: string): void {
  const region = document.getElementById('live')
  if (!region) return
  region.textContent = ''
  // said again even when it is the same sentence as before
  requestAnimationFrame(() => {
    region.textContent = text
  })
}
