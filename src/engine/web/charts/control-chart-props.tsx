/** What a control chart is drawn from. */
import type { ComponentChildren } from 'preact'
import type { ControlChart } from '../../measures/control-chart.ts'
import type { Better } from '../../measures/told.ts'
import type { Range } from './axis.ts'

export interface ControlChartShownProps {
  /** Unique on the page. */
  readonly id: string
  /** What is drawn, and of what time. */
  readonly title: string
  /** What is to be seen, in a sentence or two. */
  readonly description: string
  readonly chart: ControlChart
  readonly better: Better
  readonly target?: number | null
  /** A figure as people write it: 47 → '47%'. */
  readonly value: (value: number) => string
  /** A period as people say it; '2016-02' → 'February 2016' where it is not said. */
  readonly period?: (period: string) => string
  /** What the axis reaches at least: 0 to 100 for a share in hundredths. */
  readonly range?: Range
  /** What happened that people may hold beside the figures. One of no period of the chart is left out. */
  readonly events?: readonly ChartEvent[]
  /** Where the figure of a period leads: to what is behind it. */
  readonly href?: (period: string) => string
  /** The headings above and below the line: ['In time', 'Due']. */
  readonly counted?: readonly [above: string, below: string]
  /** In pixels; 1180 where it is not said. A page that is made to be printed wants 720. */
  readonly width?: number
  /** Below the chart: which chart it is and why, further links. */
  readonly children?: ComponentChildren
}

export interface ChartEvent {
  readonly period: string
  readonly label: string
}
