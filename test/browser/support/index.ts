export * from "./browser";
export * from "./looks";
export * from "./picture";
export * from "./pictures";
