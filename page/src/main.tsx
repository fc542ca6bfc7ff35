import { render } from "preact";
import { followAddress } from "./app/address";
import { Page } from "./app/page";
import { followScheme } from "./app/scheme";
import "./styles/page.css";

followAddress();
followScheme();
const root = document.getElementById("page");
if (root !== null) render(<Page />, root);
