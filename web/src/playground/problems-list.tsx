/** The exceptions that the app shows, each of which leads to its line. */
import { CircleAlert } from "lucide-react";
import { Button, useStore } from "../kit/index.ts";
import type { AppController } from "../page/page.tsx";
import { problemInWords } from "../protocol/problems.ts";

interface ProblemsProps {
  app: AppController;
  onGo: (path: string, line: number) => void;
}

export function Problems({ app, onGo }: ProblemsProps) {
  const problems = useStore(app.problems);
  const placed = problems.flatMap((problem) =>
    problem.place ? [{ ...problem, place: problem.place }] : [],
  );
  if (placed.length === 0) return null;
  return (
    <ul className="ts-problems" aria-label="Problems">
      {placed.map((problem) => {
        const { file, line } = problem.place;
        return (
          <li key={`${file}:${line} ${problem.text}`}>
            <Button
              variant="tertiary"
              size="small"
              icon={CircleAlert}
              wide
              onPress={() => onGo(file, line)}
            >
              <span className="ts-problem-words">
                {file}, line {line}: {problemInWords(problem)}
              </span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
