export { GraphThreads } from "./pool";
export { completed } from "./registered-texts";
export { RemoteProcess } from "./remote-process";
export { monotonicNow, type ThreadResult, type ThreadTask } from "./task";
export { withThreads } from "./with-threads";
