/** The fields for dates and times: heavy, and fetched when the first of them appears. */
export { DateBox } from "./date-input-box.tsx";
export { TimeBox } from "./time-input-box.tsx";
