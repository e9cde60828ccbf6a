// The one place that knows ECharts: shapes in, an SVG out.
import { init, use } from "echarts/lib/export/core.js";
import { install as custom } from "echarts/lib/chart/custom/install.js";
import { install as svg } from "echarts/lib/renderer/installSVGRenderer.js";

use([custom, svg]);

/** Draws shapes into an element in place of what was drawn there; tells which of them is pointed at. */
export const draw = (place, { shapes, height }, width, pointed) => {
  const chart = init(place, null, { renderer: "svg", width, height });
  const children = shapes.map(({ cell, ...shape }) => (cell ? { ...shape, info: cell } : shape));
  chart.setOption({
    animation: false,
    series: [
      {
        type: "custom",
        coordinateSystem: "none",
        data: [0],
        emphasis: { disabled: true },
        renderItem: () => ({ type: "group", children }),
      },
    ],
  });
  chart.on("mousemove", ({ info, event }) => pointed(info, event));
  chart.on("mouseout", () => pointed());
  return chart;
};
