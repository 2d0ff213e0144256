/** How the house is served where a test says nothing else: in earnest, by https, with no proxy before it and the budget everybody has. */
export const served = {
  mode: "production", publicUrl: "https://guild.example", trustedProxies: [], requestBudget: 3_000_000, redisUrl: null, zone: "Asia/Shanghai",
} as const;
