export * from "./browser";
export * from "./pictures";
