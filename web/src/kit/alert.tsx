import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { HTMLAttributes, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";
import type { State } from "./palette.ts";
import "./alert.css";

const ICONS: Readonly<Record<State, LucideIcon>> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
};

export interface AlertProps extends Omit<HTMLAttributes<HTMLDivElement>, "title"> {
  readonly tone: State;
  readonly title?: ReactNode;
  /** In place of the tone's own icon; null for none. */
  readonly icon?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * A message in the flow of the page. Its tone is told by an icon and by words, never by colour
 * alone.
 */
export function Alert({ tone, title, icon, actions, children, className, ...rest }: AlertProps) {
  const mark = icon === undefined ? <Icon of={ICONS[tone]} size={20} /> : icon;
  return (
    <div role="alert" {...rest} className={classes("ts-alert", className)} data-tone={tone}>
      {mark !== null && <span className="ts-alert-icon">{mark}</span>}
      <div className="ts-alert-body">
        {title && <p className="ts-alert-title">{title}</p>}
        {children}
        {actions && <div className="ts-alert-actions">{actions}</div>}
      </div>
    </div>
  );
}
