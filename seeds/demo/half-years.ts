import type { HalfYear } from "./service-figures.ts";

/** A firm of middling size that does most things well; the others say where they differ. */
const sound: HalfYear = {
  orders: 18_460, accuracy: 99.2, hoursAnOrder: 9.4, goods: 612_000, filled: 97.6, costOfSales: 58_300_000, stock: [6_420_000, 6_180_000], counted: 98.8,
  stockouts: 1.4, onTime: 97.1, damaged: 0.28, delivery: { transport: 486_000, handling: 141_200, storage: 163_500, other: 22_400, before: 45.1 },
  complaints: { total: 64, inTime: 96.9, resolved: 96.9, promisedHours: 48 }, satisfaction: { score: 88.6, answers: 312 },
  staff: { total: 96, trained: 93, examined: 84, passed: 80 }, attitude: { customers: 90.5, colleagues: 88, ratings: 286 },
  equipment: { units: 142, intact: 139, repair: 61_800, upkeep: 74_500, renewed: 14, before: 920 }, customers: { total: 548, accurate: 97.4, contacts: 9_870, repeat: 78.5 },
};

/** What each firm of the story reports of the first half of 2026. */
export const halfYears = {
  member01: {
    ...sound, accuracy: 99.7, hoursAnOrder: 7.4, filled: 98.6, counted: 99.4, stockouts: 0.8, onTime: 98.4, damaged: 0.15,
    complaints: { total: 64, inTime: 98.4, resolved: 98.4, promisedHours: 48 }, satisfaction: { score: 92.4, answers: 312 },
    staff: { total: 96, trained: 95, examined: 90, passed: 87 }, attitude: { customers: 93, colleagues: 91.5, ratings: 286 },
    equipment: { units: 142, intact: 140, repair: 61_800, upkeep: 74_500, renewed: 14, before: 920 }, customers: { total: 548, accurate: 98.5, contacts: 9_870, repeat: 82.1 },
  },
  member02: {
    ...sound, orders: 73_900, hoursAnOrder: 8.1, goods: 2_840_000, costOfSales: 214_600_000, stock: [21_900_000, 23_400_000], onTime: 97.9,
    delivery: { transport: 2_014_000, handling: 622_000, storage: 701_000, other: 88_000, before: 46.8 },
    complaints: { total: 211, inTime: 97.6, resolved: 98.1, promisedHours: 24 }, satisfaction: { score: 89.2, answers: 1_044 },
    staff: { total: 388, trained: 371, examined: 340, passed: 327 }, equipment: { units: 506, intact: 497, repair: 228_000, upkeep: 251_000, renewed: 61, before: 958 },
    customers: { total: 2_310, accurate: 98.2, contacts: 36_400, repeat: 80.1 },
  },
  member03: {
    ...sound, orders: 21_050, accuracy: 98.1, hoursAnOrder: 14.6, filled: 95.2, counted: 97, stockouts: 3.1, onTime: 94.3, damaged: 0.61,
    complaints: { total: 83, inTime: 91.6, resolved: 92.8, promisedHours: 48 }, satisfaction: { score: 83.1, answers: 174 },
    staff: { total: 112, trained: 98, examined: 71, passed: 62 }, customers: { total: 690, accurate: 94.6, contacts: 8_020, repeat: 69.3 },
  },
  member04: {
    ...sound, orders: 58_200, accuracy: 99.8, hoursAnOrder: 4.2, goods: 1_260_000, filled: 99.4, costOfSales: 391_000_000, stock: [28_100_000, 26_700_000], counted: 99.7,
    stockouts: 0.4, onTime: 99.1, damaged: 0.06, delivery: { transport: 1_310_000, handling: 402_000, storage: 486_000, other: 51_000, before: 40.2 },
    complaints: { total: 57, inTime: 100, resolved: 100, promisedHours: 24 }, satisfaction: { score: 96.4, answers: 905 },
    staff: { total: 274, trained: 274, examined: 270, passed: 269 }, attitude: { customers: 97, colleagues: 98.5, ratings: 640 },
    equipment: { units: 318, intact: 318, repair: 140_000, upkeep: 166_000, renewed: 44, before: 940 }, customers: { total: 1_905, accurate: 99.6, contacts: 24_000, repeat: 88.4 },
  },
  member05: {
    ...sound, orders: 6_240, goods: 188_000, costOfSales: 19_700_000, stock: [1_020_000, 880_000], filled: 96.3, damaged: 0.74, onTime: 96,
    delivery: { transport: 241_000, handling: 66_000, storage: 92_000, other: 8_800, before: 66.4 }, complaints: { total: 0, inTime: 0, resolved: 0, promisedHours: 48 },
    satisfaction: { score: 90.3, answers: 62 }, staff: { total: 34, trained: 31, examined: 27, passed: 25 }, attitude: { customers: 91, colleagues: 86, ratings: 58 },
    equipment: { units: 47, intact: 45, repair: 24_600, upkeep: 19_900, renewed: 3, before: 905 }, customers: { total: 184, accurate: 96.2, contacts: 2_980, repeat: 82.6 },
  },
  member06: {
    ...sound, orders: 15_730, hoursAnOrder: 18.3, onTime: 93.6, complaints: { total: 142, inTime: 93.7, resolved: 86.6, promisedHours: 72 },
    satisfaction: { score: 77.4, answers: 208 }, attitude: { customers: 78, colleagues: 84, ratings: 196 }, customers: { total: 467, accurate: 95.1, contacts: 5_610, repeat: 64.2 },
  },
  member07: {
    ...sound, orders: 5_180, goods: 96_400, filled: 94.8, costOfSales: 14_200_000, stock: [2_860_000, 2_940_000], counted: 96.4, stockouts: 4.2,
  },
  member08: {
    ...sound, orders: 9_320, goods: 74_500, costOfSales: 88_900_000, stock: [11_300_000, 12_050_000], damaged: 0.52, onTime: 95.8,
    delivery: { transport: 734_000, handling: 288_000, storage: 190_000, other: 31_500, before: 131.2 }, complaints: { total: 39, inTime: 94.9, resolved: 97.4, promisedHours: 72 },
    staff: { total: 71, trained: 64, examined: 55, passed: 51 }, customers: { total: 263, accurate: 96.6, contacts: 3_140, repeat: 71.9 },
  },
  member09: {
    ...sound, orders: 7_460, goods: 132_000, filled: 96.9, satisfaction: { score: 95.8, answers: 11 }, complaints: { total: 22, inTime: 90.9, resolved: 90.9, promisedHours: 48 },
    staff: { total: 41, trained: 39, examined: 9, passed: 9 }, customers: { total: 231, accurate: 95.7, contacts: 3_020, repeat: 74 },
  },
  member12: {
    ...sound, orders: 412, goods: 5_900, costOfSales: 610_000, stock: [92_000, 88_000], complaints: { total: 0, inTime: 0, resolved: 0, promisedHours: 72 },
    satisfaction: { score: 92, answers: 4 }, staff: { total: 6, trained: 6, examined: 0, passed: 0 }, attitude: { customers: 94, colleagues: 90, ratings: 5 },
    customers: { total: 28, accurate: 96.4, contacts: 260, repeat: 85.7 },
  },
} satisfies Record<string, HalfYear>;
