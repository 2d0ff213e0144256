export { WorkOrderResolver, WorkOrderViewerMay } from "./work-order.resolver.ts";
