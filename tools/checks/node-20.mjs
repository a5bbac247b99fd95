// For vitest 5 on Node 20: its reporter groups by `Map.groupBy`, which came with Node 21. May go
// when Node 20 is no longer supported.
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};
