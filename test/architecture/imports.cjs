/** Who may import whom. The order of the modules is policy: to change it is a decision to be recorded. */
const order = [
  "identity", "journal", "calendar", "members", "applications", "norms", "training", "assessments", "prices", "traceability", "green",
  "supervision", "credit", "rewards", "publication", "certificates", "files", "regulators", "operations",
];
const above = (name) => order.slice(order.indexOf(name) + 1).join("|");

const MODULE = "^server/modules/([^/]+)/";
const DOORS = "(index|api)\\.ts$";
const BEHIND_THE_API = "\\.(service|queries|reading|entity|rules|policy|jobs|events)\\.ts$|^server/modules/[^/]+/index\\.ts$";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid("no-cycles", "What stands in a circle cannot be understood in part.", {}, { circular: true }),
    forbid("rules-are-pure", "Rules and policies are values in, values out.",
      { path: "^server/modules/([^/]+)/.*\\.(rules|policy)\\.ts$" },
      { pathNot: "^server/modules/$1/.*\\.(rules|policy)\\.ts$|^server/kernel/|^node_modules/decimal\\.js/" }),
    forbid("kernel-knows-nothing", "The kernel is vocabulary; it knows decimals and digests.",
      { path: "^server/kernel/" }, { pathNot: "^server/kernel/|^node_modules/decimal\\.js/|^(node:)?crypto$" }),
    forbid("platform-knows-no-module", "Technique has no subject.",
      { path: "^server/platform/" }, { path: "^(server/modules|workers|web|seeds|test)/" }),
    ...order.slice(0, -1).map((name) => forbid(`${name}-looks-down`, "What lies above is told by events.",
      { path: `^server/modules/${name}/` }, { path: `^server/modules/(${above(name)})/` })),
    forbid("meet-at-the-door", "A module is entered by index.ts or api.ts.",
      { path: MODULE }, { path: `${MODULE}(?!${DOORS})`, pathNot: "^server/modules/$1/" }),
    forbid("outsiders-knock", "So do those who are no module.",
      { path: "^(workers|seeds|schema)/|^server/(?!modules/|platform/|kernel/)" }, { path: `${MODULE}(?!${DOORS})` }),
    forbid("api-door-is-for-the-api", "What is behind the API must not need it.",
      { path: `${BEHIND_THE_API}|^(workers|seeds)/` }, { path: "^server/modules/[^/]+/api\\.ts$" }),
    forbid("services-without-graphql", "Workers run the services without a schema.",
      { path: `${BEHIND_THE_API}|^(workers|seeds)/` },
      { path: "^node_modules/(type-graphql|graphql|@apollo/[^/]+)/|^server/platform/graphql/" }),
    forbid("server-knows-no-worker", "The server only writes the outbox.",
      { path: "^server/" }, { path: "^(workers|web|seeds|test)/" }),
    forbid("web-knows-only-the-contract", "The web reads schema.graphql, and nothing of ours besides.",
      { path: "^web/" }, { path: "^(server|workers|seeds|test|schema)/" }),
    forbid("pdf-only-in-workers", "Drawing takes a core for itself.",
      { pathNot: "^(workers|test)/" }, { path: "^node_modules/pdfkit/" }),
    forbid("queue-only-in-workers", "Nobody enqueues inside a transaction.",
      { pathNot: "^(workers|test)/" }, { path: "^node_modules/bullmq/" }),
    forbid("features-do-not-meet", "Features share through ui and lib.",
      { path: "^web/src/features/([^/]+)/" }, { path: "^web/src/features/([^/]+)/", pathNot: "^web/src/features/$1/" }),
    forbid("ui-and-lib-know-no-feature", "They have no domain words.",
      { path: "^web/src/(ui|lib)/" }, { path: "^web/src/(features|layout)/" }),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^web/(dist|src/gql)/" },
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"], extensions: [".ts", ".tsx", ".js", ".json"] },
  },
};
