import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env["GUILDHALL_API"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: import.meta.dirname,
  base: "/app/",
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    // Every asset is a file of our own origin, so that the content security policy needs no `data:`.
    assetsInlineLimit: 0,
    // What counts is the first visit to a page, which check-budget.ts measures.
    chunkSizeWarningLimit: 1000,
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/graphql": api, "/uploads": api, "/files": api, "/schemes": api, "/assessments": api, "/journal/checkpoints": api },
  },
});
