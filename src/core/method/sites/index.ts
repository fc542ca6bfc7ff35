export { type BaseLoad, commonBase } from "./common-base";
export { checkManagementSites, LOCALITIES, PLACE_NAMES, type Place, Places, type Zone } from "./places";
export {
  asFactor,
  baseOf,
  baseOfReferenceHost,
  baseOfWatt,
  type LoadOfPlace,
  managementOf,
  notesOnManagementOf,
  ONE_HOUR,
  type PlaceFactors,
  placeFactors,
  relativePowerOf,
  type SiteContext,
  siteOf,
} from "./site";
export { notesOnPlace } from "./site-notes";
