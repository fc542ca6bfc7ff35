import { idOf, indexProducts, inWords, productNamed } from "../../../library/product-named";
import type { CommandModule } from "../context";
import { ChoiceArgument } from "../options/choices";
import { addOutputOptions, addServerOption, type OutputOptions } from "../options/output";
import { print } from "../output/print";
import { productReport, productsReport } from "../reports/products";

export const productsCommand: CommandModule = {
  async build(command, { footprints, io }) {
    const products = await (await footprints()).products();
    const what = "the product whose fields, offers and places are listed; all products when left out";
    command.addArgument(new ChoiceArgument("[product]", what, products.map(idOf)));
    addOutputOptions(command);
    addServerOption(command);
    command.action(async (name: string | undefined) => {
      const report =
        name === undefined
          ? productsReport(products)
          : productReport(productNamed(name, indexProducts(products), { writeOffer: inWords }));
      await print(report, command.opts<OutputOptions>(), io);
    });
    return undefined;
  },
};
