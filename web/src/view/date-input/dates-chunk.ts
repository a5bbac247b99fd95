/** The fields for dates and times: heavy, and fetched when the first of them appears. */

export { TimeBox } from "../time-input/time-box.tsx";
export { DateBox } from "./date-box.tsx";
