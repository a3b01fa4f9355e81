const HOUR = 3_600_000

/**
 * The message, in the fields of the template: a `thing1` and a `time2`. A fork whose template has others changes
 * them here; with a wrong one the platform answers 47003.
 */
export function messageOf(text: string, now: Date) {
  return { thing1: { value: text }, time2: { value: timeText(now) } }
}

/** Such as `2026年1月2日 03:04`, in Beijing: the clock of a function is set to UTC. */
function timeText(now: Date): string {
  const beijing = new Date(now.getTime() + 8 * HOUR)
  const [year, month, day] = [beijing.getUTCFullYear(), beijing.getUTCMonth() + 1, beijing.getUTCDate()]
  return `${year}年${month}月${day}日 ${beijing.toISOString().slice(11, 16)}`
}
