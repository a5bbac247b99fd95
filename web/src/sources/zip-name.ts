/** Whether a file of this name is a zip; what is in it decides in the end. */
export function isZipName(name: string): boolean {
  return /\.zip$/i.test(name);
}
