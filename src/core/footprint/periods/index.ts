export { instantMeant } from "./loose-instant";
export {
  dayOf,
  type HoursOnDay,
  hoursBetween,
  hoursOf,
  type Interval,
  isInterval,
  LooseDate,
  type Period,
  startOfDay,
} from "./period";
