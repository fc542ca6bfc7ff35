import { serveProcess } from "./process/server-process";

serveProcess(process.argv.slice(2));
