export { busyTime, type OperatingFigures, operatingFigures } from "./operating-figures";
export {
  type OperatingPoint,
  operatingPoint,
  type ServedToken,
  type ServedWeights,
  type ServingLoadValues,
} from "./operating-point";
export { type ServingGpus, servingGpus } from "./serving-gpus";
export { DEFAULT_LOAD, SERVING_LOADS, type ServingLoad, type StatedLoad, servingLoad } from "./serving-load";
