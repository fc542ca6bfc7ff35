import { runningServers } from "./global-servers";

export default async function teardown(): Promise<void> {
  await Promise.all(runningServers.splice(0).map((server) => server.stop()));
}
