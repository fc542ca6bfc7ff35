import { closeAll } from "./at-the-end";

afterAll(closeAll);
