import { render } from "preact";
import { followConnection } from "./api/graph-connection";
import { followAddress } from "./app/address";
import { Page } from "./app/page";
import { followPrint } from "./app/print";
import { followScheme } from "./app/scheme";
import { followBasket } from "./basket/stored-basket";
import "./styles/page.css";

followAddress();
followPrint();
followScheme();
followConnection();
followBasket();
const root = document.getElementById("page");
if (root !== null) render(<Page />, root);
