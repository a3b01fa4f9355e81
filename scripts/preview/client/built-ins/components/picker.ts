import { builtIn } from '../built-in'
import { openPickerSheet } from '../picker-sheet'
import { dateColumns, dateOf, timeColumns, timeOf, type Wheel } from '../picker-wheels'

interface PickerValues {
  headerText: string
  mode: string
  disabled: boolean
  range: unknown[]
  rangeKey: string
  value: unknown
  start: string
  end: string
  fields: string
  name: string
}

/**
 * `selector`, `multiSelector`, `time` and `date`. The preview has no list of regions.
 * https://developers.weixin.qq.com/miniprogram/dev/component/picker.html
 */
export const picker = builtIn<PickerValues>({
  properties: {
    headerText: { type: String, value: '' },
    mode: { type: String, value: 'selector' },
    disabled: { type: Boolean, value: false },
    range: { type: Array, value: [] },
    rangeKey: { type: String, value: '' },
    value: { type: null, value: null },
    start: { type: String, value: '' },
    end: { type: String, value: '' },
    fields: { type: String, value: 'day' },
    name: { type: String, value: '' },
  },
  create({ component, services, values, change, fire }) {
    const open = () => {
      const { mode, disabled, headerText, start, end, fields, value } = values()
      if (disabled) return
      const finish = (picked: unknown) => {
        change({ value: picked })
        fire('change', { value: picked })
      }
      const show = (
        wheels: Wheel[],
        done: (indexes: number[]) => unknown,
        turned?: (column: number, index: number) => void,
      ) =>
        openPickerSheet(services.overlay, {
          title: headerText,
          wheels,
          done: indexes => finish(done(indexes)),
          cancel: () => fire('cancel'),
          ...(turned ? { turned } : {}),
        })
      if (mode === 'selector')
        return void show([wheelOf(values().range, Number(value) || 0)], ([index = 0]) => index)
      if (mode === 'multiSelector') {
        const chosen = Array.isArray(value) ? value.map(Number) : []
        const wheels = () =>
          values().range.map((column, at) => wheelOf(Array.isArray(column) ? column : [], chosen[at] ?? 0))
        const sheet = show(
          wheels(),
          indexes => indexes,
          (column, index) => {
            chosen[column] = index
            fire('columnchange', { column, value: index })
            // the page may answer with other columns
            sheet.replace(wheels())
          },
        )
        return
      }
      /** What may be picked in a column depends on how those before it stand. */
      const showParts = (
        columnsAt: (text: string) => Wheel[],
        textOf: (columns: readonly Wheel[], indexes: readonly number[]) => string,
      ) => {
        let columns = columnsAt(String(value ?? ''))
        const sheet = show(
          columns,
          indexes => textOf(columns, indexes),
          (column, index) => {
            const indexes = columns.map((wheel, at) => (at === column ? index : wheel.index))
            columns = columnsAt(textOf(columns, indexes))
            sheet.replace(columns)
          },
        )
      }
      if (mode === 'time') return showParts(text => timeColumns(text, start, end), timeOf)
      if (mode === 'date') return showParts(text => dateColumns(text, start, end, fields, new Date()), dateOf)
      services.missing(`picker mode="${mode}"`)
    }
    const wheelOf = (items: unknown[], index: number): Wheel => ({
      items: items.map(item => labelOf(item, values().rangeKey)),
      index: Math.min(Math.max(0, index), Math.max(0, items.length - 1)),
    })
    component.addListener('tap', open)
    return {
      activate: open,
      form: { get: () => values().value, reset: () => change({ value: null }) },
    }
  },
})

function labelOf(item: unknown, key: string): string {
  const label =
    key !== '' && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item
  return String(label ?? '')
}
