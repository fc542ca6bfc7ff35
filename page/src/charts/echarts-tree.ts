import "echarts/lib/chart/treemap";

export { init } from "./echarts-core";
