import { expect, it } from "vitest";
import { holdsHere } from "../../../web/src/packages/marker.ts";

it.each([
  ['sys_platform == "emscripten"', true],
  ["sys_platform != 'emscripten'", false],
  ['platform_system == "Windows"', false],
  ['python_version >= "3.9"', true],
  ['python_version < "3.9"', false],
  ['"3.9" <= python_version', true],
  ['python_version == "3.*"', true],
  ['python_full_version ~= "3.14.1"', true],
  ['platform_machine in "x86_64 wasm32"', true],
  ['"win" not in sys_platform', true],
  ['extra == "test"', false],
  ['os_name == "nt" or sys_platform == "emscripten" and python_version > "3"', true],
  ['(os_name == "nt" or sys_platform == "emscripten") and python_version < "3"', false],
  ['os.name == "posix"', true],
])("%s is %s in the browser", (marker, expected) => {
  expect(holdsHere(marker)).toBe(expected);
});

it.each([
  ['system == "x"', 'a marker knows no "system"'],
  ["python_version", 'a marker knows no ""'],
  ['(os_name == "nt"', "a bracket is not closed"],
  ['os_name == "nt" os_name', '"os_name" was not expected'],
  ["os_name == $", "cannot be read"],
  ['os_name ~~ "nt"', "cannot be read"],
])("%s is refused by name", (marker, message) => {
  expect(() => holdsHere(marker)).toThrow(message);
});
