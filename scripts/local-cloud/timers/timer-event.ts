/** The event of a timer trigger. */
export interface TimerEvent {
  Type: 'Timer'
  TriggerName: string
  /** UTC, to the second. */
  Time: string
  /** `config.json` has no field for it. */
  Message: ''
}

/**
 * What a timer sends; documented for SCF, and read like this by public WeChat functions.
 * https://tencentcloud.com/zh/document/product/583/31439
 *
 * @param now milliseconds since 1970
 */
export function timerEvent(triggerName: string, now: number): TimerEvent {
  return {
    Type: 'Timer',
    TriggerName: triggerName,
    Time: `${new Date(now).toISOString().slice(0, 19)}Z`,
    Message: '',
  }
}
