import { Footprints } from "../../library/footprints";
import { Remote } from "../../library/remote";
import type { Environment } from "../../process/environment";

/** Footprints of a server at a URL. Terraform plans are read in this process, with its settings. */
export function openAt(url: string, environment: Environment): Footprints {
  const infrastructure = async () => {
    const { composeHere } = await import("./open");
    return (await composeHere(environment)).infrastructure();
  };
  const apiKey = environment.FOOTPRINT_API_KEY || null;
  return new Footprints(new Remote({ url, apiKey }, infrastructure));
}
