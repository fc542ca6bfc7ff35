export { asOperational, underItsName } from "./as-operational";
export {
  type Allocation,
  type AllocationPart,
  COMPONENT_KINDS,
  type Component,
  type ComponentKind,
  type Contribution,
  derivedComponent,
  group,
  leaf,
  notesOn,
  type ResourceReference,
} from "./component";
export { manufacturingOf } from "./manufacturing-of";
export { overHours, overPartOfTime, scaleComponent, shareComponent } from "./resizing";
