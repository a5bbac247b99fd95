/** Why a script could not be opened: what is wrong, what would work, and what was asked for. */
import { Alert, Button } from "../kit/index.ts";
import type { Problem } from "./visit.ts";
import "./problem-alert.css";

interface ProblemAlertProps {
  problem: Problem;
  onRetry?: () => void;
}

export function ProblemAlert({ problem: { what, why, remedy }, onRetry }: ProblemAlertProps) {
  const actions = onRetry && (
    <Button size="small" onPress={onRetry}>
      Try again
    </Button>
  );
  return (
    <Alert tone="error" title={why} actions={actions} data-testid="stProblem">
      <p>{remedy}</p>
      <p className="ts-problem-source">{what}</p>
    </Alert>
  );
}
