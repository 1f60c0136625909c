import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import * as v from "valibot";
import { Shell } from "./frame/shell.js";
import { MyDataPage } from "./pages/my-data.js";

const Text = v.optional(v.fallback(v.string(), ""));
const Search = v.object({ q: Text, issuer: Text, type: Text });

const root = createRootRoute({ component: Shell });
const data = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: MyDataPage,
  validateSearch: (search) => v.parse(Search, search),
});
const credential = createRoute({
  getParentRoute: () => root,
  path: "/credentials/$id",
  component: lazyRouteComponent(() => import("./pages/credential.js"), "CredentialPage"),
});
const add = createRoute({
  getParentRoute: () => root,
  path: "/add",
  component: lazyRouteComponent(() => import("./pages/add.js"), "AddPage"),
});
const others = createRoute({
  getParentRoute: () => root,
  path: "/shared-with-others",
  component: lazyRouteComponent(
    () => import("./pages/shared-with-others.js"),
    "SharedWithOthersPage",
  ),
});
const withMe = createRoute({
  getParentRoute: () => root,
  path: "/shared-with-me",
  component: lazyRouteComponent(() => import("./pages/shared-with-me.js"), "SharedWithMePage"),
});
const wallets = createRoute({
  getParentRoute: () => root,
  path: "/wallets",
  component: lazyRouteComponent(() => import("./pages/wallets.js"), "WalletsPage"),
});
const operators = createRoute({
  getParentRoute: () => root,
  path: "/operators",
  component: lazyRouteComponent(() => import("./pages/operators.js"), "OperatorsPage"),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("./pages/settings.js"), "SettingsPage"),
});

/** Pages live behind `#`, so that any host of plain files serves them without rules. */
export const router = createRouter({
  routeTree: root.addChildren([
    data,
    credential,
    add,
    others,
    withMe,
    wallets,
    operators,
    settings,
  ]),
  history: createHashHistory(),
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
