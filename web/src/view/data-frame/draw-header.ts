/** Headers of numbers stand at the right, above their digits; the grid itself knows only the left. */
import { type DrawHeaderCallback, getMiddleCenterBias } from "@glideapps/glide-data-grid";
import type { Field } from "./fields.ts";
import { headerFont } from "./grid-theme.ts";

type HeaderArgs = Parameters<DrawHeaderCallback>[0];

/** The room of the mark that opens a header's menu, there while the pointer is. */
const MENU_ROOM = 22;

/** Draws the headers of these columns. */
export function headerDrawer(fields: readonly Field[]): DrawHeaderCallback {
  const right = new Set(
    fields.filter(({ alignment }) => alignment === "right").map(({ id }) => id),
  );
  return (args, drawContent) => {
    const { ctx, column, rect, theme, isHovered } = args;
    const room = rect.width - 2 * theme.cellHorizontalPadding - (isHovered ? MENU_ROOM : 0);
    const isFitting = ctx.measureText(column.title).width <= room;
    // A title without enough room fades out at its end, as all others do.
    if (right.has(column.id ?? "") && isFitting) drawRight(args);
    else drawContent();
  };
}

function drawRight({
  ctx,
  column,
  theme,
  rect,
  isHovered,
  isSelected,
  menuBounds,
}: HeaderArgs): void {
  const hasMenu = isHovered && column.hasMenu === true;
  const end = rect.x + rect.width - theme.cellHorizontalPadding - (hasMenu ? MENU_ROOM - 8 : 0);
  ctx.fillStyle = isSelected ? theme.textHeaderSelected : theme.textHeader;
  ctx.textAlign = "right";
  ctx.fillText(
    column.title,
    end,
    rect.y + rect.height / 2 + getMiddleCenterBias(ctx, headerFont(theme)),
  );
  ctx.textAlign = "left";
  if (!hasMenu) return;
  const x = menuBounds.x + menuBounds.width / 2;
  const y = menuBounds.y + menuBounds.height / 2;
  ctx.beginPath();
  ctx.moveTo(x - 5, y - 3);
  ctx.lineTo(x + 5, y - 3);
  ctx.lineTo(x, y + 3);
  ctx.fill();
}
