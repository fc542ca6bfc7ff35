import "echarts/lib/chart/bar";
import "echarts/lib/chart/custom";
import "echarts/lib/chart/line";
import "echarts/lib/component/grid";
import "echarts/lib/component/legendPlain";
import "echarts/lib/component/markLine";

export { init } from "./echarts-core";
