import { cronSchedule } from '../../project/cron'
import type { TimerTrigger } from '../../project/function-config'

/** A function and the timer that its `config.json` declares. */
export interface Timer {
  functionName: string
  trigger: TimerTrigger
}

/** Lets the timers of all functions run, in UTC+8. */
export interface TimerClock {
  /** Takes over the timers as they are now; those that are gone stop. */
  set(timers: readonly Timer[]): void
  stop(): void
}

export function startTimerClock(fire: (timer: Timer) => void): TimerClock {
  const running = new Map<string, { stop(): void }>()
  const stop = (key: string) => {
    running.get(key)?.stop()
    running.delete(key)
  }
  return {
    set(timers) {
      const wanted = new Map(timers.map(timer => [JSON.stringify(timer), timer]))
      for (const key of running.keys()) if (!wanted.has(key)) stop(key)
      for (const [key, timer] of wanted) {
        if (running.has(key)) continue
        const schedule = cronSchedule(timer.trigger.config)
        schedule.schedule(() => fire(timer))
        schedule.resume()
        running.set(key, schedule)
      }
    },
    stop() {
      for (const key of [...running.keys()]) stop(key)
    },
  }
}
