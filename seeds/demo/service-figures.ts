import type { Inputs } from "../../server/modules/assessments/index.ts";

/** A wholesaler's half-year in figures; rates are per cent of the total beside them, amounts in yuan. */
export interface HalfYear {
  orders: number;
  accuracy: number;
  hoursAnOrder: number;
  goods: number;
  filled: number;
  costOfSales: number;
  stock: [opening: number, closing: number];
  counted: number;
  stockouts: number;
  onTime: number;
  damaged: number;
  delivery: { transport: number; handling: number; storage: number; other: number; before: number | null };
  complaints: { total: number; inTime: number; resolved: number; promisedHours: number };
  satisfaction: { score: number; answers: number };
  staff: { total: number; trained: number; examined: number; passed: number };
  attitude: { customers: number; colleagues: number; ratings: number };
  equipment: { units: number; intact: number; repair: number; upkeep: number; renewed: number; before: number | null };
  customers: { total: number; accurate: number; contacts: number; repeat: number };
}

/** The figures of the 21 indicators that such a half-year gives. */
export function figuresOf(year: HalfYear): Record<string, Inputs> {
  const { orders, goods, delivery, complaints, staff, equipment, customers } = year;
  const booked = goods * 4;
  const delivered = part(goods, year.filled);
  return {
    "I-1.1": figures({ accurate_orders: part(orders, year.accuracy), total_orders: orders }),
    "I-1.2": figures({ sum_of_hours: Math.round(orders * 0.985 * year.hoursAnOrder), orders_completed: part(orders, 98.5) }),
    "I-1.3": figures({ qty_fulfilled: delivered, qty_demanded: goods }),
    "I-2.1": figures({ cost_of_sales: money(year.costOfSales), average_inventory_balance: null, opening_balance: money(year.stock[0]), closing_balance: money(year.stock[1]) }),
    "I-2.2": figures({ accurate_stock_qty: part(booked, year.counted), book_stock_qty: booked }),
    "I-2.3": figures({ stockout_orders: part(orders, year.stockouts), total_orders: orders }),
    "I-3.1": figures({ on_time_orders: part(orders, year.onTime), total_orders: orders, orders_due: part(orders, 99.2) }),
    "I-3.2": figures({ damaged_qty: part(delivered, year.damaged), delivered_qty: delivered }),
    "I-3.3": figures({
      transport_cost: money(delivery.transport), handling_cost: money(delivery.handling), storage_cost: money(delivery.storage), other_cost: money(delivery.other),
      unit_count: orders, previous_delivery_cost: delivery.before === null ? null : money(delivery.before),
    }),
    "I-4.1": figures({ complaints_on_time: part(complaints.total, complaints.inTime), total_complaints: complaints.total, sla_hours: complaints.promisedHours }),
    "I-4.2": figures({ complaints_resolved: part(complaints.total, complaints.resolved), total_complaints: complaints.total }),
    "I-4.3": figures({ satisfaction_score: year.satisfaction.score, survey_responses: year.satisfaction.answers }),
    "I-5.1": figures({ staff_trained: staff.trained, staff_total: staff.total }),
    "I-5.2": figures({ staff_passed: staff.passed, staff_examined: staff.examined }),
    "I-5.3": figures({ customer_rating: year.attitude.customers, internal_rating: year.attitude.colleagues, ratings_given: year.attitude.ratings }),
    "I-6.1": figures({ intact_units: equipment.intact, total_units: equipment.units }),
    "I-6.2": figures({
      repair_cost: money(equipment.repair), upkeep_cost: money(equipment.upkeep), total_units: equipment.units,
      previous_maintenance_cost: equipment.before === null ? null : money(equipment.before),
    }),
    "I-6.3": figures({ renewed_units: equipment.renewed, total_units: equipment.units }),
    "I-7.1": figures({ accurate_records: part(customers.total, customers.accurate), total_records: customers.total }),
    "I-7.2": figures({ contacts: customers.contacts, customers: customers.total, months: 6 }),
    "I-7.3": figures({ repeat_customers: part(customers.total, customers.repeat), total_customers: customers.total }),
  };
}

/** So many per cent of a total, in whole things. */
const part = (total: number, percent: number): number => Math.round((total * percent) / 100);
const money = (yuan: number): string => yuan.toFixed(2);
const figures = (values: Record<string, number | string | null>): Inputs =>
  Object.fromEntries(Object.entries(values).map(([code, value]) => [code, value === null ? null : String(value)]));
