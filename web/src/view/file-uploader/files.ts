/** The files of a file uploader, from being picked to being the script's. */
import { useEffect, useRef, useState } from "react";
import type { FileUploader } from "../../protocol/elements.ts";
import { type App, useApp, type WidgetHandle } from "../app-context.ts";
import { isOfType, objectionTo } from "./rules.ts";

/** A file in the list. */
export interface ListedFile {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly state: "uploading" | "there" | "refused";
  /** Why it was refused. */
  readonly problem?: string;
}

interface Known {
  readonly name: string;
  readonly size: number;
}

/** What the files behind the ids of an app are called: a value holds ids only. */
const knownFiles = new WeakMap<App["values"], Map<string, Known>>();

function known(app: App): Map<string, Known> {
  const files = knownFiles.get(app.values) ?? new Map<string, Known>();
  knownFiles.set(app.values, files);
  return files;
}

export function useFiles(props: FileUploader, widget: WidgetHandle<string[]>) {
  const app = useApp();
  /** Files that are on their way, and those that were refused last. */
  const [others, setOthers] = useState<readonly ListedFile[]>([]);
  const [count, setCount] = useState(0);
  const value = useRef(widget.value);
  useEffect(() => {
    value.current = widget.value;
  });
  const takesMany = props.accepts !== "one";

  const add = async (picked: readonly File[]) => {
    // Of a folder, files of other kinds are passed over; somebody who picked one is told.
    const wanted =
      props.accepts === "directory" ? picked.filter((file) => isOfType(file, props.types)) : picked;
    const files = takesMany ? wanted : wanted.slice(0, 1);
    const listed = files.map((file, place): ListedFile => {
      const problem = objectionTo(file, props);
      const entry = { key: `new ${count + place}`, name: file.name, size: file.size };
      return problem === null
        ? { ...entry, state: "uploading" }
        : { ...entry, state: "refused", problem };
    });
    setCount(count + files.length);
    setOthers((old) => [...old.filter(({ state }) => state === "uploading"), ...listed]);
    const results = await Promise.allSettled(
      files.map((file, place) =>
        listed[place]?.state === "uploading" ? app.upload(file) : Promise.resolve(null),
      ),
    );
    const ids: string[] = [];
    const failed = new Map<string, string>();
    results.forEach((result, place) => {
      const { key = "", name = "", size = 0 } = listed[place] ?? {};
      if (result.status === "rejected") failed.set(key, `It could not be read: ${result.reason}`);
      else if (result.value !== null) {
        ids.push(result.value);
        known(app).set(result.value, { name, size });
      }
    });
    const mine = new Set(listed.map(({ key }) => key));
    setOthers((old) =>
      old.flatMap((file): ListedFile[] => {
        const problem = failed.get(file.key);
        if (problem !== undefined) return [{ ...file, state: "refused", problem }];
        return mine.has(file.key) && file.state === "uploading" ? [] : [file];
      }),
    );
    if (ids.length > 0) widget.change(takesMany ? [...value.current, ...ids] : ids);
  };

  const files: readonly ListedFile[] = [
    ...widget.value.map(
      (id): ListedFile => ({
        key: id,
        state: "there",
        ...(known(app).get(id) ?? { name: "File", size: 0 }),
      }),
    ),
    ...others,
  ];
  return {
    files,
    add,
    remove(file: ListedFile) {
      if (file.state === "there") widget.change(widget.value.filter((id) => id !== file.key));
      else setOthers((old) => old.filter(({ key }) => key !== file.key));
    },
  };
}
