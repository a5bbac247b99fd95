import type { HTMLAttributes, ReactNode } from "react";
import { classes } from "./classes.ts";
import "./card.css";

export interface CardProps extends Omit<HTMLAttributes<HTMLElement>, "title"> {
  readonly title?: ReactNode;
  /** What can be done with the whole card, beside its title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A sheet on the page: one hairline, no shadow. */
export function Card({ title, actions, children, className, ...rest }: CardProps) {
  return (
    <section {...rest} className={classes("ts-card", className)}>
      {(title || actions) && (
        <header className="ts-card-head">
          {title && <h3 className="ts-card-title">{title}</h3>}
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

export interface LinkCardProps {
  readonly href: string;
  readonly title: string;
  /** Shown on top, over the whole width. */
  readonly picture?: ReactNode;
  readonly children?: ReactNode;
}

/** A card that leads somewhere; all of it can be pressed. */
export function LinkCard({ href, title, picture, children }: LinkCardProps) {
  return (
    <a className="ts-card ts-card--link" href={href}>
      {picture && <span className="ts-card-picture">{picture}</span>}
      <span className="ts-card-title">{title}</span>
      {children && <span className="ts-card-note">{children}</span>}
    </a>
  );
}
