export { WorkOrderService } from "./work-order.service.ts";
