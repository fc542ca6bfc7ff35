import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import "echarts/lib/component/tooltip";

use(CanvasRenderer);

export { init };
