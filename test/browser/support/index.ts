export * from "./browser";
export * from "./picture";
export * from "./pictures";
