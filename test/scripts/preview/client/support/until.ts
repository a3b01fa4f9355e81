/** Waits until something is there; the test's own time limit ends it. */
export async function until<Found>(look: () => Found | undefined | null | false): Promise<Found> {
  for (;;) {
    const found = look()
    if (found) return found
    await new Promise(resolve => setTimeout(resolve, 0))
  }
}
