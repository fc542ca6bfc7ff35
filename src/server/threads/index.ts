export { GraphThreads } from "./pool";
export { RemoteStore } from "./remote-store";
export { monotonicNow, type ThreadResult, type ThreadTask } from "./task";
export { withThreads } from "./with-threads";
