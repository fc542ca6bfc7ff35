import { Option } from "commander";

/** An option that may be given several times: each adds its value to those before. */
export class RepeatedOption extends Option {}
