import { join } from "node:path";
import { definePlugin } from "../../src/core/contract";
import { LoadBalancerCalculator } from "./calculator";
import { LoadBalancerCatalogue, loadCatalogue } from "./catalogue";
import { LoadBalancer, LoadBalancerInput, LoadBalancerPresenter, LoadBalancerQueries } from "./graphql";

/** Load Balancers: Instances that distribute traffic, and a share of what controls them. */
export const loadBalancer = definePlugin({
  kind: "loadBalancer",
  product: {
    id: "load-balancer",
    name: "Load Balancer",
    serviceCategory: "Network",
    description: "Managed, highly available distribution of traffic to servers.",
  },
  calculator: LoadBalancerCalculator,
  graphql: {
    input: LoadBalancerInput,
    resource: LoadBalancer,
    resolvers: [LoadBalancerQueries],
    presenter: LoadBalancerPresenter,
  },
  setUp: (setup) => {
    setup.scope.registerInstance(LoadBalancerCatalogue, loadCatalogue(setup, join(__dirname, "data")));
  },
});
